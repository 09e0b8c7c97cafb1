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
  for (std::size_t width = weights.embedding_size();
       weights.has("lstm." + std::to_string(layers_.size()) + ".f.input");) {
    Layer layer;
    for (const bool backwards : {false, true}) {
      const std::string prefix =
          "lstm." + std::to_string(layers_.size()) + (backwards ? ".b." : ".f.");
      Layer::Direction& direction = layer.directions[backwards];
      direction.recurrent = FixedMatrix(weights.matrix(prefix + "recurrent"));
      const std::size_t gates = direction.recurrent.columns();
      direction.input = FixedMatrix(weights.matrix(prefix + "input", width, gates));
      direction.bias = weights.matrix(prefix + "bias", 1, gates);
    }
    width = 2 * layer.directions[0].recurrent.rows();
    layers_.push_back(std::move(layer));
  }
}

Encoder::~Encoder() = default;
Encoder::Encoder(Encoder&&) noexcept = default;

std::size_t Encoder::output_size() const {
  return layers_.empty() ? weights_.embedding_size()
                         : 2 * layers_.back().directions[0].recurrent.rows();
}

Matrix Encoder::encode(const Sequences& sequences, const FeatureBags& bags) const {
  Matrix states(bags.size(), weights_.embedding_size());
  for (std::size_t i = 0; i < bags.size(); ++i) weights_.add_embeddings(bags.bag(i), states.row(i));
  for (const Layer& layer : layers_) {
    const std::size_t units = layer.directions[0].recurrent.rows();
    Matrix next(states.rows, 2 * units);
    for (const bool backwards : {false, true}) {
      const Layer::Direction& direction = layer.directions[backwards];
      Matrix gates(states.rows, 4 * units);
      for (std::size_t i = 0; i < gates.rows; ++i)
        std::copy_n(direction.bias.row(0), 4 * units, gates.row(i));
      multiply(states.row(0), states.columns, states.rows, direction.input, gates.row(0),
               4 * units);
      run_lstm(sequences, backwards, gates, direction.recurrent, next, backwards * units);
    }
    states = std::move(next);
  }
  return states;
}

}  // namespace relata
