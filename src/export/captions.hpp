// SPDX-License-Identifier: Apache-2.0
/// @file
/// What things are called in an output.
#pragma once

#include <relata/export.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// Finds the name in one language: "zh-TW" finds "zh-TW", then "zh-Hant", then "zh". Immutable.
class LabelFinder {
 public:
  /// `tag` is BCP 47; nothing is found if it is empty.
  explicit LabelFinder(std::string_view tag);

  /// Null if there is none.
  const std::string* find(const Labels& labels) const;

 private:
  std::vector<std::string> tags_;  // best first
};

/// The captions of a graph: entities in the language of the options, or as the documents write
/// them; the vocabulary in the language of the options, or of most documents. Immutable. Keeps a
/// reference to the ontology.
class Captions {
 public:
  Captions(const Graph& graph, const Ontology& ontology, const ExportOptions& options);

  std::string_view entity(const Entity& entity) const;
  /// An open relation is called by its own words.
  std::string_view relation(const Relation& relation) const;
  std::string_view type(std::string_view id) const;
  /// A word for a part of a statement; see Ontology::term.
  std::string_view term(std::string_view id) const;

 private:
  const Ontology* ontology_;
  LabelFinder entity_finder_, word_finder_;
};

}  // namespace relata
