// SPDX-License-Identifier: Apache-2.0
// Runs the pattern of a rule over the items of a sentence.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "statement/items.hpp"
#include "statement/rules.hpp"

namespace relata {

struct Match {
  std::size_t first = 0, last = 0;                    ///< items [first, last)
  std::vector<std::pair<int, std::size_t>> captures;  ///< variable, item; in order

  /// Items captured as `variable`.
  std::vector<std::size_t> items(int variable) const;
};

/// Backtracks over one rule, one sentence and one trigger. What follows a place in the pattern at
/// an item does not depend on how it was reached, so every pair is tried once, whatever the
/// beginning: the time is at most instructions times items. Keeps references.
class Matcher {
 public:
  static constexpr std::size_t kNoTrigger = static_cast<std::size_t>(-1);

  Matcher(const Rule& rule, std::span<const Item> items, std::size_t trigger)
      : rule_(rule), items_(items), trigger_(trigger) {}

  /// Whether the pattern matches items that begin with `first`. Call it with ascending `first`.
  bool match(std::size_t first, Match& result);

 private:
  bool run(std::size_t pc, std::size_t i);
  bool look_ahead(std::size_t pc, std::size_t i);
  bool accepts(const Instruction& instruction, std::size_t i) const;

  const Rule& rule_;
  std::span<const Item> items_;
  std::size_t trigger_;
  std::vector<bool> failed_;              // by instruction and item; empty: nothing was tried
  bool looking_ahead_ = false;            // else nobody asks what was tried
  std::vector<std::size_t> tried_ahead_;  // states that stand as failed
  Match* result_ = nullptr;
};

}  // namespace relata
