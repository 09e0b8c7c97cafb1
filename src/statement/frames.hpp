// SPDX-License-Identifier: Apache-2.0
// Which words name which relation, and in which constructions.
#pragma once

#include <cstdint>
#include <relata/language.hpp>
#include <relata/ontology.hpp>
#include <string>
#include <vector>

#include "statement/classes.hpp"

namespace relata {

/// A row of frames.tsv: words that state a relation where they stand in one of the constructions.
struct Frame {
  const RelationType* relation = nullptr;
  std::vector<std::string> words;
  std::vector<std::uint16_t> constructions;  ///< classes "%..."
  /// What is done to a deed is done to its doer: condemning an invasion. Such frames also stand in
  /// the construction "%owner".
  bool owner = false;
  bool swapped = false;  ///< the subject of the word is the object of the relation
  double confidence = 1;
  std::string aspect;  ///< of every statement of the frame, or empty
};

/// Throws FormatError for a row that names an unknown relation.
std::vector<Frame> read_frames(const Language& language, const Ontology& ontology,
                               ClassTable& classes);

}  // namespace relata
