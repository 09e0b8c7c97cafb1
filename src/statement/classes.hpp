// SPDX-License-Identifier: Apache-2.0
// Word classes: what rules say of a word instead of naming it.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace relata {

/// A set of classes.
using Classes = std::bitset<768>;

/// Numbers of class names. A name begins with "@" for entity types and kinds of mention, with "%"
/// for constructions of frames, with "'" for a word itself; parts of speech are in capitals.
class ClassTable {
 public:
  /// The number of `name`, a new one if it has none. Throws Error if there are too many.
  std::uint16_t intern(std::string_view name);
  /// The number of `name`, or 0, which no name has.
  std::uint16_t find(std::string_view name) const;

 private:
  std::unordered_map<std::string, std::uint16_t> numbers_;
};

}  // namespace relata
