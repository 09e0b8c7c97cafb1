// SPDX-License-Identifier: Apache-2.0
// Sentence text -> words.
#pragma once

#include <relata/document.hpp>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sentence/lexicon.hpp"
#include "sentence/splitter.hpp"

namespace relata {

/// Cuts a sentence into tokens, with `span`, `form`, `lemma` (folded form, with straight
/// apostrophes) and no tags. Immutable.
class Segmenter {
 public:
  /// Keeps references. Reads clitics.tsv of the pack.
  Segmenter(const Language& language, const Lexicon& lexicon, const Marks& marks);

  std::vector<Token> segment(const Document& document, Span sentence) const;

 private:
  /// A code point with its place in the document and its folded form.
  struct Letter {
    char32_t folded;
    std::uint32_t begin, end;
  };

  using Tokens = std::vector<Token>;
  void cut_by_lexicon(const Document&, const std::vector<Letter>&, std::size_t first,
                      std::size_t last, Tokens&) const;
  std::size_t cut_by_shape(const Document&, const std::vector<Letter>&, std::size_t first,
                           Tokens&) const;
  std::size_t word_end(const Document&, const std::vector<Letter>&, std::size_t i) const;
  std::size_t clitic_begin(const std::vector<Letter>&, std::size_t first, std::size_t last) const;
  std::size_t clitic_end(const std::vector<Letter>&, std::size_t first) const;
  void append(const Document&, const std::vector<Letter>&, std::size_t first, std::size_t last,
              Tokens&) const;

  const Language& language_;
  const Lexicon& lexicon_;
  const Marks& marks_;
  std::vector<std::string> clitics_;                               // longest first
  std::vector<std::pair<std::string, std::string>> contractions_;  // "can", "not"
};

}  // namespace relata
