// SPDX-License-Identifier: Apache-2.0
/// @file
/// Walking over UTF-8 that may be malformed.
#pragma once

#include <cstddef>
#include <relata/utf8.hpp>
#include <string>
#include <string_view>

namespace relata {

/// Call `use(code point, its bytes)` for each of `text`; U+FFFD for what is malformed.
template <typename Use>
void for_each_code_point(std::string_view text, Use use) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    const std::string_view bytes = text.substr(begin, i - begin);
    use(c, c == 0xFFFD ? std::string_view("\xEF\xBF\xBD") : bytes);
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
