// SPDX-License-Identifier: Apache-2.0
// What stands in marks is a quotation if it holds a whole sentence, if a verb of speech introduces
// or follows it and it says something, or if it continues a quotation. Titles and words in marks of
// distance are none. A wrong speaker is worse than none.

#include "sentence/quotations.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kLongestName = 6;   // tokens before the colon of a transcript
constexpr std::size_t kCueDistance = 12;  // tokens between a verb of speech and the mark
constexpr std::size_t kLongestClause = 24;
constexpr std::size_t kFewestWords = 3;  // of a quotation that is part of a sentence

// The token if it is one character, else 0; of a row of full stops and the like the first.
char32_t mark(const Token& token) {
  std::size_t i = 0;
  const char32_t c = next_code_point(token.form, i);
  return i == token.form.size() || token.upos == Upos::PUNCT ? c : 0;
}

bool is_terminal(const Token& token) {
  const char32_t c = mark(token);
  return c == 0x2026 ||
         (u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) && token.upos == Upos::PUNCT);
}
bool is_comma(const Token& token) {
  const char32_t c = mark(token);
  return c == ',' || c == 0xFF0C || c == 0x3001;
}
bool is_colon(const Token& token) {
  const char32_t c = mark(token);
  return c == ':' || c == 0xFF1A;
}
bool is_nominal(const Token& token) {
  const bool time = token.deprel.ends_with(":tmod");
  return token.upos == Upos::PROPN || token.upos == Upos::PRON || token.upos == Upos::X ||
         (token.upos == Upos::NOUN && !time);
}
bool is_predicate(const Token& token) {
  return token.upos == Upos::VERB || token.upos == Upos::AUX || token.upos == Upos::ADJ;
}

// Whether [begin, end) has a noun that is not governed by a preposition.
bool has_subject(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  bool governed = false;
  for (std::size_t i = begin; i < end; ++i) {
    if (tokens[i].upos == Upos::ADP)
      governed = true;
    else if (tokens[i].upos == Upos::VERB || tokens[i].upos == Upos::ADV)
      governed = false;
    else if (is_nominal(tokens[i]) && !governed)
      return true;
  }
  return false;
}

// The part of `whole` that lies in `sentence`.
void add(Quotation whole, Sentence& sentence) {
  whole.span.begin = std::max(whole.span.begin, sentence.span.begin);
  whole.span.end = std::min(whole.span.end, sentence.span.end);
  const bool read =
      sentence.kind == Sentence::Kind::prose || sentence.kind == Sentence::Kind::heading;
  if (read && whole.span.begin < whole.span.end) sentence.quotations.push_back(whole);
}

Span words(const std::vector<Token>& tokens, std::size_t begin, std::size_t end) {
  if (begin >= end) return {};
  return {tokens[begin].span.begin, tokens[end - 1].span.end};
}

}  // namespace

struct QuotationFinder::Text {
  const Document& document;
  const std::vector<Sentence>& sentences;
  const Tokens& tokens(Position at) const { return sentences[at.sentence].tokens; }
};

QuotationFinder::QuotationFinder(const Language& language, const Marks& marks)
    : marks_(marks), spaced_(language.spaced()) {
  for (const Language::WordRow& row : language.words("classes.tsv", 2))
    if (row.cells.front() == "say") says_.insert(row.words.begin(), row.words.end());
}

bool QuotationFinder::says(const Token& token) const {
  return (!spaced_ || token.upos == Upos::VERB) && says_.count(token.lemma) != 0;
}

