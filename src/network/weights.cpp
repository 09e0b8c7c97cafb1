// SPDX-License-Identifier: Apache-2.0
// Weights files: mapped for reading, so that only what a text needs comes into memory.

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <relata/error.hpp>
#include <relata/network.hpp>

#include "network/half.hpp"
#include "network/kernels.hpp"
#include "network/weights_format.hpp"

namespace relata {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

std::size_t bytes_of(const WeightsEntry& entry) {
  switch (entry.kind) {
    case WeightsEntry::Kind::halves:
      return entry.rows * entry.columns * sizeof(std::uint16_t);
    case WeightsEntry::Kind::floats:
      return entry.rows * sizeof(float);
    case WeightsEntry::Kind::keys:
      return entry.rows * sizeof(std::uint64_t);
    case WeightsEntry::Kind::numbers:
      return entry.rows * sizeof(std::uint32_t);
    case WeightsEntry::Kind::bytes:
      return entry.rows * entry.columns;
    case WeightsEntry::Kind::text:
      break;
  }
  return entry.rows;
}

}  // namespace

struct Weights::Map {
  explicit Map(const std::filesystem::path& file);
  ~Map() {
    if (data) ::munmap(const_cast<char*>(data), size);
  }
  Map(const Map&) = delete;
  Map& operator=(const Map&) = delete;

  [[noreturn]] void fail(const std::string& problem) const {
    throw FormatError(path, 0, problem + "; the file does not belong to this version");
  }
  void check() const;
  void find_embeddings();
  const WeightsEntry* find(std::string_view name) const {
    for (std::size_t i = 0; i < header->parts; ++i)
      if (entries[i].name.data() == name) return entries + i;
    return nullptr;
  }
  const WeightsEntry& get(std::string_view name, WeightsEntry::Kind kind) const {
    const WeightsEntry* entry = find(name);
    if (!entry || entry->kind != kind) fail("no '" + std::string(name) + "'");
    return *entry;
  }
  // The place of `key`, or kNone.
  std::size_t place(std::uint64_t key) const {
    for (std::uint64_t i = first_slot(key, slots);; i = (i + 1) & (slots - 1)) {
      if (keys[i] == key) return i;
      if (keys[i] == 0) return kNone;
    }
  }
  template <typename T>
  const T* part(const WeightsEntry& entry) const {
    return reinterpret_cast<const T*>(data + entry.offset);
  }

  std::string path;
  const char* data = nullptr;
  std::size_t size = 0;
  const WeightsHeader* header = nullptr;
  const WeightsEntry* entries = nullptr;
  // The embedding table: for each place of `keys` a row, for each row a factor.
  const std::uint64_t* keys = nullptr;
  const std::uint32_t* row_of = nullptr;
  const float* factors = nullptr;
  const std::int8_t* rows = nullptr;
  std::size_t slots = 0, columns = 0;
};

Weights::Map::Map(const std::filesystem::path& file) : path(file.string()) {
  const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat status {};
  if (handle < 0 || ::fstat(handle, &status) != 0) {
    if (handle >= 0) ::close(handle);
    throw IoError("cannot open " + path);
  }
  size = static_cast<std::size_t>(status.st_size);
  void* map = size ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, handle, 0) : MAP_FAILED;
  ::close(handle);
  if (map == MAP_FAILED) fail("no weights");
  data = static_cast<const char*>(map);
  check();
  find_embeddings();
}

void Weights::Map::find_embeddings() {
  const WeightsEntry& key_part = get("embedding.keys", WeightsEntry::Kind::keys);
  const WeightsEntry& numbers = get("embedding.row_of", WeightsEntry::Kind::numbers);
  const WeightsEntry& vectors = get("embedding.rows", WeightsEntry::Kind::bytes);
  const WeightsEntry& factor_part = get("embedding.factors", WeightsEntry::Kind::floats);
  keys = part<std::uint64_t>(key_part);
  row_of = part<std::uint32_t>(numbers);
  factors = part<float>(factor_part);
  rows = part<std::int8_t>(vectors);
  slots = key_part.rows;
  columns = vectors.columns;
  // A table without a free place would be searched without end.
  std::size_t taken = 0;
  for (std::size_t i = 0; i < std::min<std::size_t>(slots, numbers.rows); ++i) {
    taken += keys[i] != 0;
    if (keys[i] != 0 && row_of[i] >= vectors.rows) fail("a key without a vector");
  }
  if (slots == 0 || (slots & (slots - 1)) != 0 || taken == slots || numbers.rows != slots ||
      factor_part.rows != vectors.rows || columns % PackedMatrix::kPanel != 0)
    fail("a table of keys that is not one");
}

