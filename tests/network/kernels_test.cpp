// SPDX-License-Identifier: Apache-2.0
// The loops of all instruction sets against each other and against plain sums.
#include "network/kernels.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <relata/error.hpp>

#include "support/noise.hpp"

namespace relata {
namespace {

using test::noise;

Matrix product(const Matrix& a, const Matrix& b) {
  Matrix c(a.rows, b.columns);
  for (std::size_t i = 0; i < a.rows; ++i)
    for (std::size_t k = 0; k < a.columns; ++k)
      for (std::size_t j = 0; j < b.columns; ++j) c.row(i)[j] += a.row(i)[k] * b.row(k)[j];
  return c;
}

struct Shape {
  std::size_t rows, depth, columns;
};
constexpr Shape kShapes[] = {{1, 1, 1},    {1, 16, 16},  {2, 3, 17},   {5, 7, 31},
                             {13, 33, 48}, {50, 64, 20}, {97, 5, 100}, {3, 0, 4}};

}  // namespace

TEST_CASE("products have the bits of plain sums, in every instruction set") {
  for (const Shape& shape : kShapes) {
    CAPTURE(shape.rows, shape.depth, shape.columns);
    const Matrix a = noise(shape.rows, shape.depth, 1), b = noise(shape.depth, shape.columns, 2);
    const Matrix expected = product(a, b);
    for (const Kernels* kernels : all_kernels()) {
      Matrix c(shape.rows, shape.columns);
      kernels->multiply(a.row(0), a.columns, a.rows, PackedMatrix(b), c.row(0), c.columns);
      CHECK(c.values == expected.values);
    }
  }
}

TEST_CASE("products in fixed point are close, and the same in every instruction set") {
  for (const Shape& shape : kShapes) {
    CAPTURE(shape.rows, shape.depth, shape.columns);
    const Matrix a = noise(shape.rows, shape.depth, 3), b = noise(shape.depth, shape.columns, 4);
    const Matrix exact = product(a, b);
    const FixedMatrix fixed(b);
    std::vector<Matrix> results;
    for (const Kernels* kernels : all_kernels()) {
      Matrix& c = results.emplace_back(shape.rows, shape.columns);
      const std::size_t width = kernels->left_words * fixed.groups();
      std::vector<std::int32_t> left(shape.rows * width);
      std::vector<float> factors(shape.rows);
      for (std::size_t r = 0; r < shape.rows; ++r)
        factors[r] = kernels->round(a.row(r), a.columns, left.data() + r * width);
      kernels->multiply_fixed(left.data(), factors.data(), shape.rows, fixed, c.row(0), c.columns);
      CHECK(c.values == results.front().values);
    }
    for (std::size_t i = 0; i < exact.values.size(); ++i)
      CHECK(results.front().values[i] ==
            Approx(exact.values[i]).margin(1e-2 * std::sqrt(static_cast<double>(shape.depth))));
  }
}

TEST_CASE("sums in fixed point do not overflow, and their largest numbers are exact") {
  for (const float sign : {1.0F, -1.0F}) {
    Matrix a(1, 20001), b(20001, 1);
    for (float& value : a.values) value = sign;
    for (float& value : b.values) value = 3;
    float sum = 0;
    multiply(a.row(0), a.columns, 1, FixedMatrix(b), &sum, 1);
    CHECK(sum == Approx(sign * 60003).epsilon(1e-6));
  }
  CHECK_THROWS_AS(FixedMatrix(Matrix(70000, 1)), Error);
}

TEST_CASE("small numbers, and rows and columns of zeros") {
  for (const Kernels* kernels : all_kernels()) {
    Matrix a(3, 6), b(6, 2);
    for (std::size_t i = 0; i < 6; ++i) {
      a.row(0)[i] = static_cast<float>(i) - 127;
      a.row(2)[i] = i == 1 ? -1 : 0;
      b.row(i)[0] = static_cast<float>(i * i) - 127;
    }
    a.row(0)[0] = -127;
    const FixedMatrix fixed(b);
    std::vector<std::int32_t> left(kernels->left_words * fixed.groups() * 3);
    float factors[3];
    for (std::size_t r = 0; r < 3; ++r)
      factors[r] = kernels->round(a.row(r), 6, left.data() + r * left.size() / 3);
    Matrix c(3, 2);
    kernels->multiply_fixed(left.data(), factors, 3, fixed, c.row(0), 2);
    CHECK(c.row(0)[0] == Approx(product(a, b).row(0)[0]).epsilon(1e-6));
    CHECK(c.row(2)[0] == Approx(126));
    CHECK(c.row(1)[0] == 0);
    CHECK(c.row(0)[1] == 0);
  }
}

TEST_CASE("exp and tanh are those of the library, nearly") {
  for (const Kernels* kernels : all_kernels()) {
    std::vector<float> values;
    for (float x = -20; x <= 20; x += 0.37F) values.push_back(x);
    std::vector<float> exps = values, tanhs = values;
    kernels->exp(exps.data(), exps.size());
    kernels->tanh(tanhs.data(), tanhs.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      CHECK(exps[i] == Approx(std::exp(values[i])).epsilon(1e-6));
      CHECK(tanhs[i] == Approx(std::tanh(values[i])).margin(1e-6));
    }
  }
}

TEST_CASE("a cell follows its equations, with the same bits in every instruction set") {
  const auto sigmoid = [](float x) { return 1 / (1 + std::exp(-x)); };
  const Matrix gates = noise(1, 64, 5), cell = noise(1, 16, 6);
  std::vector<float> first;
  for (const Kernels* kernels : all_kernels()) {
    Matrix g = gates, c = cell, h(1, 16);
    kernels->lstm_cell(g.row(0), c.row(0), h.row(0), 16);
    for (std::size_t i = 0; i < 16; ++i) {
      const float* x = gates.row(0);
      const float expected =
          sigmoid(x[16 + i]) * cell.row(0)[i] + sigmoid(x[i]) * std::tanh(x[48 + i]);
      CHECK(c.row(0)[i] == Approx(expected).margin(1e-5));
      CHECK(h.row(0)[i] == Approx(sigmoid(x[32 + i]) * std::tanh(expected)).margin(1e-5));
    }
    if (first.empty()) first = h.values;
    CHECK(h.values == first);
  }
}

}  // namespace relata
