// SPDX-License-Identifier: Apache-2.0
// Which quotation marks belong together.
#pragma once

#include <cstddef>
#include <cstdint>
#include <relata/document.hpp>
#include <relata/sentence.hpp>
#include <vector>

#include "sentence/splitter.hpp"

namespace relata {

/// A word of a document.
struct Position {
  std::size_t sentence = 0, token = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

/// What stands between a pair of quotation marks, or behind one that is not closed.
struct Marked {
  Span inner;
  Position open;   ///< the opening mark
  Position close;  ///< the closing mark; without one the last word
  std::uint32_t depth = 1;
  std::uint32_t paragraph = 0;  ///< from 1, of those that are read
  bool closed = false;
  bool continued = false;  ///< not closed, and the next paragraph begins with the mark again
};

/// All pairs of marks in prose and headings, outer before inner. A mark that is not closed in its
/// paragraph holds the rest of it if the next paragraph opens with the same mark, as is the custom
/// of both languages, else the rest of its sentence. A mark that opens and closes alike (") is told
/// by the blanks around it, else it closes if one is open. Apostrophes are no marks.
std::vector<Marked> find_marked(const Document& document, const std::vector<Sentence>& sentences,
                                const Marks& marks);

}  // namespace relata
