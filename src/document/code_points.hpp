// SPDX-License-Identifier: Apache-2.0
/// @file
/// What Unicode says about code points, and white space in UTF-8. Texts are below 2 GiB.
#pragma once

#include <unicode/uchar.h>

#include <algorithm>
#include <cstdint>
#include <relata/utf8.hpp>
#include <string>
#include <string_view>

namespace relata::document {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kLongestText = INT32_MAX;  // ICU counts in int32_t

/// The code point that ends before byte `at`, which moves to its begin. What is no well-formed
/// sequence is passed byte by byte, as next_code_point passes it.
inline char32_t take_previous_code_point(std::string_view text, std::size_t& at) {
  const std::size_t end = at;
  at = relata::previous_code_point(text, at);
  std::size_t behind = at;
  const char32_t c = next_code_point(text, behind);
  if (behind == end) return c;
  at = end - 1;
  return 0xFFFD;
}

inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }
/// Begins a sequence of several bytes.
inline bool is_lead(char byte) {
  const auto value = static_cast<unsigned char>(byte);
  return value >= 0xC2 && value <= 0xF4;
}
inline bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

/// Ends a line, by Unicode Standard Annex 14: LF, VT, FF, CR, NEL, LS, PS.
inline bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// `text` without white space at its ends.
inline std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0, end = text.size();
  for (std::size_t at = 0; at < end && is_blank(next_code_point(text, at));) begin = at;
  for (std::size_t at = end; at > begin && is_blank(take_previous_code_point(text, at));) end = at;
  return text.substr(begin, end - begin);
}

/// The number of the line, from 1, in which byte `at` stands.
inline std::size_t line_of(std::string_view text, std::size_t at) {
  const std::string_view before = text.substr(0, at);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

/// Columns that `c` takes in a fixed-width font: 2 for ideographs, 0 for combining marks.
inline int columns(char32_t c) {
  if (c < 0x300) return 1;
  if (u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK) return 0;
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

/// Whether `c` belongs to a script that sets no spaces between words. Hangul is wide but spaced.
inline bool is_unspaced(char32_t c) {
  return c >= 0x2E80 && columns(c) == 2 && !(c >= 0xAC00 && c <= 0xD7FF) &&
         !(c >= 0x3130 && c <= 0x318F);
}

}  // namespace relata::document
