// SPDX-License-Identifier: Apache-2.0
// Weights files: written.

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <fstream>
#include <relata/error.hpp>
#include <relata/network.hpp>

#include "network/half.hpp"
#include "network/weights_format.hpp"

namespace relata {
namespace {

class Writer {
 public:
  explicit Writer(const std::filesystem::path& path) : out_(path, std::ios::binary) {
    write(&header_, sizeof header_);
  }

  template <typename Values>
  void part(std::string_view name, WeightsEntry::Kind kind, std::size_t rows, std::size_t columns,
            const Values& values) {
    align();
    WeightsEntry entry{.kind = kind, .rows = rows, .columns = columns, .offset = position_};
    if (name.size() >= entry.name.size()) throw Error("a name of weights is too long");
    std::memcpy(entry.name.data(), name.data(), name.size());
    entries_.push_back(entry);
    write(values.data(), values.size() * sizeof *values.data());
  }

  bool finish() {
    align();
    header_.directory = position_;
    header_.parts = entries_.size();
    write(entries_.data(), entries_.size() * sizeof(WeightsEntry));
    out_.seekp(0);
    write(&header_, sizeof header_);
    out_.close();
    return !out_.fail();
  }

 private:
  void write(const void* data, std::size_t size) {
    out_.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
    position_ += size;
  }
  void align() {
    constexpr char kZeros[64] = {};
    if (position_ % 64 != 0) write(kZeros, 64 - position_ % 64);
  }

  std::ofstream out_;
  std::uint64_t position_ = 0;
  WeightsHeader header_;
  std::vector<WeightsEntry> entries_;
};

// Each row in 8 bits, times a factor that makes its largest value 127.
void write_embeddings(const WeightsContent& content, Writer& writer) {
  const Matrix& table = content.embeddings;
  std::vector<std::int8_t> bytes(table.values.size());
  std::vector<float> factors(table.rows);
  for (std::size_t i = 0; i < table.rows; ++i) {
    const float* row = table.row(i);
    float largest = 0;
    for (std::size_t c = 0; c < table.columns; ++c) largest = std::max(largest, std::abs(row[c]));
    factors[i] = largest / 127;
    if (factors[i] == 0) continue;
    for (std::size_t c = 0; c < table.columns; ++c)
      bytes[i * table.columns + c] = static_cast<std::int8_t>(std::lround(row[c] / factors[i]));
  }
  std::vector<std::uint64_t> keys(std::bit_ceil(content.keys.size() * 4 / 3 + 2));
  std::vector<std::uint32_t> row_of(keys.size());
  for (const auto& [key, row] : content.keys) {
    std::uint64_t place = first_slot(key, keys.size());
    while (keys[place] != 0) place = (place + 1) & (keys.size() - 1);
    keys[place] = key;
    row_of[place] = row;
  }
  writer.part("embedding.keys", WeightsEntry::Kind::keys, keys.size(), 1, keys);
  writer.part("embedding.row_of", WeightsEntry::Kind::numbers, row_of.size(), 1, row_of);
  writer.part("embedding.factors", WeightsEntry::Kind::floats, factors.size(), 1, factors);
  writer.part("embedding.rows", WeightsEntry::Kind::bytes, table.rows, table.columns, bytes);
}

}  // namespace

void write_weights(const WeightsContent& content, const std::filesystem::path& path) {
  const std::filesystem::path part = path.string() + ".part";
  Writer writer(part);
  write_embeddings(content, writer);
  for (const auto& [name, matrix] : content.matrices) {
    std::vector<std::uint16_t> halves;
    for (const float value : matrix.values) halves.push_back(to_half(value));
    writer.part(name, WeightsEntry::Kind::halves, matrix.rows, matrix.columns, halves);
  }
  for (const auto& [name, lines] : content.texts) {
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    writer.part(name, WeightsEntry::Kind::text, text.size(), 1, text);
  }
  std::error_code error;
  if (writer.finish()) std::filesystem::rename(part, path, error);
  if (error || !std::filesystem::exists(path)) throw IoError("cannot write " + path.string());
}

}  // namespace relata
