// SPDX-License-Identifier: Apache-2.0
#include "training/feature_vocabulary.hpp"

#include <algorithm>

namespace relata {
namespace {

bool is(std::uint64_t key, FeatureTemplate feature_template) {
  return template_of(key) == static_cast<std::uint8_t>(feature_template);
}
bool is_word(std::uint64_t key) { return is(key, FeatureTemplate::word); }

}  // namespace

void FeatureVocabulary::count(const FeatureBags& bags) {
  for (const std::uint64_t key : bags.keys)
    if (!is(key, FeatureTemplate::listed)) ++counts_[key];
}

void FeatureVocabulary::list(std::uint64_t key, const std::string& kind) {
  listed_.emplace_back(key, kind);
}

void FeatureVocabulary::close(std::uint32_t words, std::uint32_t parts) {
  row_of_[feature_key(FeatureTemplate::unknown_word, "")] = rows_++;
  row_counts_.push_back(1);
  std::vector<std::pair<std::uint64_t, std::uint32_t>> seen(counts_.begin(), counts_.end());
  std::sort(seen.begin(), seen.end());
  for (const auto& [key, count] : seen)
    if (count >= (is_word(key) ? words : parts)) {
      row_of_[key] = rows_++;
      row_counts_.push_back(count);
    }
  std::unordered_map<std::string, std::uint32_t> kinds;
  for (const auto& [key, kind] : listed_) {
    const auto [place, is_new] = kinds.emplace(kind, rows_);
    if (is_new) {
      ++rows_;
      row_counts_.push_back(0);
    }
    row_of_[key] = place->second;
  }
}

void FeatureVocabulary::append_rows(std::span<const std::uint64_t> bag,
                                    std::vector<std::uint32_t>& rows) const {
  Random random(0);
  append_rows(bag, rows, 0, 0, random);
}

void FeatureVocabulary::append_rows(std::span<const std::uint64_t> bag,
                                    std::vector<std::uint32_t>& rows, float word_dropout,
                                    float part_dropout, Random& random) const {
  for (const std::uint64_t key : bag) {
    const auto found = row_of_.find(key);
    if (is_word(key)) {
      const float count =
          found == row_of_.end() ? 0 : static_cast<float>(row_counts_[found->second]);
      const bool dropped =
          found == row_of_.end() ||
          (word_dropout > 0 && random.uniform() < word_dropout / (word_dropout + count));
      rows.push_back(dropped ? 0 : found->second);
    } else if (found != row_of_.end() && (part_dropout <= 0 || random.uniform() >= part_dropout)) {
      rows.push_back(found->second);
    }
  }
}

}  // namespace relata
