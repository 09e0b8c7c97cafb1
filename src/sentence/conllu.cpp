// SPDX-License-Identifier: Apache-2.0
// CoNLL-U after universaldependencies.org/format.html. Doors: to_annotation() and write_conllu().

#include <algorithm>
#include <ostream>
#include <relata/sentence.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

std::string in_one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return text;
}

std::string field(const std::string& text) { return text.empty() ? "_" : in_one_line(text); }

// `id` without blanks, and without the slash that parallel treebanks set apart parts by; other ids
// give other identifiers.
std::string identifier(const std::string& id) {
  std::string made;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > ' ' && c != '/' && c != '%')
      made += c;
    else
      made += {'%', "0123456789ABCDEF"[byte >> 4], "0123456789ABCDEF"[byte & 15]};
  }
  return made;
}

// Writes the sentences of one document.
class ConlluWriter {
 public:
  ConlluWriter(const Document& document, std::ostream& out)
      : document_(document), out_(out), id_(identifier(document.id)) {}

  // `next` is where the text goes on after the sentence.
  void write(const Sentence& sentence, const AnnotatedSentence& annotated, std::uint32_t next) {
    if (paragraph_ == 0) out_ << "# newdoc id = " << in_one_line(document_.id) << '\n';
    if (sentence.paragraph != paragraph_) out_ << "# newpar\n";
    paragraph_ = sentence.paragraph;
    out_ << "# sent_id = ";
    if (annotated.id.empty())
      out_ << id_ << '-' << sentence.number;
    else
      out_ << annotated.id;
    words_ = &annotated.words;
    next_ = next;
    write_text();
    write_rows(annotated.entities);
    out_ << '\n';
  }

 private:
  const AnnotatedWord& word(std::size_t i) const { return (*words_)[i]; }

  // The end of the token that begins with word `i`: of words that stand in the text as one.
  std::size_t token_end(std::size_t i) const {
    std::size_t end = i + 1;
    if (word(i).surface.size() > 0)
      while (end < words_->size() && word(end).surface == word(i).surface) ++end;
    return end;
  }
  Span token_span(std::size_t i) const {
    return word(i).surface.size() > 0 ? word(i).surface : word(i).span;
  }
  std::string token_form(std::size_t i) const {
    return in_one_line(word(i).surface.size() > 0 ? std::string(document_.at(word(i).surface))
                                                  : word(i).form);
  }
  // Whether no blank stands between the token of word `i`, which ends before word `end`, and what
  // follows.
  bool joined(std::size_t i, std::size_t end) const {
    return token_span(i).end == (end < words_->size() ? token_span(end).begin : next_);
  }

  // The text is what the tokens say: one blank stands for all.
  void write_text() {
    out_ << "\n# text = ";
    for (std::size_t i = 0; i < words_->size();) {
      const std::size_t end = token_end(i);
      out_ << token_form(i) << (joined(i, end) || end == words_->size() ? "" : " ");
      i = end;
    }
    out_ << '\n';
  }

  void write_rows(const std::vector<NamedEntity>& entities) {
    auto entity = entities.begin();
    std::size_t token = 0;  // where the token at hand ends
    for (std::size_t i = 0; i < words_->size(); ++i) {
      const bool first = i == token;
      if (first) token = token_end(i);
      if (first && token > i + 1) write_range(i, token);
      write_columns(i);
      write_offsets(word(i).span);
      while (entity != entities.end() && entity->last <= i) ++entity;
      if (entity != entities.end() && entity->first <= i) write_entity(*entity, i);
      if (first && token == i + 1 && joined(i, token)) out_ << "|SpaceAfter=No";
      out_ << '\n';
    }
  }

  void write_range(std::size_t first, std::size_t last) {
    out_ << first + 1 << '-' << last << '\t' << token_form(first) << "\t_\t_\t_\t_\t_\t_\t_\t";
    write_offsets(token_span(first));
    out_ << (joined(first, last) ? "|SpaceAfter=No\n" : "\n");
  }

  void write_columns(std::size_t i) {
    const AnnotatedWord& w = word(i);
    out_ << i + 1 << '\t' << in_one_line(w.form) << '\t' << field(w.lemma) << '\t' << field(w.upos)
         << '\t' << field(w.xpos) << '\t' << field(w.feats) << '\t';
    if (w.deprel.empty())
      out_ << "_\t_\t_\t";
    else
      out_ << w.head + 1 << '\t' << field(w.deprel) << "\t_\t";
  }

  void write_offsets(Span span) {
    const Excerpt excerpt = document_.excerpt(span);
    out_ << "Start=" << excerpt.start << "|End=" << excerpt.end;
  }

  void write_entity(const NamedEntity& entity, std::size_t i) {
    const bool begins = i == entity.first, ends = i + 1 == entity.last;
    if (begins || ends)
      out_ << "|Entity=" << (begins ? "(" : "") << entity.type << (ends ? ")" : "");
  }

  const Document& document_;
  std::ostream& out_;
  std::string id_;
  std::uint32_t paragraph_ = 0;
  const std::vector<AnnotatedWord>* words_ = nullptr;  // of the sentence at hand
  std::uint32_t next_ = 0;
};

// `text` without its first `count` code points.
std::string_view without(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (; count > 0; --count) next_code_point(text, at);
  return text.substr(at);
}

// The lemma in the script of the form, where it is the form or a part of it but for folding, which
// keeps the number of code points.
std::string unfolded(const Token& token, const Folding& folding) {
  const std::string folded = folding(token.form);
  const std::size_t at = folded.find(token.lemma);
  if (at == std::string::npos) return token.lemma;
  const std::string_view lemma =
      without(token.form, count_code_points(std::string_view(folded).substr(0, at)));
  const std::string_view rest = without(lemma, count_code_points(token.lemma));
  return std::string(lemma.substr(0, lemma.size() - rest.size()));
}

AnnotatedWord to_word(const Token& token, const Folding& folding) {
  AnnotatedWord word;
  word.span = token.span;
  word.surface = token.surface;
  word.form = token.form;
  word.lemma = unfolded(token, folding);
  word.upos = to_string(token.upos);
  word.xpos = token.xpos;
  word.feats = token.feats;
  word.head = token.head;
  word.deprel = token.deprel;
  return word;
}

AnnotatedSentence to_annotated(const Sentence& sentence, const Folding& folding) {
  AnnotatedSentence annotated;
  annotated.id = sentence.id;
  annotated.entities = sentence.entities;
  for (const Token& token : sentence.tokens) annotated.words.push_back(to_word(token, folding));
  return annotated;
}

}  // namespace

std::vector<AnnotatedSentence> to_annotation(const std::vector<Sentence>& sentences,
                                             const Folding& folding) {
  std::vector<AnnotatedSentence> annotation;
  for (const Sentence& sentence : sentences)
    if (!sentence.tokens.empty()) annotation.push_back(to_annotated(sentence, folding));
  return annotation;
}

void write_conllu(const Document& document, const std::vector<Sentence>& sentences,
                  std::ostream& out, const Folding& folding) {
  ConlluWriter writer(document, out);
  for (std::size_t s = 0; s < sentences.size(); ++s)
    if (!sentences[s].tokens.empty())
      writer.write(sentences[s], to_annotated(sentences[s], folding),
                   s + 1 < sentences.size() ? sentences[s + 1].span.begin : 0);
}

}  // namespace relata
