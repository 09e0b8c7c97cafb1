// SPDX-License-Identifier: Apache-2.0
/// @file
/// Matrices for the tests of networks.
#pragma once

#include <cstddef>
#include <relata/weights.hpp>

namespace relata::test {

/// Values between -1 and 1 that look random.
inline Matrix noise(std::size_t rows, std::size_t columns, unsigned seed) {
  Matrix matrix(rows, columns);
  for (float& value : matrix.values) {
    seed = seed * 1664525U + 1013904223U;
    value = static_cast<float>(seed >> 8) * 0x1p-23F - 1;
  }
  return matrix;
}

}  // namespace relata::test
