// SPDX-License-Identifier: Apache-2.0
// Bidirectional LSTM layers and back-propagation through time.

#include <algorithm>
#include <array>
#include <memory>

#include "training/tape.hpp"

namespace relata {
namespace {

// What one direction of a layer keeps.
struct Direction {
  std::size_t input = 0, recurrent = 0, bias = 0;  // parameters
  LstmTape tape;
  Matrix mask;  // of the recurrent state; empty: none
};

// Gradient of the gates' sums of one cell row. `state` and `cell` are the gradients that come from
// the step after; `cell` leaves as that of the step before.
void step_back(const float* gates, const float* cell_now, const float* cell_before,
               const float* state, float* cell, float* sums, std::size_t units) {
  for (std::size_t u = 0; u < units; ++u) {
    const float i = gates[u], f = gates[units + u], o = gates[2 * units + u];
    const float g = gates[3 * units + u];
    const float squashed = cell_now[u];
    const float c = cell[u] + state[u] * o * (1 - squashed * squashed);
    sums[u] = c * g * i * (1 - i);
    sums[units + u] = cell_before ? c * cell_before[u] * f * (1 - f) : 0;
    sums[2 * units + u] = state[u] * squashed * o * (1 - o);
    sums[3 * units + u] = c * i * (1 - g * g);
    cell[u] = c * f;
  }
}

// Gradients of the sums of all gates, from those of the hidden states in columns from `column`.
Matrix gate_gradients(const Sequences& sequences, bool backwards, const Direction& direction,
                      const PackedMatrix& recurrent, const Matrix& passed, std::size_t column) {
  const LstmTape& tape = direction.tape;
  const std::size_t units = tape.cells.columns, count = sequences.size();
  Matrix squashed = tape.cells;
  apply_tanh(squashed.row(0), squashed.values.size());
  Matrix result(passed.rows, 4 * units), state(count, units), cell(count, units),
      sums(count, 4 * units);
  for (std::size_t t = sequences.steps(); t-- > 0;) {
    const std::size_t active = sequences.active(t);
    const auto row_of = [&](std::size_t s, std::size_t step) {
      return sequences.row(backwards ? sequences.length(s) - 1 - step : step, s);
    };
    for (std::size_t s = 0; s < active; ++s) {
      const std::size_t row = row_of(s, t);
      for (std::size_t u = 0; u < units; ++u) state.row(s)[u] += passed.row(row)[column + u];
      step_back(tape.gates.row(row), squashed.row(row),
                t > 0 ? tape.cells.row(row_of(s, t - 1)) : nullptr, state.row(s), cell.row(s),
                sums.row(s), units);
      std::copy_n(sums.row(s), 4 * units, result.row(row));
    }
    std::fill_n(state.row(0), active * units, 0.0F);
    multiply(sums.row(0), 4 * units, active, recurrent, state.row(0), units);
    if (!direction.mask.values.empty())
      for (std::size_t i = 0; i < active * units; ++i) state.values[i] *= direction.mask.values[i];
  }
  return result;
}

}  // namespace

Tape::Value Tape::lstm(Value input, const Sequences& sequences,
                       std::span<const std::size_t> weights, float recurrent_dropout) {
  const Matrix& x = nodes_[input].value;
  const std::size_t units = parameters_.value(weights[1]).rows;
  Matrix states(x.rows, 2 * units);
  auto directions = std::make_shared<std::array<Direction, 2>>();
  for (const bool backwards : {false, true}) {
    Direction& direction = (*directions)[backwards];
    direction.input = weights[3 * backwards];
    direction.recurrent = weights[3 * backwards + 1];
    direction.bias = weights[3 * backwards + 2];
    direction.tape = {Matrix(x.rows, 4 * units), Matrix(x.rows, units), Matrix(x.rows, units)};
    if (learning_ && recurrent_dropout > 0)
      direction.mask = dropout_mask(sequences.size(), units, recurrent_dropout);
    Matrix gates(x.rows, 4 * units);
    for (std::size_t i = 0; i < x.rows; ++i)
      std::copy_n(parameters_.value(direction.bias).row(0), 4 * units, gates.row(i));
    multiply(x.row(0), x.columns, x.rows, PackedMatrix(parameters_.value(direction.input)),
             gates.row(0), 4 * units);
    run_lstm(sequences, backwards, gates, PackedMatrix(parameters_.value(direction.recurrent)),
             states, backwards * units, direction.mask.values.empty() ? nullptr : &direction.mask,
             &direction.tape);
  }
  const Value output = add(std::move(states));
  nodes_[output].backwards = [this, input, output, &sequences, directions, units] {
    Matrix& back = gradient(input);
    for (const bool backwards : {false, true}) {
      const Direction& direction = (*directions)[backwards];
      const Matrix gates =
          gate_gradients(sequences, backwards, direction,
                         PackedMatrix(parameters_.value(direction.recurrent), true),
                         nodes_[output].gradient, backwards * units);
      add_weight_gradient(nodes_[input].value, gates, direction.input);
      add_weight_gradient(direction.tape.hidden_before, gates, direction.recurrent);
      for (std::size_t i = 0; i < gates.rows; ++i)
        for (std::size_t c = 0; c < gates.columns; ++c)
          gradients_.matrices[direction.bias].values[c] += gates.row(i)[c];
      multiply(gates.row(0), gates.columns, gates.rows,
               PackedMatrix(parameters_.value(direction.input), true), back.row(0), back.columns);
    }
  };
  return output;
}

}  // namespace relata
