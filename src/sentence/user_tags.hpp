// SPDX-License-Identifier: Apache-2.0
// Parts of speech of the words of a user.
#pragma once

#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <string>
#include <unordered_map>
#include <vector>

namespace relata {

/// Knows which part of speech a user gave to a word. Immutable.
class UserTags {
 public:
  /// Keeps a reference to `language`.
  UserTags(const Language& language, const UserDictionary& user);

  /// Tag the words that are known.
  void apply(std::vector<Sentence>& sentences) const;

 private:
  const Language& language_;
  std::unordered_map<std::string, Upos> tags_;  // by normal form
};

}  // namespace relata
