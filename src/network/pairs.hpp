// SPDX-License-Identifier: Apache-2.0
// How left numbers stand for products of pairs of 16 bits (pmaddwd). Included below a pragma that
// names an instruction set; local to each file, as the loops are.

namespace relata {
namespace {

// Numbers 0 and 2 of each group, and 1 and 3, as pairs of 16 bits.
inline void pack_pairs(const std::int32_t* numbers, std::size_t groups, std::int32_t* words) {
  for (std::size_t g = 0; g < groups; ++g)
    for (std::size_t odd = 0; odd < 2; ++odd)
      words[2 * g + odd] = (numbers[4 * g + odd] & 0xFFFF) | (numbers[4 * g + odd + 2] << 16);
}

}  // namespace
}  // namespace relata
