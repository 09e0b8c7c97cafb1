// SPDX-License-Identifier: Apache-2.0
// The sentence stage in order: split, segment, tag, find quotations.

#include <relata/sentence.hpp>

#include "sentence/lexicon.hpp"
#include "sentence/lines.hpp"
#include "sentence/quotations.hpp"
#include "sentence/segmenter.hpp"
#include "sentence/splitter.hpp"
#include "sentence/tagger.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestSentence = 1000;  // tokens

// A sentence that is too long, in parts.
std::vector<Sentence> cut(Sentence sentence) {
  std::vector<Sentence> parts;
  for (std::size_t begin = 0; begin < sentence.tokens.size(); begin += kLongestSentence) {
    const std::size_t end = std::min(begin + kLongestSentence, sentence.tokens.size());
    Sentence part = sentence;
    part.tokens.assign(sentence.tokens.begin() + static_cast<std::ptrdiff_t>(begin),
                       sentence.tokens.begin() + static_cast<std::ptrdiff_t>(end));
    part.span = {part.tokens.front().span.begin, part.tokens.back().span.end};
    parts.push_back(std::move(part));
  }
  return parts;
}

}  // namespace

struct Annotator::Parts {
  Parts(const Language& language, const Gazetteer& gazetteer)
      : marks(language),
        lines(language),
        lexicon(language),
        segmenter(language, lexicon, marks),
        tagger(language, lexicon),
        quotations(language, marks) {
    if (language.spaced()) return;
    for (const KnownEntity& known : gazetteer.entities())
      for (const auto& [tag, names] : known.names)
        if (tag.starts_with(language.code()))
          for (const std::string& name : names) lexicon.add_name(language.folding()(name));
  }
  Marks marks;
  LineClassifier lines;
  Lexicon lexicon;
  Segmenter segmenter;
  Tagger tagger;
  QuotationFinder quotations;
};

Annotator::Annotator(const Language& language, const Gazetteer& gazetteer)
    : parts_(std::make_unique<Parts>(language, gazetteer)) {}
Annotator::~Annotator() = default;
Annotator::Annotator(Annotator&&) noexcept = default;

std::vector<Sentence> Annotator::annotate(const Document& document,
                                          const DiagnosticSink& diagnostics) const {
  std::vector<Sentence> sentences;
  std::uint32_t paragraph = 0;
  for (const Block& block : document.blocks) {
    ++paragraph;
    const Sentence::Kind kind = parts_->lines.classify(document, block);
    for (const Span span : split_sentences(document, block.span, parts_->marks)) {
      Sentence sentence;
      sentence.span = span;
      sentence.paragraph = paragraph;
      sentence.kind = kind;
      sentence.tokens = parts_->segmenter.segment(document, span);
      if (sentence.tokens.size() <= kLongestSentence) {
        sentences.push_back(std::move(sentence));
        continue;
      }
      if (diagnostics)
        diagnostics({Diagnostic::Severity::warning, document.id, 0,
                     "sentence of " + std::to_string(sentence.tokens.size()) +
                         " words was cut into parts"});
      for (Sentence& part : cut(std::move(sentence))) sentences.push_back(std::move(part));
    }
  }
  std::uint32_t number = 0;
  for (Sentence& sentence : sentences) {
    sentence.number = ++number;
    parts_->tagger.tag(sentence.tokens);
  }
  parts_->quotations.find(document, sentences);
  return sentences;
}

}  // namespace relata
