// SPDX-License-Identifier: Apache-2.0
// Names of people that no gazetteer knows, told by their shape.
#pragma once

#include <cstddef>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>

namespace relata {

/// Surnames and given names of a pack, and the characters that transcribe foreign names. Immutable.
class PersonNames {
 public:
  /// How much the surroundings already say that a person is named here.
  enum class Evidence { none, title };

  /// Reads surnames.tsv, japanese_surnames.tsv, transliteration.tsv and given_names.tsv of the
  /// pack; words of classes.tsv end a name.
  explicit PersonNames(const Language& language);

  /// The end of the name that begins with token `first`, or `first` if there is none.
  std::size_t end_of_name(std::span<const Token> tokens, std::size_t first,
                          Evidence evidence) const;

  /// What a text may call a person after the full name: the family name, or nothing where that
  /// would be too short to be told from other words.
  std::string short_name(std::string_view name) const;

  bool is_given_name(std::string_view word) const {
    return given_names_.count(std::string(word)) != 0;
  }

 private:
  bool may_be_given_name(const Token& token, std::size_t code_points) const;
  bool tears(std::span<const Token>, std::size_t first, std::size_t i) const;
  std::size_t ideographic(std::span<const Token>, std::size_t first, Evidence) const;
  std::size_t transliterated(std::span<const Token>, std::size_t first, Evidence) const;
  std::size_t capitalised(std::span<const Token>, std::size_t first, Evidence) const;

  bool spaced_;
  const Folding* folding_;
  std::unordered_set<std::string> surnames_;  // one or two characters
  std::unordered_set<std::string> given_names_;
  std::unordered_set<std::string> function_words_;  // end a name
  std::unordered_set<char32_t> transliteration_;
};

}  // namespace relata
