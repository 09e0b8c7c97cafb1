// SPDX-License-Identifier: Apache-2.0
/// @file
/// Walking UTF-8 by code points, and what Unicode says about them. Texts are below 2 GiB.
#pragma once

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace relata::document {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kLongestText = INT32_MAX;  // ICU counts in int32_t

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wconversion"  // within ICU's macro

/// The code point at byte `at`, which moves behind it; U+FFFD for what is not UTF-8.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  auto i = static_cast<int32_t>(at);
  UChar32 c = 0;
  U8_NEXT_OR_FFFD(text.data(), i, static_cast<int32_t>(text.size()), c);
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

#pragma GCC diagnostic pop

/// The code point that ends before byte `at`, which moves to its begin.
inline char32_t previous_code_point(std::string_view text, std::size_t& at) {
  auto i = static_cast<int32_t>(at);
  UChar32 c = 0;
  U8_PREV_OR_FFFD(text.data(), 0, i, c);
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

inline void append_code_point(std::string& text, char32_t c) {
  char bytes[4];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, static_cast<UChar32>(c));
  text.append(bytes, static_cast<std::size_t>(length));
}

inline bool is_continuation(char byte) { return U8_IS_TRAIL(byte); }
inline bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

/// Ends a line, by Unicode Standard Annex 14: LF, VT, FF, CR, NEL, LS, PS.
inline bool is_line_end(char32_t c) {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// `text` without white space at its ends.
inline std::string_view trimmed(std::string_view text) {
  std::size_t begin = 0, end = text.size();
  for (std::size_t at = 0; at < end && is_blank(next_code_point(text, at));) begin = at;
  for (std::size_t at = end; at > begin && is_blank(previous_code_point(text, at));) end = at;
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
