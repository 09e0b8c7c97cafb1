// SPDX-License-Identifier: Apache-2.0
#include "sentence/kept_words.hpp"

#include <algorithm>
#include <relata/utf8.hpp>

namespace relata {
namespace {

// A name is cut inside only where a word goes on with less than this, as a logarithm.
constexpr float kSure = -4;
// What a word of a length is worth, in logarithms of probabilities that speak against its ends.
constexpr float kNameAtom = 1.75F, kCertain = 100;
constexpr const char *kName = "name", *kUser = "user";

// Logarithm of the probability that a word ends behind the atom.
float ends_word(const BoundaryScores& scores) {
  return std::max(scores[static_cast<std::size_t>(Boundary::word)],
                  scores[static_cast<std::size_t>(Boundary::sentence)]);
}

}  // namespace

void KeptWords::add(std::string_view word, Strength strength) {
  if (word.find(' ') != word.npos) return;
  words_.add(normal_form(word, language_), strength == Strength::name ? kName : kUser, 1);
}

bool KeptWords::is_certain(WordList::KindNumber number) const {
  return words_.kind(number).starts_with(kUser);
}

WordList::KindNumber KeptWords::find(const Atoms& atoms, std::size_t first,
                                     std::size_t last) const {
  const std::uint32_t begin = atoms.items[first].first;
  return words_.find(
      std::string_view(atoms.normal).substr(begin, atoms.items[last - 1].last - begin));
}

// What it is worth to take atoms [first, last) as one word; nothing, if they are none.
float KeptWords::worth(const Atoms& atoms, std::span<const BoundaryScores> scores,
                       std::size_t first, std::size_t last) const {
  const WordList::KindNumber number = find(atoms, first, last);
  if (number == WordList::kNone) return 0;
  float worth = kNameAtom * static_cast<float>(last - first);
  if (is_certain(number)) worth += kCertain;
  if (first > 0) worth += ends_word(scores[first - 1]);
  return worth + ends_word(scores[last - 1]);
}

// For each atom the number of atoms of the word that ends there, or 0: the best choice of words
// that do not overlap, from the left.
std::vector<std::uint32_t> KeptWords::choose(const Atoms& atoms,
                                             std::span<const BoundaryScores> scores) const {
  const std::size_t size = atoms.items.size();
  std::vector<float> best(size + 1, 0);
  std::vector<std::uint32_t> length(size + 1, 0);
  for (std::size_t first = 0; first < size; ++first) {
    if (best[first] >= best[first + 1]) {
      best[first + 1] = best[first];
      length[first + 1] = 0;
    }
    const std::uint32_t lengths =
        words_.lengths(code_point_at(atoms.normal, atoms.items[first].first));
    std::size_t letters = 0;
    for (std::size_t last = first + 1; lengths != 0 && last <= size; ++last) {
      if (last - 1 > first && atoms.items[last - 1].after_blank) break;
      letters += count_code_points(atoms.normal_of(last - 1));
      if (letters > WordList::kLongest) break;
      if ((lengths >> letters & 1) == 0) continue;
      const float value = worth(atoms, scores, first, last);
      if (value <= 0 || best[first] + value <= best[last]) continue;
      best[last] = best[first] + value;
      length[last] = static_cast<std::uint32_t>(last - first);
    }
  }
  return length;
}

void KeptWords::apply(const Atoms& atoms, std::span<const BoundaryScores> scores,
                      std::vector<Boundary>& boundaries) const {
  const std::vector<std::uint32_t> length = choose(atoms, scores);
  for (std::size_t end = atoms.items.size(); end > 0;) {
    if (length[end] == 0) {
      --end;
      continue;
    }
    const std::size_t first = end - length[end];
    const bool certain = is_certain(find(atoms, first, end));
    if (first > 0) boundaries[first - 1] = std::max(boundaries[first - 1], Boundary::word);
    for (std::size_t i = first; i + 1 < end; ++i)
      if (certain || scores[i][static_cast<std::size_t>(Boundary::none)] > kSure)
        boundaries[i] = Boundary::none;
    boundaries[end - 1] = std::max(boundaries[end - 1], Boundary::word);
    end = first;
  }
}

}  // namespace relata
