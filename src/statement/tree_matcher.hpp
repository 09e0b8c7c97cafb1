// SPDX-License-Identifier: Apache-2.0
// TreePattern + ItemTree -> what it captures.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "statement/item_tree.hpp"
#include "statement/items.hpp"
#include "statement/tree_pattern.hpp"

namespace relata {

/// Looks for a pattern. An item that does not fit is looked up by its role "same" (the name in an
/// apposition), and one that is captured is joined by those in its role "also" (coordination).
class TreeMatcher {
 public:
  using Captures = std::vector<std::pair<int, std::uint32_t>>;

  /// Keeps references. `same` and `also` are numbers of roles; 0: no such role.
  TreeMatcher(const ItemTree& tree, std::span<const Item> items, std::uint16_t same,
              std::uint16_t also);

  /// Whether the pattern holds at `item`, without looking at the roles "same" and "also".
  bool match_exactly(const TreeNode& node, std::uint32_t item, Captures& captures) {
    return match(node, item, true, captures);
  }
  /// With them, but for the first node.
  bool match(const TreeNode& node, std::uint32_t item, Captures& captures) {
    return match(node, item, false, captures);
  }
  /// The edge that the last match failed at, or empty.
  std::string missing() const { return missing_ ? missing_->text : std::string(); }

 private:
  bool fits(const TreeNode& node, std::uint32_t item) const;
  void capture(const TreeNode& node, std::uint32_t item, Captures& captures) const;
  bool edges_hold(const TreeNode& node, std::uint32_t item, bool exactly, Captures& captures);
  bool match(const TreeNode& node, std::uint32_t item, bool exactly, Captures& captures);

  const ItemTree& tree_;
  std::span<const Item> items_;
  Classes same_, also_;
  const TreeEdge* missing_ = nullptr;
};

}  // namespace relata
