// SPDX-License-Identifier: Apache-2.0
// Annotated words -> Tokens, in the paragraphs of their document. The door is
// read_annotation().

#include "sentence/conllu_reader.hpp"

#include <algorithm>
#include <relata/error.hpp>
#include <relata/utf8.hpp>
#include <string>
#include <utility>

namespace relata {
namespace {

// As the segmenter writes it.
std::string folded(const std::string& form, const Folding& folding) {
  const std::string text = folding(form);
  std::string lemma;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    append_code_point(lemma, c == 0x2019 && text.size() > 3 ? U'\'' : c);
  }
  return lemma;
}

class AnnotationReader {
 public:
  AnnotationReader(const Document& document, const Folding& folding, std::size_t most,
                   const DiagnosticSink& diagnostics)
      : document_(document), folding_(folding), most_(most), diagnostics_(diagnostics) {}

  // Append `given`; `sentence` has what its paragraph tells.
  void read(const AnnotatedSentence& given, Sentence sentence, std::vector<Sentence>& sentences) {
    sentence.id = given.id;
    for (const AnnotatedWord& word : given.words) sentence.tokens.push_back(token_of(word));
    if (given.words.size() > most_) {
      warn(given.words.front(), "sentence of " + std::to_string(given.words.size()) +
                                    " words was cut into parts without a tree");
      return append_parts(std::move(sentence), sentences);
    }
    sentence.span = given.span();
    sentence.entities = given.entities;
    sentences.push_back(std::move(sentence));
  }

 private:
  void warn(const AnnotatedWord& word, const std::string& message) const {
    if (diagnostics_)
      diagnostics_({Diagnostic::Severity::warning, document_.id, word.line, message});
  }

  Upos upos_of(const AnnotatedWord& word) const try {
    return word.upos.empty() ? Upos::X : upos_from(word.upos);
  } catch (const UnknownName& error) {
    warn(word, error.what());
    return Upos::X;
  }

  Token token_of(const AnnotatedWord& word) const {
    Token token;
    token.span = word.span;
    token.form = word.form;
    token.lemma = word.lemma.empty() ? folded(word.form, folding_) : folding_(word.lemma);
    token.upos = upos_of(word);
    token.xpos = word.xpos;
    token.feats = word.feats;
    token.head = word.head;
    token.deprel = word.deprel;
    token.surface = word.surface;
    return token;
  }

  void append_parts(Sentence sentence, std::vector<Sentence>& sentences) const {
    const std::vector<Token> tokens = std::exchange(sentence.tokens, {});
    for (std::size_t begin = 0; begin < tokens.size();) {
      std::size_t end = std::min(begin + most_, tokens.size());
      // A multiword token stays whole.
      while (end > begin + 1 && end < tokens.size() && tokens[end].surface.size() > 0 &&
             tokens[end].surface == tokens[end - 1].surface)
        --end;
      Sentence part = sentence;
      for (; begin < end; ++begin) {
        part.tokens.push_back(tokens[begin]);
        part.tokens.back().head = -1;
        part.tokens.back().deprel.clear();
      }
      part.span = {part.tokens.front().span.begin, part.tokens.back().span.end};
      sentences.push_back(std::move(part));
      sentence.id.clear();  // only the first part may have it
    }
  }

  const Document& document_;
  const Folding& folding_;
  std::size_t most_;
  const DiagnosticSink& diagnostics_;
};

}  // namespace

std::vector<Sentence> read_annotation(const Document& document, const Folding& folding,
                                      const LineClassifier& lines, std::size_t most,
                                      const DiagnosticSink& diagnostics) {
  AnnotationReader reader(document, folding, most, diagnostics);
  std::vector<Sentence> sentences;
  auto next = document.annotation.begin();
  std::uint32_t paragraph = 0;
  for (const Block& block : document.blocks) {
    Sentence sentence;
    sentence.paragraph = ++paragraph;
    sentence.kind = lines.classify(document, block);
    for (; next != document.annotation.end() && block.span.contains(next->span()); ++next)
      reader.read(*next, sentence, sentences);
  }
  return sentences;
}

}  // namespace relata
