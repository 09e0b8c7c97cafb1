// SPDX-License-Identifier: Apache-2.0
// Linear layers that read the same states, computed at once.
#pragma once

#include <algorithm>
#include <cstddef>
#include <relata/network.hpp>
#include <string>
#include <utility>
#include <vector>

namespace relata {

/// A linear layer in fixed point with its bias.
struct LinearLayer {
  FixedMatrix weight;
  Matrix bias;  ///< one row

  LinearLayer() = default;
  LinearLayer(const Matrix& weights, Matrix biases) : weight(weights), bias(std::move(biases)) {}

  Matrix apply(const Matrix& states) const {
    Matrix result(states.rows, weight.columns());
    for (std::size_t i = 0; i < states.rows; ++i)
      std::copy_n(bias.row(0), bias.columns, result.row(i));
    multiply(states.row(0), states.columns, states.rows, weight, result.row(0), result.columns);
    return result;
  }
};

/// Columns of one layer among those of all.
struct Slice {
  std::size_t first = 0, size = 0;
};

/// Joins the layers "<name>.weight" and "<name>.bias" of a file of weights.
class OutputLayers {
 public:
  /// Keeps a reference. `inputs` is the size of a state.
  OutputLayers(const Weights& weights, std::size_t inputs) : weights_(weights), inputs_(inputs) {}

  /// Throws FormatError if there is no such layer.
  Slice add(const std::string& name) {
    Matrix weight = weights_.matrix(name + ".weight", inputs_);
    const Slice slice{columns_, weight.columns};
    columns_ += weight.columns;
    layers_.emplace_back(std::move(weight), weights_.matrix(name + ".bias", 1, slice.size));
    return slice;
  }

  /// All layers that were added, beside each other.
  LinearLayer join() const {
    Matrix weight(inputs_, columns_), bias(1, columns_);
    std::size_t first = 0;
    for (const auto& [part, part_bias] : layers_) {
      for (std::size_t r = 0; r < inputs_; ++r)
        std::copy_n(part.row(r), part.columns, weight.row(r) + first);
      std::copy_n(part_bias.row(0), part.columns, bias.row(0) + first);
      first += part.columns;
    }
    return {weight, std::move(bias)};
  }

 private:
  const Weights& weights_;
  std::size_t inputs_, columns_ = 0;
  std::vector<std::pair<Matrix, Matrix>> layers_;
};

}  // namespace relata
