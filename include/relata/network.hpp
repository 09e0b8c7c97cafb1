// SPDX-License-Identifier: Apache-2.0
/// @file
/// Feature keys -> vectors. What a small recurrent network is made of: matrices, an embedding bag
/// and LSTM layers, with the same bits on every processor.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <relata/weights.hpp>
#include <span>
#include <vector>

namespace relata {

/// The right factor of a product, in panels of columns as the kernel walks through them. Owns a
/// copy.
class PackedMatrix {
 public:
  static constexpr std::size_t kPanel = 16;

  PackedMatrix() = default;
  /// Packs `rows` x `columns` values that stand row after row, or their transpose.
  PackedMatrix(const float* values, std::size_t rows, std::size_t columns, bool transposed = false);
  explicit PackedMatrix(const Matrix& matrix, bool transposed = false)
      : PackedMatrix(matrix.values.data(), matrix.rows, matrix.columns, transposed) {}

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  const float* panel(std::size_t i) const { return values_.data() + i * rows_ * kPanel; }

 private:
  std::size_t rows_ = 0, columns_ = 0;
  std::vector<float> values_;
};

/// Add the product of `rows` rows at `left` and `right` to the rows at `result`; strides in
/// floats. Each sum is made in the order of right's rows with separate multiplications and
/// additions, so its bits depend neither on the processor nor on the number of rows.
void multiply(const float* left, std::size_t left_stride, std::size_t rows,
              const PackedMatrix& right, float* result, std::size_t result_stride);

/// The right factor of a product in fixed point: 8 bits, with a factor for each column. Sums are
/// exact in any order, and products several times as fast as those of floats. Owns a copy.
class FixedMatrix {
 public:
  static constexpr std::size_t kPanel = PackedMatrix::kPanel;
  /// What the largest value of a left row and of a column is scaled to.
  static constexpr int kLargest = 127;
  /// Rows that stand together.
  static constexpr std::size_t kGroup = 4;

  FixedMatrix() = default;
  /// Throws Error for a matrix whose sums would overflow.
  explicit FixedMatrix(const Matrix& matrix);

  std::size_t rows() const { return rows_; }
  std::size_t columns() const { return columns_; }
  std::size_t groups() const { return (rows_ + kGroup - 1) / kGroup; }
  /// For each group of 4 rows, 16 columns of 4 numbers.
  const std::int8_t* panel(std::size_t i) const {
    return values_.data() + i * groups() * kGroup * kPanel;
  }
  /// Of 16 columns.
  const float* factors(std::size_t panel) const { return factors_.data() + panel * kPanel; }
  /// -128 times the sum of each of 16 columns: what left numbers that are too large by 128 add.
  const std::int32_t* offsets(std::size_t panel) const { return offsets_.data() + panel * kPanel; }

 private:
  std::size_t rows_ = 0, columns_ = 0;
  std::vector<std::int8_t> values_;
  std::vector<float> factors_;
  std::vector<std::int32_t> offsets_;
};

/// The same as above, with left rows rounded to 8 bits.
void multiply(const float* left, std::size_t left_stride, std::size_t rows,
              const FixedMatrix& right, float* result, std::size_t result_stride);

/// The transpose of `matrix`.
Matrix transposed(const Matrix& matrix);

/// Sum of the products of two vectors, in eight interleaved sums.
float dot(const float* a, const float* b, std::size_t size);

/// Sequences of different lengths that are read in step, the longest first. Rows of a matrix
/// belong to their items step by step: row(t, s) is item t of sequence s.
class Sequences {
 public:
  Sequences() = default;
  /// `lengths` may be in any order; `order` tells which of them stands where.
  explicit Sequences(std::span<const std::size_t> lengths);

  std::size_t rows() const { return rows_; }
  std::size_t steps() const { return first_row_.size(); }
  std::size_t size() const { return order_.size(); }
  /// Index into the lengths given of the sequence in place `s`.
  std::size_t order(std::size_t s) const { return order_[s]; }
  std::size_t length(std::size_t s) const { return length_[s]; }
  /// Sequences that have an item at step t; they are the first ones.
  std::size_t active(std::size_t t) const {
    return (t + 1 < first_row_.size() ? first_row_[t + 1] : rows_) - first_row_[t];
  }
  std::size_t row(std::size_t t, std::size_t s) const { return first_row_[t] + s; }

 private:
  std::size_t rows_ = 0;
  std::vector<std::size_t> order_, length_, first_row_;
};

/// What an LSTM layer keeps for training; all of it in rows of `Sequences`.
struct LstmTape {
  Matrix gates;          ///< input, forget, output gate and candidate, after their functions
  Matrix cells;          ///< cell states
  Matrix hidden_before;  ///< state that came from the step before, after its dropout
};

/// One direction of an LSTM layer without peepholes (Hochreiter & Schmidhuber 1997). `gates` holds
/// the inputs' share of the gates and is overwritten. Writes hidden states to columns
/// [column, column + units) of `hidden`. `recurrent` is units x 4 units. `mask`, if given, has a
/// row for each sequence that the recurrent state is multiplied with.
void run_lstm(const Sequences& sequences, bool backwards, Matrix& gates,
              const PackedMatrix& recurrent, Matrix& hidden, std::size_t column, const Matrix* mask,
              LstmTape* tape);
/// The same without training.
void run_lstm(const Sequences& sequences, bool backwards, Matrix& gates,
              const FixedMatrix& recurrent, Matrix& hidden, std::size_t column);

/// tanh of each value.
void apply_tanh(float* values, std::size_t size);
/// exp of each value.
void apply_exp(float* values, std::size_t size);

/// Embedding bag and a stack of bidirectional LSTM layers. Immutable, safe to share.
class Encoder {
 public:
  /// Reads the matrices "lstm.<layer>.<f|b>.<input|recurrent|bias>" of `weights`, which must
  /// outlive it. Throws FormatError.
  explicit Encoder(const Weights& weights);
  ~Encoder();
  Encoder(Encoder&&) noexcept;

  std::size_t layers() const;
  /// Columns of what layer `i` makes.
  std::size_t output_size(std::size_t i) const;
  std::size_t output_size() const { return output_size(layers() - 1); }

  /// Sums of the vectors of each bag.
  Matrix embed(const FeatureBags& bags) const;
  /// What layer `i` makes of `states`, which are in rows of `sequences`.
  Matrix run(std::size_t i, const Sequences& sequences, const Matrix& states) const;
  /// All layers, one after the other. `bags` are in the order of rows.
  Matrix encode(const Sequences& sequences, const FeatureBags& bags) const;

 private:
  struct Layer;
  const Weights& weights_;
  std::vector<Layer> layers_;
};

}  // namespace relata
