// SPDX-License-Identifier: Apache-2.0
#include "statement/classes.hpp"

#include <relata/error.hpp>

namespace relata {

std::uint16_t ClassTable::intern(std::string_view name) {
  const auto number = static_cast<std::uint16_t>(numbers_.size() + 1);
  const auto [place, added] = numbers_.emplace(name, number);
  if (added && number >= Classes().size())
    throw Error("too many word classes, the one too many is '" + std::string(name) + "'");
  return place->second;
}

std::uint16_t ClassTable::find(std::string_view name) const {
  const auto found = numbers_.find(std::string(name));
  return found == numbers_.end() ? 0 : found->second;
}

}  // namespace relata
