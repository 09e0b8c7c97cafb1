// SPDX-License-Identifier: Apache-2.0
// The loops for processors with AVX2.

#include <cstdint>
#include <cstring>

#include "network/kernels.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma GCC push_options
#pragma GCC target("avx2")

namespace relata {
namespace {

// 16 sums of pairs of products (pmaddwd).
struct FixedLanes {
  static constexpr int kRows = 5;
  __m256i low, high;

  FixedLanes() : low(_mm256_setzero_si256()), high(_mm256_setzero_si256()) {}

  void add(std::int32_t pair, const std::int16_t* right) {
    const __m256i left = _mm256_set1_epi32(pair);
    const auto* columns = reinterpret_cast<const __m256i*>(right);
    low = _mm256_add_epi32(low, _mm256_madd_epi16(left, _mm256_loadu_si256(columns)));
    high = _mm256_add_epi32(high, _mm256_madd_epi16(left, _mm256_loadu_si256(columns + 1)));
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
