// SPDX-License-Identifier: Apache-2.0
// One sentence: runs the phases of rules over its items.
#pragma once

#include <cstdint>
#include <relata/ontology.hpp>
#include <relata/sentence.hpp>
#include <set>
#include <string>
#include <vector>

#include "statement/drafts.hpp"
#include "statement/items.hpp"
#include "statement/matcher.hpp"
#include "statement/qualifiers.hpp"
#include "statement/rules.hpp"
#include "statement/tree_reader.hpp"

namespace relata {

/// Reads the sentences of one document, one after the other.
class Cascade {
 public:
  /// Keeps references.
  Cascade(const Ontology& ontology, const std::vector<Phase>& phases,
          const QualifierReader& qualifiers, const TreeReader& trees, Drafts& drafts)
      : ontology_(ontology),
        phases_(phases),
        qualifiers_(qualifiers),
        trees_(trees),
        drafts_(drafts) {}

  /// Add what a sentence states to the drafts. Words whose relation the tree has told state nothing
  /// more by the words around them.
  void read(const Sentence& sentence, std::vector<Item> items);

 private:
  void run(const Phase& phase);
  std::size_t step(const Phase& phase, std::size_t i);
  bool perform(const Rule& rule, const Match& match, std::size_t trigger);
  void add_source(const Rule& rule, const Action& action, const Match& match);
  void relate(const Rule& rule, const Action& action, const Match& match, std::size_t trigger);
  void state_all(const Rule& rule, const Action& action, const Match& match, std::size_t trigger,
                 const RelationType& relation, const Frame& frame);
  Circumstances circumstances(const Rule& rule, const Action& action, const Match& match,
                              std::size_t trigger) const;
  Scope scope_of(const Action& action, const Match& match, std::size_t trigger) const;
  bool is_fact(const Action& action, const Match& match, std::size_t trigger) const;
  std::string words(const Match& match, int variable) const;
  std::vector<Named> seats(const Action& action, const Match& match) const;
  std::vector<Named> named(int variable, const Match& match, bool owners);
  void chunk(const Action& action, const Match& match);
  void set_topic(const Action& action, const Match& match);
  void insert(const Action& action, const Match& match);

  const Ontology& ontology_;
  const std::vector<Phase>& phases_;
  const QualifierReader& qualifiers_;
  const TreeReader& trees_;
  Drafts& drafts_;

  const Sentence* sentence_ = nullptr;
  std::vector<Item> items_;
  std::size_t inserted_ = 0;      // items that are only understood
  std::vector<Item> topic_;       // and the words that join them
  std::vector<Item> main_topic_;  // the first of the sentence: what the next may speak of
  std::uint32_t paragraph_ = 0;
  std::set<std::uint32_t> told_;   // first tokens of triggers whose relation the tree tells
  std::set<std::uint32_t> fired_;  // and of those that some rule has used
};

}  // namespace relata
