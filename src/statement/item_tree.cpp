// SPDX-License-Identifier: Apache-2.0
#include "statement/item_tree.hpp"

#include <algorithm>
#include <numeric>
#include <string>

namespace relata {
namespace {

// How far each token is from the root; the tree has no cycles.
std::vector<std::uint32_t> depths_of(const std::vector<Token>& tokens) {
  std::vector<std::uint32_t> depths(tokens.size(), 0);
  for (std::size_t i = 0; i < tokens.size(); ++i)
    for (int head = tokens[i].head; head >= 0 && depths[i] < tokens.size();
         head = tokens[static_cast<std::size_t>(head)].head)
      ++depths[i];
  return depths;
}

Classes label_of(const Token& token, const ClassTable& edges) {
  Classes label;
  label.set(edges.find(token.deprel));
  label.set(edges.find(token.deprel.substr(0, token.deprel.find(':')) + "*"));
  label.reset(0);  // names that no rule uses
  return label;
}

}  // namespace

ItemTree::ItemTree(const Sentence& sentence, std::span<const Item> items, const ClassTable& edges)
    : parents_(items.size(), kNone),
      order_(items.size()),
      children_(items.size()),
      labels_(items.size()),
      fillers_(items.size()),
      holders_(items.size()) {
  const std::vector<Token>& tokens = sentence.tokens;
  const std::vector<std::uint32_t> depths = depths_of(tokens);
  std::vector<std::uint32_t> item_of(tokens.size()), top(items.size());
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (items[i].first == items[i].last) continue;  // only understood: it stands in no tree
    top[i] = items[i].first;
    for (std::uint32_t k = items[i].first; k < items[i].last; ++k) {
      item_of[k] = i;
      if (depths[k] < depths[top[i]]) top[i] = k;
    }
  }
  for (std::uint32_t i = 0; i < items.size(); ++i) {
    if (items[i].first == items[i].last) continue;
    const Token& token = tokens[top[i]];
    labels_[i] = label_of(token, edges);
    if (token.head < 0) continue;
    parents_[i] = item_of[static_cast<std::size_t>(token.head)];
    children_[parents_[i]].push_back(i);
  }
  std::iota(order_.begin(), order_.end(), 0U);
  std::stable_sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
    return depths[top[a]] < depths[top[b]];
  });
}

void ItemTree::add_role(std::uint32_t holder, std::uint16_t role, std::uint32_t filler) {
  const std::pair edge(role, filler);
  if (holder == filler ||
      std::find(fillers_[holder].begin(), fillers_[holder].end(), edge) != fillers_[holder].end())
    return;
  fillers_[holder].push_back(edge);
  holders_[filler].emplace_back(role, holder);
}

void ItemTree::follow(std::uint32_t i, bool up, const Classes& names,
                      std::vector<std::uint32_t>& items) const {
  if (!up) {
    for (const std::uint32_t child : children_[i])
      if (is(child, names)) items.push_back(child);
  } else if (parents_[i] != kNone && is(i, names)) {
    items.push_back(parents_[i]);
  }
  for (const auto& [role, item] : up ? holders_[i] : fillers_[i])
    if (names.test(role)) items.push_back(item);
}

std::pair<std::uint32_t, std::uint32_t> ItemTree::extent(std::uint32_t i) const {
  std::pair<std::uint32_t, std::uint32_t> whole(i, i + 1);
  std::vector<std::uint32_t> open{i};
  while (!open.empty()) {
    const std::uint32_t item = open.back();
    open.pop_back();
    whole.first = std::min(whole.first, item);
    whole.second = std::max(whole.second, item + 1);
    open.insert(open.end(), children_[item].begin(), children_[item].end());
  }
  return whole;
}

}  // namespace relata
