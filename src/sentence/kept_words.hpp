// SPDX-License-Identifier: Apache-2.0
// Words that a segmenter does not cut.
#pragma once

#include <array>
#include <relata/atoms.hpp>
#include <span>
#include <string_view>
#include <vector>

namespace relata {

/// Logarithms of the probabilities of the boundaries behind an atom.
using BoundaryScores = std::array<float, kBoundaries>;

/// Words that are known to be words wherever they stand: words of a user, which are never cut, and
/// names of the gazetteer, whose edges no word crosses and which are cut inside only where the
/// scores are sure (a treebank may take the name of a city and the word for a city apart).
/// Immutable after the last `add`.
class KeptWords {
 public:
  enum class Strength { name, certain };

  explicit KeptWords(const Language& language) : language_(language) {}

  /// `word` in any script that the language folds; one with blanks is passed over.
  void add(std::string_view word, Strength strength);

  /// Keep known words. Where they overlap, those are taken that cover more atoms and
  /// whose ends the scores like better; a name is left alone where the scores are sure that it is
  /// none.
  void apply(const Atoms& atoms, std::span<const BoundaryScores> scores,
             std::vector<Boundary>& boundaries) const;

 private:
  bool is_certain(WordList::KindNumber number) const;
  WordList::KindNumber find(const Atoms& atoms, std::size_t first, std::size_t last) const;
  float worth(const Atoms& atoms, std::span<const BoundaryScores> scores, std::size_t first,
              std::size_t last) const;
  std::vector<std::uint32_t> choose(const Atoms& atoms,
                                    std::span<const BoundaryScores> scores) const;

  const Language& language_;
  WordList words_;
};

}  // namespace relata
