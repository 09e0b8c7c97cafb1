// SPDX-License-Identifier: Apache-2.0
// Bidirectional LSTM layers over atoms. A second task, the part of speech of the word that an atom
// is in, helps to learn from little text; it is left behind when learning is done.

#include "training/segmenter_network.hpp"

#include <algorithm>

namespace relata {

SegmenterNetwork::SegmenterNetwork(const SegmenterOptions& options,
                                   const FeatureVocabulary& vocabulary, std::size_t tags)
    : options_(options), vocabulary_(vocabulary) {
  Random random(options.seed);
  parameters_.add_embeddings(vocabulary.rows(), options.embedding, random);
  std::size_t width = options.embedding;
  for (std::size_t i = 0; i < options.layers; ++i) {
    lstm_.push_back(
        parameters_.add_lstm("lstm." + std::to_string(i), width, options.units, random));
    width = 2 * options.units;
  }
  boundary_weight_ = parameters_.add("boundary.weight", width, kBoundaries, random);
  boundary_bias_ = parameters_.add("boundary.bias", 1, kBoundaries, random, 0);
  tag_weight_ = parameters_.add("tag.weight", width, std::max<std::size_t>(tags, 1), random);
  tag_bias_ = parameters_.add("tag.bias", 1, std::max<std::size_t>(tags, 1), random, 0);
}

// Rows of the features of one atom, some of them left out at random while it learns.
void SegmenterNetwork::append_rows(std::span<const std::uint64_t> bag,
                                   std::vector<std::uint32_t>& rows, Random& random,
                                   bool learning) const {
  const auto rate = [&](std::uint64_t key) {
    switch (static_cast<FeatureTemplate>(template_of(key))) {
      case FeatureTemplate::atom:
        return options_.atom_dropout;
      case FeatureTemplate::atom_pair:
        return options_.pair_dropout;
      case FeatureTemplate::place:
        return options_.place_dropout;
      default:
        return options_.part_dropout;
    }
  };
  for (const std::uint64_t key : bag) {
    const auto found = vocabulary_.row_of().find(key);
    if (found == vocabulary_.row_of().end()) continue;
    if (!learning || random.uniform() >= rate(key)) rows.push_back(found->second);
  }
}

Tape::Value SegmenterNetwork::run(Tape& tape, const Sequences& sequences,
                                  std::span<const SegmenterExample* const> examples, Random& random,
                                  bool learning) const {
  std::vector<std::uint32_t> rows, first{0};
  for (std::size_t t = 0; t < sequences.steps(); ++t)
    for (std::size_t s = 0; s < sequences.active(t); ++s) {
      append_rows(examples[sequences.order(s)]->bags.bag(t), rows, random, learning);
      first.push_back(static_cast<std::uint32_t>(rows.size()));
    }
  Tape::Value state = tape.embed(std::move(rows), std::move(first));
  state = tape.dropout(state, options_.input_dropout);
  for (const auto& layer : lstm_)
    state = tape.dropout(tape.lstm(state, sequences, layer, options_.recurrent_dropout),
                         options_.layer_dropout);
  return state;
}

namespace {

Sequences sequences_of(std::span<const SegmenterExample* const> examples) {
  std::vector<std::size_t> lengths;
  for (const SegmenterExample* example : examples) lengths.push_back(example->bags.size());
  return Sequences(lengths);
}

}  // namespace

double SegmenterNetwork::learn(std::span<const SegmenterExample* const> examples,
                               Gradients& gradients, Random& random) const {
  const Sequences sequences = sequences_of(examples);
  Tape tape(parameters_, gradients, random, true);
  const Tape::Value state = run(tape, sequences, examples, random, true);
  std::vector<int> boundaries, tags;
  for (std::size_t t = 0; t < sequences.steps(); ++t)
    for (std::size_t s = 0; s < sequences.active(t); ++s) {
      boundaries.push_back(examples[sequences.order(s)]->boundaries[t]);
      tags.push_back(examples[sequences.order(s)]->tags[t]);
    }
  double loss =
      tape.softmax_loss(tape.linear(state, boundary_weight_, boundary_bias_), boundaries, 1);
  if (options_.tag_weight > 0)
    loss +=
        tape.softmax_loss(tape.linear(state, tag_weight_, tag_bias_), tags, options_.tag_weight);
  tape.run_backwards();
  return loss;
}

std::vector<std::vector<int>> SegmenterNetwork::predict(
    std::span<const SegmenterExample* const> examples) const {
  const Sequences sequences = sequences_of(examples);
  Gradients unused(parameters_);
  Random random(0);
  Tape tape(parameters_, unused, random, false);
  const Tape::Value state = run(tape, sequences, examples, random, false);
  const Matrix& scores = tape[tape.linear(state, boundary_weight_, boundary_bias_)];
  std::vector<std::vector<int>> all(examples.size());
  for (std::size_t s = 0; s < sequences.size(); ++s)
    for (std::size_t t = 0; t < sequences.length(s); ++t) {
      const float* row = scores.row(sequences.row(t, s));
      all[sequences.order(s)].push_back(
          static_cast<int>(std::max_element(row, row + kBoundaries) - row));
    }
  return all;
}

WeightsContent SegmenterNetwork::content() const {
  WeightsContent content;
  for (std::size_t i = 0; i < parameters_.size(); ++i)
    if (i != tag_weight_ && i != tag_bias_)
      content.matrices[parameters_.name(i)] = parameters_.value(i);
  content.embeddings = parameters_.embeddings();
  for (const auto& [key, row] : vocabulary_.row_of()) content.keys.emplace_back(key, row);
  std::sort(content.keys.begin(), content.keys.end());
  return content;
}

}  // namespace relata
