// SPDX-License-Identifier: Apache-2.0
#include "sentence/repeated_words.hpp"

#include <algorithm>

namespace relata {
namespace {

constexpr std::size_t kShortest = 3;  // atoms
constexpr std::size_t kLeast = 2;     // times

}  // namespace

void RepeatedWords::count(const Atoms& atoms, std::span<const Boundary> boundaries) {
  const auto ideograph = [](const Atom& atom) { return atom.kind == Atom::Kind::ideograph; };
  for (std::size_t first = 0, i = 0; i < boundaries.size(); ++i) {
    if (boundaries[i] == Boundary::none) continue;
    const auto word = std::span(atoms.items).subspan(first, i + 1 - first);
    first = i + 1;
    if (word.size() < kShortest || !std::all_of(word.begin(), word.end(), ideograph)) continue;
    const std::uint32_t begin = word.front().first;
    const std::string_view normal =
        std::string_view(atoms.normal).substr(begin, word.back().last - begin);
    if (words_.find(normal) == WordList::kNone) ++counts_[std::string(normal)];
  }
}

void RepeatedWords::add_to(KeptWords& kept) const {
  for (const auto& [word, times] : counts_)
    if (times >= kLeast) kept.add(word, KeptWords::Strength::name);
}

}  // namespace relata
