// SPDX-License-Identifier: Apache-2.0
// How the parts of a weights file stand in it.
#pragma once

#include <array>
#include <cstdint>

namespace relata {

/// The file is a header, then the parts, each at a multiple of 64 bytes, then the directory: for
/// each part an entry. Numbers are little-endian.
struct WeightsHeader {
  static constexpr std::array<char, 8> kMagic{'R', 'E', 'L', 'A', 'T', 'A', 'W', '1'};

  std::array<char, 8> magic = kMagic;
  std::uint64_t directory = 0;  ///< where it begins
  std::uint64_t parts = 0;      ///< entries in it
};

struct WeightsEntry {
  enum class Kind : std::uint64_t {
    floats,  ///< rows x columns floats of 32 bits
    text,    ///< rows bytes, lines that end with "\n"
    slots,   ///< rows places of a hash table, WeightsSlot each; rows is a power of two
    bytes,   ///< rows x columns signed bytes, columns a multiple of 16
  };

  std::array<char, 48> name{};  ///< padded with NUL
  Kind kind = Kind::floats;
  std::uint64_t rows = 0, columns = 0;
  std::uint64_t offset = 0;  ///< bytes from the beginning of the file
};

/// A place of the key table (open addressing, linear probing from the key's upper bits).
struct WeightsSlot {
  std::uint64_t key = 0;  ///< 0: free
  std::uint32_t row = 0;
  float factor = 0;  ///< of the bytes of that row
};

/// Where the search for `key` begins; `slots` is a power of two.
inline std::uint64_t first_slot(std::uint64_t key, std::uint64_t slots) {
  return (key >> 16) & (slots - 1);
}

}  // namespace relata
