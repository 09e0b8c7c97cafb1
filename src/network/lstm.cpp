// SPDX-License-Identifier: Apache-2.0
// LSTM layers over sequences that are read in step.

#include <algorithm>
#include <numeric>

#include "network/kernels.hpp"

namespace relata {

Sequences::Sequences(std::span<const std::size_t> lengths) : order_(lengths.size()) {
  std::iota(order_.begin(), order_.end(), std::size_t{0});
  std::stable_sort(order_.begin(), order_.end(),
                   [&](std::size_t a, std::size_t b) { return lengths[a] > lengths[b]; });
  for (const std::size_t s : order_) length_.push_back(lengths[s]);
  std::size_t active = order_.size();
  for (std::size_t t = 0; !length_.empty() && t < length_.front(); ++t) {
    while (length_[active - 1] <= t) --active;
    first_row_.push_back(rows_);
    rows_ += active;
  }
}

namespace {

template <typename Recurrent>
void run(const Sequences& sequences, bool backwards, Matrix& gates, const Recurrent& recurrent,
         Matrix& hidden, std::size_t column, const Matrix* mask, LstmTape* tape) {
  const std::size_t units = recurrent.rows(), count = sequences.size();
  Matrix before(count, units), cell(count, units), sums(count, 4 * units);
  for (std::size_t t = 0; t < sequences.steps(); ++t) {
    const std::size_t active = sequences.active(t);
    const auto row_of = [&](std::size_t s) {
      return sequences.row(backwards ? sequences.length(s) - 1 - t : t, s);
    };
    if (mask && t > 0)
      for (std::size_t i = 0; i < active * units; ++i) before.values[i] *= mask->values[i];
    // Forwards the rows of a step stand together, backwards they are gathered.
    float* step = backwards ? sums.row(0) : gates.row(sequences.row(t, 0));
    for (std::size_t s = 0; backwards && s < active; ++s)
      std::copy_n(gates.row(row_of(s)), 4 * units, sums.row(s));
    if (t > 0) multiply(before.row(0), units, active, recurrent, step, 4 * units);
    for (std::size_t s = 0; s < active; ++s) {
      const std::size_t row = row_of(s);
      if (tape) std::copy_n(before.row(s), units, tape->hidden_before.row(row));
      kernels().lstm_cell(step + s * 4 * units, cell.row(s), before.row(s), units);
      std::copy_n(before.row(s), units, hidden.row(row) + column);
      if (!tape) continue;
      std::copy_n(step + s * 4 * units, 4 * units, tape->gates.row(row));
      std::copy_n(cell.row(s), units, tape->cells.row(row));
    }
  }
}

}  // namespace

void run_lstm(const Sequences& sequences, bool backwards, Matrix& gates,
              const PackedMatrix& recurrent, Matrix& hidden, std::size_t column, const Matrix* mask,
              LstmTape* tape) {
  run(sequences, backwards, gates, recurrent, hidden, column, mask, tape);
}

void run_lstm(const Sequences& sequences, bool backwards, Matrix& gates,
              const FixedMatrix& recurrent, Matrix& hidden, std::size_t column) {
  run(sequences, backwards, gates, recurrent, hidden, column, nullptr, nullptr);
}

}  // namespace relata
