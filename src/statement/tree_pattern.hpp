// SPDX-License-Identifier: Apache-2.0
// Patterns over dependency trees, after Semgrex (Chambers et al. 2007).
#pragma once

#include <cstdint>
#include <relata/language.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "statement/classes.hpp"

namespace relata {

struct TreeEdge;

/// An item with one of `classes` (none of them if `none_of`) and with all `edges`.
struct TreeNode {
  Classes classes;
  bool none_of = false;
  int variable = -1;  ///< what the item is captured as
  std::vector<TreeEdge> edges;
};

/// A way from an item to a dependent or what fills a role, or `up` to the governor or the holder of
/// a role; if `absent`, there must be none.
struct TreeEdge {
  bool up = false, absent = false;
  Classes names;
  TreeNode node;
  std::string text;  ///< as the rule has it
};

/// Parses "V:%svo >subject A:@actor !>case by"; see schema/languages/README.md.
struct TreePattern {
  TreeNode node;
  std::vector<std::string> variables;
  std::string construction;  ///< "%svo" of the first node, or empty
};
/// Throws RuleProblem.
TreePattern parse_tree_pattern(std::string_view text, const Folding& folding, ClassTable& classes,
                               ClassTable& edges);

}  // namespace relata
