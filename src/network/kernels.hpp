// SPDX-License-Identifier: Apache-2.0
// The inner loops of the network, compiled for several instruction sets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <relata/network.hpp>

namespace relata {

/// Loops for one instruction set. All sets give the same bits.
struct Kernels {
  void (*multiply)(const float* left, std::size_t left_stride, std::size_t rows,
                   const PackedMatrix& right, float* result, std::size_t result_stride);
  /// Words that 4 numbers of a left row take; how they stand there is up to the set.
  std::size_t left_words;
  /// `left` has rows of `right.groups()` times `left_words`; row r of the result is scaled by
  /// `factors[r]` before it is added.
  void (*multiply_fixed)(const std::int32_t* left, const float* factors, std::size_t rows,
                         const FixedMatrix& right, float* result, std::size_t result_stride);
  /// Numbers of 8 bits and the factor that makes them `values` again.
  float (*round)(const float* values, std::size_t size, std::int32_t* rounded);
  /// One step of one LSTM cell row: `gates` are 4 x units sums in the order input, forget, output,
  /// candidate, which become the gates; `cell` is updated, `hidden` written. `units` is a multiple
  /// of 16.
  void (*lstm_cell)(float* gates, float* cell, float* hidden, std::size_t units);
  /// Add `factor` times 8-bit values to `sum`; `size` is a multiple of 16.
  void (*add_scaled)(const std::int8_t* values, float factor, float* sum, std::size_t size);
  void (*exp)(float* values, std::size_t size);   ///< size: any
  void (*tanh)(float* values, std::size_t size);  ///< size: any
};

/// The fastest loops that this processor has.
const Kernels& kernels();

/// All that this processor has, for tests that compare them.
std::vector<const Kernels*> all_kernels();

}  // namespace relata
