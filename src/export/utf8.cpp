// SPDX-License-Identifier: Apache-2.0
// Documents are well formed; a caller of the library may hand in anything.

#include "export/utf8.hpp"

namespace relata {

bool is_well_formed(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    // U+FFFD stands for itself too.
    if (next_code_point(text, i) == 0xFFFD && text.substr(begin, i - begin) != "\xEF\xBF\xBD")
      return false;
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
