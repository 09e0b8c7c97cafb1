// SPDX-License-Identifier: Apache-2.0
// What is learnt, the gradients of it, and the optimizer.
#pragma once

#include <array>
#include <cstdint>
#include <relata/network.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "training/random.hpp"

namespace relata {

/// A matrix that is learnt, with the moments that Adam keeps of its gradients and the average of
/// its values, if one is kept.
struct Parameter {
  std::string name;
  Matrix value, mean, variance, average;
};

/// All matrices of a network and its embedding table, of which only the rows that a batch used are
/// touched.
class Parameters {
 public:
  /// Index of a new matrix with uniform values of Glorot & Bengio's width; 0: zeros.
  std::size_t add(std::string name, std::size_t rows, std::size_t columns, Random& random,
                  float scale = 1);
  /// Matrices of a bidirectional LSTM layer as Encoder reads them: input, recurrent and bias of
  /// each direction. Cells remember at first: the bias of their forget gates is 1.
  std::array<std::size_t, 6> add_lstm(const std::string& name, std::size_t inputs,
                                      std::size_t units, Random& random);
  void add_embeddings(std::size_t rows, std::size_t columns, Random& random);

  std::size_t size() const { return matrices_.size(); }
  const Matrix& value(std::size_t i) const { return matrices_[i].value; }
  Matrix& value(std::size_t i) { return matrices_[i].value; }
  const std::string& name(std::size_t i) const { return matrices_[i].name; }
  const Matrix& embeddings() const { return embeddings_.value; }
  Matrix& embeddings() { return embeddings_.value; }

  /// Put the averages in the place of the values, or back. Nothing happens without averages.
  void swap_averages();

  friend class Adam;

 private:
  void catch_up(std::uint32_t row);

  std::vector<Parameter> matrices_;
  Parameter embeddings_;
  // What is left of an average of the first step, and, by row of the table, what was left of it
  // when the row was averaged last: a row that a batch does not use stays as it is.
  double left_ = 1;
  std::vector<double> row_left_;
};

/// Gradients of one share of a batch.
struct Gradients {
  explicit Gradients(const Parameters& parameters);
  void clear();
  /// Gradient of a row of the embedding table.
  float* embedding(std::uint32_t row);
  /// Adds `other`, in an order that depends on the batch alone.
  void add(const Gradients& other);

  std::vector<Matrix> matrices;
  std::size_t columns = 0;              // of the embedding table
  std::vector<std::uint32_t> rows;      // of the table, in the order of their first use
  std::vector<float> row_values;        // a row of gradients for each of `rows`
  std::vector<std::int32_t> row_place;  // by row of the table: index into `rows`, or -1
};

/// Adam (Kingma & Ba 2015) with the gradient clipped to a norm; rows of the embedding table that a
/// batch does not use stay as they are. Keeps moving averages of what is learnt (Polyak & Juditsky
/// 1992).
class Adam {
 public:
  struct Options {
    float beta1 = 0.9F, beta2 = 0.95F, epsilon = 1e-8F, clip = 5;
    double average = 0;  ///< share of the steps so far that averages span; 0: none are kept
  };
  explicit Adam(Options options) : options_(options) {}

  void step(Parameters& parameters, Gradients& gradients, float rate);

 private:
  void begin_average(Parameters& parameters, const Gradients& gradients) const;
  void end_average(Parameters& parameters, const Gradients& gradients) const;

  Options options_;
  std::uint64_t steps_ = 0;
};

}  // namespace relata
