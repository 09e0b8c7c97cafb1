// SPDX-License-Identifier: Apache-2.0
// Plain text -> Draft. Doors: read_plain_text(), and calendar_date() for all formats.

#include <array>
#include <chrono>
#include <cstdio>
#include <utility>

#include "document/draft.hpp"
#include "document/layout.hpp"
#include "document/normalization.hpp"

namespace relata::document {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Up to `most` digits at `at`, which moves behind them; -1 if there are none.
int read_number(std::string_view text, std::size_t& at, std::size_t most) {
  int number = -1;
  for (std::size_t end = at + most; at < std::min(end, text.size()) && is_digit(text[at]); ++at)
    number = std::max(number, 0) * 10 + (text[at] - '0');
  return number;
}

}  // namespace

Draft read_plain_text(std::string&& input) {
  Draft draft;
  draft.input = std::move(input);
  draft.text = normalize(draft.input);
  draft.blocks = lay_out(draft.text);
  return draft;
}

std::string calendar_date(std::string_view text) {
  std::size_t at = 0;
  const int year = read_number(text, at, 4);
  if (at != 4) return {};
  const char mark = at < text.size() ? text[at] : '\0';
  const bool marked = mark == '-' || mark == '/' || mark == '.';
  at += marked;
  const int month = read_number(text, at, 2);
  if (marked && (at >= text.size() || text[at++] != mark)) return {};
  const int day = read_number(text, at, 2);
  if (month < 0 || day < 0 || (at < text.size() && is_digit(text[at]))) return {};
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (!date.ok()) return {};
  std::array<char, 32> written;
  std::snprintf(written.data(), written.size(), "%04d-%02d-%02d", year, month, day);
  return written.data();
}

}  // namespace relata::document
