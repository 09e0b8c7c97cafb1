// SPDX-License-Identifier: Apache-2.0
/// @file
/// Confidence with two decimals, the same in every format and every locale.
#pragma once

#include <algorithm>
#include <cmath>
#include <string>

namespace relata {

/// A confidence in hundredths, rounded. What is no number counts as 0.
inline int hundredths(double confidence) {
  if (std::isnan(confidence)) return 0;
  return static_cast<int>(std::lround(std::clamp(confidence, 0.0, 1.0) * 100));
}

/// "0.87"; "1.00"
inline std::string decimal(double confidence) {
  const std::string digits = std::to_string(100 + hundredths(confidence));
  return std::to_string(hundredths(confidence) / 100) + "." + digits.substr(digits.size() - 2);
}

}  // namespace relata
