// SPDX-License-Identifier: Apache-2.0
/// @file
/// The rows of a sentence of CoNLL-U -> its words, tree and names.
#pragma once

#include <cstddef>
#include <optional>
#include <relata/document.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "document/conllu_lines.hpp"

namespace relata::document {

/// Words that stand in the text as one; most tokens are one word.
struct ConlluToken {
  std::size_t first = 0, last = 0;  ///< words [first, last)
  bool multiword = false;
  std::string form;  ///< not empty, no line end in it
  bool space_after = true;
};

struct ConlluProblem {
  std::size_t line;
  std::string message;
};

struct ConlluSentence {
  AnnotatedSentence annotation;  ///< without spans
  std::vector<ConlluToken> tokens;
  /// What follows the last token is told by the input.
  bool end_told = false;
  /// What was left out: a tree, a name.
  std::vector<ConlluProblem> omissions;
};

/// The sentence of a block that has rows. Nothing if it cannot be read; `problem` then tells why.
std::optional<ConlluSentence> read_sentence(const ConlluBlock& block, ConlluProblem& problem);

/// The names that the values of "Entity=" mark, one value for each word: "(PER)" is a name of one
/// word, "(PER" begins one and "PER)" ends it. Labels that are not made of letters mark something
/// else, as in CorefUD, and names in names are not kept. False if some do not begin or end.
bool read_entities(const std::vector<std::string_view>& values, std::vector<NamedEntity>& entities);

}  // namespace relata::document
