// SPDX-License-Identifier: Apache-2.0
// What can be asked of a finished graph.

#include <algorithm>
#include <relata/graph.hpp>

namespace relata {

bool Relation::asserted() const {
  return polarity == Polarity::positive && modality == Modality::asserted &&
         std::any_of(evidence.begin(), evidence.end(),
                     [](const Evidence& one) { return one.attribution.empty(); });
}

const Entity* Graph::find(std::string_view id) const {
  const auto found = std::lower_bound(
      entities_.begin(), entities_.end(), id,
      [](const Entity& entity, std::string_view wanted) { return entity.id < wanted; });
  return found == entities_.end() || found->id != id ? nullptr : &*found;
}

}  // namespace relata
