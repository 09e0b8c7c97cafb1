// SPDX-License-Identifier: Apache-2.0
// What the rules state of one sentence, until it is known who says it.
#pragma once

#include <cstdint>
#include <relata/document.hpp>
#include <relata/mention.hpp>
#include <relata/ontology.hpp>
#include <relata/sentence.hpp>
#include <relata/statement.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "statement/items.hpp"
#include "statement/rules.hpp"
#include "statement/times.hpp"

namespace relata {

/// One entity at one place.
struct Named {
  std::uint32_t entity;
  std::uint32_t government;  ///< what a capital stands for where it acts
  Span span;
  double confidence;
  std::uint32_t owner = Mention::kNone;  ///< whose the thing without a name is
};

/// How a rule states a relation.
struct Circumstances {
  std::string_view rule;
  const Item* verb = nullptr;  ///< the words that name the relation
  Qualifiers qualifiers;       ///< polarity, modality and aspect
  const Item* time = nullptr;
  const Item* place = nullptr;
  std::string label;  ///< empty: the relation's own
  double confidence = 1;
  bool fact = false;  ///< told by a name or a title, no event: nobody need have said it
};

/// Collects the statements of one sentence after the other.
class Drafts {
 public:
  /// Keeps references. `explanation` may be null.
  Drafts(const Ontology& ontology, const Document& document, const Mentions& mentions,
         Statements& statements, Explanation* explanation)
      : ontology_(ontology),
        document_(document),
        mentions_(mentions),
        statements_(statements),
        explanation_(explanation) {}

  void begin(const Sentence& sentence, const std::vector<TimeExpression>& times);

  /// Append the entities that an item names, or those who stand behind it (`owners`). A noun that
  /// is no mention becomes a Concept.
  void name(const Item& item, bool owners, std::vector<Named>& result);
  /// The country that the text is about, if there is one.
  std::vector<Named> setting() const;
  /// Whom rules mean by `remembered`, in this sentence and those after it.
  void remember(std::vector<Named> named) { remembered_ = std::move(named); }
  const std::vector<Named>& remembered() const { return remembered_; }
  /// The meeting or contest that rules mean by `occasion`, likewise.
  void set_occasion(std::vector<Named> named) { occasion_ = std::move(named); }
  const std::vector<Named>& occasion() const { return occasion_; }
  /// The body or place named last before byte `end` whose name ends with the character before the
  /// last one of a title; nothing if there is none.
  std::vector<Named> seat(std::size_t end, std::string_view title) const;
  void state(const RelationType& relation, Named subject, Named object,
             const Circumstances& circumstances);
  /// State `relation` of each of `xs` and each of `ys`, or of each pair where they are the same
  /// variable, as `action` and `frame` want it.
  void state_all(const Action& action, const RelationType& relation, const Frame& frame,
                 std::vector<Named> xs, std::vector<Named> ys, Circumstances circumstances);
  /// Tokens [first, last) are what `source` says; of several the one with the last `begin` is
  /// right.
  void add_source(std::uint32_t first, std::uint32_t last, std::uint32_t begin, const Named& source,
                  bool pronoun);

  /// How many are stated of this sentence.
  std::size_t size() const { return drafts_.size(); }
  /// Give the statements of the sentence away.
  void finish();

  Span span(const Item& item) const;
  /// Append the words of an item to a phrase.
  void append_words(const Item& item, std::string& phrase) const;
  /// `words` are put behind the step.
  void explain(std::string step, Span words = {}) const;
  bool explains() const { return explanation_ != nullptr; }

 private:
  struct Draft {
    Statement statement;
    std::uint32_t token = 0;  ///< of the verb
    Span verb;
    bool fact = false;
  };
  struct Source {
    std::uint32_t first, last, begin;
    Named named;
    bool pronoun;
  };
  /// The countries that actors are of, where the document names them.
  std::vector<Named> homes(const std::vector<Named>& actors) const;
  void attribute(Draft& draft) const;
  void drop_what_is_told_better();

  const Ontology& ontology_;
  const Document& document_;
  const Mentions& mentions_;
  Statements& statements_;
  Explanation* explanation_;
  const Sentence* sentence_ = nullptr;
  const std::vector<TimeExpression>* times_ = nullptr;
  std::vector<Draft> drafts_;
  std::vector<Source> sources_;
  std::vector<Named> remembered_, occasion_;
};

}  // namespace relata
