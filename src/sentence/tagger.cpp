// SPDX-License-Identifier: Apache-2.0
// First-order hidden Markov model, decoded by Viterbi; the emission scores are joint probabilities
// of word and tag, so the transition scores are divided by the prior of the tag.

#include "sentence/tagger.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <relata/error.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
bool is_upper_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_upper(std::string_view form) { return !form.empty() && is_upper_letter(form.front()); }

// The tag of a token without letters, or X.
Upos tag_by_shape(const std::string& form) {
  const auto c = static_cast<UChar32>(code_point_at(form, 0));
  if (u_isdigit(c)) return Upos::NUM;
  if (c == '%' || c == 0x2030) return Upos::SYM;
  if (u_ispunct(c)) return Upos::PUNCT;
  return u_isalpha(c) ? Upos::X : Upos::SYM;
}

// Whether a sentence may begin behind the token: with a capital that speaks for no name.
bool is_opening(const Token& token) {
  const auto c = static_cast<UChar32>(code_point_at(token.form, 0));
  const auto category = u_charType(c);
  return c == '"' || category == U_START_PUNCTUATION || category == U_INITIAL_PUNCTUATION;
}

}  // namespace

Tagger::Tagger(const Language& language, const Lexicon& lexicon)
    : lexicon_(lexicon), lower_case_(language.spaced()) {
  const Language::Table bigrams = language.table("tag_bigrams.tsv", 3);
  const auto index = [&](const Language::Row& row, std::size_t cell) {
    return row.cells[cell] == "^" ? kTags : static_cast<std::size_t>(upos_of(bigrams, row, cell));
  };
  std::array<std::array<double, kTags + 1>, kTags + 1> counts{};
  std::array<double, kTags + 1> priors{};
  double total = 0;
  for (const auto& row : bigrams.rows) {
    double count = 0;
    const std::string_view cell = row.cells[2];
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), count);
    if (error != std::errc() || end != cell.data() + cell.size() || count < 0)
      throw FormatError(bigrams.path, row.line, "'" + std::string(cell) + "' is no frequency");
    counts[index(row, 0)][index(row, 1)] += count;
    priors[index(row, 1)] += count;
    total += count;
  }
  if (total > 0)
    for (std::size_t a = 0; a <= kTags; ++a) {
      double sum = 0;
      for (const double count : counts[a]) sum += count + 0.5;
      for (std::size_t b = 0; b <= kTags; ++b)
        transition_[a][b] = static_cast<float>(std::log((counts[a][b] + 0.5) / sum) -
                                               std::log((priors[b] + 0.5) / total));
    }
  const Language::Table suffixes = language.table("suffixes.tsv", 3);
  for (const auto& row : suffixes.rows)
    suffixes_.push_back(
        {std::string(row.cells[0]), std::string(row.cells[2]), upos_of(suffixes, row, 1)});
  std::stable_sort(suffixes_.begin(), suffixes_.end(), [](const Suffix& a, const Suffix& b) {
    return a.ending.size() > b.ending.size();
  });
}

std::string Tagger::lemma(std::string_view word, const Suffix& suffix) const {
  if (word.size() < suffix.ending.size() + 3 || !word.ends_with(suffix.ending)) return {};
  return std::string(word.substr(0, word.size() - suffix.ending.size())) + suffix.replacement;
}

void Tagger::guess(const Token& token, std::string_view word, Readings& readings) const {
  const float unknown = lexicon_.unknown();
  const auto add = [&](Upos upos, float log_probability, std::string text) {
    readings.made.push_back(std::move(text));
    readings.all.push_back({upos, log_probability, readings.made.back(), {}});
  };
  if (const Upos shape = tag_by_shape(token.form); shape != Upos::X || !lower_case_)
    return add(shape, unknown, token.lemma);
  const std::size_t before = readings.all.size();
  for (const Suffix& suffix : suffixes_) {
    std::string base = lemma(word, suffix);
    // "invited" -> "invite" if that is a word, else the next suffix may fit.
    const auto known = lexicon_.find(base);
    if (std::any_of(known.begin(), known.end(), [&](auto& a) { return a.upos == suffix.upos; }))
      add(suffix.upos, unknown, std::move(base));
  }
  const bool found = readings.all.size() > before;
  if (is_upper(token.form))
    add(Upos::PROPN, unknown, token.form);
  else
    add(Upos::NOUN, unknown, std::string(word));
  if (found) return;
  for (const Suffix& suffix : suffixes_)
    if (std::string base = lemma(word, suffix); !base.empty())
      return add(suffix.upos, unknown - 1, std::move(base));
}

void Tagger::read(const Token& token, bool first, Readings& readings) const {
  std::string_view word = token.lemma;
  if (lower_case_ && std::any_of(word.begin(), word.end(), is_upper_letter))
    word = readings.made.emplace_back(lower(word));
  const auto known = lexicon_.find(word);
  if (known.empty()) return guess(token, word, readings);
  const std::size_t begin = readings.all.size();
  readings.all.insert(readings.all.end(), known.begin(), known.end());
  const auto all = std::span(readings.all).subspan(begin);
  // Punctuation that a table of the pack lists says nothing of its part of speech.
  if (all.size() == 1 && all.front().upos == Upos::X)
    if (const Upos shape = tag_by_shape(token.form); shape != Upos::X) all.front().upos = shape;
  // A capital inside a sentence speaks for a name, a small letter against one.
  const bool capital = is_upper(token.form);
  if (!lower_case_ || (first && capital) || !is_letter(token.form.front())) return;
  bool name = false;
  for (auto& analysis : all) {
    name = name || analysis.upos == Upos::PROPN;
    if (capital != (analysis.upos == Upos::PROPN)) analysis.log_probability -= 3;
  }
  if (capital && !name) readings.all.push_back({Upos::PROPN, lexicon_.unknown(), token.form, {}});
}

void Tagger::tag(std::vector<Token>& tokens) const {
  Readings readings;
  readings.all.reserve(2 * tokens.size());
  struct Step {
    float score;
    std::size_t from;  // the reading before
  };
  std::vector<Step> steps;         // as many as readings
  std::vector<std::size_t> first;  // reading of each token
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    first.push_back(readings.all.size());
    read(tokens[i], i == 0 || is_opening(tokens[i - 1]), readings);
    for (std::size_t r = first[i]; r < readings.all.size(); ++r) {
      const auto tag = static_cast<std::size_t>(readings.all[r].upos);
      Step best{i == 0 ? transition_[kTags][tag] : -std::numeric_limits<float>::infinity(), 0};
      for (std::size_t before = i == 0 ? 0 : first[i - 1]; before < first[i]; ++before) {
        const auto tag_before = static_cast<std::size_t>(readings.all[before].upos);
        const float score = steps[before].score + transition_[tag_before][tag];
        if (score > best.score) best = {score, before};
      }
      best.score += readings.all[r].log_probability;
      steps.push_back(best);
    }
  }
  if (tokens.empty()) return;
  std::size_t best = first.back();
  for (std::size_t r = best; r < steps.size(); ++r)
    if (steps[r].score > steps[best].score) best = r;
  for (std::size_t i = tokens.size(); i-- > 0; best = steps[best].from) {
    tokens[i].upos = readings.all[best].upos;
    tokens[i].xpos = readings.all[best].xpos;
    // A lemma may be the very text of the token.
    if (tokens[i].lemma != readings.all[best].lemma)
      tokens[i].lemma = std::string(readings.all[best].lemma);
  }
}

}  // namespace relata
