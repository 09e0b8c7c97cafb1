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

bool is_upper(std::string_view form) {
  return !form.empty() && form.front() >= 'A' && form.front() <= 'Z';
}

// The tag of a token without letters, or X.
Upos tag_by_shape(const std::string& form) {
  const auto c = static_cast<UChar32>(code_point_at(form, 0));
  if (u_isdigit(c)) return Upos::NUM;
  if (u_ispunct(c)) return Upos::PUNCT;
  return u_isalpha(c) ? Upos::X : Upos::SYM;
}

}  // namespace

Tagger::Tagger(const Language& language, const Lexicon& lexicon)
    : lexicon_(lexicon), lower_case_(language.spaced()) {
  const Language::Table bigrams = language.table("tag_bigrams.tsv", 3);
  const auto index = [](std::string_view tag) {
    return tag == "^" ? kTags : static_cast<std::size_t>(upos_from(tag));
  };
  std::array<std::array<double, kTags + 1>, kTags + 1> counts{};
  std::array<double, kTags + 1> priors{};
  double total = 0;
  for (const auto& row : bigrams.rows) {
    double count = 0;
    std::from_chars(row.cells[2].data(), row.cells[2].data() + row.cells[2].size(), count);
    counts[index(row.cells[0])][index(row.cells[1])] += count;
    priors[index(row.cells[1])] += count;
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
  for (const auto& row : language.table("suffixes.tsv", 3).rows)
    suffixes_.push_back(
        {std::string(row.cells[0]), std::string(row.cells[2]), upos_from(row.cells[1])});
  std::stable_sort(suffixes_.begin(), suffixes_.end(), [](const Suffix& a, const Suffix& b) {
    return a.ending.size() > b.ending.size();
  });
}

std::vector<Lexicon::Analysis> Tagger::guesses(const Token& token, const std::string& word) const {
  const float unknown = lexicon_.unknown();
  std::vector<Lexicon::Analysis> result;
  if (const Upos shape = tag_by_shape(token.form); shape != Upos::X || !lower_case_)
    return {{shape, unknown, token.lemma, {}}};
  for (const Suffix& suffix : suffixes_) {
    if (word.size() < suffix.ending.size() + 3 || !word.ends_with(suffix.ending)) continue;
    std::string lemma = word.substr(0, word.size() - suffix.ending.size()) + suffix.replacement;
    // "invited" -> "invite" if that is a word, else the next suffix may fit.
    const auto& known = lexicon_.find(lemma);
    const bool fits = std::any_of(known.begin(), known.end(),
                                  [&](const auto& a) { return a.upos == suffix.upos; });
    if (fits) result.push_back({suffix.upos, unknown, std::move(lemma), {}});
  }
  result.push_back({is_upper(token.form) ? Upos::PROPN : Upos::NOUN,
                    unknown,
                    is_upper(token.form) ? token.form : word,
                    {}});
  if (result.size() == 1)
    for (const Suffix& suffix : suffixes_)
      if (word.size() >= suffix.ending.size() + 3 && word.ends_with(suffix.ending)) {
        result.push_back({suffix.upos,
                          unknown - 1,
                          word.substr(0, word.size() - suffix.ending.size()) + suffix.replacement,
                          {}});
        break;
      }
  return result;
}

std::vector<Lexicon::Analysis> Tagger::analyses(const Token& token, bool first) const {
  const std::string word = lower_case_ ? lower(token.lemma) : token.lemma;
  std::vector<Lexicon::Analysis> known = lexicon_.find(word);
  if (known.empty()) return guesses(token, word);
  // Punctuation that a table of the pack lists says nothing of its part of speech.
  if (known.size() == 1 && known.front().upos == Upos::X)
    if (const Upos shape = tag_by_shape(token.form); shape != Upos::X) known.front().upos = shape;
  // A capital inside a sentence speaks for a name.
  if (lower_case_ && !first && is_upper(token.form)) {
    for (auto& analysis : known)
      if (analysis.upos != Upos::PROPN) analysis.log_probability -= 3;
    if (std::none_of(known.begin(), known.end(),
                     [](const auto& a) { return a.upos == Upos::PROPN; }))
      known.push_back({Upos::PROPN, lexicon_.unknown(), token.form, {}});
  }
  return known;
}

void Tagger::tag(std::vector<Token>& tokens) const {
  struct Cell {
    Lexicon::Analysis analysis;
    float score;
    std::size_t from;
  };
  std::vector<std::vector<Cell>> lattice;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    std::vector<Cell> column;
    for (auto& analysis : analyses(tokens[i], i == 0)) {
      const auto tag = static_cast<std::size_t>(analysis.upos);
      float best = i == 0 ? transition_[kTags][tag] : -std::numeric_limits<float>::infinity();
      std::size_t from = 0;
      if (i > 0)
        for (std::size_t k = 0; k < lattice.back().size(); ++k) {
          const Cell& before = lattice.back()[k];
          const float score =
              before.score + transition_[static_cast<std::size_t>(before.analysis.upos)][tag];
          if (score > best) best = score, from = k;
        }
      const float score = best + analysis.log_probability;
      column.push_back({std::move(analysis), score, from});
    }
    lattice.push_back(std::move(column));
  }
  if (lattice.empty()) return;
  const auto better = [](const Cell& a, const Cell& b) { return a.score < b.score; };
  auto best = static_cast<std::size_t>(
      std::max_element(lattice.back().begin(), lattice.back().end(), better) -
      lattice.back().begin());
  for (std::size_t i = tokens.size(); i-- > 0;) {
    Cell& cell = lattice[i][best];
    tokens[i].upos = cell.analysis.upos;
    tokens[i].xpos = cell.analysis.xpos;
    tokens[i].lemma = cell.analysis.lemma;
    best = cell.from;
  }
}

}  // namespace relata
