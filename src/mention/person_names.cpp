// SPDX-License-Identifier: Apache-2.0
// Three shapes: surname and given name in ideographs (Chinese, Korean, Japanese names), foreign
// names transcribed by sound, and capitalised words.

#include "mention/person_names.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kLongestIdeographic = 5;  // code points
constexpr std::size_t kShortestTransliterated = 3;
constexpr std::size_t kLongestCapitalised = 4;  // words
constexpr std::size_t kLongestToDot = 5;        // tokens

bool is_middle_dot(std::string_view form) {
  const char32_t c = code_point_at(form, 0);
  return c == 0xB7 || c == 0x2027 || c == 0x30FB || c == 0x2022;
}

// Joins the halves of a double name; between names of one character it joins countries.
bool is_hyphen(std::string_view form) {
  const char32_t c = code_point_at(form, 0);
  return c == '-' || c == 0x2010 || c == 0xFF0D;
}

bool is_capitalised(const Token& token) {
  return u_isupper(static_cast<UChar32>(code_point_at(token.form, 0))) && token.upos != Upos::PUNCT;
}

}  // namespace

// Words that a given name may consist of: single characters and names, no common words.
bool PersonNames::may_be_given_name(const Token& token, std::size_t code_points) const {
  if (token.upos == Upos::PUNCT || token.upos == Upos::ADP || token.upos == Upos::CCONJ ||
      token.upos == Upos::PRON || (token.upos == Upos::PART && code_points > 1))
    return false;
  if (code_points == 1) return function_words_.count(token.lemma) == 0;
  return token.upos == Upos::PROPN || token.upos == Upos::X ||
         (code_points == 2 && (token.upos == Upos::NOUN || token.upos == Upos::ADJ));
}

PersonNames::PersonNames(const Language& language)
    : spaced_(language.spaced()), folding_(&language.folding()) {
  for (const std::string_view file : {"surnames.tsv", "japanese_surnames.tsv"})
    for (const auto& row : language.words(file, 1))
      surnames_.insert(row.words.begin(), row.words.end());
  for (const auto& row : language.words("classes.tsv", 2))
    if (row.cells.front() != to_string(Upos::ADV))  // names hold many characters that are adverbs
      function_words_.insert(row.words.begin(), row.words.end());
  for (const auto& row : language.words("given_names.tsv", 1))
    given_names_.insert(row.words.begin(), row.words.end());
  for (const auto& row : language.words("transliteration.tsv", 1))
    for (const std::string& character : row.words)
      transliteration_.insert(code_point_at(character, 0));
}

std::size_t PersonNames::end_of_name(std::span<const Token> tokens, std::size_t first,
                                     Evidence evidence) const {
  if (first >= tokens.size()) return first;
  if (spaced_ || code_point_at(tokens[first].form, 0) < 0x2E80)
    return capitalised(tokens, first, evidence);
  return std::max(ideographic(tokens, first, evidence), transliterated(tokens, first, evidence));
}

// Whether token i may be the middle of a name of three characters although it is a word of another
// kind: what follows the third is no part of its phrase.
bool PersonNames::tears(std::span<const Token> tokens, std::size_t first, std::size_t i) const {
  if (i != first + 1 || i + 1 >= tokens.size()) return false;
  for (const std::size_t k : {first, i, i + 1})
    if (count_code_points(tokens[k].lemma) != 1) return false;
  const Upos next = i + 2 < tokens.size() ? tokens[i + 2].upos : Upos::PUNCT;
  return (may_be_given_name(tokens[i + 1], 1) || given_names_.count(tokens[i + 1].lemma) != 0) &&
         (next == Upos::PUNCT || next == Upos::VERB || next == Upos::CCONJ || next == Upos::ADP ||
          next == Upos::ADV || next == Upos::NUM || next == Upos::AUX);
}

std::size_t PersonNames::ideographic(std::span<const Token> tokens, std::size_t first,
                                     Evidence evidence) const {
  // "The spokesman | stresses": words that begin like a surname are no names.
  if (tokens[first].upos == Upos::PUNCT || (count_code_points(tokens[first].lemma) > 1 &&
                                            function_words_.count(tokens[first].lemma) != 0))
    return first;
  std::string text;
  std::size_t best = first, length = 0;
  bool torn = false;
  for (std::size_t i = first; i < tokens.size(); ++i) {
    const std::size_t code_points = count_code_points(tokens[i].lemma);
    // A name that the tagger has seen at both ends, with a word in the middle.
    const bool seen = i == first + 1 && i + 1 < tokens.size() && tears(tokens, first, i) &&
                      tokens[first].upos == Upos::PROPN && tokens[i].upos != Upos::CCONJ &&
                      tokens[i + 1].upos == Upos::PROPN;
    torn = torn || seen;
    // What joins nothing is the end of a name: "Zhan Lihe | says", whose last character means
    // "and".
    const bool ends = evidence == Evidence::title && i > first && code_points == 1 && length == 2 &&
                      (tokens[i].upos == Upos::CCONJ || given_names_.count(tokens[i].lemma) != 0) &&
                      i + 1 < tokens.size() &&
                      (tokens[i + 1].upos == Upos::VERB || tokens[i + 1].upos == Upos::ADV ||
                       tokens[i + 1].upos == Upos::AUX || tokens[i + 1].upos == Upos::PUNCT ||
                       (tokens[i].upos != Upos::CCONJ && tokens[i + 1].upos == Upos::ADP));
    // A surname alone is no name: "Tang | Dingyuan", which is taken for an adverb.
    const bool rest = evidence == Evidence::title && i == first + 1 && length == 1 &&
                      code_points == 2 && tokens[i].upos == Upos::ADV &&
                      function_words_.count(tokens[i].lemma) == 0;
    if (i > first && !may_be_given_name(tokens[i], code_points) && !seen && !ends && !rest &&
        !(evidence == Evidence::title &&
          (tears(tokens, first, i) || tokens[i].deprel == "flat:name")))
      break;
    text += tokens[i].lemma;
    length += code_points;
    if (length > kLongestIdeographic) break;
    std::size_t one = 0;
    next_code_point(text, one);
    std::size_t two = one;
    if (two < text.size()) next_code_point(text, two);
    const bool long_surname = two > one && surnames_.count(text.substr(0, two)) != 0;
    const bool short_surname = surnames_.count(text.substr(0, one)) != 0;
    const bool japanese = long_surname && length >= 3 && length <= 4;
    const bool chinese = short_surname && length >= 2 && length <= 3;
    // Without a title the name would be any word that begins like a surname.
    if ((evidence == Evidence::title && (japanese || chinese)) || (torn && chinese && length == 3))
      best = i + 1;
  }
  return best;
}

