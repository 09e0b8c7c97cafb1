// SPDX-License-Identifier: Apache-2.0
// How the parts of a weights file stand in it.
#pragma once

#include <array>
#include <cstdint>

namespace relata {

/// The file is a header, then the parts, each at a multiple of 64 bytes, then the directory: for
/// each part an entry. Numbers are little-endian.
struct WeightsHeader {
  static constexpr std::array<char, 8> kMagic{'R', 'E', 'L', 'A', 'T', 'A', 'W', '2'};

  std::array<char, 8> magic = kMagic;
  std::uint64_t directory = 0;  ///< where it begins
  std::uint64_t parts = 0;      ///< entries in it
};

struct WeightsEntry {
  enum class Kind : std::uint64_t {
    halves,   ///< rows x columns floats of 16 bits
    floats,   ///< rows floats of 32 bits
    text,     ///< rows bytes, lines that end with "\n"
    keys,     ///< rows keys of 64 bits, the places of a hash table with open addressing and linear
              ///< probing; rows is a power of two; 0: a free place
    numbers,  ///< rows numbers of 32 bits
    bytes,    ///< rows x columns signed bytes, columns a multiple of 16
  };

  std::array<char, 48> name{};  ///< padded with NUL
  Kind kind = Kind::floats;
  std::uint64_t rows = 0, columns = 0;
  std::uint64_t offset = 0;  ///< bytes from the beginning of the file
};

/// Where the search for `key` begins; `slots` is a power of two.
inline std::uint64_t first_slot(std::uint64_t key, std::uint64_t slots) {
  return (key >> 16) & (slots - 1);
}

}  // namespace relata
