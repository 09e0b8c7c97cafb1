// SPDX-License-Identifier: Apache-2.0
// Losses: where gradients begin.

#include <algorithm>
#include <cmath>

#include "training/tape.hpp"

namespace relata {
namespace {

// The softmax of `scores` in place; returns minus the logarithm of the target's share.
double softmax(float* scores, std::size_t size, std::size_t target) {
  const float largest = *std::max_element(scores, scores + size);
  for (std::size_t k = 0; k < size; ++k) scores[k] -= largest;
  apply_exp(scores, size);
  double sum = 0;
  for (std::size_t k = 0; k < size; ++k) sum += scores[k];
  for (std::size_t k = 0; k < size; ++k) scores[k] = static_cast<float>(scores[k] / sum);
  return -std::log(std::max(scores[target], 1e-30F));
}

}  // namespace

double Tape::softmax_loss(Value scores, std::span<const int> targets, float weight) {
  const Matrix& values = nodes_[scores].value;
  const auto counted = std::count_if(targets.begin(), targets.end(), [](int t) { return t >= 0; });
  if (counted == 0) return 0;
  const float share = weight / static_cast<float>(counted);
  double loss = 0;
  std::vector<float> row(values.columns);
  for (std::size_t i = 0; i < values.rows; ++i) {
    if (targets[i] < 0) continue;
    const auto target = static_cast<std::size_t>(targets[i]);
    std::copy_n(values.row(i), values.columns, row.data());
    loss += softmax(row.data(), row.size(), target);
    row[target] -= 1;
    float* place = gradient(scores).row(i);
    for (std::size_t k = 0; k < row.size(); ++k) place[k] += share * row[k];
  }
  return loss * share;
}

double Tape::head_loss(Value left, Value right, std::size_t root, const Sequences& sequences,
                       std::span<const int> targets, float weight) {
  const Matrix& x = nodes_[left].value;
  const Matrix& y = nodes_[right].value;
  const auto counted = std::count_if(targets.begin(), targets.end(), [](int t) { return t >= 0; });
  if (counted == 0) return 0;
  const float share = weight / static_cast<float>(counted);
  Matrix& left_back = gradient(left);
  Matrix& right_back = gradient(right);
  double loss = 0;
  for (std::size_t s = 0; s < sequences.size(); ++s) {
    const std::size_t n = sequences.length(s);
    Matrix dependents(n, x.columns), heads(n + 1, y.columns);
    std::copy_n(parameters_.value(root).row(0), y.columns, heads.row(0));
    for (std::size_t t = 0; t < n; ++t) {
      std::copy_n(x.row(sequences.row(t, s)), x.columns, dependents.row(t));
      std::copy_n(y.row(sequences.row(t, s)), y.columns, heads.row(t + 1));
    }
    Matrix scores(n, n + 1);
    multiply(dependents.row(0), dependents.columns, n, PackedMatrix(heads, true), scores.row(0),
             n + 1);
    for (std::size_t t = 0; t < n; ++t) {
      const int target = targets[sequences.row(t, s)];
      if (target < 0) {
        std::fill_n(scores.row(t), n + 1, 0.0F);
        continue;
      }
      scores.row(t)[t + 1] = -1e9F;  // no word is its own head
      loss += softmax(scores.row(t), n + 1, static_cast<std::size_t>(target));
      scores.row(t)[target] -= 1;
      for (std::size_t k = 0; k <= n; ++k) scores.row(t)[k] *= share;
    }
    Matrix dependents_back(n, x.columns), heads_back(n + 1, y.columns);
    multiply(scores.row(0), n + 1, n, PackedMatrix(heads), dependents_back.row(0), x.columns);
    const Matrix flipped = transposed(scores);
    multiply(flipped.row(0), n, n + 1, PackedMatrix(dependents), heads_back.row(0), y.columns);
    const auto add = [](float* place, const float* values, std::size_t size) {
      for (std::size_t c = 0; c < size; ++c) place[c] += values[c];
    };
    add(gradients_.matrices[root].row(0), heads_back.row(0), y.columns);
    for (std::size_t t = 0; t < n; ++t) {
      add(left_back.row(sequences.row(t, s)), dependents_back.row(t), x.columns);
      add(right_back.row(sequences.row(t, s)), heads_back.row(t + 1), y.columns);
    }
  }
  return loss * share;
}

}  // namespace relata
