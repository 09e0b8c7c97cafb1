// SPDX-License-Identifier: Apache-2.0
// The loops for processors with AVX2.

#include <cstdint>
#include <cstring>

#include "network/kernels.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma GCC push_options
#pragma GCC target("avx2")

#include "network/pairs.hpp"

namespace relata {
namespace {

// 16 sums of pairs of products (pmaddwd).
struct FixedLanes {
  static constexpr int kRows = 4;
  static constexpr std::size_t kLeftWords = 2;
  __m256i low, high;

  // Bytes 0 and 2 of each column, and 1 and 3, as pairs of 16 bits.
  struct Columns {
    __m256i even_low, odd_low, even_high, odd_high;

    explicit Columns(const std::int8_t* place) {
      const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(place));
      const __m256i second = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(place) + 1);
      even_low = _mm256_srai_epi16(_mm256_slli_epi16(first, 8), 8);
      odd_low = _mm256_srai_epi16(first, 8);
      even_high = _mm256_srai_epi16(_mm256_slli_epi16(second, 8), 8);
      odd_high = _mm256_srai_epi16(second, 8);
    }
  };
  static void pack(const std::int32_t* numbers, std::size_t groups, std::int32_t* words) {
    pack_pairs(numbers, groups, words);
  }

  void start(const std::int32_t*) { low = high = _mm256_setzero_si256(); }
  void add(const std::int32_t* left, const Columns& right) {
    const __m256i even = _mm256_set1_epi32(left[0]), odd = _mm256_set1_epi32(left[1]);
    low = _mm256_add_epi32(low, _mm256_add_epi32(_mm256_madd_epi16(even, right.even_low),
                                                 _mm256_madd_epi16(odd, right.odd_low)));
    high = _mm256_add_epi32(high, _mm256_add_epi32(_mm256_madd_epi16(even, right.even_high),
                                                   _mm256_madd_epi16(odd, right.odd_high)));
  }
  void store(std::int32_t* place) const {
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(place), low);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(place + 8), high);
  }
};

}  // namespace
}  // namespace relata

#define RELATA_WIDTH 8
#define RELATA_ROWS 6
#include "network/kernel_loops.hpp"
#pragma GCC pop_options

namespace relata {

const Kernels* avx2_kernels() { return __builtin_cpu_supports("avx2") ? &kLoops : nullptr; }

}  // namespace relata

#else

namespace relata {

const Kernels* avx2_kernels() { return nullptr; }

}  // namespace relata

#endif
