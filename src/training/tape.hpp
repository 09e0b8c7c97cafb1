// SPDX-License-Identifier: Apache-2.0
// Computation that can be run backwards.
#pragma once

#include <cstdint>
#include <deque>
#include <functional>
#include <relata/network.hpp>
#include <span>
#include <vector>

#include "training/parameters.hpp"
#include "training/random.hpp"

namespace relata {

/// Records operations on matrices, and adds the gradients of the losses to `gradients` when it is
/// run backwards (reverse mode). Rows are items of a batch. For one batch and one thread.
class Tape {
 public:
  using Value = std::size_t;
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  /// Keeps references. Without `learning` nothing is dropped out.
  Tape(const Parameters& parameters, Gradients& gradients, Random& random, bool learning)
      : parameters_(parameters), gradients_(gradients), random_(random), learning_(learning) {}

  const Matrix& operator[](Value value) const { return nodes_[value].value; }

  /// Row i is the sum of rows [first[i], first[i + 1]) of `rows` of the embedding table.
  Value embed(std::vector<std::uint32_t> rows, std::vector<std::uint32_t> first);
  /// Zero with probability `rate`, else scaled up.
  Value dropout(Value input, float rate);
  /// input * weight + bias; no bias if it is kNone.
  Value linear(Value input, std::size_t weight, std::size_t bias = kNone);
  /// Two LSTM directions beside each other; `weights` holds input, recurrent and bias of each.
  Value lstm(Value input, const Sequences& sequences, std::span<const std::size_t> weights,
             float recurrent_dropout);
  Value sum(Value a, Value b);
  /// x, or a tenth of x below zero.
  Value leaky(Value input);
  /// Scores left_i * weight_k * right_i for each row i and label k; `weight` is
  /// d x (labels * d').
  Value bilinear(Value left, Value right, std::size_t weight, std::size_t labels);
  /// Row i is row `rows[i]` of `input`; -1 is `root`'s only row.
  Value gather(Value input, std::vector<std::int64_t> rows, std::size_t root);

  /// Mean cross entropy of the softmax of each row against its target, times `weight`; rows with a
  /// target below 0 do not count.
  double softmax_loss(Value scores, std::span<const int> targets, float weight);
  /// The same, with the score of head j of item i as left_i * right_j; head 0 is `root`, heads are
  /// counted from 1 in the sequence. `targets` are by row.
  double head_loss(Value left, Value right, std::size_t root, const Sequences& sequences,
                   std::span<const int> targets, float weight);

  void run_backwards();

 private:
  struct Node {
    Matrix value, gradient;
    std::function<void()> backwards;
  };

  Value add(Matrix value);
  Matrix& gradient(Value value);
  /// Adds input^T * output_gradient to the gradient of `weight`.
  void add_weight_gradient(const Matrix& input, const Matrix& output_gradient, std::size_t weight);
  Matrix dropout_mask(std::size_t rows, std::size_t columns, float rate);

  const Parameters& parameters_;
  Gradients& gradients_;
  Random& random_;
  bool learning_;
  std::deque<Node> nodes_;
};

}  // namespace relata
