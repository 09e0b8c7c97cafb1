// SPDX-License-Identifier: Apache-2.0
// Numbers in fixed point.

#include <algorithm>
#include <cmath>
#include <limits>
#include <relata/error.hpp>

#include "network/kernels.hpp"

namespace relata {
namespace {

// The factor that makes the largest value of a column kLargest.
double scale_of_column(const Matrix& matrix, std::size_t column) {
  double largest = 0;
  for (std::size_t r = 0; r < matrix.rows; ++r)
    largest = std::max(largest, std::abs(static_cast<double>(matrix.row(r)[column])));
  return largest == 0 ? 1 : FixedMatrix::kLargest / largest;
}

}  // namespace

FixedMatrix::FixedMatrix(const Matrix& matrix) : rows_(matrix.rows), columns_(matrix.columns) {
  if (rows_ > std::numeric_limits<std::int32_t>::max() / (256 * 128))
    throw Error("a matrix has too many rows");
  const std::size_t panels = (columns_ + kPanel - 1) / kPanel;
  values_.resize(panels * groups() * kGroup * kPanel);
  factors_.resize(panels * kPanel);
  offsets_.resize(panels * kPanel);
  for (std::size_t c = 0; c < columns_; ++c) {
    const double scale = scale_of_column(matrix, c);
    factors_[c] = static_cast<float>(1 / scale);
    std::int8_t* place =
        values_.data() + c / kPanel * groups() * kGroup * kPanel + kGroup * (c % kPanel);
    for (std::size_t r = 0; r < rows_; ++r) {
      const auto value = static_cast<std::int8_t>(std::lround(matrix.row(r)[c] * scale));
      place[r / kGroup * kGroup * kPanel + r % kGroup] = value;
      offsets_[c] -= 128 * value;
    }
  }
}

void multiply(const float* left, std::size_t left_stride, std::size_t rows,
              const FixedMatrix& right, float* result, std::size_t result_stride) {
  constexpr std::size_t kBlock = 48;  // rows that are rounded at a time
  const Kernels& loops = kernels();
  const std::size_t width = loops.left_words * right.groups();
  std::vector<std::int32_t> fixed(std::min(rows, kBlock) * width);
  float factors[kBlock];
  for (std::size_t begin = 0; begin < rows; begin += kBlock) {
    const std::size_t count = std::min(kBlock, rows - begin);
    for (std::size_t r = 0; r < count; ++r)
      factors[r] =
          loops.round(left + (begin + r) * left_stride, right.rows(), fixed.data() + r * width);
    loops.multiply_fixed(fixed.data(), factors, count, right, result + begin * result_stride,
                         result_stride);
  }
}

}  // namespace relata
