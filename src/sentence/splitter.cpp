// SPDX-License-Identifier: Apache-2.0
// Sentence boundaries after Unicode Standard Annex 29, section 5, with the pack's abbreviations
// and without a break before a lower-case letter.

#include "sentence/splitter.hpp"

#include <unicode/uchar.h>

#include <relata/error.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

bool is_terminal(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) || c == 0x2026;
}

// Reads forward over one block.
class Splitter {
 public:
  Splitter(std::string_view text, Span block, const Marks& marks)
      : text_(text.substr(0, block.end)), marks_(marks), begin_(block.begin), i_(block.begin) {}

  std::vector<Span> split() {
    while (i_ < text_.size()) {
      const std::size_t at = i_;
      const char32_t c = next();
      if (!is_terminal(c)) continue;
      skip_closing();
      if (ends_sentence(c, at)) finish(i_);
    }
    finish(text_.size());
    return std::move(sentences_);
  }

 private:
  char32_t next() { return next_code_point(text_, i_); }

  // More terminal marks, closing quotation marks and brackets belong to the sentence.
  void skip_closing() {
    while (i_ < text_.size()) {
      const char32_t c = code_point_at(text_, i_);
      const auto category = u_charType(static_cast<UChar32>(c));
      const bool closing = is_terminal(c) || marks_.is_closing(c) ||
                           category == U_END_PUNCTUATION || category == U_FINAL_PUNCTUATION;
      if (!closing) return;
      next();
    }
  }

  bool ends_sentence(char32_t mark, std::size_t at) const {
    if (mark >= 0x3000) return true;  // ideographic marks stand without a space
    std::size_t after = i_;
    while (after < text_.size() &&
           u_isUWhiteSpace(static_cast<UChar32>(code_point_at(text_, after))))
      next_code_point(text_, after);
    if (after == text_.size()) return true;
    const char32_t following = code_point_at(text_, after);
    if (u_islower(static_cast<UChar32>(following))) return false;
    if (following >= 0x2E80) return mark != '.' || after > i_;
    if (after == i_) return false;
    return mark != '.' || !ends_abbreviation(at);
  }

  // Whether the full stop at `at` belongs to the word before it: "Dr.", "U.S.", "J.".
  bool ends_abbreviation(std::size_t at) const {
    std::size_t begin = at;
    while (begin > begin_ && !u_isUWhiteSpace(static_cast<unsigned char>(text_[begin - 1])) &&
           text_[begin - 1] != '(' && text_[begin - 1] != '"')
      --begin;
    const std::string_view word = text_.substr(begin, at - begin);
    const bool initial = word.size() == 1 && u_isupper(static_cast<unsigned char>(word[0]));
    return initial || marks_.is_abbreviation(word);
  }

  void finish(std::size_t end) {
    std::size_t begin = begin_;
    begin_ = end;
    const auto blank = [&](std::size_t at) {
      return u_isUWhiteSpace(static_cast<UChar32>(code_point_at(text_, at)));
    };
    while (begin < end && blank(begin)) next_code_point(text_, begin);
    while (end > begin && blank(previous_code_point(text_, end)))
      end = previous_code_point(text_, end);
    if (begin < end)
      sentences_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  std::string_view text_;
  const Marks& marks_;
  std::size_t begin_;  // of the sentence
  std::size_t i_;      // the next code point
  std::vector<Span> sentences_;
};

}  // namespace

Marks::Marks(const Language& language) {
  const Language::Table quotes = language.table("quotes.tsv", 2);
  for (const auto& row : quotes.rows) {
    const char32_t open = code_point_at(row.cells[0], 0), close = code_point_at(row.cells[1], 0);
    if (open == 0 || close == 0) throw FormatError(quotes.path, row.line, "want two marks");
    quotes_.emplace(open, close);
    closing_.insert(close);
  }
  for (const auto& row : language.table("abbreviations.tsv", 1).rows)
    abbreviations_.emplace(row.cells[0]);
}

bool Marks::is_abbreviation(std::string_view word) const {
  if (abbreviations_.count(std::string(word)) != 0) return true;
  // Letters with full stops between them: "U.S", "a.m".
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 1 ? word[i] != '.' : !u_isalpha(static_cast<unsigned char>(word[i]))) return false;
  return true;
}

std::vector<Span> split_sentences(const Document& document, Span block, const Marks& marks) {
  return Splitter(document.text, block, marks).split();
}

}  // namespace relata
