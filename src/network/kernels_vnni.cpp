// SPDX-License-Identifier: Apache-2.0
// The loops for processors with AVX-512 and its products of bytes (VNNI).

#include <cstdint>
#include <cstring>

#include "network/kernels.hpp"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma GCC push_options
#pragma GCC target("avx512f,avx512vl,avx512bw,avx512dq,avx512vnni")

namespace relata {
namespace {

// 16 sums of four products (vpdpbusd), whose left numbers are without a sign: 128 more than they
// should be, which the sums begin with the opposite of.
struct FixedLanes {
  static constexpr int kRows = 12;
  static constexpr std::size_t kLeftWords = 1;
  __m512i sums;

  struct Columns {
    __m512i bytes;

    explicit Columns(const std::int8_t* place) : bytes(_mm512_loadu_si512(place)) {}
  };
  static void pack(const std::int32_t* numbers, std::size_t groups, std::int32_t* words) {
    const __m512i wide = _mm512_loadu_si512(numbers);
    const __m128i bytes =
        _mm512_maskz_cvtepi32_epi8(0xFFFF, _mm512_add_epi32(wide, _mm512_set1_epi32(128)));
    if (groups == 4)
      _mm_storeu_si128(reinterpret_cast<__m128i*>(words), bytes);
    else
      std::memcpy(words, &bytes, groups * sizeof *words);
  }

  void start(const std::int32_t* offsets) { sums = _mm512_loadu_si512(offsets); }
  void add(const std::int32_t* left, const Columns& right) {
    sums = _mm512_dpbusd_epi32(sums, _mm512_set1_epi32(*left), right.bytes);
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

const Kernels* vnni_kernels() {
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                 __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
                 __builtin_cpu_supports("avx512vnni")
             ? &kLoops
             : nullptr;
}

}  // namespace relata

#else

namespace relata {

const Kernels* vnni_kernels() { return nullptr; }

}  // namespace relata

#endif
