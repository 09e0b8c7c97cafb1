// SPDX-License-Identifier: Apache-2.0
// The loops for processors with AVX-512.

#include <cstdint>
#include <cstring>

#include "network/kernels.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma GCC push_options
#pragma GCC target("avx512f,avx512vl,avx512bw,avx512dq")

#include "network/pairs.hpp"

namespace relata {
namespace {

// 16 sums of pairs of products (pmaddwd).
struct FixedLanes {
  static constexpr int kRows = 12;
  static constexpr std::size_t kLeftWords = 2;
  __m512i sums;

  // Bytes 0 and 2 of each column, and 1 and 3, as pairs of 16 bits.
  struct Columns {
    __m512i even, odd;

    explicit Columns(const std::int8_t* place) {
      const __m512i bytes = _mm512_loadu_si512(place);
      even = _mm512_srai_epi16(_mm512_slli_epi16(bytes, 8), 8);
      odd = _mm512_srai_epi16(bytes, 8);
    }
  };
  static void pack(const std::int32_t* numbers, std::size_t groups, std::int32_t* words) {
    pack_pairs(numbers, groups, words);
  }

  void start(const std::int32_t*) { sums = _mm512_setzero_si512(); }
  void add(const std::int32_t* left, const Columns& right) {
    const __m512i pairs =
        _mm512_add_epi32(_mm512_madd_epi16(_mm512_set1_epi32(left[0]), right.even),
                         _mm512_madd_epi16(_mm512_set1_epi32(left[1]), right.odd));
    sums = _mm512_add_epi32(sums, pairs);
  }
  void store(std::int32_t* place) const { _mm512_storeu_si512(place, sums); }
};

}  // namespace
}  // namespace relata

#define RELATA_WIDTH 16
#define RELATA_ROWS 12
#include "network/kernel_loops.hpp"
#pragma GCC pop_options

namespace relata {

const Kernels* avx512_kernels() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                 __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq")
             ? &kLoops
             : nullptr;
}

}  // namespace relata

#else

namespace relata {

const Kernels* avx512_kernels() { return nullptr; }

}  // namespace relata

#endif
