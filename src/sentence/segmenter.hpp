// SPDX-License-Identifier: Apache-2.0
// Sentence text -> words.
#pragma once

#include <relata/document.hpp>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "sentence/lexicon.hpp"
#include "sentence/splitter.hpp"

namespace relata {

/// Cuts a sentence into tokens, with `span`, `form`, `lemma` (folded form) and no tags. Immutable.
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
  void cut_by_shape(const Document&, const std::vector<Letter>&, std::size_t first,
                    std::size_t last, Tokens&) const;
  std::size_t clitic_begin(std::string_view word) const;
  void append(const Document&, std::uint32_t begin, std::uint32_t end, Tokens&) const;

  const Language& language_;
  const Lexicon& lexicon_;
  const Marks& marks_;
  std::vector<std::string> clitics_;
};

}  // namespace relata
