// SPDX-License-Identifier: Apache-2.0
// Other names in parentheses.

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/bodies.hpp"
#include "mention/compounds.hpp"
#include "mention/readers.hpp"
#include "mention/word_shapes.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestParenthesis = 12;  // tokens

constexpr std::size_t kLongestDefined = 6;  // tokens of a name that a parenthesis defines

// Whether all characters of `brief` stand in `full` in their order, or the first and the last do.
bool abbreviates(std::string_view brief, std::string_view full) {
  std::size_t first = 0, same = 0;
  next_code_point(brief, first);
  next_code_point(full, same);
  const bool frame = count_code_points(brief) >= 3 && brief.size() < full.size() &&
                     brief.substr(0, first) == full.substr(0, same) &&
                     brief.substr(previous_code_point(brief, brief.size())) ==
                         full.substr(previous_code_point(full, full.size()));
  if (frame) return true;
  std::size_t at = 0;
  for (std::size_t i = 0; i < brief.size();) {
    const std::size_t begin = i;
    next_code_point(brief, i);
    at = full.find(brief.substr(begin, i - begin), at);
    if (at == std::string_view::npos) return false;
    at += i - begin;
  }
  return count_code_points(brief) >= 2 && brief.size() < full.size();
}

// Nouns in a row that an acronym in parentheses follows are the name of a body.
std::size_t read_defined_name(Scan& scan, std::size_t i) {
  if (scan.spaced() || i + 2 >= scan.tokens.size() || !is_latin_name(scan.tokens[i + 1])) return i;
  std::size_t first = i;
  const std::size_t known = scan.mentions.empty() ? 0 : scan.mentions.back().last;
  if (known == i) return i;
  while (first > known && i - first < kLongestDefined &&
         (scan.tokens[first - 1].upos == Upos::NOUN || scan.tokens[first - 1].upos == Upos::PROPN ||
          scan.tokens[first - 1].upos == Upos::ADJ || scan.tokens[first - 1].upos == Upos::X ||
          scan.tokens[first - 1].deprel == "compound" || scan.tokens[first - 1].deprel == "nmod"))
    --first;
  if (first == i) return i;
  std::size_t begin = first;
  std::string country;
  if (first == known && known > 0 && scan.mentions.back().entities.size() == 1 &&
      !scan.is(scan.mentions.back().entities.front(), types::person)) {
    begin = scan.mentions.back().first;
    country = scan.roster.entity(scan.mentions.back().entities.front()).country;
  }
  if (count_code_points(scan.text(begin, i)) < kShortestRest) return i;
  if (begin != first) scan.mentions.pop_back();
  const Heads head = head_of_compound(scan, i - 1);
  const bool by_head = head && head.last == i && head.value->front().names();
  scan.add(
      begin, i,
      {introduce_body(scan, by_head ? head.value->front().type : std::string(types::organization),
                      begin, first, i, country)},
      Mention::Form::name, 0.8, "name.defined");
  return i;
}

// Whether nothing but the form of a company stands between a name and its parenthesis: "X plc (",
// "X A/S (".
bool reaches(const Scan& scan, std::size_t name, std::size_t parenthesis) {
  constexpr std::size_t kLongestForm = 3;  // tokens
  if (name > parenthesis || parenthesis > name + kLongestForm) return false;
  if (name < parenthesis && !scan.spaced()) return false;
  for (std::size_t i = name; i < parenthesis; ++i) {
    const Heads head = scan.knowledge.heads.longest(scan.tokens, i);
    const bool form = head && scan.is_a(head.value->front().type, types::organization);
    if (!form && scan.tokens[i].form != "/" && scan.tokens[i].form.size() > 1) return false;
  }
  return true;
}

bool take_alias(Scan& scan, std::size_t first, std::size_t last, bool called) {
  const std::string alias = scan.text(first, last);
  const std::uint32_t entity = scan.mentions.back().entities.front();
  const std::string key = name_key(alias, scan.knowledge.language);
  const std::string full =
      name_key(scan.document.at(scan.mentions.back().span), scan.knowledge.language);
  const bool brief = called || (!scan.spaced() && abbreviates(key, full));
  const auto named = scan.knowledge.names.longest(scan.tokens, first);
  if (named && named->last == last && !named->entries.empty()) {
    const auto fits = [&](const NameIndex::Entry& entry) {
      return scan.knowledge.gazetteer.entities()[entry.entity].entity.id ==
             scan.roster.entity(entity).id;
    };
    if (std::none_of(named->entries.begin(), named->entries.end(), fits)) {
      // A body that only its other name is known by.
      const NameIndex::Entry& only = named->entries.front();
      const bool known = named->entries.size() == 1 && only.use == NameIndex::Use::name &&
                         scan.is_a(scan.knowledge.gazetteer.entities()[only.entity].entity.type,
                                   types::organization);
      if (scan.roster.record(entity) || !known || !scan.is(entity, types::organization))
        return false;
      const std::uint32_t body = scan.roster.known(only.entity);
      scan.roster.add_alias(body, scan.document.at(scan.mentions.back().span));
      scan.mentions.back().entities = {body};
      scan.roster.add_alias(body, alias);
      return true;
    }
  } else if (!brief && !is_latin_name(scan.tokens[first])) {
    return false;
  }
  scan.roster.add_alias(entity, alias);
  return true;
}

}  // namespace

// "(NAC)" behind a name is another name of the same thing; so are all parts of "(Short, NAC)".
std::size_t read_parenthesis(Scan& scan, std::size_t i) {
  if (!opens_parenthesis(scan.tokens[i])) return i;
  read_defined_name(scan, i);
  if (scan.mentions.empty() || !reaches(scan, scan.mentions.back().last, i) ||
      scan.mentions.back().entities.size() != 1)
    return i;
  std::size_t end = i + 1;
  while (end < scan.tokens.size() && end <= i + kLongestParenthesis &&
         !closes_parenthesis(scan.tokens[end]))
    ++end;
  if (end == i + 1 || end >= scan.tokens.size() || !closes_parenthesis(scan.tokens[end])) return i;
  bool taken = false;
  for (std::size_t first = i + 1; first < end;) {
    bool called = false;
    for (; first < end &&
           (is_mark(scan.tokens[first]) || scan.knowledge.naming.count(scan.tokens[first].lemma));
         ++first)
      called = called || !is_mark(scan.tokens[first]);
    std::size_t last = first;
    while (last < end && !is_mark(scan.tokens[last])) ++last;
    if (last == first) break;
    if (!take_alias(scan, first, last, called)) return taken ? end + 1 : i;
    taken = true;
    first = last;
  }
  return taken ? end + 1 : i;
}

}  // namespace relata
