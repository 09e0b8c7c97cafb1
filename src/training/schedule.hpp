// SPDX-License-Identifier: Apache-2.0
// How fast networks learn.
#pragma once

#include <algorithm>
#include <cstdint>

namespace relata {

/// The rate of step `step`, when a share of `progress` of the training is done: full after a
/// warm-up, held for a while, then falling to almost nothing. Calculated in `Float`.
template <typename Float>
float scheduled_rate(Float rate, std::uint64_t step, Float progress) {
  constexpr Float kWarmUp = 200;                     // steps
  constexpr Float kHold = static_cast<Float>(0.3L);  // share of the training
  constexpr Float kLeast = static_cast<Float>(0.02L);
  const Float warm = std::min(Float{1}, static_cast<Float>(step + 1) / kWarmUp);
  const Float fall = progress < kHold ? 1 : std::max(kLeast, (1 - progress) / (1 - kHold));
  return static_cast<float>(rate * warm * fall);
}

}  // namespace relata
