// SPDX-License-Identifier: Apache-2.0
// Words by the hash of their letters: a list of several hundred thousand words costs nothing to
// open when it is a part of the mapped weights.

#include <algorithm>
#include <bit>
#include <charconv>
#include <map>
#include <relata/atoms.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr const char* kKinds = "words.kinds";
constexpr const char* kLengths = "words.lengths";

// A class of frequency is a factor of four.
constexpr int kClasses = 13, kCorpus = 26;  // log2 of the size of a usual corpus
constexpr float kLog2 = 0.69314718F;

std::uint64_t key_of(std::string_view word) {
  return feature_key(FeatureTemplate::dictionary, word);
}

}  // namespace

WordList::WordList(const Weights& weights) : weights_(&weights) {
  if (!weights.has(kLengths)) return;
  kinds_ = weights.lines(kKinds);
  for (const std::string& line : weights.lines(kLengths)) {  // "1c" and the letters it is true of
    std::size_t i = line.find(' ');
    std::uint32_t lengths = 0;
    std::from_chars(line.data(), line.data() + std::min(i, line.size()), lengths, 16);
    for (i = std::min(i, line.size() - 1) + 1; i < line.size();)
      lengths_[next_code_point(line, i)] = lengths;
  }
}

void WordList::add(std::string_view word, std::string_view part_of_speech,
                   std::uint64_t frequency) {
  const std::size_t length = count_code_points(word);
  if (length == 0 || length > kLongest) return;
  const int order = std::min(static_cast<int>(std::bit_width(frequency)) / 2, kClasses - 1);
  std::string kind(part_of_speech);
  kind += static_cast<char>('a' + order);
  const auto [place, is_new] = numbers_.emplace(kind, static_cast<KindNumber>(kinds_.size()));
  if (is_new) kinds_.push_back(kind);
  words_.emplace(key_of(word), place->second);
  lengths_[code_point_at(word, 0)] |= 1U << length;
}

void WordList::store(WeightsContent& content) const {
  if (words_.empty()) return;
  const Matrix trained = std::move(content.embeddings);
  content.embeddings = Matrix(kinds_.size() + trained.rows, trained.columns);
  std::copy(trained.values.begin(), trained.values.end(), content.embeddings.row(kinds_.size()));
  for (auto& [key, row] : content.keys) row += static_cast<std::uint32_t>(kinds_.size());
  for (const auto& [key, number] : words_) content.keys.emplace_back(key, number);
  std::sort(content.keys.begin(), content.keys.end());
  content.texts[kKinds] = kinds_;
  std::map<std::uint32_t, std::u32string> letters;
  for (const auto& [letter, lengths] : lengths_) letters[lengths] += letter;
  for (auto& [lengths, all] : letters) {
    std::sort(all.begin(), all.end());
    char number[9] = {};
    std::string line(number, std::to_chars(number, number + 8, lengths, 16).ptr);
    line += ' ';
    for (const char32_t letter : all) append_code_point(line, letter);
    content.texts[kLengths].push_back(line);
  }
}

WordList::KindNumber WordList::find(std::string_view word) const {
  if (weights_) {
    const std::int64_t row = weights_->row_of(key_of(word));
    return row < 0 ? kNone : static_cast<KindNumber>(row);
  }
  const auto found = words_.find(key_of(word));
  return found == words_.end() ? kNone : found->second;
}

float WordList::log_probability(KindNumber number) const {
  const int order = kinds_[number].back() - 'a';
  return kLog2 * static_cast<float>(2 * order - kCorpus);
}

}  // namespace relata