// The words that name who does what `verb` says, in the clause that begins behind `begin`: the last
// part between commas that has a noun, or all if a comma stands before the verb ("X, the chief,
// said"). A noun of speech ("statement:") names its speaker together with the words before it.
Span QuotationFinder::subject(const Tokens& tokens, std::size_t begin, std::size_t verb) const {
  const std::size_t end = tokens[verb].upos == Upos::NOUN ? verb + 1 : verb;
  if (end > begin && is_comma(tokens[end - 1])) return words(tokens, begin, end - 1);
  for (std::size_t part = end; part > begin;) {
    const std::size_t comma = part;
    while (part > begin && !is_comma(tokens[part - 1])) --part;
    if (has_subject(tokens, part, comma)) return words(tokens, part, end);
    if (part > begin) --part;
  }
  return has_subject(tokens, begin, end) ? words(tokens, begin, end) : Span();
}

// "... X said:" before the mark.
Span QuotationFinder::speaker_before(const Text& text, const Marked& quote, Span around) const {
  const Tokens& tokens = text.tokens(quote.open);
  const auto stops = [&](const Token& token) {
    return is_terminal(token) || token.span.begin < around.begin || marks_.is_closing(mark(token));
  };
  // In a transcript the name alone stands before the mark: "X:"
  const std::size_t colon = quote.open.token == 0 ? 0 : quote.open.token - 1;
  if (colon > 0 && colon <= kLongestName && is_colon(tokens[colon]) &&
      tokens.front().span.begin >= around.begin && has_subject(tokens, 0, colon) &&
      std::none_of(
          tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(colon),
          [](const Token& token) { return token.upos == Upos::VERB || token.upos == Upos::PUNCT; }))
    return words(tokens, 0, colon);
  std::size_t verb = quote.open.token;
  for (std::size_t steps = 0;; ++steps) {
    if (verb == 0 || steps > kCueDistance || stops(tokens[verb - 1])) return {};
    if (says(tokens[--verb])) break;
  }
  std::size_t begin = verb;
  while (begin > 0 && !stops(tokens[begin - 1])) --begin;
  return subject(tokens, begin, verb);
}

// X said, or said X, in the clause [begin, end).
Span QuotationFinder::clause_after(const Tokens& tokens, std::size_t begin, std::size_t end) const {
  std::size_t verb = begin;
  bool other_verb = false;
  while (verb < end && !says(tokens[verb])) {
    if (is_comma(tokens[verb]) && (other_verb || !spaced_)) return {};
    other_verb = other_verb || tokens[verb].upos == Upos::VERB;
    ++verb;
  }
  if (verb == end) return {};
  if (verb + 1 < tokens.size() && is_colon(tokens[verb + 1])) return {};  // introduces the next
  if (verb > begin) {
    if (!has_subject(tokens, begin, verb)) return {};
    return words(tokens, begin, is_comma(tokens[verb - 1]) ? verb - 1 : verb);
  }
  std::size_t last = verb + 1;
  bool named = false;
  while (last < end && tokens[last].upos != Upos::PUNCT && tokens[last].upos != Upos::VERB &&
         !(named && tokens[last].upos == Upos::ADP)) {
    named = named || tokens[last].upos == Upos::PROPN || tokens[last].upos == Upos::PRON;
    ++last;
  }
  const bool inverted = spaced_ && has_subject(tokens, verb + 1, last) &&
                        tokens[verb + 1].upos != Upos::SCONJ && tokens[verb + 1].upos != Upos::ADP;
  return inverted ? words(tokens, verb + 1, last) : Span();
}

// "...," X said. / said X after the mark, in the same sentence or right behind it.
Span QuotationFinder::speaker_after(const Text& text, const Marked& quote, Span around) const {
  const Tokens* tokens = &text.tokens(quote.close);
  std::size_t begin = quote.close.token + 1;
  bool ended = quote.close.token > 0 && ((*tokens)[quote.close.token - 1].upos == Upos::PUNCT);
  if (begin < tokens->size() && is_comma((*tokens)[begin])) ended = true, ++begin;
  if (!ended) return {};
  if (begin == tokens->size()) {
    const std::size_t next = quote.close.sentence + 1;
    const std::uint32_t end = tokens->back().span.end;
    if (next == text.sentences.size() || text.sentences[next].span.begin != end) return {};
    tokens = &text.sentences[next].tokens;
    begin = 0;
  }
  std::size_t end = begin;
  while (end < tokens->size() && end < begin + kLongestClause && !is_terminal((*tokens)[end]) &&
         !marks_.is_closing(mark((*tokens)[end])) && marks_.closes(mark((*tokens)[end])) == 0 &&
         (*tokens)[end].span.end <= around.end)
    ++end;
  return clause_after(*tokens, begin, end);
}

