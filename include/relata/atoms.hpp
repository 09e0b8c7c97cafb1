// SPDX-License-Identifier: Apache-2.0
/// @file
/// Text -> Atoms, FeatureBags. What the network that finds words and sentences sees of a text;
/// training and annotation share it.
#pragma once

#include <cstdint>
#include <relata/document.hpp>
#include <relata/features.hpp>
#include <relata/language.hpp>
#include <relata/network.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace relata {

/// A piece of text that no boundary of words divides.
struct Atom {
  enum class Kind : std::uint8_t { letters, digits, ideograph, mark, link };

  Span span;                ///< bytes of the text
  std::uint32_t first = 0;  ///< its normal form is [first, last) of Atoms::normal
  std::uint32_t last = 0;
  Kind kind = Kind::mark;
  bool after_blank = false;  ///< a blank or a line end stands before it
};

/// The atoms of a stretch of text: all of it but the blanks.
struct Atoms {
  std::string normal;  ///< normal forms of all atoms (see normal_form), one behind the other
  std::vector<Atom> items;

  std::string_view normal_of(std::size_t i) const {
    return std::string_view(normal).substr(items[i].first, items[i].last - items[i].first);
  }
};

/// What stands behind an atom: nothing, for a word that goes on, the end of a word, or that of a
/// sentence. The labels of the network, in this order.
enum class Boundary : std::uint8_t { none, word, sentence };
constexpr std::size_t kBoundaries = 3;

/// Cuts text into atoms: each letter of a script without spaces, each run of other letters or of
/// digits, each mark, each address of the web or of mail. Immutable.
class Atomizer {
 public:
  /// Keeps a reference. Reads clitics.tsv: where runs of letters may hold two words.
  explicit Atomizer(const Language& language);

  Atoms cut(std::string_view text, Span span) const;

 private:
  struct Letter {
    char32_t folded;
    std::uint32_t begin, end;
  };
  using Letters = std::vector<Letter>;
  static bool reads(const Letters& letters, std::size_t first, std::string_view word);
  static std::size_t address_end(const Letters& letters, std::size_t first);
  static std::size_t end_of(const Letters& letters, std::size_t first, Atom::Kind kind);
  std::size_t clitic_begin(const Letters& letters, std::size_t first, std::size_t last) const;
  void append(std::string_view text, const Letters& letters, std::size_t first, std::size_t last,
              Atom::Kind kind, Atoms& atoms) const;

  const Language& language_;
  std::vector<std::string> clitics_;                               // longest first
  std::vector<std::pair<std::string, std::string>> contractions_;  // "can", "not"
};

/// Words that a segmenter knows, folded, each of a kind: its part of speech in the source and how
/// frequent it is, as "n5". Lives in a file of weights or, while it is made, in memory. Safe to
/// share when it no longer grows.
class WordList {
 public:
  using KindNumber = std::uint16_t;
  static constexpr KindNumber kNone = 0xFFFF;
  static constexpr std::size_t kLongest = 31;  ///< code points

  WordList() = default;
  /// The words of `weights`, which must outlive it; none if it has none. Throws FormatError.
  explicit WordList(const Weights& weights);

  /// Longer words are passed over. `frequency` is a count in some corpus.
  void add(std::string_view word, std::string_view part_of_speech, std::uint64_t frequency);
  /// Put the words into `content`: each points at the row of its kind, and these rows, of zeros,
  /// stand before all others.
  void store(WeightsContent& content) const;

  /// Number of the kind of a word, or kNone.
  KindNumber find(std::string_view word) const;
  const std::string& kind(KindNumber number) const { return kinds_[number]; }
  /// Logarithm of the probability of a word of the kind.
  float log_probability(KindNumber number) const;
  /// Lengths in code points of words that begin with `first`, as a bit set.
  std::uint32_t lengths(char32_t first) const {
    const auto found = lengths_.find(first);
    return found == lengths_.end() ? 0 : found->second;
  }

 private:
  const Weights* weights_ = nullptr;
  std::unordered_map<std::uint64_t, KindNumber> words_;
  std::unordered_map<std::string, KindNumber> numbers_;
  std::vector<std::string> kinds_;
  std::unordered_map<char32_t, std::uint32_t> lengths_;
};

/// Extracts the features of atoms. Immutable, safe to share between threads.
class AtomFeatures {
 public:
  /// Keeps references.
  AtomFeatures(const Language& language, const WordList& words)
      : language_(language), words_(words) {}

  /// Append a bag for each atom.
  void extract(std::string_view text, const Atoms& atoms, FeatureBags& bags) const;

 private:
  const Language& language_;
  const WordList& words_;
};

}  // namespace relata
