// SPDX-License-Identifier: Apache-2.0
// A pair of marks is a quotation if a verb of speech introduces or follows it, if it holds a whole
// sentence, or if it continues one. Titles and words in marks of distance are none.

#include "sentence/quotations.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kCueDistance = 12;  // tokens between a verb of speech and the mark

bool is_terminal(const Token& token) {
  return u_hasBinaryProperty(static_cast<UChar32>(code_point_at(token.form, 0)), UCHAR_S_TERM);
}

bool is_punctuation(const Token& token) { return token.upos == Upos::PUNCT; }

}  // namespace

QuotationFinder::QuotationFinder(const Language& language, const Marks& marks) : marks_(marks) {
  for (const Language::WordRow& row : language.words("classes.tsv", 2))
    if (row.cells.front() == "say") says_.insert(row.words.begin(), row.words.end());
}

// All pairs of marks. A mark that is not closed in its paragraph quotes the rest of it; a mark that
// opens and closes alike (") closes if one is open.
std::vector<QuotationFinder::Marked> QuotationFinder::marked(
    const Document& document, const std::vector<Sentence>& sentences) const {
  struct Open {
    char32_t close;
    std::uint32_t begin;
  };
  std::vector<Marked> result;
  std::vector<Open> open;
  std::uint32_t paragraph = 0, end = 0;
  const auto close_all = [&] {
    while (!open.empty()) {
      result.push_back(
          {{open.back().begin, end}, static_cast<std::uint32_t>(open.size()), false, paragraph});
      open.pop_back();
    }
  };
  for (const Sentence& sentence : sentences) {
    if (sentence.paragraph != paragraph) close_all();
    paragraph = sentence.paragraph;
    end = sentence.span.end;
    for (const Token& token : sentence.tokens) {
      const char32_t c = code_point_at(document.at(token.span), 0);
      const auto match =
          std::find_if(open.rbegin(), open.rend(), [&](const Open& o) { return o.close == c; });
      if (match != open.rend()) {
        const auto keep = static_cast<std::size_t>(open.rend() - match) - 1;
        result.push_back({{open[keep].begin, token.span.begin},
                          static_cast<std::uint32_t>(keep + 1),
                          true,
                          paragraph});
        open.resize(keep);
      } else if (const char32_t close = marks_.closes(c); close != 0) {
        open.push_back({close, token.span.end});
      }
    }
  }
  close_all();
  std::sort(result.begin(), result.end(), [](const Marked& a, const Marked& b) {
    return a.inner.begin != b.inner.begin ? a.inner.begin < b.inner.begin : a.depth < b.depth;
  });
  return result;
}

// "… X said:" before the mark: the words from the beginning of the clause to the verb of speech.
Span QuotationFinder::speaker_before(const std::vector<Sentence>& sentences, Position open) const {
  const std::vector<Token>& tokens = sentences[open.sentence].tokens;
  std::size_t i = open.token;
  std::size_t steps = 0;
  while (i > 0 && !says(tokens[i - 1])) {
    if (++steps > kCueDistance || is_terminal(tokens[i - 1])) return {};
    --i;
  }
  if (i == 0) return {};
  const std::size_t verb = i - 1;
  std::size_t begin = verb;
  while (begin > 0 && !is_terminal(tokens[begin - 1])) --begin;
  if (begin == verb) return {};
  return {tokens[begin].span.begin, tokens[verb - 1].span.end};
}

// "…," X said. / said X after the mark, in the same sentence or as the next one.
Span QuotationFinder::speaker_after(const std::vector<Sentence>& sentences, Position close) const {
  const std::vector<Token>& tokens = sentences[close.sentence].tokens;
  const std::size_t begin = close.token + 1;
  std::size_t end = begin;
  std::size_t verb = tokens.size();
  while (end < tokens.size() && !is_punctuation(tokens[end])) {
    if (verb == tokens.size() && says(tokens[end])) verb = end;
    ++end;
  }
  if (verb == tokens.size() || end - begin > 2 * kCueDistance) return {};
  if (verb > begin) return {tokens[begin].span.begin, tokens[verb - 1].span.end};
  if (verb + 1 < end) return {tokens[verb + 1].span.begin, tokens[end - 1].span.end};
  return {};
}

void QuotationFinder::find(const Document& document, std::vector<Sentence>& sentences) const {
  const auto position = [&](std::uint32_t byte) {  // the token that holds or follows `byte`
    auto sentence =
        std::upper_bound(sentences.begin(), sentences.end(), byte,
                         [](std::uint32_t b, const Sentence& s) { return b < s.span.end; });
    if (sentence == sentences.end()) --sentence;
    const auto token =
        std::lower_bound(sentence->tokens.begin(), sentence->tokens.end(), byte,
                         [](const Token& t, std::uint32_t b) { return t.span.end <= b; });
    return Position{static_cast<std::size_t>(sentence - sentences.begin()),
                    static_cast<std::size_t>(token - sentence->tokens.begin())};
  };
  Span last_speaker;
  std::uint32_t last_paragraph = 0, number = 0;
  bool last_closed = true;
  for (const Marked& quote : marked(document, sentences)) {
    if (quote.inner.size() == 0) continue;
    const Position open = position(quote.inner.begin - 1);
    const Position first = position(quote.inner.begin);
    const Position last = position(quote.inner.end - 1);
    Span speaker = speaker_before(sentences, open);
    if (speaker.size() == 0 && quote.closed && last.sentence < sentences.size()) {
      const Position close = position(quote.inner.end);
      speaker = speaker_after(sentences, close);
    }
    const std::vector<Token>& tail = sentences[last.sentence].tokens;
    const bool whole = last.token < tail.size() &&
                       (is_terminal(tail[last.token]) || last.sentence > first.sentence);
    const bool opens_paragraph = open.token == 0;
    const bool continues =
        quote.depth == 1 && speaker.size() == 0 && last_speaker.size() != 0 &&
        (quote.paragraph == last_paragraph ||
         (opens_paragraph && quote.paragraph == last_paragraph + 1 && (!last_closed || whole)));
    if (speaker.size() == 0 && !whole && !(continues && !last_closed)) continue;
    if (continues)
      speaker = last_speaker;
    else
      ++number;
    for (std::size_t s = first.sentence; s <= last.sentence; ++s) {
      const Span part{std::max(quote.inner.begin, sentences[s].span.begin),
                      std::min(quote.inner.end, sentences[s].span.end)};
      if (part.begin < part.end)
        sentences[s].quotations.push_back({part, speaker, number, quote.depth});
    }
    if (quote.depth == 1) {
      last_speaker = speaker;
      last_paragraph = quote.paragraph;
      last_closed = quote.closed;
    }
  }
}

}  // namespace relata
