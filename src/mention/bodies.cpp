// SPDX-License-Identifier: Apache-2.0
// The core of a name without the nouns around it.

#include "mention/bodies.hpp"

#include <relata/utf8.hpp>

#include "mention/people.hpp"
#include "mention/word_shapes.hpp"

namespace relata {
namespace {

constexpr std::size_t kShortBody = 4;  // letters that a body may be called by for short

constexpr std::size_t kLongestModifier = 2;  // tokens of a name before those that the tagger saw

// What the document may call a thing whose name has its core in tokens [core, last): the name
// without the nouns that end a company, a place or a team.
std::vector<std::string> cores(const Scan& scan, std::string_view type, std::size_t core,
                               std::size_t last) {
  std::vector<std::string> all;
  std::string name = scan.text(core, last);
  for (bool cut = true; cut;) {
    cut = false;
    const std::string folded = scan.knowledge.language.folding()(name);
    std::size_t at = 0;
    while (!cut && at < folded.size()) {
      next_code_point(folded, at);
      const auto* heads = scan.knowledge.heads.find(folded.substr(at));
      cut =
          heads && heads->front().kind == Head::Kind::brand && scan.is_a(heads->front().type, type);
    }
    if (!cut) break;
    std::size_t end = 0;  // the same characters of the name as it is written
    for (std::size_t k = count_code_points(std::string_view(folded).substr(0, at)); k > 0; --k)
      next_code_point(name, end);
    name.resize(end);
    if (count_code_points(name) >= 2 && !scan.knowledge.heads.find(folded.substr(0, at)) &&
        scan.knowledge.names.find(name_key(name, scan.knowledge.language)).empty())
      all.push_back(name);
  }
  return all;
}

}  // namespace

std::uint32_t introduce_body(Scan& scan, std::string_view type, std::size_t first, std::size_t core,
                             std::size_t last, const std::string& country) {
  const std::string name = scan.text(first, last);
  if (scan.spaced() || type == types::event) return scan.roster.named(type, name, country);
  const std::vector<std::string> brief = cores(scan, type, core, last);
  std::uint32_t entity = Roster::kNone;
  for (const std::string& other : brief)
    if (const std::uint32_t known = scan.roster.find(other);
        entity == Roster::kNone && known != Roster::kNone && scan.is(known, type)) {
      // "Lanshan Logistics" is not "Lanshan Group".
      const std::string& label = scan.roster.entity(known).label;
      if (label == other || label.starts_with(name) || name.starts_with(label) ||
          label.ends_with(name) || name.ends_with(label))
        entity = known;
    }
  if (entity == Roster::kNone || scan.roster.find(name) != Roster::kNone)
    entity = scan.roster.named(type, name, country);
  else
    scan.roster.add_alias(entity, name);
  if (const std::string rest = scan.text(core, last); count_code_points(rest) >= kShortestRest)
    scan.roster.add_short_name(entity, rest);
  for (const std::string& other : brief) scan.roster.add_short_name(entity, other);
  if (!brief.empty() && type == types::organization) {  // "Blue Whales" of "Binhai Blue Whales"
    const std::string& own = brief.back();
    std::size_t half = 0;
    for (int k = 0; k < 2 && half < own.size(); ++k) next_code_point(own, half);
    if (count_code_points(own) == 4 && !scan.knowledge.heads.find(own.substr(half)) &&
        scan.knowledge.generic.count(scan.knowledge.language.folding()(own.substr(half))) == 0)
      scan.roster.add_short_name(entity, own.substr(half));
  }
  return entity;
}

void add_short_body(Scan& scan, std::uint32_t body, std::size_t first, std::size_t last) {
  if (!scan.spaced() || last < first + 2) return;
  const std::string& word = scan.tokens[first].form;
  const auto known = scan.knowledge.names.longest(scan.tokens.first(first + 1), first);
  if (known && scan.is_a(scan.first_meaning(*known).type, types::country)) {
    if (last == first + 2) scan.roster.add_short_name(body, scan.tokens[last - 1].form);
    return;
  }
  const bool plain = names_something(scan.tokens[first]) && count_code_points(word) >= kShortBody &&
                     !known && !scan.knowledge.heads.longest(scan.tokens, first) &&
                     (last == first + 2 || !scan.knowledge.person_names.is_given_name(
                                               name_key(word, scan.knowledge.language))) &&
                     scan.knowledge.generic.count(name_key(word, scan.knowledge.language)) == 0;
  if (plain) scan.roster.add_short_name(body, word);
}

bool begins_form(const Scan& scan, std::size_t i) {
  return scan.tokens[i].form.size() == 1 && i + 1 < scan.tokens.size() &&
         scan.tokens[i + 1].form == "/";
}

std::size_t begin_of_body(const Scan& scan, std::size_t i) {
  const std::size_t stop = scan.mentions.empty() ? 0 : scan.mentions.back().last;
  std::size_t first = i;
  while (first > stop && i - first < kLongestModifier) {
    const Token& token = scan.tokens[first - 1];
    if (token.span.end != scan.tokens[first].span.begin || token.upos != Upos::NOUN ||
        token.head < static_cast<int>(first) ||
        (token.deprel != "compound" && token.deprel != "nmod") ||
        token.head > static_cast<int>(i) || scan.knowledge.titles.longest(scan.tokens, first - 1) ||
        scan.knowledge.heads.longest(scan.tokens, first - 1))
      break;
    --first;
  }
  return first;
}

std::string body_noun_before(const Scan& scan, std::size_t i) {
  if (i == 0 || (!scan.mentions.empty() && scan.mentions.back().last >= i)) return {};
  const auto head = scan.knowledge.heads.longest(scan.tokens, i - 1);
  if (!head || head.last != i) return {};
  const Head& kind = head.value->front();
  const bool noun = kind.kind == Head::Kind::brand ? scan.is_a(kind.type, types::organization)
                                                   : kind.kind == Head::Kind::description &&
                                                         kind.type != types::organization &&
                                                         scan.is_a(kind.type, types::organization);
  return noun ? kind.type : std::string();
}

std::string drop_description_before(Scan& scan, std::size_t i) {
  if (scan.mentions.empty() || scan.mentions.back().last != i ||
      scan.mentions.back().entities.size() != 1)
    return {};
  const std::size_t first = scan.mentions.back().first;
  const std::string type = scan.roster.entity(scan.mentions.back().entities.front()).type;
  const auto head = scan.knowledge.heads.longest(scan.tokens, i - 1);
  const auto country = scan.knowledge.names.longest(scan.tokens, first);
  if (!head || head.last != i || head.value->front().kind != Head::Kind::brand || !country ||
      country->last >= i || !scan.is_a(type, types::organization) ||
      !scan.is_a(scan.first_meaning(*country).type, types::country))
    return {};
  for (std::size_t k = country->last; k < i; ++k)
    if (scan.tokens[k].upos == Upos::PROPN) return {};
  scan.mentions.pop_back();
  return type;
}

}  // namespace relata
