// SPDX-License-Identifier: Apache-2.0
/// @file
/// plain text -> Blocks.
#pragma once

#include <string_view>
#include <vector>

#include "document/aligned_text.hpp"

namespace relata::document {

/// The paragraphs, headings and list items of `text`. If its lines were cut to fill a width, `text`
/// changes: the lines of a paragraph become one. No block holds a line end.
std::vector<Block> lay_out(AlignedText& text);

/// Whether `words` end with a mark that ends sentences, apart from brackets and quotation marks.
bool ends_sentence(std::string_view words);

/// What stands for a line end between the words of one paragraph: a space, or nothing.
std::string_view joint(char32_t before, char32_t after);

}  // namespace relata::document
