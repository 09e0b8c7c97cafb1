// SPDX-License-Identifier: Apache-2.0
// A hash table over the bytes of lexicon.tsv: a program that reads one article should not spend
// its time on copying a hundred thousand words.

#include "sentence/lexicon.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <relata/error.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kLongestWord = 31;

// As probable as a word that is seen once in a thousand, so that it wins against its parts.
const float kListedWord = std::log(1e-3F);
// More, so that the name of a ministry does not tear the title of its minister apart.
const float kTitle = std::log(5e-3F);

std::uint32_t frequency(const Language::Table& table, const Language::Row& row) {
  const std::string_view cell = row.cells[2];
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  if (error != std::errc() || end != cell.data() + cell.size() || value == 0)
    throw FormatError(table.path, row.line, "'" + std::string(cell) + "' is no frequency");
  return value;
}

}  // namespace

Upos upos_of(const Language::Table& table, const Language::Row& row, std::size_t cell) {
  try {
    return upos_from(row.cells[cell]);
  } catch (const UnknownName& error) {
    throw FormatError(table.path, row.line, error.what());
  }
}

Lexicon::Lexicon(const Language& language) : table_(language.table("lexicon.tsv", 4)) {
  make_room(table_.rows.size());
  read_frequencies(language);
  if (language.spaced()) return;
  for (const std::string_view file :
       {"words.tsv", "classes.tsv", "frames.tsv", "heads.tsv", "pronouns.tsv"})
    for (const Language::WordRow& row : language.words(file, 1))
      for (const std::string& word : row.words) add_word(word);
  for (const Language::WordRow& row : language.words("titles.tsv", 1))
    for (const std::string& word : row.words) add_title(word);
}

void Lexicon::read_frequencies(const Language& language) {
  double total = 0;
  std::vector<std::uint32_t> frequencies;
  frequencies.reserve(table_.rows.size());
  for (const auto& row : table_.rows) {
    frequencies.push_back(frequency(table_, row));
    total += frequencies.back();
  }
  analyses_.reserve(table_.rows.size() * 5 / 4);
  Entry* last = nullptr;
  for (std::size_t i = 0; i < table_.rows.size(); ++i) {
    const Language::Row& row = table_.rows[i];
    const std::string_view word = row.cells[0], note = row.cells[3];
    if (word.empty()) throw FormatError(table_.path, row.line, "no word");
    Analysis analysis{upos_of(table_, row, 1), 0, word, {}};
    analysis.log_probability = static_cast<float>(std::log(frequencies[i] / total));
    (language.spaced() ? analysis.lemma : analysis.xpos) = note;
    if (analysis.lemma.empty()) analysis.lemma = word;
    if (last && last->word == word) {
      analyses_.push_back(analysis);
      ++last->count;
      continue;
    }
    if (!find(word).empty())
      throw FormatError(table_.path, row.line,
                        "the rows of '" + std::string(word) + "' do not stand together");
    insert(word, analysis);
    last = &entries_[place(word)];
  }
  if (total > 0) unknown_ = static_cast<float>(std::log(0.5 / total));
}

void Lexicon::add_word(const std::string& word) {
  if (!find(word).empty()) return;
  words_.push_back(word);
  insert(words_.back(), {Upos::X, kListedWord, words_.back(), {}});
}

// A title is a noun whatever lexicon.tsv says, unless it is a verb as well.
void Lexicon::add_title(const std::string& word) {
  add_word(word);
  Analysis& analysis = analyses_[entries_[place(word)].first];
  if (analysis.upos != Upos::VERB && analysis.upos != Upos::PROPN) analysis.upos = Upos::NOUN;
  if (count_code_points(word) > 1)
    analysis.log_probability = std::max(analysis.log_probability, kTitle);
}

void Lexicon::add_name(std::string_view word) {
  if (word.empty()) return;
  const Entry& entry = entries_[place(word)];
  if (entry.word.empty()) {
    words_.emplace_back(word);
    return insert(words_.back(), {Upos::PROPN, kListedWord, words_.back(), {}});
  }
  Analysis& analysis = analyses_[entry.first];
  analysis.upos = Upos::PROPN;
  analysis.log_probability = std::max(analysis.log_probability, kListedWord);
}

void Lexicon::insert(std::string_view word, Analysis analysis) {
  const std::size_t length = count_code_points(word);
  if (length <= kLongestWord) lengths_[code_point_at(word, 0)] |= 1U << length;
  if (2 * (size_ + 1) > entries_.size()) make_room(2 * (size_ + 1));
  entries_[place(word)] = {word, static_cast<std::uint32_t>(analyses_.size()), 1};
  analyses_.push_back(analysis);
  ++size_;
}

// At most half of the places are taken.
void Lexicon::make_room(std::size_t words) {
  std::vector<Entry> old(std::bit_ceil(2 * words + 16));
  old.swap(entries_);
  for (const Entry& entry : old)
    if (!entry.word.empty()) entries_[place(entry.word)] = entry;
}

// Where `word` stands, or the free place where it would.
std::size_t Lexicon::place(std::string_view word) const {
  const std::size_t mask = entries_.size() - 1;
  std::size_t at = std::hash<std::string_view>()(word) & mask;
  while (!entries_[at].word.empty() && entries_[at].word != word) at = (at + 1) & mask;
  return at;
}

std::span<const Lexicon::Analysis> Lexicon::find(std::string_view word) const {
  if (word.empty()) return {};
  const Entry& entry = entries_[place(word)];
  return std::span(analyses_).subspan(entry.first, entry.count);
}

}  // namespace relata
