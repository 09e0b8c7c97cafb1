// SPDX-License-Identifier: Apache-2.0
#include <unicode/uchar.h>

#include <relata/error.hpp>
#include <relata/utf8.hpp>

#include "sentence/splitter.hpp"

namespace relata {
namespace {

std::string_view without_blanks(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size() && u_isUWhiteSpace(static_cast<UChar32>(code_point_at(text, i))))
    next_code_point(text, i);
  return text.substr(i);
}

bool is_letter(char c) { return u_isalpha(static_cast<unsigned char>(c)) && c >= 0; }

}  // namespace

Marks::Marks(const Language& language) : language_(language) {
  const Language::Table quotes = language.table("quotes.tsv", 2);
  for (const auto& row : quotes.rows) {
    const char32_t open = code_point_at(row.cells[0], 0), close = code_point_at(row.cells[1], 0);
    if (open == 0 || close == 0) throw FormatError(quotes.path, row.line, "want two marks");
    quotes_.emplace(open, close);
    closing_.insert(close);
  }
  const Language::Table words = language.table("abbreviations.tsv", 1);
  for (const auto& row : words.rows) {
    Abbreviation kind = Abbreviation::always;
    if (row.cells.size() > 1) {
      if (row.cells[1] != "number" && row.cells[1] != "end")
        throw FormatError(words.path, row.line, "want 'number' or 'end' after the word");
      kind = row.cells[1] == "end" ? Abbreviation::may_end : Abbreviation::before_number;
    }
    abbreviations_.emplace(row.cells[0], kind);
  }
}

Marks::Abbreviation Marks::abbreviation(std::string_view word) const {
  const auto found = abbreviations_.find(std::string(word));
  if (found != abbreviations_.end()) return found->second;
  if (word.size() == 1 && word[0] >= 'A' && word[0] <= 'Z') return Abbreviation::may_end;
  // Letters with full stops between them: "U.S", "a.m".
  if (word.size() < 3 || word.size() % 2 == 0) return Abbreviation::none;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (i % 2 == 1 ? word[i] != '.' : !is_letter(word[i])) return Abbreviation::none;
  return Abbreviation::may_end;
}

bool Marks::keeps_stop(std::string_view word, std::string_view rest) const {
  const Abbreviation kind = abbreviation(word);
  rest = without_blanks(rest);
  if (kind == Abbreviation::before_number)
    return u_isdigit(static_cast<UChar32>(code_point_at(rest, 0)));
  // The letter at the end of a sentence is no initial.
  if (word.size() == 1) return kind != Abbreviation::none && !rest.empty();
  return kind != Abbreviation::none;
}

bool Marks::ends_sentence(std::string_view word, std::string_view rest) const {
  if (abbreviation(word) != Abbreviation::may_end) return false;
  rest = without_blanks(rest);
  std::size_t size = 0;
  while (size < rest.size() && is_letter(rest[size])) ++size;
  if (size < 2 || rest[0] < 'A' || rest[0] > 'Z') return false;
  std::string next(rest.substr(0, size));
  next[0] = static_cast<char>(next[0] - 'A' + 'a');
  return language_.is_frequent(next);
}

}  // namespace relata
