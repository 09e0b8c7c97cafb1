// SPDX-License-Identifier: Apache-2.0
// The network that reads words, as it is learnt.
#pragma once

#include <array>
#include <relata/network.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <vector>

#include "training/classes.hpp"
#include "training/parameters.hpp"
#include "training/tape.hpp"
#include "training/vocabulary.hpp"

namespace relata {

/// Sizes and rates; what a language pack may set.
struct WordNetworkOptions {
  std::size_t embedding = 128, units = 128, layers = 2;
  std::size_t arc = 128, label = 48;
  float word_dropout = 0.25F, part_dropout = 0.1F;
  float input_dropout = 0.25F, layer_dropout = 0.33F, recurrent_dropout = 0.2F;
  float upos_weight = 0.5F, xpos_weight = 0.3F, entity_weight = 0.5F;
};

/// A sentence of the training data: what the network sees and what it should say. Numbers below 0
/// are not known.
struct WordExample {
  FeatureBags bags;
  std::vector<int> upos, xpos, entity;  ///< labels
  std::vector<int> heads, deprels;      ///< heads from 1, 0 is the root
};

/// Classes of all heads of the network.
struct WordLabels {
  Classes upos, xpos, entity, deprel;
};

class WordNetwork {
 public:
  WordNetwork(const WordNetworkOptions& options, const Vocabulary& vocabulary,
              const WordLabels& labels, std::uint64_t seed);

  /// Adds the gradients of the examples' losses; returns the loss.
  double learn(std::span<const WordExample* const> examples, Gradients& gradients,
               Random& random) const;

  struct Scores {
    std::size_t words = 0, upos = 0, xpos = 0, heads = 0, labelled = 0;
    std::size_t entities = 0, found = 0, right = 0;
  };
  /// How the network does, with the best head of each word whether they make a tree or not.
  Scores score(std::span<const WordExample> examples) const;

  Parameters& parameters() { return parameters_; }
  WeightsContent content() const;

 private:
  /// Values of the tape that losses and scores are made of.
  struct Outputs {
    Tape::Value upos, xpos, entity, arc_left, arc_right, label_left, label_right;
  };
  Sequences sequences(std::span<const WordExample* const> examples) const;
  Outputs run(Tape& tape, const Sequences& sequences, std::span<const WordExample* const> examples,
              Random& random, bool learning) const;
  Tape::Value label_scores(Tape& tape, const Outputs& outputs,
                           std::vector<std::int64_t> heads) const;

  WordNetworkOptions options_;
  const Vocabulary& vocabulary_;
  const WordLabels& labels_;
  Parameters parameters_;
  std::vector<std::array<std::size_t, 6>> lstm_;
  struct Linear {
    std::size_t weight, bias;
  };
  Linear add_linear(const std::string& name, std::size_t rows, std::size_t columns, Random& random,
                    float scale = 1);
  Linear upos_, xpos_, entity_, arc_left_, arc_right_, arc_, label_left_, label_right_;
  Linear label_from_left_, label_from_right_;
  std::size_t root_arc_, root_label_, label_;
};

}  // namespace relata
