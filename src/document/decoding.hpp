// SPDX-License-Identifier: Apache-2.0
/// @file
/// bytes -> UTF-8. Behind this step there is one encoding only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relata::document {

struct Decoded {
  std::string text;           ///< valid UTF-8; keeps a byte order mark of UTF-8
  std::size_t malformed = 0;  ///< sequences of bytes that became U+FFFD

  /// The line of the first of them.
  std::size_t first_malformed_line() const;
};

/// The first that is there decides: a byte order mark, `encoding`, validity as UTF-8, `declared`
/// (what the file says of itself) unless it is plainly wrong, a guess. Names are those of ICU and
/// of the WHATWG; "" means not known.
Decoded decode(std::string_view bytes, const std::string& encoding, const std::string& declared);

bool is_known_encoding(const std::string& name);

/// What an HTML page says its encoding is, or empty.
std::string declared_encoding(std::string_view page);

/// Whether `text` is written by people: hardly any control characters and malformed bytes in it.
bool is_text(const Decoded& decoded);

/// `bytes` with U+FFFD for what is not UTF-8, one for each maximal subpart.
Decoded repair_utf8(std::string_view bytes);

}  // namespace relata::document
