// SPDX-License-Identifier: Apache-2.0
// Words that stand alone are the same if they cover the same characters. Where one side has
// multiword tokens, all words of the region that overlapping ones cover are compared by their
// forms. Door: align(). Rules: universaldependencies.org/conll18/evaluation.html.

#include "evaluation/alignment.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>

namespace relata::evaluation {
namespace {

// Regions of so many pairs of words are no text that people wrote; their words stay alone.
constexpr std::size_t kMostPairs = 10'000'000;

// The stretches that multiword tokens cover, those that share characters as one; ascending.
std::vector<Stretch> regions_of(const std::vector<Word>& gold, const std::vector<Word>& system) {
  std::vector<Stretch> all, merged;
  for (const std::vector<Word>* words : {&gold, &system})
    for (const Word& word : *words)
      if (word.multiword) all.push_back(word.stretch);
  std::sort(all.begin(), all.end());
  for (const Stretch& stretch : all)
    if (merged.empty() || stretch.begin >= merged.back().end)
      merged.push_back(stretch);
    else
      merged.back().end = std::max(merged.back().end, stretch.end);
  return merged;
}

std::string lower(const std::string& form) {
  std::string result;
  icu::UnicodeString::fromUTF8(form).toLower(icu::Locale::getRoot()).toUTF8String(result);
  return result;
}

// A side with a place in it. A region holds the words that lie in it whole.
class Side {
 public:
  explicit Side(const std::vector<Word>& words) : words_(words) {}

  std::size_t at = 0;
  bool ended() const { return at == words_.size(); }
  const Stretch& stretch() const { return words_[at].stretch; }

  // The next word before `region` of those that begin before it.
  bool before(const Stretch& region) const { return !ended() && stretch().begin < region.begin; }
  // Pass over the words of `region` and give their forms.
  std::vector<std::string> take(const Stretch& region) {
    std::vector<std::string> forms;
    for (; !ended() && stretch().end <= region.end; ++at)
      forms.push_back(lower(words_[at].annotated->form));
    return forms;
  }

 private:
  const std::vector<Word>& words_;
};

class Aligner {
 public:
  Aligner(const std::vector<Word>& gold, const std::vector<Word>& system)
      : gold_(gold), system_(system), gold_of_(system.size(), Word::kNone) {}

  // Words that begin before `region`.
  void match_before(const Stretch& region) {
    while (gold_.before(region) && system_.before(region)) {
      if (gold_.stretch() == system_.stretch())
        pair(gold_.at++, system_.at++);
      else if (gold_.stretch() < system_.stretch())
        ++gold_.at;
      else
        ++system_.at;
    }
    while (gold_.before(region)) ++gold_.at;
    while (system_.before(region)) ++system_.at;
  }

  // Words in `region`, by the longest common subsequence.
  void match_in(const Stretch& region) {
    const std::size_t gold_begin = gold_.at, system_begin = system_.at;
    const std::vector<std::string> gold = gold_.take(region), system = system_.take(region);
    if (gold.empty() || system.empty() || gold.size() > kMostPairs / system.size()) return;
    const std::size_t row = system.size() + 1;
    std::vector<std::uint32_t> longest((gold.size() + 1) * row);  // of what begins at a pair
    for (std::size_t g = gold.size(); g-- > 0;)
      for (std::size_t s = system.size(); s-- > 0;)
        longest[g * row + s] = gold[g] == system[s]
                                   ? longest[(g + 1) * row + s + 1] + 1
                                   : std::max(longest[(g + 1) * row + s], longest[g * row + s + 1]);
    for (std::size_t g = 0, s = 0; g < gold.size() && s < system.size();) {
      if (gold[g] == system[s])
        pair(gold_begin + g++, system_begin + s++);
      else if (longest[g * row + s] == longest[(g + 1) * row + s])
        ++g;
      else
        ++s;
    }
  }

  std::vector<std::int64_t> take() { return std::move(gold_of_); }

 private:
  void pair(std::size_t gold, std::size_t system) {
    gold_of_[system] = static_cast<std::int64_t>(gold);
  }

  Side gold_, system_;
  std::vector<std::int64_t> gold_of_;
};

}  // namespace

std::vector<std::int64_t> align(const std::vector<Word>& gold, const std::vector<Word>& system) {
  Aligner aligner(gold, system);
  for (const Stretch& region : regions_of(gold, system)) {
    aligner.match_before(region);
    aligner.match_in(region);
  }
  aligner.match_before({UINT32_MAX, UINT32_MAX});
  return aligner.take();
}

}  // namespace relata::evaluation
