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
  std::size_t first = 0, last = 0;  ///< items [first, last)
  std::vector<std::pair<int, std::size_t>> captures;  ///< variable, item; in order

  /// Items captured as `variable`.
  std::vector<std::size_t> items(int variable) const;
};

inline constexpr std::size_t kNoTrigger = static_cast<std::size_t>(-1);

/// Whether `rule` matches items that begin with `first`, the trigger being item `trigger`. Gives up after
/// a bounded number of steps, as if nothing matched.
bool match(const Rule& rule, std::span<const Item> items, std::size_t first, std::size_t trigger,
           Match& result);

}  // namespace relata
