// SPDX-License-Identifier: Apache-2.0
/// @file
/// Nodes of a page -> the text that a browser shows for them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "document/aligned_text.hpp"
#include "document/html_content.hpp"

namespace relata::document {

/// The text of a page, one block a line: line i is of kind `kinds[i]`. The input of the runs is the
/// page with its markup.
struct HtmlText {
  AlignedText text;
  std::vector<Block::Kind> kinds;
};

/// The text of `content`, below the headline of the page if that stands before it: the node
/// `headline`, or 0.
HtmlText render(std::string_view page, const std::vector<HtmlNode>& nodes,
                const HtmlContent& content, std::size_t headline);

}  // namespace relata::document
