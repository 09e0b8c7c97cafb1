// SPDX-License-Identifier: Apache-2.0
// Choosing labels by language. The doors are LabelFinder and Captions. Which script a region writes
// is known to ICU (likely subtags of CLDR), so that no tag is listed here.

#include "export/captions.hpp"

#include <unicode/uloc.h>

#include <algorithm>
#include <map>

namespace relata {
namespace {

// "zh-TW" -> "zh-Hant"; empty for what is no language tag.
std::string with_script(const std::string& tag) {
  char locale[ULOC_FULLNAME_CAPACITY], likely[ULOC_FULLNAME_CAPACITY];
  char language[ULOC_LANG_CAPACITY], script[ULOC_SCRIPT_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  uloc_forLanguageTag(tag.c_str(), locale, sizeof locale, nullptr, &status);
  uloc_addLikelySubtags(locale, likely, sizeof likely, &status);
  uloc_getLanguage(likely, language, sizeof language, &status);
  uloc_getScript(likely, script, sizeof script, &status);
  return U_FAILURE(status) ? std::string() : std::string(language) + "-" + script;
}

std::string language_of_most(std::span<const SourceDocument> documents) {
  std::map<std::string_view, std::size_t> counts;
  for (const SourceDocument& document : documents) ++counts[document.language];
  const auto most = std::max_element(counts.begin(), counts.end(),
                                     [](auto& a, auto& b) { return a.second < b.second; });
  return most == counts.end() ? std::string() : std::string(most->first);
}

}  // namespace

LabelFinder::LabelFinder(std::string_view tag) {
  if (tag.empty()) return;
  tags_ = {std::string(tag), with_script(std::string(tag)),
           std::string(tag.substr(0, tag.find('-')))};
}

const std::string* LabelFinder::find(const Labels& labels) const {
  for (const std::string& tag : tags_)
    if (const auto found = labels.find(tag); found != labels.end()) return &found->second;
  return nullptr;
}

Captions::Captions(const Graph& graph, const Ontology& ontology, const ExportOptions& options)
    : ontology_(&ontology),
      entity_finder_(options.label_language),
      word_finder_(options.label_language.empty() ? language_of_most(graph.documents())
                                                  : options.label_language) {}

std::string_view Captions::entity(const Entity& entity) const {
  const std::string* label = entity_finder_.find(entity.labels);
  return label ? *label : entity.label;
}

std::string_view Captions::relation(const Relation& relation) const {
  const RelationType* type = ontology_->find_relation(relation.predicate);
  if (!type || type->open) return relation.label;
  const std::string* label = word_finder_.find(type->labels);
  return label ? *label : relation.label;
}

std::string_view Captions::type(std::string_view id) const {
  const EntityType* type = ontology_->find_type(id);
  const std::string* label = type ? word_finder_.find(type->labels) : nullptr;
  return label ? *label : id;
}

std::string_view Captions::term(std::string_view id) const {
  const std::string* label = word_finder_.find(ontology_->term(id));
  return label ? *label : id;
}

}  // namespace relata
