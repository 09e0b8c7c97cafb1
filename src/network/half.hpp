// SPDX-License-Identifier: Apache-2.0
// Floats of 16 bits (IEEE 754 binary16), in which weights are kept in files.
#pragma once

#include <bit>
#include <cmath>
#include <cstdint>

namespace relata {

/// The nearest of 16 bits; what is too large becomes the largest.
inline std::uint16_t to_half(float value) {
  constexpr float kLargest = 65504, kSmallestNormal = 0x1p-14F;
  const auto sign = static_cast<std::uint16_t>(std::bit_cast<std::uint32_t>(value) >> 16 & 0x8000U);
  float size = std::abs(value);
  if (!(size < kLargest)) size = kLargest;
  if (size < kSmallestNormal)
    return static_cast<std::uint16_t>(sign |
                                      static_cast<std::uint16_t>(std::lrint(size * 0x1p24F)));
  const std::uint32_t bits = std::bit_cast<std::uint32_t>(size);
  const std::uint32_t rounded = bits + 0xFFFU + (bits >> 13 & 1U);  // to even
  return static_cast<std::uint16_t>(sign | ((rounded >> 13) - (112U << 10)));
}

inline float from_half(std::uint16_t half) {
  const std::uint32_t sign = (half & 0x8000U) << 16, rest = half & 0x7FFFU;
  const float size = rest < 0x400U ? static_cast<float>(rest) * 0x1p-24F
                                   : std::bit_cast<float>((rest << 13) + (112U << 23));
  return std::bit_cast<float>(std::bit_cast<std::uint32_t>(size) | sign);
}

}  // namespace relata
