// SPDX-License-Identifier: Apache-2.0
// The sentence stage in order: split and segment, or take over what an annotated input tells; tag
// and parse; find quotations.

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <optional>
#include <relata/sentence.hpp>
#include <relata/utf8.hpp>

#include "sentence/conllu_reader.hpp"
#include "sentence/kept_words.hpp"
#include "sentence/lines.hpp"
#include "sentence/parser.hpp"
#include "sentence/quotations.hpp"
#include "sentence/segmenter.hpp"
#include "sentence/splitter.hpp"
#include "sentence/user_tags.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestSentence = 500;  // tokens: trees take its square

// Append `sentence`, in parts if it is too long.
void append(Sentence sentence, std::vector<Sentence>& sentences) {
  std::vector<Token> tokens = std::move(sentence.tokens);
  const auto at = [&](std::size_t i) {
    return std::make_move_iterator(tokens.begin() + static_cast<std::ptrdiff_t>(i));
  };
  for (std::size_t begin = 0; begin < tokens.size(); begin += kLongestSentence) {
    const std::size_t end = std::min(begin + kLongestSentence, tokens.size());
    sentence.tokens.assign(at(begin), at(end));
    sentence.span = {sentence.tokens.front().span.begin, sentence.tokens.back().span.end};
    sentences.push_back(std::move(sentence));
    sentence.tokens.clear();  // the rest was copied
  }
}

}  // namespace

struct Annotator::Parts {
  Parts(const Language& language, const Gazetteer& gazetteer, const UserDictionary& user)
      : folding(language.folding()),
        marks(language),
        lines(language),
        kept(language),
        segmenter(language, marks, kept),
        known_names(language, gazetteer),
        quotations(language, marks),
        user_tags(language, user) {
    if (std::filesystem::exists(language.path(Parser::kFile)))
      parser.emplace(language, known_names);
    for (const UserWord& word : user) kept.add(word.word, KeptWords::Strength::certain);
    keep_words(language, "words.tsv", KeptWords::Strength::certain);
    if (language.spaced()) return;
    // Rules look for the words of these tables.
    for (const char* file : {"classes.tsv", "frames.tsv", "heads.tsv", "titles.tsv"})
      keep_words(language, file, KeptWords::Strength::name);
    for (const KnownEntity& known : gazetteer.entities()) {
      keep_names(language, known.names, false);
      keep_names(language, known.context, true);  // what else a word may mean is left as it is
    }
  }

  void keep_words(const Language& language, const char* file, KeptWords::Strength strength) {
    for (const Language::WordRow& row : language.words(file, 1))
      for (const std::string& word : row.words) kept.add(word, strength);
  }
  void keep_names(const Language& language, const KnownEntity::Names& by_language, bool only_new) {
    for (const auto& [tag, names] : by_language)
      if (tag.starts_with(language.code()))
        for (const std::string& name : names)
          if (const std::string word = language.folding()(name);
              !only_new || (count_code_points(word) > 1 && !segmenter.lists(word)))
            kept.add(word, KeptWords::Strength::name);
  }
  std::vector<Sentence> split(const Document& document, const DiagnosticSink& diagnostics) const;

  const Folding& folding;
  Marks marks;
  LineClassifier lines;
  KeptWords kept;
  Segmenter segmenter;
  KnownNames known_names;
  std::optional<Parser> parser;  // of a pack that was trained
  QuotationFinder quotations;
  UserTags user_tags;
};

Annotator::Annotator(const Language& language, const Gazetteer& gazetteer,
                     const UserDictionary& user)
    : parts_(std::make_unique<Parts>(language, gazetteer, user)) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;

// The sentences of a plain text, cut into words. A dateline is set apart: no sentence begins with
// it.
std::vector<Sentence> Annotator::Parts::split(const Document& document,
                                              const DiagnosticSink& diagnostics) const {
  struct Piece {
    std::uint32_t paragraph;
    Sentence::Kind kind;
  };
  std::vector<Span> spans;
  std::vector<Piece> pieces;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    Span span = document.blocks[i].span;
    if (const std::uint32_t length = lines.dateline(document, document.blocks[i])) {
      spans.push_back({span.begin, span.begin + length});
      pieces.push_back({i + 1, Sentence::Kind::boilerplate});
      span.begin += length;
    }
    const Sentence::Kind kind = lines.classify(document, document.blocks[i]);
    const bool heading = kind == Sentence::Kind::heading;
    for (const Span part : heading ? split_heading(document, span) : std::vector<Span>{span}) {
      spans.push_back(part);
      pieces.push_back({i + 1, kind});
    }
  }
  std::vector<std::vector<Segmenter::Tokens>> blocks = segmenter.segment(document, spans);
  std::vector<Sentence> sentences;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    for (Segmenter::Tokens& tokens : blocks[i]) {
      Sentence sentence;
      sentence.paragraph = pieces[i].paragraph;
      sentence.kind = pieces[i].kind;
      sentence.tokens = std::move(tokens);
      if (diagnostics && sentence.tokens.size() > kLongestSentence)
        diagnostics({Diagnostic::Severity::warning, document.id, 0,
                     "sentence of " + std::to_string(sentence.tokens.size()) +
                         " words was cut into parts"});
      append(std::move(sentence), sentences);
    }
  }
  return sentences;
}

std::vector<Sentence> Annotator::annotate(const Document& document,
                                          const DiagnosticSink& diagnostics) const {
  std::vector<Sentence> sentences = document.annotation.empty()
                                        ? parts_->split(document, diagnostics)
                                        : read_annotation(document, parts_->folding, parts_->lines,
                                                          kLongestSentence, diagnostics);
  std::uint32_t number = 0;
  for (Sentence& sentence : sentences) sentence.number = ++number;
  if (parts_->parser) parts_->parser->parse(sentences);
  if (document.annotation.empty()) parts_->user_tags.apply(sentences);
  parts_->quotations.find(document, sentences);
  return sentences;
}

}  // namespace relata
