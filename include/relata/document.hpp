// SPDX-License-Identifier: Apache-2.0
/// @file
/// bytes -> Document. Decodes files of any encoding and finds the text in them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <relata/diagnostic.hpp>
#include <relata/language.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// A half-open range of bytes [begin, end) of Document::text. Every later type keeps one, so that
/// each statement can point at its words.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// Words of the input as it was given: cutting the decoded input, before any normalisation, at the
/// Unicode code points [start, end) gives exactly `text`.
struct Excerpt {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::string text;

  friend bool operator==(const Excerpt&, const Excerpt&) = default;
};

/// The input that a text was normalised from, with the way back. A byte order mark of UTF-8 counts
/// as one code point (those of UTF-16 and UTF-32 are not part of the text), CRLF as two; each
/// malformed sequence of bytes was decoded as one U+FFFD. For HTML the input is the page with its
/// markup; for JSON Lines it is the value of "text"; for CoNLL-U it is the text that the forms of
/// the words make, with one blank where there are blanks and one line end between paragraphs.
class Origin {
 public:
  Origin() = default;

  /// `input` was kept as it is.
  explicit Origin(std::string input);

  /// A stretch of `length` bytes of the text which was made from [begin, end) of the input. Equal
  /// stretches correspond byte by byte; unequal ones are taken whole.
  struct Run {
    std::uint32_t text;        ///< where it begins in Document::text
    std::uint32_t length;      ///< bytes of Document::text
    std::uint32_t begin, end;  ///< bytes of the decoded input
    bool equal;
  };

  /// `runs` ascend in both texts; input between them was left out of the text, text between them
  /// was inserted.
  Origin(std::string input, std::vector<Run> runs);

  /// The words that `span` of the text was made from. An empty span gives an empty excerpt. Takes
  /// the logarithm of the number of runs.
  Excerpt excerpt(Span span) const;

  /// The decoded input, UTF-8.
  const std::string& input() const { return input_; }

 private:
  std::uint32_t input_begin(std::uint32_t text) const;
  std::uint32_t input_end(std::uint32_t text) const;
  std::uint32_t code_points_before(std::uint32_t byte) const;

  std::string input_;
  std::vector<Run> runs_;                   // empty: text and input are equal
  std::vector<std::uint32_t> code_points_;  // before each 256th byte of input_
};

/// A paragraph, as the layout of the input shows it. What a line *says* (a caption, a copyright
/// line) is judged by the sentence stage, which knows the language. No block holds a line end.
struct Block {
  enum class Kind { paragraph, heading, caption, list_item, table_cell };

  Span span;
  Kind kind = Kind::paragraph;
};

/// A word as an annotated input gives it. Empty members: the input does not say.
struct AnnotatedWord {
  Span span;     ///< of the word, or of the multiword token if the word is no substring of it
  Span surface;  ///< the multiword token that the word is a part of; empty: it is none
  std::string form, lemma, upos, xpos, feats;
  int head = -1;       ///< index of the governor in the sentence; -1: the root, or not told
  std::string deprel;  ///< empty: the sentence has no tree
  std::uint32_t line = 0;
};

/// A name that an annotated input or a model finds, before it is known what it stands for.
struct NamedEntity {
  std::uint32_t first = 0, last = 0;  ///< words [first, last) of the sentence
  std::string type;                   ///< "PER", "ORG", "LOC" or "MISC"

  friend bool operator==(const NamedEntity&, const NamedEntity&) = default;
};

/// A sentence of an annotated input; has words, and either a tree over all of them or none.
struct AnnotatedSentence {
  std::string id;                     ///< "sent_id", or empty
  std::vector<AnnotatedWord> words;   ///< in the order of the text
  std::vector<NamedEntity> entities;  ///< ascending, not overlapping

  Span span() const { return {words.front().span.begin, words.back().span.end}; }
};

/// One text in one language. The text is what the input says without its layout: lines end with
/// "\n", lines that were cut to fill a width are one again, and soft hyphens, zero width spaces and
/// byte order marks are gone.
struct Document {
  std::string id;             ///< unique in a run: a file name or the "id" of a JSON line
  std::string language;       ///< BCP 47, as "zh-Hant"; see Languages
  std::string date;           ///< ISO 8601 calendar date of publication, or empty
  std::string source;         ///< who published it, or empty
  std::string text;           ///< UTF-8 in NFC; see below
  std::vector<Block> blocks;  ///< ascending, not overlapping; outside of them: blanks and bullets
  Origin origin;
  /// What the input tells of every sentence of the text, in its order; empty: nothing.
  std::vector<AnnotatedSentence> annotation;

  /// The bytes of `text` that `span` covers.
  std::string_view at(Span span) const {
    return std::string_view(text).substr(span.begin, span.size());
  }
  /// The same words as the input has them.
  Excerpt excerpt(Span span) const { return origin.excerpt(span); }
};

/// How to read; empty members are found out from the input.
struct ReadOptions {
  enum class Format { detect, text, html, json_lines, conllu };

  std::string encoding;            ///< any name that ICU knows, as "GB18030"
  std::string language;            ///< BCP 47
  std::string date;                ///< for documents that name none
  Format format = Format::detect;  ///< detect: by extension, then by content
};

/// Reads files, folders and streams. Immutable, safe to share between threads.
class DocumentReader {
 public:
  using Sink = std::function<void(Document&&)>;

  /// Keeps a reference to `languages`. Throws UnknownName for an encoding that ICU does not know
  /// and for a language without a pack.
  explicit DocumentReader(const Languages& languages, ReadOptions options = {});

  /// Give each document of `path` to `documents`: a file, every file below a folder in the order of
  /// their names, or standard input ("-"). A file of JSON Lines holds one document a line, a file
  /// of CoNLL-U one for each "# newdoc". What cannot be read is reported to `diagnostics` and the
  /// rest is done.
  void read(const std::filesystem::path& path, const Sink& documents,
            const DiagnosticSink& diagnostics) const;

  /// The same for the bytes of one file; `name` is for messages, its extension for the format.
  void read_bytes(const std::string& name, std::string_view bytes, const Sink& documents,
                  const DiagnosticSink& diagnostics) const;

 private:
  const Languages* languages_;
  ReadOptions options_;
};

}  // namespace relata
