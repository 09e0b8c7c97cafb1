// SPDX-License-Identifier: Apache-2.0
// Embedding bag and bidirectional LSTM layers, as they run after training.

#include <algorithm>
#include <array>
#include <relata/network.hpp>

namespace relata {

struct Encoder::Layer {
  struct Direction {
    FixedMatrix input, recurrent;
    Matrix bias;  // one row
  };
  std::array<Direction, 2> directions;  // forwards, backwards
};

Encoder::Encoder(const Weights& weights) : weights_(weights) {
  for (std::string prefix;
       weights.has(prefix = "lstm." + std::to_string(layers_.size()) + ".f.input");) {
    Layer layer;
    for (const bool backwards : {false, true}) {
      prefix = "lstm." + std::to_string(layers_.size()) + (backwards ? ".b." : ".f.");
      Layer::Direction& direction = layer.directions[backwards];
      direction.recurrent = FixedMatrix(weights.matrix(prefix + "recurrent"));
      const std::size_t gates = direction.recurrent.columns();
      direction.input = FixedMatrix(weights.matrix(prefix + "input", 0, gates));
      direction.bias = weights.matrix(prefix + "bias", 1, gates);
    }
    layers_.push_back(std::move(layer));
  }
  // Throws what a file without layers deserves.
  if (layers_.empty()) weights.matrix("lstm.0.f.input");
}

Encoder::~Encoder() = default;
Encoder::Encoder(Encoder&&) noexcept = default;

std::size_t Encoder::layers() const { return layers_.size(); }

std::size_t Encoder::output_size(std::size_t i) const {
  return 2 * layers_[i].directions[0].recurrent.rows();
}

Matrix Encoder::embed(const FeatureBags& bags) const {
  Matrix states(bags.size(), weights_.embedding_size());
  for (std::size_t i = 0; i < bags.size(); ++i) weights_.add_embeddings(bags.bag(i), states.row(i));
  return states;
}

Matrix Encoder::run(std::size_t i, const Sequences& sequences, const Matrix& states) const {
  const std::size_t units = layers_[i].directions[0].recurrent.rows();
  Matrix next(states.rows, 2 * units), gates(states.rows, 4 * units);
  for (const bool backwards : {false, true}) {
    const Layer::Direction& direction = layers_[i].directions[backwards];
    for (std::size_t r = 0; r < gates.rows; ++r)
      std::copy_n(direction.bias.row(0), 4 * units, gates.row(r));
    multiply(states.row(0), states.columns, states.rows, direction.input, gates.row(0), 4 * units);
    run_lstm(sequences, backwards, gates, direction.recurrent, next, backwards * units);
  }
  return next;
}

Matrix Encoder::encode(const Sequences& sequences, const FeatureBags& bags) const {
  Matrix states = embed(bags);
  for (std::size_t i = 0; i < layers_.size(); ++i) states = run(i, sequences, states);
  return states;
}

}  // namespace relata