std::size_t PersonNames::transliterated(std::span<const Token> tokens, std::size_t first,
                                        Evidence evidence) const {
  std::size_t i = first, length = 0;
  bool dotted = false;
  // Behind a title all that stands before a dot is the name, whatever the tagger takes it for.
  std::size_t dot = first;
  while (evidence == Evidence::title && dot < tokens.size() && dot < first + kLongestToDot &&
         tokens[dot].upos != Upos::PUNCT)
    ++dot;
  if (dot == tokens.size() || !is_middle_dot(tokens[dot].form)) dot = first;
  for (; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    if (i > first && is_middle_dot(token.form) && i + 1 < tokens.size()) {
      dotted = true;
      continue;
    }
    if (i > first && is_hyphen(token.form) && i + 1 < tokens.size()) continue;
    bool sounds = token.upos != Upos::PUNCT && token.upos != Upos::ADP;
    for (std::size_t k = 0; sounds && k < token.lemma.size();)
      sounds = transliteration_.count(next_code_point(token.lemma, k)) != 0;
    const std::size_t code_points = count_code_points(token.lemma);
    const bool common = code_points > 1 && token.upos != Upos::PROPN && token.upos != Upos::X &&
                        !(i > first && token.upos == Upos::ADV && evidence == Evidence::title &&
                          function_words_.count(token.lemma) == 0);
    // What is set apart by dots is a name, however it is written.
    const bool beside_dot =
        token.upos == Upos::PROPN &&
        ((i > first && is_middle_dot(tokens[i - 1].form)) ||
         (i == first && i + 2 < tokens.size() && is_middle_dot(tokens[i + 1].form)));
    const bool word =
        evidence != Evidence::title || code_points < 2 || function_words_.count(token.lemma) != 0;
    const bool function = i > first && word &&
                          (token.upos == Upos::ADV || token.upos == Upos::AUX ||
                           token.upos == Upos::CCONJ || token.upos == Upos::SCONJ);
    if ((!sounds || common || function) && !beside_dot && i >= dot) break;
    length += code_points;
  }
  const std::size_t shortest =
      evidence == Evidence::title || dotted ? 2 : kShortestTransliterated + 1;
  if (i > first && (is_middle_dot(tokens[i - 1].form) || is_hyphen(tokens[i - 1].form))) --i;
  return length >= shortest ? i : first;
}

std::size_t PersonNames::capitalised(std::span<const Token> tokens, std::size_t first,
                                     Evidence evidence) const {
  std::size_t i = first;
  while (i < tokens.size() && i < first + kLongestCapitalised && is_capitalised(tokens[i]) &&
         (tokens[i].upos == Upos::PROPN || i > first || evidence == Evidence::title)) {
    ++i;
    // "Park Do-yun"
    if (i + 1 < tokens.size() && is_hyphen(tokens[i].form) &&
        tokens[i].span.begin == tokens[i - 1].span.end &&
        tokens[i].span.end == tokens[i + 1].span.begin && tokens[i + 1].upos == Upos::PROPN)
      i += 2;
    // "John F. Kennedy", "al-Assad"
    if (i + 1 < tokens.size() && (tokens[i].form == "." || tokens[i].form == "-") &&
        is_capitalised(tokens[i + 1]))
      ++i;
    // "Ludwig van Beethoven"
    std::size_t particle = i;
    while (particle < tokens.size() && particle < i + 2 && !is_capitalised(tokens[particle]) &&
           tokens[particle].deprel.starts_with("flat"))
      ++particle;
    if (particle > i && particle < tokens.size() && is_capitalised(tokens[particle]) &&
        tokens[particle].deprel.starts_with("flat"))
      i = particle;
  }
  if (i == first) return first;
  std::string given = tokens[first].form;
  std::transform(given.begin(), given.end(), given.begin(),
                 [](unsigned char c) { return static_cast<char>(u_tolower(c)); });
  if (evidence == Evidence::title) return i;
  return i - first >= 2 && is_given_name(given) ? i : first;
}

std::string PersonNames::short_name(std::string_view name) const {
  for (std::size_t i = name.size(); i > 0;) {
    const std::size_t end = i;
    i = previous_code_point(name, i);
    if (name[i] == ' ' || is_middle_dot(name.substr(i))) return std::string(name.substr(end));
  }
  if (spaced_ || count_code_points(name) < 3) return {};
  std::size_t two = 0;
  next_code_point(name, two);
  next_code_point(name, two);
  const std::string surname(name.substr(0, two));
  return surnames_.count((*folding_)(surname)) != 0 ? surname : std::string();
}

}  // namespace relata
