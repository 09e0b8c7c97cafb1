// SPDX-License-Identifier: Apache-2.0
// Sentence boundaries after Unicode Standard Annex 29, section 5, with the pack's abbreviations
// and without a break before a lower-case letter.

#include "sentence/splitter.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr char32_t kEllipsis = 0x2026;

bool is_terminal(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) || c == kEllipsis;
}

bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }

// A full stop in any width.
bool is_stop(char32_t c) { return c == '.' || c == 0x2024 || c == 0xFE52 || c == 0xFF0E; }

// Announces a quotation if it stands before it.
bool introduces(char32_t c) { return c == ':' || c == ',' || c == 0xFF1A || c == 0xFF0C; }

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
      quoted_ = false;
      const char32_t strongest = std::max(is_stop(c) ? U'.' : c, skip_closing());
      if (ends_sentence(strongest, at)) finish(i_);
    }
    finish(text_.size());
    return std::move(sentences_);
  }

 private:
  char32_t next() {
    const char32_t c = next_code_point(text_, i_);
    if (const char32_t close = marks_.closes(c); close != 0 && c != '\'') {  // no apostrophes
      open_ = close == c && !open_;
      if (close != c || open_) introduced_ = introduces(previous_);
    }
    if (!is_blank(c)) previous_ = c;
    return c;
  }

  // More terminal marks, closing quotation marks and brackets belong to the sentence. Returns the
  // terminal mark among them that ends a sentence for the surest.
  char32_t skip_closing() {
    char32_t strongest = 0;
    while (i_ < text_.size()) {
      const char32_t c = code_point_at(text_, i_);
      const auto category = u_charType(static_cast<UChar32>(c));
      const bool quote = marks_.closes(c) == c ? closes_here(c) : marks_.is_closing(c);
      if (!is_terminal(c) && !quote && category != U_END_PUNCTUATION &&
          category != U_FINAL_PUNCTUATION)
        break;
      if (is_terminal(c)) strongest = std::max(strongest, is_stop(c) ? U'.' : c);
      quoted_ = quoted_ || quote;
      next();
    }
    return strongest;
  }

  // Whether the mark at hand, which opens like it closes, is meant to close.
  bool closes_here(char32_t c) const {
    if (c != '\'') return open_;
    return !u_isalnum(static_cast<UChar32>(code_point_at(text_, i_ + 1)));
  }

  bool ends_sentence(char32_t mark, std::size_t at) const {
    std::size_t after = i_;
    while (after < text_.size() && is_blank(code_point_at(text_, after)))
      next_code_point(text_, after);
    if (after == text_.size()) return true;
    const bool joined = after == i_;
    const char32_t following = code_point_at(text_, after);
    const bool ideographic = following >= 0x2E80;
    if (mark >= 0x3000 || (ideographic && joined && mark != '.' && mark != kEllipsis)) {
      // "Why?" he asked, but: He asked: "Why?" The full stop ends the sentence with the quotation.
      const bool goes_on = quoted_ && joined && !introduced_ && mark != 0x3002 && mark != 0xFF61;
      return !goes_on;
    }
    if (joined || u_islower(static_cast<UChar32>(following))) return false;
    return mark != '.' || !belongs_to_word(at);
  }

  // Whether the full stop at `at` does not end the sentence: "Dr.", "U.S.", "J.", "2.".
  bool belongs_to_word(std::size_t at) const {
    std::size_t begin = at;
    const auto inner = [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.';
    };
    while (begin > begin_ && inner(text_[begin - 1])) --begin;
    const std::string_view word = text_.substr(begin, at - begin);
    const std::string_view rest = text_.substr(i_);
    if (marks_.keeps_stop(word, rest)) return !marks_.ends_sentence(word, rest);
    return number_of_item(begin, at);
  }

  // "2. Japan": a number alone at the beginning.
  bool number_of_item(std::size_t begin, std::size_t end) const {
    if (begin == end || end - begin > 3) return false;
    for (std::size_t i = begin; i < end; ++i)
      if (text_[i] < '0' || text_[i] > '9') return false;
    for (std::size_t i = begin_; i < begin; next_code_point(text_, i))
      if (!is_blank(code_point_at(text_, i))) return false;
    return true;
  }

  void finish(std::size_t end) {
    std::size_t begin = begin_;
    begin_ = end;
    const auto blank = [&](std::size_t at) { return is_blank(code_point_at(text_, at)); };
    while (begin < end && blank(begin)) next_code_point(text_, begin);
    while (end > begin && blank(previous_code_point(text_, end)))
      end = previous_code_point(text_, end);
    if (begin < end)
      sentences_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }

  std::string_view text_;
  const Marks& marks_;
  std::size_t begin_;        // of the sentence
  std::size_t i_;            // the next code point
  char32_t previous_ = 0;    // the code point before, blanks aside
  bool open_ = false;        // a mark that closes like it opens
  bool introduced_ = false;  // the last quotation, by a colon or a comma
  bool quoted_ = false;      // the terminal marks at hand stand in a quotation
  std::vector<Span> sentences_;
};

bool is_ideographic(char32_t c) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_IDEOGRAPHIC);
}

}  // namespace

std::vector<Span> split_heading(const Document& document, Span heading) {
  const std::string_view text = std::string_view(document.text).substr(0, heading.end);
  std::vector<Span> parts;
  std::uint32_t begin = heading.begin, end = begin;
  char32_t last = 0;  // before blanks
  for (std::size_t i = begin; i < text.size();) {
    const auto at = static_cast<std::uint32_t>(i);
    const char32_t c = next_code_point(text, i);
    if (is_blank(c)) continue;
    if (at > end && is_ideographic(last) && is_ideographic(c)) {
      parts.push_back({begin, end});
      begin = at;
    }
    last = c;
    end = static_cast<std::uint32_t>(i);
  }
  parts.push_back({begin, end});
  return parts;
}

std::vector<Span> split_sentences(const Document& document, Span block, const Marks& marks) {
  return Splitter(document.text, block, marks).split();
}

}  // namespace relata
