// SPDX-License-Identifier: Apache-2.0
// Words that a language pack knows, with their parts of speech and how often they are used.
#pragma once

#include <cstdint>
#include <deque>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace relata {

/// Immutable after the last `add_name`. Its words live in the bytes of the table they come from.
class Lexicon {
 public:
  /// One way to read a word. The texts live as long as the lexicon.
  struct Analysis {
    Upos upos = Upos::X;
    float log_probability = 0;  ///< of the word with this tag among all words of the lexicon
    std::string_view lemma;
    std::string_view xpos;
  };

  /// Reads lexicon.tsv, in which the rows of a word stand together, and the words of the pack's
  /// other tables, which a segmenter must know as well. Throws FormatError.
  explicit Lexicon(const Language& language);

  /// Make a folded `word` known as a name that is not to be cut.
  void add_name(std::string_view word);

  /// The analyses of a folded word, most frequent first; empty if it is not known.
  std::span<const Analysis> find(std::string_view word) const;

  /// Lengths in code points that words beginning with `first` have, as a bit set.
  std::uint32_t lengths(char32_t first) const {
    const auto found = lengths_.find(first);
    return found == lengths_.end() ? 0 : found->second;
  }

  /// Log probability of a word that is not known.
  float unknown() const { return unknown_; }

 private:
  /// A word and where its analyses stand; an empty word is a free place.
  struct Entry {
    std::string_view word;
    std::uint32_t first = 0, count = 0;
  };

  void read_frequencies(const Language& language);
  void add_word(const std::string& word);
  void add_title(const std::string& word);
  /// Takes a word that is not there. Its bytes must stay.
  void insert(std::string_view word, Analysis analysis);
  void make_room(std::size_t words);
  std::size_t place(std::string_view word) const;

  Language::Table table_;           // lexicon.tsv
  std::deque<std::string> words_;   // of other tables
  std::vector<Analysis> analyses_;  // those of a word stand together
  std::vector<Entry> entries_;      // hash table with open addressing; its size is a power of two
  std::size_t size_ = 0;            // words
  std::unordered_map<char32_t, std::uint32_t> lengths_;
  float unknown_ = -16;
};

/// The part of speech that a cell names. Throws FormatError.
Upos upos_of(const Language::Table& table, const Language::Row& row, std::size_t cell);

}  // namespace relata
