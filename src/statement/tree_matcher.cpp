// SPDX-License-Identifier: Apache-2.0
#include "statement/tree_matcher.hpp"

#include <algorithm>

namespace relata {

TreeMatcher::TreeMatcher(const ItemTree& tree, std::span<const Item> items, std::uint16_t same,
                         std::uint16_t also)
    : tree_(tree), items_(items) {
  if (same != 0) same_.set(same);
  if (also != 0) also_.set(also);
}

bool TreeMatcher::fits(const TreeNode& node, std::uint32_t item) const {
  return (items_[item].classes & node.classes).any() != node.none_of;
}

// The item or what is the same, and what is coordinated with it.
void TreeMatcher::capture(const TreeNode& node, std::uint32_t item, Captures& captures) const {
  std::vector<std::uint32_t> all{item};
  for (std::size_t i = 0; i < all.size(); ++i) {
    // What is named is named by its name: "its new drone, the X".
    std::vector<std::uint32_t> names{all[i]};
    if (!items_[all[i]].mention || !fits(node, all[i])) tree_.follow(all[i], false, same_, names);
    const auto is_name = [&](std::uint32_t name) {
      return name != all[i] && items_[name].mention && fits(node, name);
    };
    if (std::any_of(names.begin(), names.end(), is_name)) names.erase(names.begin());
    for (const std::uint32_t name : names)
      if (const std::pair capture(node.variable, name);
          fits(node, name) &&
          std::find(captures.begin(), captures.end(), capture) == captures.end())
        captures.push_back(capture);
    std::vector<std::uint32_t> others;
    for (const std::uint32_t name : names) tree_.follow(name, false, also_, others);
    for (const std::uint32_t other : others)
      if (std::find(all.begin(), all.end(), other) == all.end()) all.push_back(other);
  }
}

bool TreeMatcher::edges_hold(const TreeNode& node, std::uint32_t item, bool exactly,
                             Captures& captures) {
  std::vector<std::uint32_t> candidates;
  for (const TreeEdge& edge : node.edges) {
    candidates.clear();
    tree_.follow(item, edge.up, edge.names, candidates);
    bool found = false;
    for (const std::uint32_t candidate : candidates) {
      Captures own;
      if (!edge.node.edges.empty() && !edges_hold(edge.node, candidate, exactly, own)) continue;
      if (exactly || edge.node.variable < 0) {
        if (!fits(edge.node, candidate)) continue;
        if (edge.node.variable >= 0) own.emplace_back(edge.node.variable, candidate);
      } else {
        const std::size_t before = own.size();
        capture(edge.node, candidate, own);
        if (own.size() == before) continue;
      }
      found = true;
      captures.insert(captures.end(), own.begin(), own.end());
    }
    if (found != edge.absent) continue;
    missing_ = &edge;
    return false;
  }
  return true;
}

bool TreeMatcher::match(const TreeNode& node, std::uint32_t item, bool exactly,
                        Captures& captures) {
  captures.clear();
  missing_ = nullptr;
  if (!fits(node, item) || !edges_hold(node, item, exactly, captures)) return false;
  if (node.variable >= 0) captures.emplace_back(node.variable, item);
  return true;
}

}  // namespace relata
