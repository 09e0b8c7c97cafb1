// SPDX-License-Identifier: Apache-2.0
/// @file
/// Code points of UTF-8 text, for every stage that walks over letters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relata {

/// The code point at byte `i` of `text`; `i` moves behind it. A byte that begins no well-formed
/// sequence (RFC 3629) gives U+FFFD and is passed alone. REQUIRES: i < text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& i) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned char lead = byte(i++);
  if (lead < 0x80) return lead;
  const int more = lead >= 0xF0 && lead < 0xF5   ? 3
                   : lead >= 0xE0 && lead < 0xF0 ? 2
                   : lead >= 0xC2 && lead < 0xE0 ? 1
                                                 : 0;
  if (more == 0 || i + static_cast<std::size_t>(more) > text.size()) return 0xFFFD;
  char32_t c = lead & (0x3F >> more);
  for (int k = 0; k < more; ++k) {
    const unsigned char trail = byte(i + static_cast<std::size_t>(k));
    if ((trail & 0xC0) != 0x80) return 0xFFFD;
    c = (c << 6) | (trail & 0x3F);
  }
  const bool overlong = (more == 2 && c < 0x800) || (more == 3 && c < 0x10000);
  if (overlong || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) return 0xFFFD;
  i += static_cast<std::size_t>(more);
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
