// SPDX-License-Identifier: Apache-2.0
// Words. Scripts without spaces are cut by the most probable path through the words of the lexicon
// (Viterbi over a unigram model); runs of letters and digits of other scripts are cut by their
// shape, following the Universal Dependencies tokenisation of English.

#include "sentence/segmenter.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <limits>
#include <relata/utf8.hpp>

namespace relata {
namespace {

bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }
bool is_ideograph(char32_t c) {
  return (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || c >= 0x20000;
}
bool is_word_letter(char32_t c) {
  if (is_ideograph(c)) return false;
  const auto code = static_cast<UChar32>(c);
  return u_isalnum(code) || u_charType(code) == U_NON_SPACING_MARK;
}
// Joins letters to a word if it stands between them.
bool is_inner_mark(char32_t c) {
  return c == '\'' || c == 0x2019 || c == '.' || c == '&' || c == '_';
}
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)); }

}  // namespace

Segmenter::Segmenter(const Language& language, const Lexicon& lexicon, const Marks& marks)
    : language_(language), lexicon_(lexicon), marks_(marks) {
  for (const auto& row : language.table("clitics.tsv", 1).rows) clitics_.emplace_back(row.cells[0]);
  std::sort(clitics_.begin(), clitics_.end(),
            [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::vector<Token> Segmenter::segment(const Document& document, Span sentence) const {
  std::vector<Letter> letters;
  letters.reserve(sentence.size() / 2);
  const std::string_view text = document.text;
  for (std::size_t i = sentence.begin; i < sentence.end;) {
    const auto begin = static_cast<std::uint32_t>(i);
    const char32_t c = language_.folding()(next_code_point(text, i));
    letters.push_back({c, begin, static_cast<std::uint32_t>(i)});
  }
  Tokens tokens;
  for (std::size_t i = 0; i < letters.size();) {
    std::size_t end = i + 1;
    const char32_t c = letters[i].folded;
    if (is_ideograph(c)) {
      while (end < letters.size() && is_ideograph(letters[end].folded)) ++end;
      cut_by_lexicon(document, letters, i, end, tokens);
    } else if (is_word_letter(c)) {
      while (end < letters.size() && !is_blank(letters[end].folded) &&
             !is_ideograph(letters[end].folded))
        ++end;
      cut_by_shape(document, letters, i, end, tokens);
    } else if (!is_blank(c)) {
      while (end < letters.size() && letters[end].folded == c &&
             (c == '.' || c == '-' || c == 0x2026 || c == 0x2014))
        ++end;
      append(document, letters[i].begin, letters[end - 1].end, tokens);
    }
    i = end;
  }
  return tokens;
}

void Segmenter::append(const Document& document, std::uint32_t begin, std::uint32_t end,
                       Tokens& tokens) const {
  Token token;
  token.span = {begin, end};
  token.form = document.at(token.span);
  token.lemma = language_.folding()(token.form);
  tokens.push_back(std::move(token));
}

// Best path from the left: score of the best cut of [first, i) for every i.
void Segmenter::cut_by_lexicon(const Document& document, const std::vector<Letter>& letters,
                               std::size_t first, std::size_t last, Tokens& tokens) const {
  const std::size_t size = last - first;
  std::string folded;  // the stretch, with offsets of its letters
  std::vector<std::uint32_t> offsets(size + 1);
  for (std::size_t i = 0; i < size; ++i) {
    offsets[i] = static_cast<std::uint32_t>(folded.size());
    append_code_point(folded, letters[first + i].folded);
  }
  offsets[size] = static_cast<std::uint32_t>(folded.size());

  std::vector<float> score(size + 1, -std::numeric_limits<float>::infinity());
  std::vector<std::uint32_t> from(size + 1, 0);
  score[0] = 0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto reach = [&](std::size_t length, float log_probability) {
      if (score[i] + log_probability <= score[i + length]) return;
      score[i + length] = score[i] + log_probability;
      from[i + length] = static_cast<std::uint32_t>(i);
    };
    reach(1, lexicon_.unknown());
    for (std::uint32_t lengths = lexicon_.lengths(letters[first + i].folded); lengths != 0;
         lengths &= lengths - 1) {
      const auto length = static_cast<std::size_t>(__builtin_ctz(lengths));
      if (i + length > size) break;
      const auto& analyses = lexicon_.find(
          std::string_view(folded).substr(offsets[i], offsets[i + length] - offsets[i]));
      if (!analyses.empty()) reach(length, analyses.front().log_probability);
    }
  }
  std::vector<std::size_t> cuts{size};
  while (cuts.back() != 0) cuts.push_back(from[cuts.back()]);
  for (std::size_t i = cuts.size() - 1; i > 0; --i)
    append(document, letters[first + cuts[i]].begin, letters[first + cuts[i - 1] - 1].end, tokens);
}

// Where the clitic of `word` begins ("do|n't", "Japan|'s"), or its size.
std::size_t Segmenter::clitic_begin(std::string_view word) const {
  for (const std::string& clitic : clitics_) {
    if (word.size() <= clitic.size()) continue;
    const std::size_t begin = word.size() - clitic.size();
    const std::string_view end = word.substr(begin);
    if (std::equal(end.begin(), end.end(), clitic.begin(),
                   [](unsigned char a, unsigned char b) { return u_tolower(a) == b; }))
      return begin;
  }
  return word.size();
}

// A stretch without blanks that begins with a letter or digit.
void Segmenter::cut_by_shape(const Document& document, const std::vector<Letter>& letters,
                             std::size_t first, std::size_t last, Tokens& tokens) const {
  const auto letter = [&](std::size_t i) { return i < last ? letters[i].folded : U'\0'; };
  for (std::size_t i = first; i < last;) {
    std::size_t end = i + 1;
    if (is_word_letter(letter(i))) {
      const bool number = is_digit(letter(i));
      while (end < last) {
        const char32_t c = letter(end), after = letter(end + 1);
        if (is_word_letter(c))
          ++end;
        else if (is_word_letter(after) &&
                 (is_inner_mark(c) || (number && c == ',' && is_digit(after))))
          end += 2;
        else
          break;
      }
      // "U.S." keeps its last full stop, "there." does not.
      if (letter(end) == '.') {
        const auto begin = letters[i].begin;
        if (marks_.is_abbreviation(document.at({begin, letters[end - 1].end}))) ++end;
      }
    }
    const Span word{letters[i].begin, letters[end - 1].end};
    std::string form(document.at(word));
    std::uint32_t clitic = word.begin;
    std::string folded = form;
    if (const std::size_t apostrophe = folded.find("\xE2\x80\x99"); apostrophe != std::string::npos)
      folded.replace(apostrophe, 3, "'");
    const std::size_t cut = clitic_begin(folded);
    // A typographic apostrophe has three bytes; it can only stand in the clitic.
    clitic += static_cast<std::uint32_t>(cut);
    if (cut < folded.size()) {
      append(document, word.begin, clitic, tokens);
      append(document, clitic, word.end, tokens);
    } else {
      append(document, word.begin, word.end, tokens);
    }
    i = end;
  }
}

}  // namespace relata
