// SPDX-License-Identifier: Apache-2.0
// The loops for processors with AVX-512.

#include <cstdint>
#include <cstring>

#include "network/kernels.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma GCC push_options
#pragma GCC target("avx512f,avx512vl,avx512bw,avx512dq")

namespace relata {
namespace {

// 16 sums of pairs of products (pmaddwd).
struct FixedLanes {
  static constexpr int kRows = 12;
  __m512i sums;

  FixedLanes() : sums(_mm512_setzero_si512()) {}

  void add(std::int32_t pair, const std::int16_t* right) {
    sums = _mm512_add_epi32(sums,
                            _mm512_madd_epi16(_mm512_set1_epi32(pair), _mm512_loadu_si512(right)));
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
