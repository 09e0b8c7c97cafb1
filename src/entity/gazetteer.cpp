// SPDX-License-Identifier: Apache-2.0
// Loads schema/entities/: JSON Lines, parsed in place one line at a time. The door is Gazetteer.

#include <rapidjson/error/en.h>

#include <algorithm>
#include <relata/entity.hpp>
#include <relata/error.hpp>
#include <relata/read_file.hpp>

#include "entity/entity_line.hpp"

namespace relata {
namespace {

// An entity and where it stands.
struct Entry {
  KnownEntity known;
  const std::string* file;
  std::size_t line;

  std::string where() const { return *file + ":" + std::to_string(line); }
};

std::vector<std::string> files_in(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (entry.path().extension() == ".jsonl") files.push_back(entry.path().string());
  if (error) throw IoError("cannot open " + folder.string());
  std::sort(files.begin(), files.end());
  return files;
}

// `line` ends with a zero byte, and is overwritten.
KnownEntity parse(char* line, const Ontology& ontology) {
  char pool[16 * 1024];
  rapidjson::MemoryPoolAllocator<> allocator(pool, sizeof pool);
  rapidjson::Document json(&allocator);
  json.ParseInsitu<rapidjson::kParseValidateEncodingFlag>(line);
  if (json.HasParseError()) throw Error(rapidjson::GetParseError_En(json.GetParseError()));
  KnownEntity known = known_entity(json);
  if (!ontology.find_type(known.entity.type))
    throw Error("'" + known.entity.id + "': unknown type '" + known.entity.type + "'");
  return known;
}

// Calls `use(line, number)` for each line of `bytes` that is not empty.
template <typename Use>
void for_each_line(std::string& bytes, Use use) {
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    ++number;
    if (end < bytes.size()) bytes[end] = '\0';
    if (bytes.find_first_not_of(" \t\r", begin) < end) use(bytes.data() + begin, number);
    begin = end + 1;
  }
}

void read_entities(const std::string& file, const Ontology& ontology, std::vector<Entry>& entries) {
  std::string bytes = read_file(file);
  entries.reserve(entries.size() +
                  static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1);
  for_each_line(bytes, [&](char* line, std::size_t number) {
    try {
      entries.push_back({parse(line, ontology), &file, number});
    } catch (const Error& error) {
      throw FormatError(file, number, error.what());
    }
  });
}

[[noreturn]] void fail_twice(const std::string& what, const Entry& first, const Entry& second) {
  throw FormatError(*second.file, second.line, what + " stands at " + first.where() + " as well");
}

}  // namespace

Gazetteer::Gazetteer(const std::filesystem::path& folder, const Ontology& ontology) {
  const std::vector<std::string> files = files_in(folder);
  std::vector<Entry> entries;
  for (const std::string& file : files) read_entities(file, ontology, entries);
  std::vector<Entry*> order;  // an entity is big: sort pointers, and move each once
  for (Entry& entry : entries) order.push_back(&entry);
  std::stable_sort(order.begin(), order.end(), [](const Entry* a, const Entry* b) {
    return a->known.entity.id < b->known.entity.id;
  });
  entities_.reserve(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    const Entity& entity = order[i]->known.entity;
    if (i > 0 && entities_.back().entity.id == entity.id)
      fail_twice("'" + entity.id + "'", *order[i - 1], *order[i]);
    if (const auto iso3 = entity.codes.find("iso3"); iso3 != entity.codes.end())
      if (const auto [other, is_new] = countries_.emplace(iso3->second, i); !is_new)
        fail_twice("code '" + iso3->second + "'", *order[other->second], *order[i]);
    entities_.push_back(std::move(order[i]->known));
  }
}

const KnownEntity* Gazetteer::find(std::string_view id) const {
  const auto found = std::lower_bound(
      entities_.begin(), entities_.end(), id,
      [](const KnownEntity& known, std::string_view wanted) { return known.entity.id < wanted; });
  return found == entities_.end() || found->entity.id != id ? nullptr : &*found;
}

const KnownEntity* Gazetteer::country(std::string_view iso3) const {
  const auto found = countries_.find(iso3);
  return found == countries_.end() ? nullptr : &entities_[found->second];
}

}  // namespace relata
