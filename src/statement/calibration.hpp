// SPDX-License-Identifier: Apache-2.0
// What the confidence of rules and mentions is worth, measured.
#pragma once

#include <relata/language.hpp>
#include <utility>
#include <vector>

namespace relata {

/// A curve through the points of confidence.tsv (product of the confidences of a rule and its
/// mentions, share of statements that are right), straight between them; without the file all stays
/// as it is. Immutable.
class Calibration {
 public:
  /// Throws FormatError for points that do not ascend from 0 to 1.
  explicit Calibration(const Language& language);

  double operator()(double confidence) const;

 private:
  std::vector<std::pair<double, double>> points_;
};

}  // namespace relata
