// SPDX-License-Identifier: Apache-2.0
/// @file
/// Walking over UTF-8 that may be malformed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relata {

/// A code point and the bytes that stand for it.
struct CodePoint {
  char32_t c;
  std::string_view bytes;
};

/// The code point at `text[i]`, which is moved behind it; U+FFFD for a malformed sequence.
CodePoint next_code_point(std::string_view text, std::size_t& i);

/// Call `use(code point, its bytes)` for each of `text`.
template <typename Use>
void for_each_code_point(std::string_view text, Use use) {
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint next = next_code_point(text, i);
    use(next.c, next.bytes);
  }
}

bool is_well_formed(std::string_view text);

/// `text` with U+FFFD for each malformed sequence.
std::string well_formed(std::string_view text);

/// Whether Unicode says that `c` is no character, as U+FFFE.
constexpr bool is_noncharacter(char32_t c) {
  return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF);
}

}  // namespace relata
