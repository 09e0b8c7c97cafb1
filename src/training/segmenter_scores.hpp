// SPDX-License-Identifier: Apache-2.0
// How a segmenter does while it learns.
#pragma once

#include <cstddef>
#include <relata/atoms.hpp>
#include <vector>

#include "training/segmenter_examples.hpp"

namespace relata {

/// Counts words and sentences whose both ends are right.
class SegmenterScores {
 public:
  /// `boundaries` are what was found behind each of `atoms`.
  void add(const SentenceRun& run, const Atoms& atoms, const std::vector<int>& boundaries);

  /// Precision and recall in one number (F1), from 0 to 1.
  double words() const { return words_.f1(); }
  double sentences() const { return sentences_.f1(); }

 private:
  struct Count {
    std::size_t right = 0, found = 0, gold = 0;
    double f1() const {
      return found + gold == 0 ? 0
                               : 2 * static_cast<double>(right) / static_cast<double>(found + gold);
    }
  };
  Count words_, sentences_;
};

}  // namespace relata
