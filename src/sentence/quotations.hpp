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

#include "sentence/quotation_marks.hpp"
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
  using Tokens = std::vector<Token>;
  struct Text;  // the document at hand

  bool says(const Token& token) const;
  Span speaker_before(const Text&, const Marked& quote, Span around) const;
  Span speaker_after(const Text&, const Marked& quote, Span around) const;
  Span subject(const Tokens&, std::size_t begin, std::size_t verb) const;
  Span clause_after(const Tokens&, std::size_t begin, std::size_t end) const;
  bool continues(const Text&, const Marked& quote, const Marked& last) const;
  bool is_whole(const Text&, const Marked& quote) const;
  bool is_told(const Text&, const Marked& quote) const;

  const Marks& marks_;
  bool spaced_;
  std::unordered_set<std::string> says_;
};

}  // namespace relata
