// SPDX-License-Identifier: Apache-2.0
// Numbers in fixed point.

#include <algorithm>
#include <cmath>
#include <limits>

#include "network/kernels.hpp"

namespace relata {
namespace {

// The factor that makes the largest value of a column 15 bits and no sum of products overflow.
double scale_of_column(const Matrix& matrix, std::size_t column) {
  double largest = 0, sum = 0;
  for (std::size_t r = 0; r < matrix.rows; ++r) {
    const double value = std::abs(matrix.row(r)[column]);
    largest = std::max(largest, value);
    sum += value;
  }
  if (largest == 0) return 1;
  // Rounding adds a half to each number.
  const double room = std::numeric_limits<std::int32_t>::max() / double{FixedMatrix::kLargestLeft} -
                      static_cast<double>(matrix.rows);
  return std::min(std::numeric_limits<std::int16_t>::max() / largest, room / sum);
}

}  // namespace

FixedMatrix::FixedMatrix(const Matrix& matrix) : rows_(matrix.rows), columns_(matrix.columns) {
  const std::size_t panels = (columns_ + kPanel - 1) / kPanel;
  values_.resize(panels * pairs() * 2 * kPanel);
  factors_.resize(panels * kPanel);
  for (std::size_t c = 0; c < columns_; ++c) {
    const double scale = scale_of_column(matrix, c);
    factors_[c] = static_cast<float>(1 / scale);
    std::int16_t* place = values_.data() + c / kPanel * pairs() * 2 * kPanel + 2 * (c % kPanel);
    for (std::size_t r = 0; r < rows_; ++r)
      place[r / 2 * 2 * kPanel + r % 2] =
          static_cast<std::int16_t>(std::lround(matrix.row(r)[c] * scale));
  }
}

void multiply(const float* left, std::size_t left_stride, std::size_t rows,
              const FixedMatrix& right, float* result, std::size_t result_stride) {
  constexpr std::size_t kBlock = 48;  // rows that are rounded at a time
  const std::size_t width = 2 * right.pairs();
  std::vector<std::int16_t> fixed(std::min(rows, kBlock) * width);
  float factors[kBlock];
  for (std::size_t begin = 0; begin < rows; begin += kBlock) {
    const std::size_t count = std::min(kBlock, rows - begin);
    for (std::size_t r = 0; r < count; ++r)
      factors[r] =
          kernels().round(left + (begin + r) * left_stride, right.rows(), fixed.data() + r * width);
    kernels().multiply_fixed(fixed.data(), factors, count, right, result + begin * result_stride,
                             result_stride);
  }
}

}  // namespace relata
