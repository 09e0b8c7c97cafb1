// SPDX-License-Identifier: Apache-2.0
#include "sentence/lines.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/error.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kLongestLine = 300;      // bytes; longer blocks are always prose
constexpr std::size_t kLongestDateline = 160;  // bytes

Sentence::Kind kind_of(const Language::Table& table, const Language::Row& row) {
  const std::string_view name = row.cells[0];
  if (name == "heading") return Sentence::Kind::heading;
  if (name == "caption") return Sentence::Kind::caption;
  if (name == "boilerplate") return Sentence::Kind::boilerplate;
  throw FormatError(table.path, row.line, "unknown kind of line '" + std::string(name) + "'");
}

// Whether some terminal mark stands in `text`.
bool has_sentence_end(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (u_hasBinaryProperty(static_cast<UChar32>(next_code_point(text, i)), UCHAR_S_TERM))
      return true;
  return false;
}

}  // namespace

LineClassifier::LineClassifier(const Language& language) {
  const Language::Table table = language.table("lines.tsv", 2);
  for (const auto& row : table.rows) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    const auto expression = icu::UnicodeString::fromUTF8(
        icu::StringPiece(row.cells[1].data(), static_cast<int32_t>(row.cells[1].size())));
    std::unique_ptr<icu::RegexPattern> pattern(
        icu::RegexPattern::compile(expression, UREGEX_CASE_INSENSITIVE, where, status));
    if (U_FAILURE(status))
      throw FormatError(table.path, row.line, std::string("bad pattern: ") + u_errorName(status));
    if (row.cells[0] == "dateline")
      datelines_.push_back(std::move(pattern));
    else
      patterns_.push_back({kind_of(table, row), std::move(pattern)});
  }
}

std::uint32_t LineClassifier::dateline(const Document& document, const Block& block) const {
  const std::string_view text = document.at(block.span);
  const auto line = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(std::min(text.size(), kLongestDateline))));
  for (const auto& pattern : datelines_) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::RegexMatcher> matcher(pattern->matcher(line, status));
    if (U_FAILURE(status) || !matcher->find() || matcher->start(status) != 0) continue;
    std::string bytes;
    line.tempSubString(0, matcher->end(status)).toUTF8String(bytes);
    if (text.starts_with(bytes) && bytes.size() < text.size())
      return static_cast<std::uint32_t>(bytes.size());
  }
  return 0;
}

Sentence::Kind LineClassifier::classify(const Document& document, const Block& block) const {
  if (block.kind == Block::Kind::caption) return Sentence::Kind::caption;
  const std::string_view text = document.at(block.span);
  if (text.size() <= kLongestLine) {
    const auto line = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    for (const Pattern& pattern : patterns_) {
      UErrorCode status = U_ZERO_ERROR;
      const std::unique_ptr<icu::RegexMatcher> matcher(pattern.pattern->matcher(line, status));
      if (U_SUCCESS(status) && matcher->find()) return pattern.kind;
    }
  }
  if (block.kind == Block::Kind::heading ||
      (text.size() <= kLongestLine && !has_sentence_end(text)))
    return Sentence::Kind::heading;
  return Sentence::Kind::prose;
}

}  // namespace relata
