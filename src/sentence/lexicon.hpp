// SPDX-License-Identifier: Apache-2.0
// Words that a language pack knows, with their parts of speech and how often they are used.
#pragma once

#include <cstdint>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace relata {

/// Immutable after the last `add`.
class Lexicon {
 public:
  /// One way to read a word.
  struct Analysis {
    Upos upos = Upos::X;
    float log_probability = 0;  ///< of the word with this tag among all words of the lexicon
    std::string lemma;
    std::string xpos;
  };

  /// Reads lexicon.tsv, and the first column of the pack's classes.tsv and frames.tsv, whose words
  /// a segmenter must know as well. Throws FormatError.
  explicit Lexicon(const Language& language);

  /// Make a folded `word` known as a name that is not to be cut.
  void add_name(std::string_view word);

  /// The analyses of a folded word, most frequent first; empty if it is not known.
  const std::vector<Analysis>& find(std::string_view word) const;

  /// Lengths in code points that words beginning with `first` have, as a bit set.
  std::uint32_t lengths(char32_t first) const {
    const auto found = lengths_.find(first);
    return found == lengths_.end() ? 0 : found->second;
  }

  /// Log probability of a word that is not known.
  float unknown() const { return unknown_; }

 private:
  void read_frequencies(const Language& language);
  void add_words(const Language& language, std::string_view file);
  void insert(std::string_view word, Analysis analysis);

  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::vector<Analysis>, Hash, std::equal_to<>> words_;
  std::unordered_map<char32_t, std::uint32_t> lengths_;
  float unknown_ = -16;
};

}  // namespace relata
