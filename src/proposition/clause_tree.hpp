// SPDX-License-Identifier: Apache-2.0
// A dependency tree with what the clauses of a sentence need to know of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <relata/sentence.hpp>
#include <string_view>
#include <vector>

namespace relata {

/// Keeps a reference to the sentence. Words are indices of its tokens.
class ClauseTree {
 public:
  using Words = std::vector<std::size_t>;

  explicit ClauseTree(const Sentence& sentence);

  std::size_t size() const { return tokens_.size(); }
  const Token& token(std::size_t i) const { return tokens_[i]; }
  const Words& children(std::size_t i) const { return children_[i]; }
  /// The governor; size() for the root.
  std::size_t head(std::size_t i) const { return heads_[i]; }

  /// Whether the relation of `i` to its governor is `relation` or a subtype of it.
  bool is(std::size_t i, std::string_view relation) const;
  /// Whether it is just that.
  bool is_exactly(std::size_t i, std::string_view relation) const {
    return tokens_[i].deprel == relation;
  }
  /// Dependents of `i` with that relation or a subtype of it.
  Words dependents(std::size_t i, std::string_view relation) const;
  /// `i` and what is coordinated with it.
  Words coordinated(std::size_t i) const;

  bool is_predicate(std::size_t i) const;
  /// What a relative pronoun stands for; other words are themselves.
  std::size_t referent(std::size_t i) const;
  /// Who or what predicate `i` speaks of: its own subject, the noun that a relative clause
  /// modifies, or that of the verb above.
  Words subjects(std::size_t i) const { return subjects(i, 0); }
  /// Whether those are what something is done to.
  bool is_passive(std::size_t i) const;

 private:
  Words subjects(std::size_t i, std::size_t depth) const;
  bool is_relative_pronoun(std::size_t i) const;

  const std::vector<Token>& tokens_;
  std::vector<Words> children_;
  Words heads_;
};

}  // namespace relata
