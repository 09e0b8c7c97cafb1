// SPDX-License-Identifier: Apache-2.0
// One sentence by its tree: gives items their roles and states what the patterns over them find.
#pragma once

#include <cstdint>
#include <relata/sentence.hpp>
#include <set>
#include <span>
#include <vector>

#include "statement/drafts.hpp"
#include "statement/item_tree.hpp"
#include "statement/qualifiers.hpp"
#include "statement/rules.hpp"

namespace relata {

/// Reads the trees of a language. Immutable.
class TreeReader {
 public:
  /// Keeps references.
  TreeReader(const Ontology& ontology, const Rules& rules, const QualifierReader& qualifiers,
             const ClassTable& classes);

  /// Add what `trees` find in the tree of a sentence to `drafts`. Returns the first tokens of the
  /// words whose relation is told.
  std::set<std::uint32_t> read(const std::vector<Rule>& trees, const Sentence& sentence,
                               std::vector<Item> items, Drafts& drafts) const;

 private:
  struct Reading;

  void add_roles(Reading& reading) const;
  bool apply(const Rule& rule, std::uint32_t item, Reading& reading) const;
  void add_source(const Action& action, Reading& reading) const;
  void relate(const Rule& rule, const Action& action, std::uint32_t item, Reading& reading) const;
  Circumstances circumstances(const Rule& rule, const Action& action, std::uint32_t item,
                              const Reading& reading) const;

  const Ontology& ontology_;
  const Rules& rules_;
  const QualifierReader& qualifiers_;
  std::uint16_t same_, also_, owner_;
  std::uint16_t owned_;  // class
};

}  // namespace relata
