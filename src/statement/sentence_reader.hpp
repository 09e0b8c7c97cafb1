// SPDX-License-Identifier: Apache-2.0
// One sentence: runs the phases of rules over its items and collects what they state.
#pragma once

#include <cstdint>
#include <relata/document.hpp>
#include <relata/mention.hpp>
#include <relata/ontology.hpp>
#include <relata/sentence.hpp>
#include <relata/statement.hpp>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "statement/items.hpp"
#include "statement/matcher.hpp"
#include "statement/qualifiers.hpp"
#include "statement/rules.hpp"

namespace relata {

/// What all sentences of a language share.
struct ExtractionKnowledge {
  const Ontology& ontology;
  const std::vector<Phase>& phases;
  const QualifierReader& qualifiers;
};

/// Reads the sentences of one document, one after the other, and adds what they state to
/// `statements`.
class SentenceReader {
 public:
  SentenceReader(const ExtractionKnowledge& knowledge, const Document& document,
                 const Mentions& mentions, Statements& statements, Explanation* explanation)
      : knowledge_(knowledge),
        document_(document),
        mentions_(mentions),
        statements_(statements),
        explanation_(explanation) {}

  void read(const Sentence& sentence, std::vector<Item> items,
            const std::vector<TimeExpression>& times);

 private:
  /// One entity at one place; `item` for what no mention names.
  struct Named {
    std::uint32_t entity;
    std::uint32_t government;  ///< what a capital stands for where it acts
    Span span;
    double confidence;
  };
  /// What a rule adds to a relation.
  struct Wording {
    std::string label, aspect;
    double confidence;
    bool fact;  ///< told by a name or a title, no event
  };
  /// A statement with the place of its verb, until it is known who says it.
  struct Draft {
    Statement statement;
    std::uint32_t token = 0;
    Span verb;
    bool fact = false;  ///< told by a name or a title, no event
  };
  /// Tokens [first, last) are what `mention` says.
  struct Source {
    std::uint32_t first, last, begin;
    const Mention* mention;
  };

  void run(const Phase& phase);
  std::size_t step(const Phase& phase, std::size_t i);
  bool perform(const Rule& rule, const Match& match, std::size_t trigger);
  void add_source(const Rule& rule, const Action& action, const Match& match);
  void relate(const Rule& rule, const Action& action, const Match& match, std::size_t trigger);
  void state_all(const Rule& rule, const Action& action, const Match& match, std::size_t trigger,
                 const RelationType& relation, const Frame& frame);
  Scope scope_of(const Action& action, const Match& match, std::size_t trigger) const;
  bool is_fact(const Action& action, const Match& match, std::size_t trigger) const;
  void state(const Rule& rule, const RelationType& relation, Named subject, Named object,
             const Scope& scope, const Wording& wording);
  std::string words(const Match& match, int variable) const;
  std::vector<Named> named(int variable, const Match& match, bool owners);
  void name_item(const Item& item, bool owners, std::vector<Named>& result);
  void chunk(const Action& action, const Match& match);
  void attribute(Draft& draft) const;
  void finish();
  Span span(const Item& item) const;
  /// `words` are put behind the step.
  void explain(std::string step, Span words = {}) const;

  const ExtractionKnowledge& knowledge_;
  const Document& document_;
  const Mentions& mentions_;
  Statements& statements_;
  Explanation* explanation_;

  const Sentence* sentence_ = nullptr;
  const std::vector<TimeExpression>* times_ = nullptr;
  std::vector<Item> items_;
  std::vector<Draft> drafts_;
  std::vector<Source> sources_;
  std::vector<Named> topic_;
  std::set<std::uint32_t> fired_;  // first tokens of triggers that some rule has used
};

}  // namespace relata
