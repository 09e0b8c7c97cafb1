// SPDX-License-Identifier: Apache-2.0
/// @file
/// Token -> FeatureBags. What the networks of a language pack see of words; training and annotation
/// share it.
#pragma once

#include <cstdint>
#include <relata/entity.hpp>
#include <relata/language.hpp>
#include <relata/network.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace relata {

/// Templates of features: the lowest byte of a key.
enum class FeatureTemplate : std::uint8_t {
  word,          ///< the word, folded, in small letters
  unknown_word,  ///< stands for every word that the network does not know
  prefix,
  suffix,
  character,  ///< of languages without spaces
  shape,      ///< capitals, digits, punctuation
  listed,     ///< a word of the pack's lexicon; the network knows only of which kind it is
  gazetteer,  ///< where in which kind of known name the word stands
  atom,       ///< of the segmenter, from here on
  atom_pair,
  atom_shape,
  blank,
  dictionary,  ///< a word of the segmenter's list
  place,       ///< where in words of the list the atom stands
  lemma,       ///< part of speech and lemma: all that is known of it is that it is one
};

std::uint64_t feature_key(FeatureTemplate feature_template, std::string_view text);

/// Which words are names of the gazetteer, by the kind of thing they name. Immutable.
class KnownNames {
 public:
  /// Names of `language`, folded, in small letters and without blanks.
  KnownNames(const Language& language, const Gazetteer& gazetteer);

  /// The type of the entity that `name` stands for, in the same form, with "?" before it if it does
  /// so only beside other evidence; empty if it is none.
  std::string_view kind(std::string_view name) const;
  /// The most code points that a name has.
  std::size_t longest() const { return longest_; }

 private:
  std::vector<std::string> kinds_;
  std::unordered_map<std::uint64_t, std::uint32_t> kind_of_;  // by key of the name
  std::size_t longest_ = 0;
};

/// Extracts the features of words. Immutable, safe to share between threads.
class WordFeatures {
 public:
  /// Keeps references.
  WordFeatures(const Language& language, const KnownNames& names);

  /// Append a bag for each of the words of a sentence, with the key of the word itself first. Looks
  /// at `form` only.
  void extract(std::span<const Token> tokens, FeatureBags& bags) const;

  const Language& language() const { return language_; }

 private:
  void add_word(std::string_view form, std::string_view word, FeatureBags& bags) const;
  std::vector<std::string> known_names(std::span<const std::string> words) const;

  const Language& language_;
  const KnownNames& names_;
};

/// That `lemma` is one of words with that part of speech.
std::uint64_t lemma_key(std::string_view upos, std::string_view lemma);

/// `form` folded, in small letters, with straight apostrophes.
std::string normal_form(std::string_view form, const Language& language);
/// Runs of capitals, small letters, digits and ideographs as one letter each, other characters as
/// they are: "Xx", "9.9".
std::string shape_of(std::string_view form);

}  // namespace relata
