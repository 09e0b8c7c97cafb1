// SPDX-License-Identifier: Apache-2.0
/// @file
/// *.weights of a language pack -> Matrix, vectors of features. What a network has learnt, in a
/// file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace relata {

/// A matrix of floats, row after row.
struct Matrix {
  std::size_t rows = 0, columns = 0;
  std::vector<float> values;

  Matrix() = default;
  Matrix(std::size_t row_count, std::size_t column_count)
      : rows(row_count), columns(column_count), values(row_count * column_count) {}

  float* row(std::size_t i) { return values.data() + i * columns; }
  const float* row(std::size_t i) const { return values.data() + i * columns; }
};

/// Keys of the features of a row of items: those of item i stand at [first[i], first[i + 1]).
/// A key is a hash of a template and a text; `feature_key` makes it.
struct FeatureBags {
  std::vector<std::uint64_t> keys;
  std::vector<std::uint32_t> first{0};

  std::size_t size() const { return first.size() - 1; }
  std::span<const std::uint64_t> bag(std::size_t i) const {
    return std::span(keys).subspan(first[i], first[i + 1] - first[i]);
  }
  void add(std::uint64_t key) { keys.push_back(key); }
  void end_bag() { first.push_back(static_cast<std::uint32_t>(keys.size())); }
};

/// A hash of `text` with the number of its template, 0 to 255, in the lowest byte. Never 0.
std::uint64_t feature_key(std::uint8_t feature_template, std::string_view text);
inline std::uint8_t template_of(std::uint64_t key) { return static_cast<std::uint8_t>(key); }

/// Named matrices and an embedding table in a file that is mapped, not read; its form is told in
/// src/network/weights_format.hpp. Immutable.
class Weights {
 public:
  /// Throws IoError, and FormatError for a file that is not one or is cut short.
  explicit Weights(const std::filesystem::path& path);
  ~Weights();
  Weights(Weights&&) noexcept;

  /// Throws FormatError naming the file if there is no such matrix or it has another shape; 0
  /// stands for any number.
  Matrix matrix(std::string_view name, std::size_t rows = 0, std::size_t columns = 0) const;
  bool has(std::string_view name) const;
  /// Lines of a text that was stored: label names, for example. Throws FormatError.
  std::vector<std::string> lines(std::string_view name) const;

  /// Columns of the embedding table.
  std::size_t embedding_size() const;
  /// Add the vectors of the keys that the table knows to `sum`.
  void add_embeddings(std::span<const std::uint64_t> keys, float* sum) const;
  /// Whether the table knows `key`.
  bool knows(std::uint64_t key) const;
  /// The row of the table that `key` stands for, or -1.
  std::int64_t row_of(std::uint64_t key) const;

 private:
  struct Map;
  std::unique_ptr<const Map> map_;
};

/// What `Weights` reads. Several keys may share a row of `embeddings`; rows are kept in 8 bits with
/// a factor of their own.
struct WeightsContent {
  std::map<std::string, Matrix> matrices;
  std::map<std::string, std::vector<std::string>> texts;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;  ///< key, row of `embeddings`
  Matrix embeddings;
};
/// Written beside its place and renamed. Throws IoError.
void write_weights(const WeightsContent& content, const std::filesystem::path& path);

}  // namespace relata
