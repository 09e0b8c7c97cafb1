// SPDX-License-Identifier: Apache-2.0
// Operations and their gradients. Each operation adds a node and a function that passes the node's
// gradient on to what it was made of.

#include "training/tape.hpp"

#include <algorithm>

namespace relata {

Tape::Value Tape::add(Matrix value) {
  nodes_.push_back({std::move(value), {}, {}});
  return nodes_.size() - 1;
}

// Made when it is first asked for: what no loss depends on has none.
Matrix& Tape::gradient(Value value) {
  Node& node = nodes_[value];
  if (node.gradient.values.empty()) node.gradient = Matrix(node.value.rows, node.value.columns);
  return node.gradient;
}

void Tape::run_backwards() {
  for (std::size_t i = nodes_.size(); i-- > 0;)
    if (nodes_[i].backwards && !nodes_[i].gradient.values.empty()) nodes_[i].backwards();
}

void Tape::add_weight_gradient(const Matrix& input, const Matrix& output_gradient,
                               std::size_t weight) {
  const Matrix flipped = transposed(input);
  Matrix& gradient = gradients_.matrices[weight];
  multiply(flipped.row(0), flipped.columns, flipped.rows, PackedMatrix(output_gradient),
           gradient.row(0), gradient.columns);
}

Matrix Tape::dropout_mask(std::size_t rows, std::size_t columns, float rate) {
  Matrix mask(rows, columns);
  const float kept = 1 / (1 - rate);
  for (float& value : mask.values) value = random_.uniform() < rate ? 0 : kept;
  return mask;
}

Tape::Value Tape::embed(std::vector<std::uint32_t> rows, std::vector<std::uint32_t> first) {
  const Matrix& table = parameters_.embeddings();
  Matrix sums(first.size() - 1, table.columns);
  for (std::size_t i = 0; i + 1 < first.size(); ++i)
    for (std::uint32_t k = first[i]; k < first[i + 1]; ++k)
      for (std::size_t c = 0; c < table.columns; ++c) sums.row(i)[c] += table.row(rows[k])[c];
  const Value output = add(std::move(sums));
  nodes_[output].backwards = [this, output, rows = std::move(rows), first = std::move(first)] {
    const Matrix& passed = nodes_[output].gradient;
    for (std::size_t i = 0; i + 1 < first.size(); ++i)
      for (std::uint32_t k = first[i]; k < first[i + 1]; ++k) {
        float* place = gradients_.embedding(rows[k]);
        for (std::size_t c = 0; c < passed.columns; ++c) place[c] += passed.row(i)[c];
      }
  };
  return output;
}

Tape::Value Tape::dropout(Value input, float rate) {
  if (!learning_ || rate <= 0) return input;
  Matrix mask = dropout_mask(nodes_[input].value.rows, nodes_[input].value.columns, rate);
  Matrix value = nodes_[input].value;
  for (std::size_t i = 0; i < value.values.size(); ++i) value.values[i] *= mask.values[i];
  const Value output = add(std::move(value));
  nodes_[output].backwards = [this, input, output, mask = std::move(mask)] {
    const Matrix& passed = nodes_[output].gradient;
    Matrix& back = gradient(input);
    for (std::size_t i = 0; i < mask.values.size(); ++i)
      back.values[i] += passed.values[i] * mask.values[i];
  };
  return output;
}

Tape::Value Tape::linear(Value input, std::size_t weight, std::size_t bias) {
  const Matrix& x = nodes_[input].value;
  const Matrix& w = parameters_.value(weight);
  Matrix y(x.rows, w.columns);
  if (bias != kNone)
    for (std::size_t i = 0; i < y.rows; ++i)
      std::copy_n(parameters_.value(bias).row(0), y.columns, y.row(i));
  multiply(x.row(0), x.columns, x.rows, PackedMatrix(w), y.row(0), y.columns);
  const Value output = add(std::move(y));
  nodes_[output].backwards = [this, input, output, weight, bias] {
    const Matrix& passed = nodes_[output].gradient;
    add_weight_gradient(nodes_[input].value, passed, weight);
    if (bias != kNone)
      for (std::size_t i = 0; i < passed.rows; ++i)
        for (std::size_t c = 0; c < passed.columns; ++c)
          gradients_.matrices[bias].values[c] += passed.row(i)[c];
    Matrix& back = gradient(input);
    multiply(passed.row(0), passed.columns, passed.rows,
             PackedMatrix(parameters_.value(weight), true), back.row(0), back.columns);
  };
  return output;
}

Tape::Value Tape::sum(Value a, Value b) {
  Matrix value = nodes_[a].value;
  for (std::size_t i = 0; i < value.values.size(); ++i)
    value.values[i] += nodes_[b].value.values[i];
  const Value output = add(std::move(value));
  nodes_[output].backwards = [this, a, b, output] {
    for (const Value input : {a, b}) {
      Matrix& back = gradient(input);
      for (std::size_t i = 0; i < back.values.size(); ++i)
        back.values[i] += nodes_[output].gradient.values[i];
    }
  };
  return output;
}

Tape::Value Tape::leaky(Value input) {
  constexpr float kSlope = 0.1F;
  Matrix value = nodes_[input].value;
  for (float& x : value.values) x = x > 0 ? x : kSlope * x;
  const Value output = add(std::move(value));
  nodes_[output].backwards = [this, input, output] {
    const Node& node = nodes_[output];
    Matrix& back = gradient(input);
    for (std::size_t i = 0; i < back.values.size(); ++i)
      back.values[i] += node.gradient.values[i] * (node.value.values[i] > 0 ? 1 : kSlope);
  };
  return output;
}

Tape::Value Tape::gather(Value input, std::vector<std::int64_t> rows, std::size_t root) {
  const Matrix& x = nodes_[input].value;
  Matrix value(rows.size(), x.columns);
  for (std::size_t i = 0; i < rows.size(); ++i)
    std::copy_n(
        rows[i] < 0 ? parameters_.value(root).row(0) : x.row(static_cast<std::size_t>(rows[i])),
        x.columns, value.row(i));
  const Value output = add(std::move(value));
  nodes_[output].backwards = [this, input, output, root, rows = std::move(rows)] {
    const Matrix& passed = nodes_[output].gradient;
    Matrix& back = gradient(input);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      float* place = rows[i] < 0 ? gradients_.matrices[root].row(0)
                                 : back.row(static_cast<std::size_t>(rows[i]));
      for (std::size_t c = 0; c < passed.columns; ++c) place[c] += passed.row(i)[c];
    }
  };
  return output;
}

