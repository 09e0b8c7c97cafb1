// SPDX-License-Identifier: Apache-2.0
// Countries that are named by one character each.

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/compounds.hpp"
#include "mention/readers.hpp"
#include "mention/titles.hpp"

namespace relata {
namespace {

// The countries that each character of `word` stands for, or nothing.
std::vector<std::uint32_t> short_countries(const Scan& scan, std::string_view word) {
  std::vector<std::uint32_t> countries;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t begin = i;
    next_code_point(word, i);
    std::uint32_t country = Roster::kNone;
    for (const auto& entry : scan.knowledge.names.find(word.substr(begin, i - begin)))
      if (entry.use == NameIndex::Use::context &&
          scan.is_a(scan.knowledge.gazetteer.entities()[entry.entity].entity.type, types::country))
        country = entry.entity;
    const bool twice = std::find(countries.begin(), countries.end(), country) != countries.end();
    const bool common = begin == 0 && i == word.size();
    if (country == Roster::kNone || twice) return {};
    if (!common && !scan.knowledge.may_join_short_names(word.substr(begin, i - begin))) return {};
    countries.push_back(country);
  }
  return countries;
}

// Countries named by one character: several together, or one beside a word that asks for a country.
// A word of two characters that names a country by one of them: a name ("US media") or a verb with
// its object ("reach Korea").
std::size_t read_short_name_within(Scan& scan, std::size_t i) {
  const std::string& word = scan.tokens[i].lemma;
  std::size_t cut = 0;
  next_code_point(word, cut);
  if (count_code_points(word) != 2 || scan.knowledge.no_names.count(word) != 0) return i;
  const bool before = scan.tokens[i].upos == Upos::PROPN &&
                      scan.knowledge.after_short_name.count(word.substr(cut)) != 0;
  const bool after = scan.tokens[i].upos == Upos::VERB &&
                     scan.knowledge.before_short_name.count(word.substr(0, cut)) != 0;
  if (!before && !after) return i;
  const auto countries = short_countries(scan, before ? word.substr(0, cut) : word.substr(cut));
  if (countries.size() != 1) return i;
  if (before)
    if (const std::size_t end =
            extend_by_head(scan, i, i + 1, scan.roster.known(countries.front()));
        end != i + 1)
      return end;
  scan.add(i, i + 1, {scan.roster.known(countries.front())}, Mention::Form::alias, 0.8,
           "gazetteer.short");
  std::size_t half = 0;
  next_code_point(scan.tokens[i].form, half);
  Span& span = scan.mentions.back().span;
  (before ? span.end : span.begin) = span.begin + static_cast<std::uint32_t>(half);
  return i + 1;
}

// Behind "Rwanda": "Lu's side", of whichever country the document has named.
std::size_t end_of_brief_country(const Scan& scan, std::size_t i, std::string& character) {
  const std::string& word = scan.tokens[i].lemma;
  const std::size_t length = count_code_points(word);
  std::size_t cut = 0;
  next_code_point(word, cut);
  character = word.substr(0, cut);
  const bool apart = length == 1 && i + 1 < scan.tokens.size() &&
                     scan.knowledge.after_short_name.count(scan.tokens[i + 1].lemma) != 0;
  const bool within = length == 2 && scan.knowledge.after_short_name.count(word.substr(cut)) != 0 &&
                      scan.knowledge.no_names.count(word) == 0;
  return apart || within ? i + 1 : i;
}

}  // namespace

std::size_t read_brief_country(Scan& scan, std::size_t i) {
  std::string character;
  const std::size_t end = end_of_brief_country(scan, i, character);
  const Upos upos = scan.tokens[i].upos;
  if (end == i || (upos != Upos::PROPN && upos != Upos::NOUN && upos != Upos::X) ||
      scan.knowledge.heads.longest(scan.tokens, i) ||
      scan.knowledge.pronouns.longest(scan.tokens, i))
    return i;
  const auto match = scan.knowledge.names.longest(scan.tokens, i);
  if (match && match->entries.front().use != NameIndex::Use::context) return i;
  const std::uint32_t country = scan.roster.country_beginning(character);
  if (country == Roster::kNone) return i;
  if (const std::size_t body = extend_by_head(scan, i, end, country); body != end) return body;
  scan.add(i, end, {country}, Mention::Form::alias, 0.85, "country.brief");
  return end;
}

std::size_t read_short_names(Scan& scan, std::size_t i) {
  if (scan.spaced()) return i;
  std::vector<std::uint32_t> countries;
  std::size_t end = i;
  for (; end < scan.tokens.size(); ++end) {
    const auto more = short_countries(scan, scan.tokens[end].lemma);
    if (more.empty()) break;
    countries.insert(countries.end(), more.begin(), more.end());
  }
  if (countries.empty()) return read_short_name_within(scan, i);
  const auto is = [](const std::unordered_set<std::string>& words, const Token& token) {
    return words.count(token.lemma) != 0;
  };
  // "Toward the new government" is not "toward New Zealand's".
  const bool modifies = scan.tokens[i].upos == Upos::PART || scan.tokens[i].upos == Upos::ADJ;
  const bool supported =
      countries.size() >= 2 ||
      (!modifies && i > 0 && is(scan.knowledge.before_short_name, scan.tokens[i - 1])) ||
      (end < scan.tokens.size() && is(scan.knowledge.after_short_name, scan.tokens[end]));
  if (!supported) return i;
  std::vector<std::uint32_t> entities;
  for (const std::uint32_t country : countries) entities.push_back(scan.roster.known(country));
  if (entities.size() == 1 && i + 1 < end && end < scan.tokens.size())
    if (const std::size_t body = extend_by_head(scan, i, end, entities.front()); body != end)
      return body;
  if (end < scan.tokens.size())
    if (const auto head = scan.knowledge.heads.longest(scan.tokens, end);
        head && head.value->front().kind == Head::Kind::stand_in &&
        head.value->front().type == types::country && !names_person(scan, end))
      end = head.last;
  scan.add(i, end, std::move(entities), Mention::Form::alias, 0.9, "gazetteer.short");
  return end;
}

}  // namespace relata
