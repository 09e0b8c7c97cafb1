// SPDX-License-Identifier: Apache-2.0
/// @file
/// The tree of a page -> which of it is the text that the page is there for.
#pragma once

#include <cstddef>
#include <vector>

#include "document/html_tree.hpp"

namespace relata::document {

struct HtmlContent {
  std::size_t root = 0;        ///< the node that holds the text
  std::vector<bool> left_out;  ///< for each node: not part of it
};

/// An <article> or <main>, or else the densest part of the page, without menus and controls.
HtmlContent find_content(const std::vector<HtmlNode>& nodes);

}  // namespace relata::document
