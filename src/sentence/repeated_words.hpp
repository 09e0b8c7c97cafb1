// SPDX-License-Identifier: Apache-2.0
// Words that a document teaches.
#pragma once

#include <relata/atoms.hpp>
#include <span>
#include <string>
#include <unordered_map>

#include "sentence/kept_words.hpp"

namespace relata {

/// Long words of scripts without spaces that no list knows and that were found more than once in a
/// document: names, mostly, which should be cut alike all over the document.
class RepeatedWords {
 public:
  /// Keeps a reference to `words`, the list.
  explicit RepeatedWords(const WordList& words) : words_(words) {}

  /// Count the words of a paragraph.
  void count(const Atoms& atoms, std::span<const Boundary> boundaries);

  /// Make them known to `kept`.
  void add_to(KeptWords& kept) const;

 private:
  const WordList& words_;
  std::unordered_map<std::string, std::size_t> counts_;
};

}  // namespace relata
