// SPDX-License-Identifier: Apache-2.0
// The network that reads words, as it is learnt.
#pragma once

#include <array>
#include <relata/network.hpp>
#include <relata/training.hpp>
#include <span>
#include <string>
#include <vector>

#include "training/classes.hpp"
#include "training/feature_vocabulary.hpp"
#include "training/parameters.hpp"
#include "training/tape.hpp"

namespace relata {

/// What the network says of each word besides its place in the tree.
enum class WordTag : std::uint8_t { upos, xpos, feats, lemma, entity };
inline constexpr std::array<const char*, 5> kWordTagNames{"upos", "xpos", "feats", "lemma",
                                                          "entity"};

/// A sentence of the training data: what the network sees and what it should say. Numbers below 0
/// are not known.
struct WordExample {
  FeatureBags bags;
  std::array<std::vector<int>, kWordTagNames.size()> tags;  ///< by WordTag
  std::vector<int> heads, deprels;                          ///< heads from 1, 0 is the root
};

/// What there is to tell apart.
struct WordLabels {
  std::array<Classes, kWordTagNames.size()> tags;  ///< by WordTag
  Classes deprel;

  const Classes& operator[](WordTag tag) const { return tags[static_cast<std::size_t>(tag)]; }
  Classes& operator[](WordTag tag) { return tags[static_cast<std::size_t>(tag)]; }
};

class WordNetwork {
 public:
  WordNetwork(const WordNetworkOptions& options, const FeatureVocabulary& vocabulary,
              const WordLabels& labels, std::uint64_t seed);

  /// Adds the gradients of the examples' losses; returns the loss.
  double learn(std::span<const WordExample* const> examples, Gradients& gradients,
               Random& random) const;

  struct Scores {
    std::size_t words = 0, heads = 0, labelled = 0;
    std::array<std::size_t, kWordTagNames.size()> tags{};  ///< right ones, by WordTag
    std::size_t entities = 0, found = 0, right = 0;
  };
  /// How the network does, with the best head of each word whether they make a tree or not.
  Scores score(std::span<const WordExample> examples) const;

  Parameters& parameters() { return parameters_; }
  WeightsContent content() const;

 private:
  /// Values of the tape that losses and scores are made of.
  struct Outputs {
    std::array<Tape::Value, kWordTagNames.size()> tags;
    Tape::Value arc_left, arc_right, label_left, label_right;
  };
  Sequences sequences(std::span<const WordExample* const> examples) const;
  Outputs run(Tape& tape, const Sequences& sequences, std::span<const WordExample* const> examples,
              Random& random, bool learning) const;
  Tape::Value label_scores(Tape& tape, const Outputs& outputs,
                           std::vector<std::int64_t> heads) const;

  WordNetworkOptions options_;
  const FeatureVocabulary& vocabulary_;
  const WordLabels& labels_;
  Parameters parameters_;
  std::vector<std::array<std::size_t, 6>> lstm_;
  struct Linear {
    std::size_t weight, bias;
  };
  Linear add_linear(const std::string& name, std::size_t rows, std::size_t columns, Random& random,
                    float scale = 1);
  std::array<Linear, kWordTagNames.size()> tags_;
  Linear late_upos_;
  Linear arc_left_, arc_right_, arc_, label_left_, label_right_;
  Linear label_from_left_, label_from_right_;
  std::size_t root_arc_, root_label_, label_;
};

}  // namespace relata
