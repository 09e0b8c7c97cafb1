// SPDX-License-Identifier: Apache-2.0
// Document -> stretches of text that are read as one sentence.
#pragma once

#include <relata/document.hpp>
#include <relata/language.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace relata {

/// What the marks of a text mean: pairs of quotation marks (quotes.tsv) and words that end with a
/// full stop (abbreviations.tsv). Immutable.
class Marks {
 public:
  /// Keeps a reference. Throws FormatError.
  explicit Marks(const Language& language);

  /// The mark that closes the quotation that `c` opens, or 0.
  char32_t closes(char32_t c) const {
    const auto found = quotes_.find(c);
    return found == quotes_.end() ? 0 : found->second;
  }
  bool is_closing(char32_t c) const { return closing_.count(c) != 0; }

  /// Whether the full stop after `word` belongs to it if `rest` of the text follows.
  bool keeps_stop(std::string_view word, std::string_view rest) const;
  /// Whether a sentence may end with the full stop of `word` although it keeps it: `rest` then
  /// begins with a word that a sentence often begins with.
  bool ends_sentence(std::string_view word, std::string_view rest) const;

 private:
  enum class Abbreviation { none, always, before_number, may_end };
  Abbreviation abbreviation(std::string_view word) const;

  const Language& language_;
  std::unordered_map<char32_t, char32_t> quotes_;
  std::unordered_set<char32_t> closing_;
  std::unordered_map<std::string, Abbreviation> abbreviations_;
};

/// The sentences of a block, without the blanks around them. A sentence ends with a terminal mark
/// (Unicode property Sentence_Terminal) and the closing marks that follow; a full stop of an
/// abbreviation, a number or an initial ends none, nor does a question in a quotation that the
/// sentence goes on after.
std::vector<Span> split_sentences(const Document& document, Span block, const Marks& marks);

/// The clauses of a heading, which blanks set apart where words are not.
std::vector<Span> split_heading(const Document& document, Span heading);

}  // namespace relata
