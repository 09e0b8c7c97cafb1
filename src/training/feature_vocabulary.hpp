// SPDX-License-Identifier: Apache-2.0
// Which features a network has vectors for.
#pragma once

#include <cstdint>
#include <relata/features.hpp>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "training/random.hpp"

namespace relata {

/// Rows of the embedding table by feature key. Features that were seen too rarely have none; all
/// listed words of one kind share one.
class FeatureVocabulary {
 public:
  /// A bag of the training data, counted.
  void count(const FeatureBags& bags);
  /// A word of a lexicon; those of one `kind` share a row.
  void list(std::uint64_t key, const std::string& kind);
  /// Give rows to the features that were counted at least `words` (words) or `parts` times (all
  /// others).
  void close(std::uint32_t words, std::uint32_t parts);

  std::size_t rows() const { return rows_; }
  const std::unordered_map<std::uint64_t, std::uint32_t>& row_of() const { return row_of_; }

  /// Rows of a bag, as the network sees it when it is used. Its first key is the word's: if that
  /// has no row, the row of unknown words stands for it.
  void append_rows(std::span<const std::uint64_t> bag, std::vector<std::uint32_t>& rows) const;
  /// The same with features left out at random: words that are rare more often, for which the
  /// unknown word stands then.
  void append_rows(std::span<const std::uint64_t> bag, std::vector<std::uint32_t>& rows,
                   float word_dropout, float part_dropout, Random& random) const;

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> counts_, row_of_;
  std::vector<std::uint32_t> row_counts_;  // how often what a row stands for was seen
  std::vector<std::pair<std::uint64_t, std::string>> listed_;
  std::uint32_t rows_ = 0;
};

}  // namespace relata
