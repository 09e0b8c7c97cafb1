// SPDX-License-Identifier: Apache-2.0
// Lines, comments and columns of CoNLL-U (universaldependencies.org/format.html).

#include "document/conllu_lines.hpp"

#include <algorithm>

#include "document/code_points.hpp"

namespace relata::document {
namespace {

ConlluRow row_of(std::string_view line, std::uint32_t number) {
  ConlluRow row;
  row.line = number;
  for (std::size_t begin = 0; begin <= line.size(); ++row.count) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    if (row.count < row.columns.size()) row.columns[row.count] = line.substr(begin, end - begin);
    begin = end + 1;
  }
  return row;
}

}  // namespace

std::optional<std::string_view> ConlluBlock::comment(std::string_view key) const {
  for (const std::string_view comment : comments) {
    const std::size_t equals = std::min(comment.find('='), comment.size());
    if (trimmed(comment.substr(1, equals - std::min<std::size_t>(equals, 1))) == key)
      return trimmed(comment.substr(std::min(equals + 1, comment.size())));
  }
  return {};
}

bool ConlluLines::next(ConlluBlock& block) {
  block = {};
  while (!rest_.empty()) {
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    std::string_view line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    const bool blank = line.find_first_not_of(" \t") == std::string_view::npos;
    if (blank && block.line != 0) return true;
    if (blank) continue;
    if (block.line == 0) block.line = line_;
    if (line.starts_with('#'))
      block.comments.push_back(line);
    else
      block.rows.push_back(row_of(line, line_));
  }
  return block.line != 0;
}

std::optional<std::string_view> attribute(std::string_view column, std::string_view key) {
  for (std::size_t begin = 0; begin < column.size();) {
    const std::size_t end = std::min(column.find('|', begin), column.size());
    const std::string_view part = column.substr(begin, end - begin);
    if (part.starts_with(key) && part.substr(key.size()).starts_with('='))
      return part.substr(key.size() + 1);
    begin = end + 1;
  }
  return {};
}

bool looks_like_conllu(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  ConlluBlock block;
  if (!ConlluLines(text.substr(0, 65536)).next(block) || block.rows.empty()) return false;
  const ConlluRow& row = block.rows.front();
  return row.count == row.columns.size() &&
         (row.columns[kId] == "1" || row.columns[kId].starts_with("1-") ||
          row.columns[kId].starts_with("0."));
}

}  // namespace relata::document
