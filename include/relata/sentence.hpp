// SPDX-License-Identifier: Apache-2.0
/// @file
/// Document -> Sentence. Splits, segments and tags, and finds out who speaks.
#pragma once

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <relata/diagnostic.hpp>
#include <relata/document.hpp>
#include <relata/entity.hpp>
#include <relata/language.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// Universal part-of-speech tags (universaldependencies.org/u/pos).
enum class Upos : std::uint8_t {
  ADJ,
  ADP,
  ADV,
  AUX,
  CCONJ,
  DET,
  INTJ,
  NOUN,
  NUM,
  PART,
  PRON,
  PROPN,
  PUNCT,
  SCONJ,
  SYM,
  VERB,
  X
};

std::string_view to_string(Upos upos);
/// Throws UnknownName.
Upos upos_from(std::string_view name);

/// A syntactic word.
struct Token {
  Span span;         ///< bytes of Document::text
  std::string form;  ///< as the text has it
  std::string
      lemma;  ///< the form that lexicons list: folded to one script, in English the base form
  Upos upos = Upos::X;
  std::string xpos;
  std::string feats;   ///< as in CoNLL-U, "Number=Sing|Person=3", or empty
  int head = -1;       ///< index of the governor in the sentence; -1: the root, or not parsed
  std::string deprel;  ///< relation to the governor, empty before parsing
  Span surface;        ///< the multiword token that the word is a part of; empty: it is none. Words
                       ///< that are no substrings of the multiword token have its span
};

/// The first of tokens [first, last) whose governor is none of them: the one that governs the
/// others of a name. `last` is behind `first`.
inline std::uint32_t governing_token(std::span<const Token> tokens, std::uint32_t first,
                                     std::uint32_t last) {
  std::uint32_t i = first;
  while (i + 1 < last && tokens[i].head >= static_cast<int>(first) &&
         tokens[i].head < static_cast<int>(last))
    ++i;
  return i;
}

/// The part of a quotation that lies in one sentence.
struct Quotation {
  Span span;     ///< what stands between the marks, in this sentence
  Span speaker;  ///< words that name who says it, perhaps in an earlier sentence; empty: not told
  std::uint32_t number = 0;  ///< from 1; the same for all parts of one quotation, and for what the
                             ///< text says continues it
  std::uint32_t depth = 1;   ///< 2 for a quotation in a quotation
};

/// A stretch of text that is read as one. In order of the text, `number` from 1 in a document.
struct Sentence {
  /// Only prose and headings are read for statements; a headline may be telegraphic.
  enum class Kind : std::uint8_t { prose, heading, caption, boilerplate };

  Span span;
  std::string id;  ///< as an annotated input names it, or empty
  std::uint32_t number = 0;
  std::uint32_t paragraph = 0;  ///< from 1; sentences of one block share it
  Kind kind = Kind::prose;
  std::vector<Token> tokens;
  std::vector<Quotation> quotations;  ///< outer before inner
  std::vector<NamedEntity> entities;  ///< ascending, not overlapping
};

/// A word that a user knows, in any script that its language folds.
struct UserWord {
  std::string word;
  std::optional<Upos> upos;  ///< none: as the sentence tells
};
using UserDictionary = std::vector<UserWord>;

/// Words of a file in UTF-8, one a line, with a tab and a part of speech behind it if it is known.
/// Lines that begin with "#" are skipped. Throws IoError, and FormatError for a word with a blank
/// in it and for what is no part of speech.
UserDictionary read_user_dictionary(const std::filesystem::path& path);

/// Turns the text of one language into sentences. Immutable, safe to share between threads.
class Annotator {
 public:
  /// Reads the files of the pack that the sentence stage uses. In languages without spaces no word
  /// crosses the edge of a name of the gazetteer; words of `user` are never cut. Throws IoError and
  /// FormatError.
  Annotator(const Language& language, const Gazetteer& gazetteer, const UserDictionary& user = {});
  ~Annotator();
  Annotator(Annotator&&) noexcept;

  /// The sentences of `document`. What an annotated input tells of its sentences, words, parts of
  /// speech and trees is kept. A sentence of more than 500 tokens is cut and reported.
  std::vector<Sentence> annotate(const Document& document, const DiagnosticSink& diagnostics) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

/// The sentences as an annotated input would have them. Lemmas that are the form folded by
/// `folding` (of the language) get the form, so that they are in the script of the text.
std::vector<AnnotatedSentence> to_annotation(const std::vector<Sentence>& sentences,
                                             const Folding& folding);

/// The text form of sentences: CoNLL-U (universaldependencies.org/format.html). MISC has offsets in
/// code points of the input, "Start=4|End=6", and names as "Entity=(PER)" for one word,
/// "Entity=(PER" on the first and "Entity=PER)" on the last of several. Identifiers of sentences
/// are made of those of the document and `number` where the input gave none. `folding` as in
/// to_annotation().
void write_conllu(const Document& document, const std::vector<Sentence>& sentences,
                  std::ostream& out, const Folding& folding = {});

}  // namespace relata
