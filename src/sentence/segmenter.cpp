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
bool is_digit(char32_t c) { return u_isdigit(static_cast<UChar32>(c)); }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
// Joins letters to a word if it stands between them.
bool is_inner_mark(char32_t c) {
  return is_apostrophe(c) || c == '.' || c == '&' || c == '_' || c == '@';
}
// Belongs to the symbol before it: variation selectors, joiners, skin tones.
bool extends(char32_t c) {
  const auto category = u_charType(static_cast<UChar32>(c));
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || c == 0x200D ||
         (c >= 0x1F3FB && c <= 0x1F3FF);
}
// Repeated, it is one mark.
bool repeats(char32_t c) {
  return c == '.' || c == '-' || c == 0x2026 || c == 0x2014 || c == 0x2500;
}

// Whether the letters from `first` are `word`, in any case and with any apostrophe.
template <typename Letters>
bool reads(const Letters& letters, std::size_t first, std::string_view word) {
  if (first + word.size() > letters.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = letters[first + i].folded;
    const auto lower = is_apostrophe(c) ? '\'' : u_tolower(static_cast<UChar32>(c));
    if (lower != static_cast<unsigned char>(word[i])) return false;
  }
  return true;
}

// The end of an address of the web at `first`, or `first`.
template <typename Letters>
std::size_t link_end(const Letters& letters, std::size_t first) {
  if (!reads(letters, first, "http://") && !reads(letters, first, "https://") &&
      !reads(letters, first, "www."))
    return first;
  std::size_t end = first;
  const auto inside = [](char32_t c) {
    return c > 0x20 && c < 0x7F && c != '"' && c != '<' && c != '>';
  };
  while (end < letters.size() && letters[end].end - letters[end].begin == 1 &&
         inside(letters[end].folded))
    ++end;
  while (end > first && u_ispunct(static_cast<UChar32>(letters[end - 1].folded)) &&
         letters[end - 1].folded != '/')
    --end;
  return end;
}

}  // namespace

Segmenter::Segmenter(const Language& language, const Lexicon& lexicon, const Marks& marks)
    : language_(language), lexicon_(lexicon), marks_(marks) {
  const Language::Table table = language.table("clitics.tsv", 1);
  for (const auto& row : table.rows) {
    const std::string_view cell = row.cells[0];
    const std::size_t cut = cell.find('|');
    if (cut == cell.npos)
      clitics_.emplace_back(cell);
    else
      contractions_.emplace_back(cell.substr(0, cut), cell.substr(cut + 1));
  }
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
      if (language_.spaced())
        append(document, letters, i, end, tokens);
      else
        cut_by_lexicon(document, letters, i, end, tokens);
    } else if (is_word_letter(c)) {
      end = cut_by_shape(document, letters, i, tokens);
    } else if (!is_blank(c)) {
      end = std::max(end, clitic_end(letters, i));
      while (end < letters.size() &&
             ((letters[end].folded == c && repeats(c)) || extends(letters[end].folded) ||
              (letters[end - 1].folded == 0x200D && !is_blank(letters[end].folded))))
        ++end;
      append(document, letters, i, end, tokens);
    }
    i = end;
  }
  return tokens;
}

// Letters [first, last) as one word.
void Segmenter::append(const Document& document, const std::vector<Letter>& letters,
                       std::size_t first, std::size_t last, Tokens& tokens) const {
  Token token;
  token.span = {letters[first].begin, letters[last - 1].end};
  token.form = document.at(token.span);
  token.lemma.reserve(token.form.size());
  for (std::size_t i = first; i < last; ++i) {
    const char32_t c = letters[i].folded;
    append_code_point(token.lemma, last - first > 1 && is_apostrophe(c) ? U'\'' : c);
  }
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
    append(document, letters, first + cuts[i], first + cuts[i - 1], tokens);
}

// Where the clitic of the word [first, last) begins ("do|n't", "Japan|'s", "can|not"), or `last`.
std::size_t Segmenter::clitic_begin(const std::vector<Letter>& letters, std::size_t first,
                                    std::size_t last) const {
  const std::size_t size = last - first;
  for (const std::string& clitic : clitics_)
    if (size > clitic.size() && reads(letters, last - clitic.size(), clitic))
      return last - clitic.size();
  for (const auto& [head, tail] : contractions_)
    if (size == head.size() + tail.size() && reads(letters, first, head) &&
        reads(letters, first + head.size(), tail))
      return first + head.size();
  return last;
}

// The end of a clitic that stands alone at `first` ("rock 'n' roll"), or `first`.
std::size_t Segmenter::clitic_end(const std::vector<Letter>& letters, std::size_t first) const {
  if (!is_apostrophe(letters[first].folded)) return first;
  for (const std::string& clitic : clitics_) {
    const std::size_t end = first + clitic.size();
    if (reads(letters, first, clitic) &&
        (end == letters.size() || !is_word_letter(letters[end].folded)))
      return end;
  }
  return first;
}

// The end of the word at `i`: letters and digits, with the marks that join them.
std::size_t Segmenter::word_end(const Document& document, const std::vector<Letter>& letters,
                                std::size_t i) const {
  const auto letter = [&](std::size_t at) {
    return at < letters.size() ? letters[at].folded : U'\0';
  };
  const bool number = is_digit(letter(i));
  std::size_t end = i + 1;
  while (end < letters.size()) {
    const char32_t c = letter(end), after = letter(end + 1);
    const bool full_width = letters[end].end - letters[end].begin > 1 && c < 0x80;
    const bool between_digits = is_digit(letter(end - 1)) && is_digit(after);
    const bool joins = full_width ? c == '.' && between_digits
                                  : is_inner_mark(c) || (number && c == ',' && between_digits);
    if (is_word_letter(c))
      ++end;
    else if (joins && is_word_letter(after))
      end += 2;
    else
      break;
  }
  // "U.S." keeps its last full stop, "there." does not.
  if (letter(end) == '.' && end - i < 32) {
    const std::uint32_t rest = letters[end].end;
    if (marks_.keeps_stop(document.at({letters[i].begin, letters[end - 1].end}),
                          document.at({rest, std::max(rest, letters.back().end)})))
      ++end;
  }
  return end;
}

// The word or link at `first`, cut from its clitic. Returns its end.
std::size_t Segmenter::cut_by_shape(const Document& document, const std::vector<Letter>& letters,
                                    std::size_t first, Tokens& tokens) const {
  if (const std::size_t link = link_end(letters, first); link > first) {
    append(document, letters, first, link, tokens);
    return link;
  }
  const std::size_t end = word_end(document, letters, first);
  const std::size_t cut = clitic_begin(letters, first, end);
  append(document, letters, first, cut, tokens);
  if (cut < end) append(document, letters, cut, end, tokens);
  return end;
}

}  // namespace relata