// Whether a part of a sentence in marks says something, and is not a title or a word at a distance.
bool QuotationFinder::is_told(const Text& text, const Marked& quote) const {
  const Tokens& tokens = text.tokens(quote.close);
  const std::size_t last = quote.close.token;
  if (last > 0 && is_comma(tokens[last - 1])) return true;
  const bool introduced =
      quote.open.token > 0 && (is_colon(text.tokens(quote.open)[quote.open.token - 1]) ||
                               is_comma(text.tokens(quote.open)[quote.open.token - 1]));
  const bool ends =
      last + 1 >= tokens.size() || is_terminal(tokens[last + 1]) || is_comma(tokens[last + 1]);
  if (introduced && ends) return true;
  if (quote.open.sentence != quote.close.sentence || last - quote.open.token <= kFewestWords)
    return false;
  return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(quote.open.token) + 1,
                     tokens.begin() + static_cast<std::ptrdiff_t>(last), is_predicate);
}

// Whether `quote` goes on with what `last` said: in the same sentence, as whole sentences in the
// same paragraph, or at the beginning of the next one.
bool QuotationFinder::continues(const Text& text, const Marked& quote, const Marked& last) const {
  const bool whole = is_whole(text, quote);
  if (quote.paragraph == last.paragraph)
    return whole || (quote.open.sentence == last.close.sentence && is_told(text, quote));
  const std::size_t s = quote.open.sentence;
  const bool first = quote.open.token == 0 && s > 0 &&
                     text.sentences[s - 1].paragraph != text.sentences[s].paragraph;
  return first && quote.paragraph == last.paragraph + 1 && (last.continued || whole);
}

// Whether a sentence ends in the quotation.
bool QuotationFinder::is_whole(const Text& text, const Marked& quote) const {
  if (quote.close.sentence > quote.open.sentence) return true;
  const std::size_t end = quote.close.token + (quote.closed ? 0 : 1);
  return end > 0 && is_terminal(text.tokens(quote.close)[end - 1]);
}

void QuotationFinder::find(const Document& document, std::vector<Sentence>& sentences) const {
  const Text text{document, sentences};
  const std::vector<Marked> all = find_marked(document, sentences, marks_);
  std::vector<Span> around{{0, static_cast<std::uint32_t>(document.text.size())}};
  const Marked* last = nullptr;  // the last quotation of depth 1
  Quotation last_part;
  std::uint32_t number = 0;
  for (const Marked& quote : all) {
    around.resize(std::min<std::size_t>(quote.depth, around.size()));
    const Span outer = around.back();
    around.push_back(quote.inner);
    Span speaker = speaker_before(text, quote, outer);
    if (speaker.size() == 0 && quote.closed) speaker = speaker_after(text, quote, outer);
    const bool same = quote.depth == 1 && last && last_part.speaker.size() != 0 &&
                      (speaker.size() == 0 || speaker == last_part.speaker) &&
                      continues(text, quote, *last);
    const bool told = speaker.size() != 0 && quote.closed && is_told(text, quote);
    if (!same && !told && !quote.continued && !is_whole(text, quote)) continue;
    const Quotation part{quote.inner, same ? last_part.speaker : speaker,
                         same ? last_part.number : ++number, quote.depth};
    for (std::size_t s = quote.open.sentence; s <= quote.close.sentence; ++s)
      add(part, sentences[s]);
    if (quote.depth == 1) last = &quote, last_part = part;
  }
}

}  // namespace relata
