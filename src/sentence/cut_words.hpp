// SPDX-License-Identifier: Apache-2.0
// Words that are two.
#pragma once

#include <relata/atoms.hpp>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace relata {

/// What a segmenter takes for one word although it is two, each of which other stages must see: a
/// verb of one character and what it is done to (visit Japan). Immutable.
class CutWords {
 public:
  /// Reads `cuts.tsv`: words of the second cell behind words of the first, or behind any (`*`).
  explicit CutWords(const Language& language);

  void apply(const Atoms& atoms, std::vector<Boundary>& boundaries) const;

 private:
  std::unordered_map<std::string, std::size_t> firsts_;  // both words: bytes of the first
  std::vector<std::string> lasts_;                       // behind any word
};

}  // namespace relata
