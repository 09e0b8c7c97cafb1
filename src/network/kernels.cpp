// SPDX-License-Identifier: Apache-2.0
// Written once over vectors of a given width (GCC vector extensions) and compiled for the
// instruction sets that machines have today; the set is chosen when the program runs. There are no
// fused multiplications (-ffp-contract=off), and no sum is reordered, so the width of a vector
// does not change a bit of the result.

#include "network/kernels.hpp"

#include <cstdint>
#include <cstring>

namespace relata {
namespace {

#define RELATA_INLINE inline __attribute__((always_inline))

template <int kWidth>
struct Lanes {
  typedef float Floats __attribute__((vector_size(kWidth * 4), aligned(4), may_alias));
  typedef std::int32_t Ints __attribute__((vector_size(kWidth * 4), aligned(4), may_alias));
  typedef std::int8_t Bytes __attribute__((vector_size(kWidth), aligned(1), may_alias));
};

// Rows x one panel of 16 columns.
template <int kWidth, int kRows>
RELATA_INLINE void multiply_tile(const float* left, std::size_t left_stride, const float* panel,
                                 std::size_t depth, float* result, std::size_t result_stride,
                                 std::size_t columns) {
  using Floats = typename Lanes<kWidth>::Floats;
  constexpr int kParts = static_cast<int>(PackedMatrix::kPanel) / kWidth;
  float edge[kRows][PackedMatrix::kPanel] = {};
  const bool whole = columns == PackedMatrix::kPanel;
  if (!whole)
    for (int r = 0; r < kRows; ++r)
      std::memcpy(edge[r], result + r * result_stride, columns * sizeof(float));
  Floats sums[kRows][kParts];
  for (int r = 0; r < kRows; ++r)
    for (int p = 0; p < kParts; ++p)
      sums[r][p] = *reinterpret_cast<const Floats*>((whole ? result + r * result_stride : edge[r]) +
                                                    p * kWidth);
  for (std::size_t k = 0; k < depth; ++k, panel += PackedMatrix::kPanel) {
    Floats right[kParts];
    for (int p = 0; p < kParts; ++p)
      right[p] = *reinterpret_cast<const Floats*>(panel + p * kWidth);
    for (int r = 0; r < kRows; ++r) {
      const float value = left[r * left_stride + k];
      for (int p = 0; p < kParts; ++p) sums[r][p] = sums[r][p] + right[p] * value;
    }
  }
  for (int r = 0; r < kRows; ++r)
    for (int p = 0; p < kParts; ++p)
      *reinterpret_cast<Floats*>((whole ? result + r * result_stride : edge[r]) + p * kWidth) =
          sums[r][p];
  if (!whole)
    for (int r = 0; r < kRows; ++r)
      std::memcpy(result + r * result_stride, edge[r], columns * sizeof(float));
}

template <int kWidth, int kRows>
RELATA_INLINE void multiply_rows(const float* left, std::size_t left_stride, std::size_t rows,
                                 const PackedMatrix& right, float* result,
                                 std::size_t result_stride) {
  constexpr std::size_t kPanel = PackedMatrix::kPanel;
  for (std::size_t column = 0; column < right.columns(); column += kPanel) {
    const float* panel = right.panel(column / kPanel);
    const std::size_t columns =
        right.columns() - column < kPanel ? right.columns() - column : kPanel;
    std::size_t r = 0;
    const auto tile = [&]<int kCount>() __attribute__((always_inline)) {
      multiply_tile<kWidth, kCount>(left + r * left_stride, left_stride, panel, right.rows(),
                                    result + r * result_stride + column, result_stride, columns);
      r += kCount;
    };
    while (rows - r >= kRows) tile.template operator()<kRows>();
    if (kRows > 6 && rows - r >= 6) tile.template operator()<6>();
    while (rows - r >= 3) tile.template operator()<3>();
    while (rows - r >= 1) tile.template operator()<1>();
  }
}

// exp by 2^n times a polynomial (Cephes' expf), off by 1 in the last place or two.
template <int kWidth>
RELATA_INLINE typename Lanes<kWidth>::Floats exp_of(typename Lanes<kWidth>::Floats x) {
  using Floats = typename Lanes<kWidth>::Floats;
  using Ints = typename Lanes<kWidth>::Ints;
  x = x < 87.0F ? x : 87.0F - Floats{};
  x = x > -87.0F ? x : -87.0F - Floats{};
  constexpr float kRound = 12582912.0F;  // 1.5 * 2^23: what is below the point falls off
  const Floats n = (x * 1.44269504F + kRound) - kRound;
  const Floats r = (x - n * 0.693359375F) + n * 2.12194440e-4F;
  Floats y = 1.9875691500e-4F - Floats{};
  y = y * r + 1.3981999507e-3F;
  y = y * r + 8.3334519073e-3F;
  y = y * r + 4.1665795894e-2F;
  y = y * r + 1.6666665459e-1F;
  y = y * r + 5.0000001201e-1F;
  y = (y * r) * r + r + 1.0F;
  const Ints power = (__builtin_convertvector(n, Ints) + 127) << 23;
  Floats scale;
  std::memcpy(&scale, &power, sizeof scale);
  return y * scale;
}

template <int kWidth>
RELATA_INLINE typename Lanes<kWidth>::Floats sigmoid_of(typename Lanes<kWidth>::Floats x) {
  return 1.0F / (1.0F + exp_of<kWidth>(-x));
}

template <int kWidth>
RELATA_INLINE typename Lanes<kWidth>::Floats tanh_of(typename Lanes<kWidth>::Floats x) {
  return 1.0F - 2.0F / (exp_of<kWidth>(x + x) + 1.0F);
}

template <int kWidth>
RELATA_INLINE void lstm_cell_of(float* gates, float* cell, float* hidden, std::size_t units) {
  using Floats = typename Lanes<kWidth>::Floats;
  const auto at = [](float* values, std::size_t i) -> Floats& {
    return *reinterpret_cast<Floats*>(values + i);
  };
  for (std::size_t i = 0; i < units; i += kWidth) {
    const Floats input = sigmoid_of<kWidth>(at(gates, i));
    const Floats forget = sigmoid_of<kWidth>(at(gates, units + i));
    const Floats output = sigmoid_of<kWidth>(at(gates, 2 * units + i));
    const Floats candidate = tanh_of<kWidth>(at(gates, 3 * units + i));
    at(gates, i) = input;
    at(gates, units + i) = forget;
    at(gates, 2 * units + i) = output;
    at(gates, 3 * units + i) = candidate;
    at(cell, i) = forget * at(cell, i) + input * candidate;
    at(hidden, i) = output * tanh_of<kWidth>(at(cell, i));
  }
}

template <int kWidth>
RELATA_INLINE void add_scaled_of(const std::int8_t* values, float factor, float* sum,
                                 std::size_t size) {
  using Floats = typename Lanes<kWidth>::Floats;
  using Bytes = typename Lanes<kWidth>::Bytes;
  for (std::size_t i = 0; i < size; i += kWidth) {
    const Bytes bytes = *reinterpret_cast<const Bytes*>(values + i);
    Floats& place = *reinterpret_cast<Floats*>(sum + i);
    place = place + __builtin_convertvector(bytes, Floats) * factor;
  }
}

template <int kWidth, typename Function>
RELATA_INLINE void apply(float* values, std::size_t size, Function function) {
  using Floats = typename Lanes<kWidth>::Floats;
  std::size_t i = 0;
  for (; i + kWidth <= size; i += kWidth) {
    Floats& place = *reinterpret_cast<Floats*>(values + i);
    place = function(place);
  }
  if (i == size) return;
  float rest[kWidth] = {};
  std::memcpy(rest, values + i, (size - i) * sizeof(float));
  Floats& place = *reinterpret_cast<Floats*>(rest);
  place = function(place);
  std::memcpy(values + i, rest, (size - i) * sizeof(float));
}

// The loops for one instruction set, as a table.
#define RELATA_KERNELS(name, target, width, tile_rows)                                            \
  target void multiply_##name(const float* left, std::size_t left_stride, std::size_t rows,       \
                              const PackedMatrix& right, float* result,                           \
                              std::size_t result_stride) {                                        \
    multiply_rows<width, tile_rows>(left, left_stride, rows, right, result, result_stride);       \
  }                                                                                               \
  target void lstm_cell_##name(float* gates, float* cell, float* hidden, std::size_t units) {     \
    lstm_cell_of<width>(gates, cell, hidden, units);                                              \
  }                                                                                               \
  target void add_scaled_##name(const std::int8_t* values, float factor, float* sum,              \
                                std::size_t size) {                                               \
    add_scaled_of<width>(values, factor, sum, size);                                              \
  }                                                                                               \
  target void exp_##name(float* values, std::size_t size) {                                       \
    using Floats = Lanes<width>::Floats;                                                          \
    apply<width>(                                                                                 \
        values, size, [](Floats x) __attribute__((always_inline)) { return exp_of<width>(x); });  \
  }                                                                                               \
  target void tanh_##name(float* values, std::size_t size) {                                      \
    using Floats = Lanes<width>::Floats;                                                          \
    apply<width>(                                                                                 \
        values, size, [](Floats x) __attribute__((always_inline)) { return tanh_of<width>(x); }); \
  }                                                                                               \
  constexpr Kernels k_##name{multiply_##name, lstm_cell_##name, add_scaled_##name, exp_##name,    \
                             tanh_##name};

RELATA_KERNELS(plain, , 4, 3)
#if defined(__x86_64__)
RELATA_KERNELS(avx2, __attribute__((target("avx2"))), 8, 6)
RELATA_KERNELS(avx512, __attribute__((target("avx512f,avx512vl,avx512bw,avx512dq"))), 16, 12)
#endif

}  // namespace

std::vector<const Kernels*> all_kernels() {
  std::vector<const Kernels*> all{&k_plain};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2")) all.push_back(&k_avx2);
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq"))
    all.push_back(&k_avx512);
#endif
  return all;
}

const Kernels& kernels() {
  static const Kernels& best = *all_kernels().back();
  return best;
}

}  // namespace relata
