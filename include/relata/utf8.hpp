// SPDX-License-Identifier: Apache-2.0
/// @file
/// Code points of UTF-8 text, for every stage that walks over letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relata {

/// The code point at byte `i` of `text`; `i` moves behind it. Bytes that are no well-formed
/// sequence (RFC 3629) give U+FFFD, once for as many as could begin one (Unicode, section 3.9).
/// REQUIRES: i < text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& i) {
  const auto lead = static_cast<unsigned char>(text[i++]);
  if (lead < 0x80) return lead;
  if (lead < 0xC2 || lead > 0xF4) return 0xFFFD;
  const int more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  // The second byte tells overlong forms, surrogates and what is above U+10FFFF.
  unsigned char least = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned char most = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  char32_t c = lead & (0x3F >> more);
  for (int k = 0; k < more; ++k, ++i, least = 0x80, most = 0xBF) {
    const auto trail = static_cast<unsigned char>(i < text.size() ? text[i] : 0);
    if (trail < least || trail > most) return 0xFFFD;
    c = (c << 6) | (trail & 0x3F);
  }
  return c;
}

/// The code point at byte `i` of `text`, 0 behind its end.
inline char32_t code_point_at(std::string_view text, std::size_t i) {
  return i < text.size() ? next_code_point(text, i) : 0;
}

/// The first byte of the code point that ends before byte `i`. REQUIRES: i > 0.
inline std::size_t previous_code_point(std::string_view text, std::size_t i) {
  do --i;
  while (i > 0 && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80);
  return i;
}

/// Append `c` to `text`. REQUIRES: c is a Unicode scalar value.
inline void append_code_point(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | (c >> 6));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | (c >> 12));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    text += static_cast<char>(0xF0 | (c >> 18));
    text += static_cast<char>(0x80 | ((c >> 12) & 0x3F));
    text += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
    text += static_cast<char>(0x80 | (c & 0x3F));
  }
}

/// How many code points `text` has.
inline std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < text.size(); ++count) next_code_point(text, i);
  return count;
}

}  // namespace relata
