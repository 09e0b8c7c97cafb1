// SPDX-License-Identifier: Apache-2.0
// Matrices and their products.

#include <algorithm>

#include "network/kernels.hpp"

namespace relata {

PackedMatrix::PackedMatrix(const float* values, std::size_t rows, std::size_t columns,
                           bool transposed)
    : rows_(transposed ? columns : rows), columns_(transposed ? rows : columns) {
  const std::size_t panels = (columns_ + kPanel - 1) / kPanel;
  values_.resize(panels * rows_ * kPanel);
  for (std::size_t p = 0; p < panels; ++p) {
    const std::size_t width = std::min(kPanel, columns_ - p * kPanel);
    float* place = values_.data() + p * rows_ * kPanel;
    for (std::size_t r = 0; r < rows_; ++r, place += kPanel)
      for (std::size_t c = 0; c < width; ++c)
        place[c] = transposed ? values[(p * kPanel + c) * columns + r]
                              : values[r * columns + p * kPanel + c];
  }
}

void multiply(const float* left, std::size_t left_stride, std::size_t rows,
              const PackedMatrix& right, float* result, std::size_t result_stride) {
  kernels().multiply(left, left_stride, rows, right, result, result_stride);
}

Matrix transposed(const Matrix& matrix) {
  Matrix result(matrix.columns, matrix.rows);
  constexpr std::size_t kBlock = 16;
  for (std::size_t r0 = 0; r0 < matrix.rows; r0 += kBlock)
    for (std::size_t c0 = 0; c0 < matrix.columns; c0 += kBlock)
      for (std::size_t r = r0; r < std::min(r0 + kBlock, matrix.rows); ++r)
        for (std::size_t c = c0; c < std::min(c0 + kBlock, matrix.columns); ++c)
          result.values[c * matrix.rows + r] = matrix.values[r * matrix.columns + c];
  return result;
}

float dot(const float* a, const float* b, std::size_t size) {
  constexpr std::size_t kSums = 8;
  float sums[kSums] = {};
  std::size_t i = 0;
  for (; i + kSums <= size; i += kSums)
    for (std::size_t k = 0; k < kSums; ++k) sums[k] += a[i + k] * b[i + k];
  for (std::size_t k = 0; i < size; ++i, ++k) sums[k] += a[i] * b[i];
  for (std::size_t half = kSums / 2; half > 0; half /= 2)
    for (std::size_t k = 0; k < half; ++k) sums[k] += sums[k + half];
  return sums[0];
}

void apply_tanh(float* values, std::size_t size) { kernels().tanh(values, size); }
void apply_exp(float* values, std::size_t size) { kernels().exp(values, size); }

}  // namespace relata
