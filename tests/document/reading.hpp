// SPDX-License-Identifier: Apache-2.0
/// @file
/// Reads bytes into documents and messages that tests compare.
#pragma once

#include <unicode/unistr.h>

#include <relata/document.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace reading {

struct Result {
  std::vector<relata::Document> documents;
  std::vector<relata::Diagnostic> diagnostics;

  /// The messages, one a line, warnings in brackets.
  std::string messages() const {
    std::string all;
    for (const relata::Diagnostic& diagnostic : diagnostics) {
      const bool warning = diagnostic.severity == relata::Diagnostic::Severity::warning;
      all += (all.empty() ? "" : "\n") +
             (warning ? "[" + to_string(diagnostic) + "]" : to_string(diagnostic));
    }
    return all;
  }
};

inline const relata::Languages& languages() {
  static const relata::Languages all(SCHEMA "/languages");
  return all;
}

inline Result read_bytes(const std::string& name, std::string_view bytes,
                         relata::ReadOptions options = {}) {
  Result result;
  relata::DocumentReader(languages(), std::move(options))
      .read_bytes(
          name, bytes,
          [&](relata::Document&& document) { result.documents.push_back(std::move(document)); },
          [&](const relata::Diagnostic& diagnostic) { result.diagnostics.push_back(diagnostic); });
  return result;
}

inline Result read_path(const std::string& path, relata::ReadOptions options = {}) {
  Result result;
  relata::DocumentReader(languages(), std::move(options))
      .read(
          path,
          [&](relata::Document&& document) { result.documents.push_back(std::move(document)); },
          [&](const relata::Diagnostic& diagnostic) { result.diagnostics.push_back(diagnostic); });
  return result;
}

/// "heading: Title", "paragraph: Text" for each block.
inline std::vector<std::string> blocks(const relata::Document& document) {
  static const char* const kNames[] = {"paragraph", "heading", "caption", "list_item",
                                       "table_cell"};
  std::vector<std::string> blocks;
  for (const relata::Block& block : document.blocks)
    blocks.push_back(std::string(kNames[static_cast<int>(block.kind)]) + ": " +
                     std::string(document.at(block.span)));
  return blocks;
}

/// The code points [start, end) of UTF-8.
inline std::string cut(const std::string& text, std::uint32_t start, std::uint32_t end) {
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(text);
  const int32_t from = units.moveIndex32(0, static_cast<int32_t>(start));
  const int32_t to = units.moveIndex32(0, static_cast<int32_t>(end));
  std::string utf8;
  units.tempSubStringBetween(from, to).toUTF8String(utf8);
  return utf8;
}

/// Where the words `words` stand in the text of `document`.
inline relata::Span span_of(const relata::Document& document, std::string_view words) {
  const std::size_t at = document.text.find(words);
  if (at == std::string::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

}  // namespace reading
