// SPDX-License-Identifier: Apache-2.0
/// @file
/// schema/languages/ -> Language. Opens language packs and tells languages apart.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace relata {

/// Maps the letters of a script to one form, so that words match however they are written:
/// full-width forms to ASCII, and for Chinese traditional characters to simplified ones. One code
/// point becomes one code point. It keeps case. Immutable.
class Folding {
 public:
  Folding() = default;

  /// The single-character part of an OpenCC configuration: its file, or the name of one that
  /// comes with OpenCC ("t2s.json"). Throws IoError.
  explicit Folding(const std::string& opencc_config);

  char32_t operator()(char32_t c) const {
    if (c < 0x3000) return c;
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
    if (c - 0x3000 < bmp_.size()) return bmp_[c - 0x3000];
    const auto found = map_.find(c);
    return found == map_.end() ? c : found->second;
  }

  /// Every code point of valid UTF-8 folded.
  std::string operator()(std::string_view text) const;

 private:
  void fill_table();

  std::vector<char32_t> bmp_;                   // U+3000 to U+FFFF; empty: nothing is folded
  std::unordered_map<char32_t, char32_t> map_;  // code points above
};

/// A language pack: a folder below schema/languages/. Knows where its files are and how its script
/// is folded, not what the files mean: each stage reads its own. Immutable.
class Language {
 public:
  /// A way to write the language, told by the characters that only it uses.
  struct Variant {
    std::string tag;  ///< BCP 47, "zh-Hant"
    Folding marks;    ///< a character that this changes belongs to the variant
  };

  /// A line of a table: cells that were separated by tabs, and where it stands.
  struct Row {
    std::size_t line;
    std::span<const std::string_view> cells;
  };

  /// The rows of a tab-separated file. Owns the bytes and cells that they point into.
  struct Table {
    Table() = default;
    Table(Table&&) = default;
    Table& operator=(Table&&) = default;

    std::string path;
    std::string bytes;
    std::vector<std::string_view> cells;
    std::vector<Row> rows;
  };

  /// Open the pack in `folder`. Throws IoError, and FormatError for a pack.json that is not one.
  explicit Language(const std::filesystem::path& folder);

  const std::string& code() const { return code_; }
  const Folding& folding() const { return folding_; }
  const std::vector<Variant>& variants() const { return variants_; }
  /// Whether words are set apart by spaces.
  bool spaced() const { return spaced_; }
  /// Primary subtags of the languages whose names stand in texts of this one: "zh", "en".
  const std::vector<std::string>& name_languages() const { return name_languages_; }

  /// Rows of the file at `name` in the pack, without empty lines and lines that begin with '#'; no
  /// rows if the file is not there. Throws FormatError for a row with less than `columns` cells.
  Table table(std::string_view name, std::size_t columns) const;

  /// A row of a word table: the first cell lists words, set apart by commas.
  struct WordRow {
    std::size_t line;
    std::vector<std::string> words;  ///< folded
    std::vector<std::string> cells;  ///< the other cells
  };
  /// The rows of a word table with at least `columns` cells. Throws FormatError.
  std::vector<WordRow> words(std::string_view name, std::size_t columns) const;

  /// Whether `word`, in small letters, is one of the words that tell the language.
  bool is_frequent(const std::string& word) const { return frequent_words_.count(word) != 0; }

  /// The bytes of a file of the pack, empty if it is not there.
  std::string file(std::string_view name) const;
  /// The full path of a file of the pack, for messages.
  std::string path(std::string_view name) const;

  /// How much of `text` is in this language, from 0 to 1: words in its scripts (a letter of a
  /// script without spaces counts as one), and its frequent words where other languages share the
  /// script. A text of eight words or more without them is in another language.
  double likeness(std::string_view text) const;
  /// The tag of the variant that `text` is written in, the code of the language if it has none.
  std::string variant_of(std::string_view text) const;

 private:
  struct Counts;
  Counts count(std::string_view text) const;
  std::string opencc_config(const std::string& name) const;

  std::filesystem::path folder_;
  std::string code_;
  std::vector<int> scripts_;  // UScriptCode
  std::unordered_set<std::string> frequent_words_;
  std::vector<Variant> variants_;
  Folding folding_;
  bool spaced_ = true;
  std::vector<std::string> name_languages_;
};

/// All packs below a folder. Immutable.
class Languages {
 public:
  /// Open every pack in `folder` (schema/languages). Throws IoError or FormatError.
  explicit Languages(const std::filesystem::path& folder);

  /// The pack for a BCP 47 tag, by its primary language: "zh-TW" gives the pack "zh". Throws
  /// UnknownName.
  const Language& find(std::string_view tag) const;

  /// The tag of the language that `text` is most likely written in, empty if none fits. Reads at
  /// most the first 64 KiB.
  std::string detect(std::string_view text) const;

  const std::vector<Language>& all() const { return languages_; }

 private:
  std::vector<Language> languages_;
};

}  // namespace relata
