// SPDX-License-Identifier: Apache-2.0
/// @file
/// Documents made of a text alone, for the tests of what comes after reading.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <relata/document.hpp>
#include <string>
#include <utility>

namespace relata::test {

/// Every line of `text` is a paragraph, and the text is its own origin.
inline Document document_of(std::string language, std::string text, std::string id = "d") {
  Document document;
  document.id = std::move(id);
  document.language = std::move(language);
  document.text = std::move(text);
  document.origin = Origin(document.text);
  for (std::size_t begin = 0; begin < document.text.size();) {
    const std::size_t end = std::min(document.text.find('\n', begin), document.text.size());
    Block block;
    block.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    if (end > begin) document.blocks.push_back(block);
    begin = end + 1;
  }
  return document;
}

}  // namespace relata::test
