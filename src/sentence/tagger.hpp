// SPDX-License-Identifier: Apache-2.0
// Tokens -> parts of speech and lemmas.
#pragma once

#include <array>
#include <deque>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <string>
#include <vector>

#include "sentence/lexicon.hpp"

namespace relata {

/// A hidden Markov model over the analyses of the lexicon. Immutable.
class Tagger {
 public:
  /// Keeps a reference to `lexicon`. Reads tag_bigrams.tsv (without it the most frequent tag wins)
  /// and suffixes.tsv of the pack.
  Tagger(const Language& language, const Lexicon& lexicon);

  /// Sets `upos`, `xpos` and `lemma` of each token.
  void tag(std::vector<Token>& tokens) const;

 private:
  static constexpr std::size_t kTags = 17;
  /// What the end of an unknown word tells: "ies" -> VERB, replace by "y".
  struct Suffix {
    std::string ending, replacement;
    Upos upos;
  };

  /// The readings of the token at hand; `made` holds texts that the lexicon does not.
  struct Readings {
    std::vector<Lexicon::Analysis> all;
    std::deque<std::string> made;
  };

  /// Append the readings of `token` to `readings.all`.
  void read(const Token& token, bool first, Readings& readings) const;
  void guess(const Token& token, std::string_view word, Readings& readings) const;
  /// The lemma if `word` had `suffix`; empty if it is too short for it or ends otherwise.
  std::string lemma(std::string_view word, const Suffix& suffix) const;

  const Lexicon& lexicon_;
  bool lower_case_ = false;  // lexicon entries are in lower case
  std::array<std::array<float, kTags + 1>, kTags + 1>
      transition_{};              // log P(next | tag); last: border
  std::vector<Suffix> suffixes_;  // longest first
};

}  // namespace relata
