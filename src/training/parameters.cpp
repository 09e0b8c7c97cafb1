// SPDX-License-Identifier: Apache-2.0
#include "training/parameters.hpp"

#include <algorithm>
#include <cmath>

namespace relata {
namespace {

Matrix random_matrix(std::size_t rows, std::size_t columns, float width, Random& random) {
  Matrix matrix(rows, columns);
  if (width > 0)
    for (float& value : matrix.values) value = (2 * random.uniform() - 1) * width;
  return matrix;
}

// One vector of parameters; `correction` undoes the start of the moments from zero.
void update(float* value, float* mean, float* variance, const float* gradient, std::size_t size,
            const Adam::Options& options, float scale, float rate, float correction1,
            float correction2) {
  for (std::size_t i = 0; i < size; ++i) {
    const float g = gradient[i] * scale;
    mean[i] = options.beta1 * mean[i] + (1 - options.beta1) * g;
    variance[i] = options.beta2 * variance[i] + (1 - options.beta2) * g * g;
    value[i] -=
        rate * (mean[i] * correction1) / (std::sqrt(variance[i] * correction2) + options.epsilon);
  }
}

// Moves an average towards `value`.
void move(float* average, const float* value, std::size_t size, float left) {
  for (std::size_t i = 0; i < size; ++i) average[i] = value[i] + left * (average[i] - value[i]);
}

double square(const float* values, std::size_t size) {
  return static_cast<double>(dot(values, values, size));
}

}  // namespace

std::size_t Parameters::add(std::string name, std::size_t rows, std::size_t columns, Random& random,
                            float scale) {
  const float width = scale * std::sqrt(6.0F / static_cast<float>(rows + columns));
  Parameter parameter{std::move(name),
                      random_matrix(rows, columns, width, random),
                      Matrix(rows, columns),
                      Matrix(rows, columns),
                      {}};
  matrices_.push_back(std::move(parameter));
  return matrices_.size() - 1;
}

std::array<std::size_t, 6> Parameters::add_lstm(const std::string& name, std::size_t inputs,
                                                std::size_t units, Random& random) {
  std::array<std::size_t, 6> layer{};
  for (const bool backwards : {false, true}) {
    const std::string prefix = name + (backwards ? ".b." : ".f.");
    layer[3 * backwards] = add(prefix + "input", inputs, 4 * units, random);
    layer[3 * backwards + 1] = add(prefix + "recurrent", units, 4 * units, random);
    layer[3 * backwards + 2] = add(prefix + "bias", 1, 4 * units, random, 0);
    std::fill_n(value(layer[3 * backwards + 2]).row(0) + units, units, 1.0F);
  }
  return layer;
}

void Parameters::add_embeddings(std::size_t rows, std::size_t columns, Random& random) {
  embeddings_ = {"embeddings",
                 random_matrix(rows, columns, 0.1F, random),
                 Matrix(rows, columns),
                 Matrix(rows, columns),
                 {}};
}

void Parameters::catch_up(std::uint32_t row) {
  if (row_left_[row] == left_) return;
  const auto left = static_cast<float>(left_ / row_left_[row]);
  move(embeddings_.average.row(row), embeddings_.value.row(row), embeddings_.value.columns, left);
  row_left_[row] = left_;
}

void Parameters::swap_averages() {
  if (row_left_.empty()) return;
  for (std::uint32_t row = 0; row < row_left_.size(); ++row) catch_up(row);
  for (Parameter& parameter : matrices_) parameter.value.values.swap(parameter.average.values);
  embeddings_.value.values.swap(embeddings_.average.values);
}

Gradients::Gradients(const Parameters& parameters)
    : columns(parameters.embeddings().columns), row_place(parameters.embeddings().rows, -1) {
  for (std::size_t i = 0; i < parameters.size(); ++i)
    matrices.emplace_back(parameters.value(i).rows, parameters.value(i).columns);
}

void Gradients::clear() {
  for (Matrix& matrix : matrices) std::fill(matrix.values.begin(), matrix.values.end(), 0.0F);
  for (const std::uint32_t row : rows) row_place[row] = -1;
  rows.clear();
  row_values.clear();
}

float* Gradients::embedding(std::uint32_t row) {
  std::int32_t& place = row_place[row];
  if (place < 0) {
    place = static_cast<std::int32_t>(rows.size());
    rows.push_back(row);
    row_values.resize(row_values.size() + columns);
  }
  return row_values.data() + static_cast<std::size_t>(place) * columns;
}

void Gradients::add(const Gradients& other) {
  for (std::size_t i = 0; i < matrices.size(); ++i)
    for (std::size_t k = 0; k < matrices[i].values.size(); ++k)
      matrices[i].values[k] += other.matrices[i].values[k];
  for (std::size_t r = 0; r < other.rows.size(); ++r) {
    float* place = embedding(other.rows[r]);
    for (std::size_t c = 0; c < columns; ++c) place[c] += other.row_values[r * columns + c];
  }
}

void Adam::step(Parameters& parameters, Gradients& gradients, float rate) {
  ++steps_;
  if (options_.average > 0) begin_average(parameters, gradients);
  double norm = square(gradients.row_values.data(), gradients.row_values.size());
  for (const Matrix& matrix : gradients.matrices)
    norm += square(matrix.values.data(), matrix.values.size());
  norm = std::sqrt(norm);
  const float scale = norm > options_.clip ? options_.clip / static_cast<float>(norm) : 1.0F;
  const auto correction = [&](float beta) {
    return static_cast<float>(1 / (1 - std::pow(static_cast<double>(beta), steps_)));
  };
  const float correction1 = correction(options_.beta1), correction2 = correction(options_.beta2);
  for (std::size_t i = 0; i < parameters.matrices_.size(); ++i) {
    Parameter& p = parameters.matrices_[i];
    update(p.value.values.data(), p.mean.values.data(), p.variance.values.data(),
           gradients.matrices[i].values.data(), p.value.values.size(), options_, scale, rate,
           correction1, correction2);
  }
  Parameter& table = parameters.embeddings_;
  for (std::size_t r = 0; r < gradients.rows.size(); ++r) {
    const std::uint32_t row = gradients.rows[r];
    update(table.value.row(row), table.mean.row(row), table.variance.row(row),
           gradients.row_values.data() + r * gradients.columns, gradients.columns, options_, scale,
           rate, correction1, correction2);
  }
  if (options_.average > 0) end_average(parameters, gradients);
}

// Rows that this step changes are averaged as they were until now.
void Adam::begin_average(Parameters& parameters, const Gradients& gradients) const {
  if (parameters.row_left_.empty()) {
    for (Parameter& p : parameters.matrices_) p.average = p.value;
    parameters.embeddings_.average = parameters.embeddings_.value;
    parameters.row_left_.assign(parameters.embeddings_.value.rows, 1.0);
  }
  for (const std::uint32_t row : gradients.rows) parameters.catch_up(row);
}

void Adam::end_average(Parameters& parameters, const Gradients& gradients) const {
  const double span = options_.average * static_cast<double>(steps_);
  const double left = span / (span + 1);
  parameters.left_ *= left;
  for (Parameter& p : parameters.matrices_)
    move(p.average.row(0), p.value.row(0), p.value.values.size(), static_cast<float>(left));
  for (const std::uint32_t row : gradients.rows) parameters.catch_up(row);
}

}  // namespace relata
