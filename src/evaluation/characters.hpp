// SPDX-License-Identifier: Apache-2.0
/// @file
/// Documents -> one row of characters, with words and sentences as stretches of it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <relata/document.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relata::evaluation {

/// Characters [begin, end), blanks not counted.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  friend auto operator<=>(const Stretch&, const Stretch&) = default;
};

struct Word {
  Stretch stretch;         ///< of the multiword token, if it is a part of one
  bool multiword = false;  ///< is a part of one
  const AnnotatedWord* annotated = nullptr;
  /// Index of the governor in CharacterText::words.
  std::int64_t head = kNone;

  static constexpr std::int64_t kRoot = -1;
  static constexpr std::int64_t kNone = -2;
};

struct Name {
  Stretch stretch;
  std::string type;
  friend auto operator<=>(const Name&, const Name&) = default;
};

/// Refers to the documents that it was made of.
struct CharacterText {
  explicit CharacterText(std::span<const Document> documents);

  std::u32string characters;
  std::vector<Word> words;
  std::vector<Stretch> tokens, sentences;
  std::vector<Name> names;
  bool has_trees = false;

 private:
  void add(const Document& document);
  void add(const AnnotatedSentence& sentence, const std::vector<std::uint32_t>& before);
};

/// The characters of `text` that are no blanks.
std::u32string without_blanks(std::string_view text);

}  // namespace relata::evaluation