void Weights::Map::check() const {
  auto& self = const_cast<Map&>(*this);
  self.header = reinterpret_cast<const WeightsHeader*>(data);
  if (size < sizeof(WeightsHeader) || header->magic != WeightsHeader::kMagic)
    fail("no file of weights");
  if (header->directory % alignof(WeightsEntry) != 0 || header->directory > size ||
      header->parts > (size - header->directory) / sizeof(WeightsEntry))
    fail("cut short");
  self.entries = reinterpret_cast<const WeightsEntry*>(data + header->directory);
  for (std::size_t i = 0; i < header->parts; ++i) {
    const WeightsEntry& entry = entries[i];
    constexpr std::uint64_t kLimit = std::uint64_t{1} << 31;
    if (entry.name.back() != '\0' || entry.offset % 64 != 0 || entry.offset > size ||
        entry.rows > kLimit || entry.columns > kLimit || bytes_of(entry) > size - entry.offset)
      fail("cut short");
  }
}

Weights::Weights(const std::filesystem::path& path) : map_(std::make_unique<Map>(path)) {}
Weights::~Weights() = default;
Weights::Weights(Weights&&) noexcept = default;

bool Weights::has(std::string_view name) const { return map_->find(name) != nullptr; }

Matrix Weights::matrix(std::string_view name, std::size_t rows, std::size_t columns) const {
  const WeightsEntry& entry = map_->get(name, WeightsEntry::Kind::halves);
  if ((rows != 0 && entry.rows != rows) || (columns != 0 && entry.columns != columns))
    map_->fail("'" + std::string(name) + "' has another shape");
  Matrix matrix(entry.rows, entry.columns);
  const auto* halves = map_->part<std::uint16_t>(entry);
  for (std::size_t i = 0; i < matrix.values.size(); ++i) matrix.values[i] = from_half(halves[i]);
  return matrix;
}

std::vector<std::string> Weights::lines(std::string_view name) const {
  const WeightsEntry& entry = map_->get(name, WeightsEntry::Kind::text);
  std::string_view text(map_->data + entry.offset, entry.rows);
  std::vector<std::string> lines;
  for (std::size_t end; (end = text.find('\n')) != text.npos; text.remove_prefix(end + 1))
    lines.emplace_back(text.substr(0, end));
  return lines;
}

std::size_t Weights::embedding_size() const { return map_->columns; }

bool Weights::knows(std::uint64_t key) const { return map_->place(key) != kNone; }

std::int64_t Weights::row_of(std::uint64_t key) const {
  const std::size_t place = map_->place(key);
  return place == kNone ? -1 : static_cast<std::int64_t>(map_->row_of[place]);
}

void Weights::add_embeddings(std::span<const std::uint64_t> keys, float* sum) const {
  for (const std::uint64_t key : keys)
    if (const std::size_t place = map_->place(key); place != kNone) {
      const std::size_t row = map_->row_of[place];
      kernels().add_scaled(map_->rows + row * map_->columns, map_->factors[row], sum,
                           map_->columns);
    }
}

std::uint64_t feature_key(std::uint8_t feature_template, std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325 ^ (feature_template * 0x9e3779b97f4a7c15);
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  hash = (hash ^ (hash >> 32)) * 0xd6e8feb86659fd93;
  hash ^= hash >> 32;
  return (hash & ~std::uint64_t{0xFF}) | feature_template | (std::uint64_t{1} << 63);
}

}  // namespace relata
