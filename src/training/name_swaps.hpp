// SPDX-License-Identifier: Apache-2.0
// Names put in the place of other names, so that a network learns how names are made and what
// stands around them instead of the names themselves.
#pragma once

#include <map>
#include <relata/document.hpp>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "training/random.hpp"

namespace relata {

/// Names of people that documents have, and those that can be made of their parts and of lexicons.
/// Only for languages without spaces: where a name ends is plain in others.
class NameSwaps {
 public:
  /// Collects the names of the type that names people ("PER"): of one word, and of two.
  explicit NameSwaps(std::span<const Document> documents);

  /// A word of a lexicon. Of the kind that most of the names of two words have the words that begin
  /// with a first word give more second words; of the kind that those of one word have all are
  /// names.
  void add(const std::string& word, const std::string& kind);
  /// All words are added.
  void close();

  /// `document` with names replaced by others with as many words, `share` of them.
  Document swap(const Document& document, float share, Random& random) const;

 private:
  std::vector<std::string> names_;           // of one word
  std::vector<std::string> first_, second_;  // words of names of two, as often as they stand there
  std::map<std::string, std::size_t> firsts_;
  std::set<std::string> whole_;                              // names of two words
  std::map<std::string, std::vector<std::string>> lexicon_;  // by kind
};

}  // namespace relata
