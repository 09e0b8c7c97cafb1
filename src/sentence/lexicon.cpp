// SPDX-License-Identifier: Apache-2.0
#include "sentence/lexicon.hpp"

#include <charconv>
#include <cmath>
#include <relata/error.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kLongestWord = 31;

// As probable as a word that is seen three times in a hundred thousand: a listed word wins against
// its parts, but not against a better reading of the sentence.
const float kListedWord = std::log(3e-5F);
const float kName = std::log(2e-4F);

double number(std::string_view cell, const Language::Table& table, std::size_t line) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || value <= 0)
    throw FormatError(table.path, line, "'" + std::string(cell) + "' is no frequency");
  return value;
}

}  // namespace

Lexicon::Lexicon(const Language& language) {
  read_frequencies(language);
  if (language.spaced()) return;
  for (const std::string_view file :
       {"words.tsv", "classes.tsv", "frames.tsv", "titles.tsv", "heads.tsv", "pronouns.tsv"})
    add_words(language, file);
}

void Lexicon::read_frequencies(const Language& language) {
  const Language::Table table = language.table("lexicon.tsv", 4);
  double total = 0;
  for (const auto& row : table.rows) total += number(row.cells[2], table, row.line);
  words_.reserve(table.rows.size() * 3 / 2);
  for (const auto& row : table.rows) {
    const double frequency = number(row.cells[2], table, row.line);
    Analysis analysis;
    try {
      analysis.upos = upos_from(row.cells[1]);
    } catch (const UnknownName& error) {
      throw FormatError(table.path, row.line, error.what());
    }
    analysis.log_probability = static_cast<float>(std::log(frequency / total));
    if (language.spaced())
      analysis.lemma = row.cells[3];
    else
      analysis.xpos = row.cells[3];
    insert(row.cells[0], std::move(analysis));
  }
  if (total > 0) unknown_ = static_cast<float>(std::log(0.5 / total));
}

void Lexicon::add_words(const Language& language, std::string_view file) {
  for (const Language::WordRow& row : language.words(file, 1))
    for (const std::string& word : row.words)
      if (find(word).empty()) insert(word, {Upos::X, kListedWord, {}, {}});
}

void Lexicon::add_name(std::string_view word) {
  std::vector<Analysis>& analyses = words_[std::string(word)];
  if (analyses.empty()) insert(word, {Upos::PROPN, kName, {}, {}});
  Analysis& analysis = analyses.front();
  analysis.upos = Upos::PROPN;
  analysis.log_probability = std::max(analysis.log_probability, kName);
}

void Lexicon::insert(std::string_view word, Analysis analysis) {
  const std::size_t length = count_code_points(word);
  if (length <= kLongestWord) lengths_[code_point_at(word, 0)] |= 1U << length;
  if (analysis.lemma.empty()) analysis.lemma = word;
  words_[std::string(word)].push_back(std::move(analysis));
}

const std::vector<Lexicon::Analysis>& Lexicon::find(std::string_view word) const {
  static const std::vector<Analysis> none;
  const auto found = words_.find(word);
  return found == words_.end() ? none : found->second;
}

}  // namespace relata
