// SPDX-License-Identifier: Apache-2.0
// The maximum spanning arborescence (Chu & Liu 1965, Edmonds 1967). Cycles are contracted in place:
// a node that stands for a cycle takes the row and column of one of its members.

#include "sentence/tree.hpp"

#include <algorithm>
#include <cstdint>

namespace relata {
namespace {

using Node = std::uint32_t;
constexpr Node kNone = 0xFFFFFFFF;

// An edge between words, whatever stands for them by now.
struct Edge {
  Node from = kNone, to = kNone;
  double score = 0;
};

class Contraction {
 public:
  explicit Contraction(const Matrix& scores);
  std::vector<int> solve();

 private:
  struct Cycle {
    Node node;                  // what stands for it
    std::vector<Edge> entries;  // the best edge into each member
  };

  Edge& edge(std::size_t from, std::size_t to) { return edges_[from * size_ + to]; }
  std::size_t best_head(std::size_t to);
  std::vector<std::size_t> find_cycle(std::size_t begin);
  void contract(const std::vector<std::size_t>& members);
  Node child_of(Node ancestor, Node word) const;

  std::size_t size_;                // slots: the root and the words
  std::vector<Edge> edges_;         // from slot, to slot
  std::vector<bool> active_;        // slots that stand for themselves
  std::vector<Node> node_;          // what a slot stands for now
  std::vector<Node> parent_;        // the node of the cycle that a node is in
  std::vector<std::size_t> head_;   // best head of a slot, found when it was visited
  std::vector<std::size_t> state_;  // 0, or the walk that visited the slot last
  std::vector<Cycle> cycles_;
};

Contraction::Contraction(const Matrix& scores)
    : size_(scores.rows + 1),
      edges_(size_ * size_),
      active_(size_, true),
      node_(size_),
      parent_(size_, kNone),
      head_(size_, 0),
      state_(size_, 0) {
  double low = 0, high = 0;
  for (const float score : scores.values)
    if (score > -1e8F) low = std::min<double>(low, score), high = std::max<double>(high, score);
  // So dear that a second word under the root never pays.
  const double toll = (high - low + 1) * static_cast<double>(size_);
  for (std::size_t from = 0; from < size_; ++from) {
    node_[from] = static_cast<Node>(from);
    for (std::size_t to = 1; to < size_; ++to)
      edge(from, to) = {static_cast<Node>(from), static_cast<Node>(to),
                        scores.row(to - 1)[from] - (from == 0 ? toll : 0)};
  }
}

std::size_t Contraction::best_head(std::size_t to) {
  std::size_t best = to == 0 ? 1 : 0;
  for (std::size_t from = best + 1; from < size_; ++from)
    if (active_[from] && from != to && edge(from, to).score > edge(best, to).score) best = from;
  return best;
}

// Follows best heads from `begin`; the slots of the cycle that the walk ends in, none if it comes
// to the root or to slots that are known to lead there.
std::vector<std::size_t> Contraction::find_cycle(std::size_t begin) {
  const std::size_t walk = begin + 1;
  std::size_t slot = begin;
  while (slot != 0 && state_[slot] == 0) {
    state_[slot] = walk;
    head_[slot] = best_head(slot);
    slot = head_[slot];
  }
  if (slot == 0 || state_[slot] != walk) return {};
  std::vector<std::size_t> members{slot};
  for (std::size_t next = head_[slot]; next != slot; next = head_[next]) members.push_back(next);
  return members;
}

void Contraction::contract(const std::vector<std::size_t>& members) {
  const auto node = static_cast<Node>(parent_.size());
  parent_.push_back(kNone);
  Cycle cycle{node, {}};
  const std::size_t kept = members.front();
  std::vector<double> losses;
  for (const std::size_t member : members) {
    const Edge& entry = edge(head_[member], member);
    cycle.entries.push_back(entry);
    losses.push_back(entry.score);
    parent_[node_[member]] = node;
    active_[member] = false;
  }
  for (std::size_t other = 0; other < size_; ++other) {
    if (!active_[other]) continue;
    Edge in = edge(other, kept), out = edge(kept, other);
    in.score -= losses.front();
    for (std::size_t m = 1; m < members.size(); ++m) {
      if (const Edge& e = edge(other, members[m]); e.score - losses[m] > in.score) {
        in = e;
        in.score -= losses[m];
      }
      if (const Edge& e = edge(members[m], other); e.score > out.score) out = e;
    }
    edge(other, kept) = in;
    edge(kept, other) = out;
  }
  active_[kept] = true;
  node_[kept] = node;
  state_[kept] = 0;
  cycles_.push_back(std::move(cycle));
}

// The member of the cycle `ancestor` that holds `word`.
Node Contraction::child_of(Node ancestor, Node word) const {
  while (parent_[word] != ancestor) word = parent_[word];
  return word;
}

std::vector<int> Contraction::solve() {
  for (std::size_t slot = 1; slot < size_; ++slot) {
    if (!active_[slot] || state_[slot] != 0) continue;
    std::size_t begin = slot;
    for (std::vector<std::size_t> cycle; !(cycle = find_cycle(begin)).empty();) {
      contract(cycle);
      // What led to the new node is walked again.
      for (std::size_t& state : state_)
        if (state == begin + 1) state = 0;
      if (!active_[begin]) begin = cycle.front();
    }
  }
  std::vector<Edge> entry(parent_.size());  // the edge into each node
  for (std::size_t slot = 1; slot < size_; ++slot)
    if (active_[slot]) entry[node_[slot]] = edge(head_[slot], slot);
  for (std::size_t i = cycles_.size(); i-- > 0;) {
    const Node node = cycles_[i].node;
    const Node broken = child_of(node, entry[node].to);
    for (const Edge& inner : cycles_[i].entries) entry[child_of(node, inner.to)] = inner;
    entry[broken] = entry[node];
  }
  std::vector<int> heads;
  for (std::size_t word = 1; word < size_; ++word)
    heads.push_back(static_cast<int>(entry[word].from) - 1);
  return heads;
}

// Whether heads make a tree with one word under the root.
bool is_tree(const std::vector<int>& heads) {
  if (std::count(heads.begin(), heads.end(), -1) != 1) return false;
  std::vector<std::size_t> walk(heads.size(), 0);
  for (std::size_t i = 0; i < heads.size(); ++i)
    for (auto at = static_cast<int>(i); at >= 0 && walk[static_cast<std::size_t>(at)] != i + 1;) {
      std::size_t& seen = walk[static_cast<std::size_t>(at)];
      if (seen != 0) break;
      seen = i + 1;
      at = heads[static_cast<std::size_t>(at)];
      if (at >= 0 && walk[static_cast<std::size_t>(at)] == i + 1) return false;
    }
  return true;
}

}  // namespace

std::vector<int> best_tree(const Matrix& scores) {
  std::vector<int> heads;
  for (std::size_t i = 0; i < scores.rows; ++i)
    heads.push_back(
        static_cast<int>(std::max_element(scores.row(i), scores.row(i) + scores.columns) -
                         scores.row(i)) -
        1);
  return is_tree(heads) ? heads : Contraction(scores).solve();
}

}  // namespace relata
