// SPDX-License-Identifier: Apache-2.0
// Merging entities with one id. The door is MergedEntity. Where documents differ the greater number
// of documents decides, and where that leaves a choice, the bytes.

#include "graph/merged_entity.hpp"

#include <algorithm>

namespace relata {
namespace {

std::size_t distinct(std::vector<std::uint32_t> documents) {
  std::sort(documents.begin(), documents.end());
  return static_cast<std::size_t>(std::unique(documents.begin(), documents.end()) -
                                  documents.begin());
}

// The key with the most documents; of several the one with the greatest `size(key)`, then the
// first.
template <typename Votes, typename Size>
std::string most_voted(const Votes& votes, Size size) {
  std::string best;
  std::size_t most = 0;
  for (const auto& [key, documents] : votes) {
    const std::size_t count = distinct(documents);
    if (count > most || (count == most && size(key) > size(best))) {
      best = key;
      most = count;
    }
  }
  return best;
}

// Keeps the lesser value of each key.
template <typename Map>
void merge(Map& into, const Map& from) {
  for (const auto& [key, value] : from)
    if (const auto [found, is_new] = into.emplace(key, value); !is_new && value < found->second)
      found->second = value;
}

std::size_t depth(const Ontology& ontology, std::string_view type) {
  std::size_t depth = 0;
  for (const EntityType* found = ontology.find_type(type); found;
       found = ontology.find_type(found->parent))
    ++depth;
  return depth;
}

}  // namespace

void MergedEntity::add(const Entity& entity, std::uint32_t document) {
  for (auto& [votes, key] : {std::pair(&names_, &entity.label), std::pair(&types_, &entity.type)}) {
    std::vector<std::uint32_t>& documents = (*votes)[*key];
    if (documents.empty() || documents.back() != document) documents.push_back(document);
  }
  aliases_.insert(entity.aliases.begin(), entity.aliases.end());
  merge(labels_, entity.labels);
  merge(codes_, entity.codes);
  if (country_.empty() || (!entity.country.empty() && entity.country < country_))
    country_ = entity.country;
}

Entity MergedEntity::merged(const std::string& id, const Ontology& ontology) const {
  Entity entity;
  entity.id = id;
  entity.label = most_voted(names_, [](const std::string& name) { return name.size(); });
  entity.type = most_voted(types_, [&](const std::string& type) { return depth(ontology, type); });
  entity.labels = labels_;
  entity.codes = codes_;
  entity.country = country_;
  std::set<std::string> aliases = aliases_;
  for (const auto& [name, documents] : names_) aliases.insert(name);
  aliases.erase(entity.label);
  aliases.erase("");
  entity.aliases.assign(aliases.begin(), aliases.end());
  return entity;
}

}  // namespace relata
