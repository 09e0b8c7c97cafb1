// SPDX-License-Identifier: Apache-2.0
// The words that make a phrase, and what they look like.
#pragma once

#include <relata/document.hpp>
#include <relata/language.hpp>
#include <set>
#include <string>
#include <unordered_set>

#include "proposition/clause_tree.hpp"

namespace relata {

/// Words of a sentence in its order.
using WordSet = std::set<std::size_t>;

/// What phrases need to know of a language. Immutable.
struct PhraseWords {
  explicit PhraseWords(const Language& language);

  std::unordered_set<std::string> negative, of, preposition;  ///< lemmas
  std::string copula;                                         ///< that an apposition leaves out
  bool spaced;
};

/// Makes phrases of the words of one sentence. Keeps references.
class Phrases {
 public:
  Phrases(const PhraseWords& words, const Document& document, const ClauseTree& tree)
      : words_(words), document_(document), tree_(tree) {}

  /// A noun with its modifiers and a name right behind it, without clauses, other appositions and
  /// what is coordinated.
  WordSet noun(std::size_t head) const;
  /// The same of a subject; "neither" and "nor" belong to it.
  WordSet subject(std::size_t head) const;
  /// Whether an apposition stands right behind its noun: "the singer X".
  bool is_beside(std::size_t head, std::size_t apposition) const;
  /// The preposition and the like of a noun.
  WordSet marks(std::size_t head) const;
  /// A word with all that depends on it, but clauses, appositions and what is coordinated.
  WordSet all(std::size_t head) const;
  /// A verb with its auxiliaries, negation and particles; below another verb with that verb's words
  /// ("agreed to visit").
  WordSet verb(std::size_t predicate) const;
  /// What an active clause has of it: no auxiliaries, no negation.
  WordSet bare_verb(std::size_t predicate) const;
  /// As the text has them; a gap becomes a blank in languages with spaces.
  std::string text(const WordSet& words) const;

 private:
  void add_below(std::size_t word, WordSet& words) const;

  const PhraseWords& words_;
  const Document& document_;
  const ClauseTree& tree_;
};

}  // namespace relata
