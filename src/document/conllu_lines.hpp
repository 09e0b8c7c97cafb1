// SPDX-License-Identifier: Apache-2.0
/// @file
/// CoNLL-U -> the comments and rows of its sentences, as they stand there.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace relata::document {

/// The columns of a row.
enum ConlluColumn : std::size_t {
  kId,
  kForm,
  kLemma,
  kUpos,
  kXpos,
  kFeats,
  kHead,
  kDeprel,
  kDeps,
  kMisc
};

struct ConlluRow {
  std::uint32_t line = 0;  ///< of the file, from 1
  std::size_t count = 0;   ///< of columns; what is more than ten is not kept
  std::array<std::string_view, 10> columns;
};

/// What stands between two empty lines.
struct ConlluBlock {
  std::uint32_t line = 0;  ///< the first one
  std::vector<std::string_view> comments;
  std::vector<ConlluRow> rows;

  /// What a comment "# key = value" says; an empty text for "# key".
  std::optional<std::string_view> comment(std::string_view key) const;
};

/// Walks over a file of any content.
class ConlluLines {
 public:
  /// Keeps views of `input`, as the blocks do.
  explicit ConlluLines(std::string_view input) : rest_(input) {}

  /// The next block that is not empty; false at the end.
  bool next(ConlluBlock& block);

 private:
  std::string_view rest_;
  std::uint32_t line_ = 0;
};

/// The value of `key` in a column of "Key=Value|Key=Value".
std::optional<std::string_view> attribute(std::string_view column, std::string_view key);

/// Whether `text` begins as a file of CoNLL-U does.
bool looks_like_conllu(std::string_view text);

}  // namespace relata::document
