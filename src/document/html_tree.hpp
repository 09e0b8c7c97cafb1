// SPDX-License-Identifier: Apache-2.0
/// @file
/// HTML page -> its elements and texts as a tree.
#pragma once

#include <cstdint>
#include <optional>
#include <relata/document.hpp>
#include <string_view>
#include <vector>

namespace relata::document {

/// What this program needs to know of an element of HTML.
struct HtmlElement {
  enum Flag : unsigned {
    block = 1,          ///< begins on a line of its own
    empty = 2,          ///< has no end tag
    raw = 4,            ///< holds no tags up to its own end tag
    invisible = 8,      ///< a browser shows no text for it
    chrome = 16,        ///< around the text: menus, headers, controls
    cell = 32,          ///< end tags within it do not reach out of it
    paragraph = 64,     ///< ends where a block begins
    labels_text = 128,  ///< gives `kind` to the text in it
    table_part = 256    ///< its end tag ends cells
  };

  std::string_view name;
  unsigned flags = 0;
  Block::Kind kind = Block::Kind::paragraph;
  std::string_view closes = {};  ///< begins with ends of siblings: names between spaces
  std::string_view within = {};  ///< but not of siblings beyond these

  bool is(Flag flag) const { return (flags & flag) != 0; }
};

/// The elements and texts of a page in the order of the page; the children of node i are among
/// (i, end). Node 0 is the page.
struct HtmlNode {
  const HtmlElement* element;   ///< null for text
  std::string_view attributes;  ///< see find_attribute()
  std::string_view text;        ///< with character references; of raw elements too
  std::uint32_t parent;
  std::uint32_t end;

  std::optional<std::string_view> attribute(std::string_view name) const;
  bool named(std::string_view name) const { return element && element->name == name; }
};

/// Parse whatever is given; the tree is never deeper than a few hundred nodes. The nodes point into
/// `page`.
std::vector<HtmlNode> parse_html(std::string_view page);

}  // namespace relata::document
