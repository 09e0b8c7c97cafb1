// SPDX-License-Identifier: Apache-2.0
// The loops for any processor.

#include <cstdint>
#include <cstring>

#include "network/kernels.hpp"

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

namespace relata {
namespace {

#if defined(__x86_64__)
// 16 sums of pairs of products (pmaddwd), which every such processor has.
struct FixedLanes {
  static constexpr int kRows = 2;
  __m128i sums[4];

  FixedLanes() : sums{_mm_setzero_si128(), sums[0], sums[0], sums[0]} {}
  void add(std::int32_t pair, const std::int16_t* right) {
    const __m128i left = _mm_set1_epi32(pair);
    const auto* columns = reinterpret_cast<const __m128i*>(right);
    for (int i = 0; i < 4; ++i)
      sums[i] = _mm_add_epi32(sums[i], _mm_madd_epi16(left, _mm_loadu_si128(columns + i)));
  }
  void store(std::int32_t* place) const {
    for (int i = 0; i < 4; ++i) _mm_storeu_si128(reinterpret_cast<__m128i*>(place) + i, sums[i]);
  }
};
#else
// 16 sums of pairs of products.
struct FixedLanes {
  static constexpr int kRows = 1;
  std::int32_t sums[16] = {};

  void add(std::int32_t pair, const std::int16_t* right) {
    std::int16_t left[2];
    std::memcpy(left, &pair, sizeof left);
    for (int c = 0; c < 16; ++c) sums[c] += left[0] * right[2 * c] + left[1] * right[2 * c + 1];
  }
  void store(std::int32_t* place) const { std::memcpy(place, sums, sizeof sums); }
};
#endif

}  // namespace
}  // namespace relata

#define RELATA_WIDTH 4
#define RELATA_ROWS 3
#include "network/kernel_loops.hpp"

namespace relata {

const Kernels* plain_kernels() { return &kLoops; }

}  // namespace relata
