// SPDX-License-Identifier: Apache-2.0
// Countries that are named by one character each.

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/scanner.hpp"

namespace relata {

// The countries that each character of `word` stands for, or nothing.
std::vector<std::uint32_t> Scanner::short_countries(std::string_view word) const {
  std::vector<std::uint32_t> countries;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t begin = i;
    next_code_point(word, i);
    std::uint32_t country = Roster::kNone;
    for (const auto& entry : knowledge_.names.find(word.substr(begin, i - begin)))
      if (entry.use == NameIndex::Use::context &&
          knowledge_.ontology.is_a(knowledge_.gazetteer.entities()[entry.entity].entity.type,
                                   types::country))
        country = entry.entity;
    const bool twice = std::find(countries.begin(), countries.end(), country) != countries.end();
    const bool common = begin == 0 && i == word.size();
    if (country == Roster::kNone || twice) return {};
    if (!common && !knowledge_.may_join_short_names(word.substr(begin, i - begin))) return {};
    countries.push_back(country);
  }
  return countries;
}

// Countries named by one character: several together, or one beside a word that asks for a country.
// A word of two characters that names a country by one of them: a name ("US media") or a verb with
// its object ("reach Korea").
std::size_t Scanner::read_short_name_within(std::size_t i) {
  const std::string& word = tokens_[i].lemma;
  std::size_t cut = 0;
  next_code_point(word, cut);
  if (count_code_points(word) != 2 || knowledge_.no_names.count(word) != 0) return i;
  const bool before =
      tokens_[i].upos == Upos::PROPN && knowledge_.after_short_name.count(word.substr(cut)) != 0;
  const bool after =
      tokens_[i].upos == Upos::VERB && knowledge_.before_short_name.count(word.substr(0, cut)) != 0;
  if (!before && !after) return i;
  const auto countries = short_countries(before ? word.substr(0, cut) : word.substr(cut));
  if (countries.size() != 1) return i;
  if (before)
    if (const std::size_t end = extend_by_head(i, i + 1, roster_.known(countries.front()));
        end != i + 1)
      return end;
  add(i, i + 1, {roster_.known(countries.front())}, Mention::Form::alias, 0.8, "gazetteer.short");
  std::size_t half = 0;
  next_code_point(tokens_[i].form, half);
  Span& span = mentions_.back().span;
  (before ? span.end : span.begin) = span.begin + static_cast<std::uint32_t>(half);
  return i + 1;
}

std::size_t Scanner::read_short_names(std::size_t i) {
  if (knowledge_.language.spaced()) return i;
  std::vector<std::uint32_t> countries;
  std::size_t end = i;
  for (; end < tokens_.size(); ++end) {
    const auto more = short_countries(tokens_[end].lemma);
    if (more.empty()) break;
    countries.insert(countries.end(), more.begin(), more.end());
  }
  if (countries.empty()) return read_short_name_within(i);
  const auto is = [](const std::unordered_set<std::string>& words, const Token& token) {
    return words.count(token.lemma) != 0;
  };
  const bool supported = countries.size() >= 2 ||
                         (i > 0 && is(knowledge_.before_short_name, tokens_[i - 1])) ||
                         (end < tokens_.size() && is(knowledge_.after_short_name, tokens_[end]));
  if (!supported) return i;
  std::vector<std::uint32_t> entities;
  for (const std::uint32_t country : countries) entities.push_back(roster_.known(country));
  if (entities.size() == 1 && i + 1 < end && end < tokens_.size())
    if (const std::size_t body = extend_by_head(i, end, entities.front()); body != end) return body;
  if (end < tokens_.size())
    if (const auto head = knowledge_.heads.longest(tokens_, end);
        head && head.value->front().kind == Head::Kind::stand_in &&
        head.value->front().type == types::country && !names_person(end))
      end = head.last;
  add(i, end, std::move(entities), Mention::Form::alias, 0.9, "gazetteer.short");
  return end;
}

}  // namespace relata
