// SPDX-License-Identifier: Apache-2.0
// The dependency tree of a sentence with items for nodes, and the roles that items play.
#pragma once

#include <cstdint>
#include <relata/sentence.hpp>
#include <span>
#include <utility>
#include <vector>

#include "statement/classes.hpp"
#include "statement/items.hpp"

namespace relata {

/// Words of one item are one node: its governor is that of its word nearest to the root. Edges have
/// the names of relations of Universal Dependencies ("nsubj:pass") and of roles, which rules add.
class ItemTree {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// `edges` has numbers for the names that rules use. Keeps no reference.
  ItemTree(const Sentence& sentence, std::span<const Item> items, const ClassTable& edges);

  std::size_t size() const { return parents_.size(); }
  /// The governor of item `i`, or kNone.
  std::uint32_t parent(std::uint32_t i) const { return parents_[i]; }
  std::span<const std::uint32_t> children(std::uint32_t i) const { return children_[i]; }
  /// Whether the relation to the governor is one of `names`.
  bool is(std::uint32_t i, const Classes& names) const { return (labels_[i] & names).any(); }
  /// All items, governors first.
  std::span<const std::uint32_t> order() const { return order_; }

  /// Item `holder` has `filler` for `role`; nothing if it has already.
  void add_role(std::uint32_t holder, std::uint16_t role, std::uint32_t filler);
  /// Append the items that an edge with one of `names` leads to, down or up.
  void follow(std::uint32_t i, bool up, const Classes& names,
              std::vector<std::uint32_t>& items) const;
  /// First and last item of the part below `i`; `last` is behind it.
  std::pair<std::uint32_t, std::uint32_t> extent(std::uint32_t i) const;

 private:
  using Roles = std::vector<std::pair<std::uint16_t, std::uint32_t>>;

  std::vector<std::uint32_t> parents_, order_;
  std::vector<std::vector<std::uint32_t>> children_;
  std::vector<Classes> labels_;  // "nsubj:pass" and "nsubj*"
  std::vector<Roles> fillers_, holders_;
};

}  // namespace relata
