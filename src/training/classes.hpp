// SPDX-License-Identifier: Apache-2.0
// Names of the classes that a network tells apart.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace relata {

/// Numbers names in the order of their first use.
class Classes {
 public:
  int add(const std::string& name) {
    const auto [place, is_new] = numbers_.emplace(name, static_cast<int>(names_.size()));
    if (is_new) names_.push_back(name);
    return place->second;
  }
  /// -1 if there is none.
  int find(const std::string& name) const {
    const auto found = numbers_.find(name);
    return found == numbers_.end() ? -1 : found->second;
  }
  const std::vector<std::string>& names() const { return names_; }
  std::size_t size() const { return names_.size(); }

 private:
  std::map<std::string, int> numbers_;
  std::vector<std::string> names_;
};

}  // namespace relata
