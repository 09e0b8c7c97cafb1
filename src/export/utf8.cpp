// SPDX-License-Identifier: Apache-2.0
// Decoding UTF-8 by ICU. Documents are well formed; a caller of the library may hand in anything.

#include "export/utf8.hpp"

#include <unicode/utf8.h>

#include <algorithm>

namespace relata {

CodePoint next_code_point(std::string_view text, std::size_t& i) {
  const auto begin = i;
  if (const auto byte = static_cast<unsigned char>(text[i]); byte < 0x80)
    return {byte, text.substr(i++, 1)};
  const auto size = static_cast<int32_t>(std::min<std::size_t>(text.size() - begin, 4));
  const auto* const bytes = reinterpret_cast<const uint8_t*>(text.data() + begin);
  int32_t length = 0;
  UChar32 c = 0;
  U8_NEXT(bytes, length, size, c);
  i += static_cast<std::size_t>(length);
  if (c < 0) return {0xFFFD, "\xEF\xBF\xBD"};
  return {static_cast<char32_t>(c), text.substr(begin, i - begin)};
}

bool is_well_formed(std::string_view text) {
  // U+FFFD stands for itself too: then what is returned for it points into the text.
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (next_code_point(text, i).bytes.data() != text.data() + begin) return false;
  }
  return true;
}

std::string well_formed(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for_each_code_point(text, [&](char32_t, std::string_view bytes) { result += bytes; });
  return result;
}

}  // namespace relata
