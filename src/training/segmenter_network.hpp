// SPDX-License-Identifier: Apache-2.0
// The network that finds words and sentences, as it is learnt.
#pragma once

#include <array>
#include <relata/atoms.hpp>
#include <relata/network.hpp>
#include <relata/training.hpp>
#include <span>
#include <string>
#include <vector>

#include "training/feature_vocabulary.hpp"
#include "training/parameters.hpp"
#include "training/tape.hpp"

namespace relata {

/// A stretch of the training data: what the network sees of its atoms and what it should say.
/// Numbers below 0 are not known.
struct SegmenterExample {
  FeatureBags bags;
  std::vector<int> boundaries;  ///< what stands behind the atom, a `Boundary`
  std::vector<int> tags;        ///< part of speech of the word that the atom is in
};

class SegmenterNetwork {
 public:
  SegmenterNetwork(const SegmenterOptions& options, const FeatureVocabulary& vocabulary,
                   std::size_t tags);

  /// Adds the gradients of the examples' losses; returns the loss.
  double learn(std::span<const SegmenterExample* const> examples, Gradients& gradients,
               Random& random) const;

  /// The likeliest boundary behind each atom of each example.
  std::vector<std::vector<int>> predict(std::span<const SegmenterExample* const> examples) const;

  Parameters& parameters() { return parameters_; }
  /// What is needed to use it, which leaves out the parts of speech.
  WeightsContent content() const;

 private:
  Tape::Value run(Tape& tape, const Sequences& sequences,
                  std::span<const SegmenterExample* const> examples, Random& random,
                  bool learning) const;
  void append_rows(std::span<const std::uint64_t> bag, std::vector<std::uint32_t>& rows,
                   Random& random, bool learning) const;

  SegmenterOptions options_;
  const FeatureVocabulary& vocabulary_;
  Parameters parameters_;
  std::vector<std::array<std::size_t, 6>> lstm_;
  std::size_t boundary_weight_, boundary_bias_, tag_weight_, tag_bias_;
};

}  // namespace relata
