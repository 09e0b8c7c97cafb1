// SPDX-License-Identifier: Apache-2.0
// Patterns over dependency trees, after Semgrex (Chambers et al. 2007).
#pragma once

#include <cstdint>
#include <relata/language.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "statement/classes.hpp"
#include "statement/item_tree.hpp"

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

/// Looks for a pattern. An item that does not fit is looked up by its role "same" (the name in an
/// apposition), and one that is captured is joined by those in its role "also" (coordination).
class TreeMatcher {
 public:
  using Captures = std::vector<std::pair<int, std::uint32_t>>;

  /// Keeps references. `same` and `also` are numbers of roles; 0: no such role.
  TreeMatcher(const ItemTree& tree, std::span<const Item> items, std::uint16_t same,
              std::uint16_t also);

  /// Whether the pattern holds at `item`, without looking at the roles "same" and "also".
  bool match_exactly(const TreeNode& node, std::uint32_t item, Captures& captures) const;
  /// With them, but for the first node.
  bool match(const TreeNode& node, std::uint32_t item, Captures& captures);
  /// The edge that the last match failed at, or empty.
  std::string missing() const { return missing_ ? missing_->text : std::string(); }

 private:
  bool fits(const TreeNode& node, std::uint32_t item) const;
  void capture(const TreeNode& node, std::uint32_t item, Captures& captures) const;
  bool edges_hold(const TreeNode& node, std::uint32_t item, bool exactly, Captures& captures) const;

  const ItemTree& tree_;
  std::span<const Item> items_;
  Classes same_, also_;
  mutable const TreeEdge* missing_ = nullptr;
};

}  // namespace relata