// left * weight gives for each row a vector for each label, which meets `right`.
Tape::Value Tape::bilinear(Value left, Value right, std::size_t weight, std::size_t labels) {
  const Matrix& x = nodes_[left].value;
  const Matrix& y = nodes_[right].value;
  const Matrix& w = parameters_.value(weight);
  Matrix turned(x.rows, w.columns);
  multiply(x.row(0), x.columns, x.rows, PackedMatrix(w), turned.row(0), turned.columns);
  Matrix scores(x.rows, labels);
  for (std::size_t i = 0; i < x.rows; ++i)
    for (std::size_t k = 0; k < labels; ++k)
      scores.row(i)[k] = dot(turned.row(i) + k * y.columns, y.row(i), y.columns);
  const Value output = add(std::move(scores));
  nodes_[output].backwards = [this, left, right, output, weight, labels,
                              turned = std::move(turned)] {
    const Matrix& passed = nodes_[output].gradient;
    const Matrix& b = nodes_[right].value;
    Matrix& right_back = gradient(right);
    Matrix turned_back(turned.rows, turned.columns);
    for (std::size_t i = 0; i < passed.rows; ++i)
      for (std::size_t k = 0; k < labels; ++k) {
        const float g = passed.row(i)[k];
        if (g == 0) continue;
        for (std::size_t c = 0; c < b.columns; ++c) {
          turned_back.row(i)[k * b.columns + c] = g * b.row(i)[c];
          right_back.row(i)[c] += g * turned.row(i)[k * b.columns + c];
        }
      }
    add_weight_gradient(nodes_[left].value, turned_back, weight);
    Matrix& left_back = gradient(left);
    multiply(turned_back.row(0), turned_back.columns, turned_back.rows,
             PackedMatrix(parameters_.value(weight), true), left_back.row(0), left_back.columns);
  };
  return output;
}

}  // namespace relata
