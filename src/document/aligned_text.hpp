// SPDX-License-Identifier: Apache-2.0
/// @file
/// A text that is being made from an input, with the way back for every byte.
#pragma once

#include <cstdint>
#include <relata/document.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace relata::document {

using Runs = std::vector<Origin::Run>;

/// Where in the input the words begin that the text has from byte `text` on.
std::uint32_t begin_in_input(const Runs& runs, std::uint32_t text);
/// Where in the input the words end that the text has before byte `text`.
std::uint32_t end_in_input(const Runs& runs, std::uint32_t text);

/// Grows at its end only, from ascending places of the input.
struct AlignedText {
  std::string text;
  Runs runs;

  /// Take over `bytes`, which stand at `begin` of the input.
  void keep(std::string_view bytes, std::size_t begin);
  /// Add `bytes`, which were made from [begin, end) of the input.
  void change(std::string_view bytes, std::size_t begin, std::size_t end);
  /// Add `bytes` that the input has not.
  void insert(std::string_view bytes) { text += bytes; }
};

/// `outer` was made from `inner.text`: the same text with the way back to the input of `inner`.
AlignedText through(AlignedText outer, const AlignedText& inner);

}  // namespace relata::document
