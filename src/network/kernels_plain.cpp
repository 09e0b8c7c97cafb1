// SPDX-License-Identifier: Apache-2.0
// The loops for any processor.

#include <cstdint>
#include <cstring>

#include "network/kernels.hpp"

#if defined(__x86_64__)
#include <emmintrin.h>
#endif

#include "network/pairs.hpp"

namespace relata {
namespace {

#if defined(__x86_64__)
// 16 sums of pairs of products (pmaddwd), which every such processor has.
struct FixedLanes {
  static constexpr int kRows = 2;
  static constexpr std::size_t kLeftWords = 2;
  __m128i sums[4];

  // Bytes 0 and 2 of each column, and 1 and 3, as pairs of 16 bits.
  struct Columns {
    __m128i even[4], odd[4];

    explicit Columns(const std::int8_t* place) {
      for (int i = 0; i < 4; ++i) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(place) + i);
        even[i] = _mm_srai_epi16(_mm_slli_epi16(bytes, 8), 8);
        odd[i] = _mm_srai_epi16(bytes, 8);
      }
    }
  };
  static void pack(const std::int32_t* numbers, std::size_t groups, std::int32_t* words) {
    pack_pairs(numbers, groups, words);
  }

  void start(const std::int32_t*) {
    for (__m128i& sum : sums) sum = _mm_setzero_si128();
  }
  void add(const std::int32_t* left, const Columns& right) {
    const __m128i even = _mm_set1_epi32(left[0]), odd = _mm_set1_epi32(left[1]);
    for (int i = 0; i < 4; ++i)
      sums[i] = _mm_add_epi32(sums[i], _mm_add_epi32(_mm_madd_epi16(even, right.even[i]),
                                                     _mm_madd_epi16(odd, right.odd[i])));
  }
  void store(std::int32_t* place) const {
    for (int i = 0; i < 4; ++i) _mm_storeu_si128(reinterpret_cast<__m128i*>(place) + i, sums[i]);
  }
};
#else
// 16 sums of products.
struct FixedLanes {
  static constexpr int kRows = 1;
  static constexpr std::size_t kLeftWords = 2;
  using Columns = const std::int8_t*;
  std::int32_t sums[16];

  static void pack(const std::int32_t* numbers, std::size_t groups, std::int32_t* words) {
    pack_pairs(numbers, groups, words);
  }

  void start(const std::int32_t*) { std::memset(sums, 0, sizeof sums); }
  void add(const std::int32_t* left, const Columns& right) {
    for (int c = 0; c < 16; ++c)
      for (int k = 0; k < 4; ++k)
        sums[c] += static_cast<std::int16_t>(left[k % 2] >> (16 * (k / 2))) * right[4 * c + k];
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
