// SPDX-License-Identifier: Apache-2.0
/// @file
/// Identifiers made from content.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace relata {

/// The 64-bit FNV-1a hash of `text` (Fowler, Noll, Vo; draft-eastlake-fnv) as 16 hexadecimal
/// digits.
inline std::string fingerprint(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  std::string digits(16, '0');
  for (std::size_t i = 16; i-- > 0; hash >>= 4) digits[i] = "0123456789abcdef"[hash & 15];
  return digits;
}

}  // namespace relata
