// SPDX-License-Identifier: Apache-2.0
// Who speaks: quotations over several sentences and paragraphs, and the words that name the
// speaker.
#pragma once

#include <relata/document.hpp>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <string>
#include <unordered_set>
#include <vector>

#include "sentence/splitter.hpp"

namespace relata {

/// Finds quotations. Immutable.
class QuotationFinder {
 public:
  /// Keeps a reference to `marks`. Reads the class "say" of the pack's classes.tsv.
  QuotationFinder(const Language& language, const Marks& marks);

  /// Fill Sentence::quotations of all sentences of a document.
  void find(const Document& document, std::vector<Sentence>& sentences) const;

 private:
  /// A pair of quotation marks in the document, or the open rest of a paragraph.
  struct Marked {
    Span inner;
    std::uint32_t depth = 1;
    bool closed = false;
    std::uint32_t paragraph = 0;
  };
  struct Position {
    std::size_t sentence, token;
  };

  std::vector<Marked> marked(const Document&, const std::vector<Sentence>&) const;
  Span speaker_before(const std::vector<Sentence>&, Position open) const;
  Span speaker_after(const std::vector<Sentence>&, Position close) const;
  bool says(const Token& token) const { return says_.count(token.lemma) != 0; }

  const Marks& marks_;
  std::unordered_set<std::string> says_;
};

}  // namespace relata
