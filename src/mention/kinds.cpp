// SPDX-License-Identifier: Apache-2.0
// What kind of thing a name means that no list has, from what stands beside it anywhere in the
// document: who has a chairman or shares is a body, who is 52 is a person.

#include "mention/kinds.hpp"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "mention/neighbours.hpp"
#include "mention/tagged_names.hpp"
#include "mention/word_shapes.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestModifier = 3;  // tokens between a name and the noun that it has
constexpr std::size_t kOldest = 120;         // years

bool is_comma(const Token& token) { return token.form == ","; }

bool is_age(const Token& token) {
  return !token.form.empty() && token.form.size() <= 3 &&
         std::all_of(token.form.begin(), token.form.end(),
                     [](char c) { return c >= '0' && c <= '9'; }) &&
         std::stoul(token.form) < kOldest;
}

// The type that the words around tokens [first, last) give their name, or nothing.
std::string kind_told(const Scan& scan, std::size_t first, std::size_t last) {
  const auto at = [&](std::size_t i, const std::unordered_set<std::string>& words) {
    return i < scan.tokens.size() && words.count(scan.tokens[i].lemma) != 0;
  };
  const std::string body(types::organization), person(types::person);
  // "X-based"
  if (last + 1 < scan.tokens.size() && scan.tokens[last].form == "-" &&
      at(last + 1, scan.knowledge.seated))
    return std::string(types::place);
  // "X's finance | director", "director of | X"
  if (at(last, scan.knowledge.possessives) && scan.tokens[last].upos == Upos::PART)
    for (std::size_t i = last + 1; i < scan.tokens.size() && i <= last + 1 + kLongestModifier;
         ++i) {
      if (at(i, scan.knowledge.of_bodies)) return body;
      if (at(i, scan.knowledge.of_places)) return std::string(types::place);
      if (at(i, scan.knowledge.of_persons)) return person;
      if (scan.tokens[i].upos != Upos::NOUN && scan.tokens[i].upos != Upos::ADJ &&
          scan.tokens[i].upos != Upos::NUM)
        break;
    }
  std::size_t before = first;
  while (before > 0 && scan.tokens[before - 1].upos == Upos::DET) --before;
  if (before >= 2 && at(before - 1, scan.knowledge.inside)) {
    if (at(before - 2, scan.knowledge.of_bodies)) return body;
    if (at(before - 2, scan.knowledge.of_places)) return std::string(types::place);
  }
  if (before >= 2 && at(before - 1, scan.knowledge.before_place) &&
      at(before - 2, scan.knowledge.in_events))
    return std::string(types::event);
  // "Acquired X", "made by X"
  const bool agent = before > 0 && at(before - 1, scan.knowledge.agents);
  for (std::size_t i = first; i < last; ++i) {
    const Token& token = scan.tokens[i];
    if (token.head < 0) continue;
    const auto verb = static_cast<std::size_t>(token.head);
    if ((token.deprel == "obj" || token.deprel == "nsubj:pass") &&
        at(verb, scan.knowledge.to_bodies))
      return body;
    if ((token.deprel == "nsubj" || (agent && token.deprel.starts_with("obl"))) &&
        at(verb, scan.knowledge.by_bodies))
      return body;
    if ((token.deprel == "obj" || token.deprel == "nsubj:pass")
            ? at(verb, scan.knowledge.to_persons)
            : token.deprel == "nsubj" && at(verb, scan.knowledge.by_persons))
      return person;
  }
  // "The | Tema | start-up Frimex"
  if (last + 1 < scan.tokens.size() && scan.tokens[last - 1].deprel == "compound" &&
      scan.tokens[last].upos == Upos::NOUN && has_capital(scan.tokens[last + 1]) &&
      scan.is_a(type_of_noun(scan, last), types::organization) && first > 0 &&
      scan.tokens[first - 1].upos == Upos::DET)
    return std::string(types::place);
  // "Bergen-based fish farmer | X"
  for (std::size_t i = first; i-- > 0 && first - i <= kLongestModifier + 1;) {
    if (at(i, scan.knowledge.seated)) return body;
    if (scan.tokens[i].upos != Upos::NOUN && scan.tokens[i].upos != Upos::ADJ) break;
  }
  // "Two subsidiaries, X and Y"
  if (first >= 3 && is_comma(scan.tokens[first - 1]) && scan.tokens[first - 3].upos == Upos::NUM)
    if (const std::string kind = type_of_noun(scan, first - 2); !kind.empty()) return kind;
  // "A drone called X"
  if (first >= 2 && at(first - 1, scan.knowledge.naming))
    if (const std::string kind = type_of_noun(scan, first - 2); !kind.empty()) return kind;
  // "X, (which is) based in", "X, 52,", "X, who"
  std::size_t next = last;
  if (next < scan.tokens.size() && is_comma(scan.tokens[next])) ++next;
  if (next > last && next + 1 < scan.tokens.size() && is_age(scan.tokens[next]) &&
      scan.tokens[next + 1].upos == Upos::PUNCT)
    return person;
  for (std::size_t i = next; i < scan.tokens.size() && i < next + 3 && scan.tokens[i].form != "-";
       ++i)
    if (at(i, scan.knowledge.seated)) return body;
  return type_by_neighbours(scan, first, last);
}

// Whether token i does something to something: what the tagger took for a place may be a body.
bool acts(const Scan& scan, std::size_t i) {
  const Token* token = &scan.tokens[i];
  if (token->deprel == "obl:agent") return true;
  if (token->deprel == "conj" && token->head >= 0)
    token = &scan.tokens[static_cast<std::size_t>(token->head)];
  const int verb = token->deprel == "nsubj" ? token->head : -1;
  return verb >= 0 && std::any_of(scan.tokens.begin(), scan.tokens.end(), [&](const Token& other) {
           return other.head == verb && (other.deprel == "obj" || other.deprel == "ccomp");
         });
}

// The same without spaces: "X | chairman | Li", "X | headquarters", "X | 's | husband".
std::string kind_told_unspaced(const Scan& scan, std::size_t last) {
  if (last >= scan.tokens.size()) return {};
  if (scan.knowledge.seated.count(scan.tokens[last].lemma) != 0)
    return std::string(types::organization);
  if (last + 1 < scan.tokens.size() &&
      scan.knowledge.possessives.count(scan.tokens[last].lemma) != 0 &&
      scan.knowledge.of_persons.count(scan.tokens[last + 1].lemma) != 0)
    return std::string(types::person);
  const std::size_t title = scan.title_starting(last);
  const bool holder =
      title > last &&
      std::any_of(scan.mentions.begin(), scan.mentions.end(), [&](const Mention& m) {
        return m.first == title && m.entities.size() == 1 &&
               scan.is(m.entities.front(), types::person);
      });
  return holder ? std::string(types::organization) : std::string();
}

}  // namespace

void learn_kinds(Scan& scan) {
  for (const Mention& mention : scan.mentions) {
    if (mention.form != Mention::Form::name || mention.entities.size() != 1) continue;
    const std::uint32_t entity = mention.entities.front();
    if (scan.roster.record(entity)) continue;
    if (!scan.spaced()) {
      if (const std::string told = kind_told_unspaced(scan, mention.last);
          !told.empty() && (scan.roster.entity(entity).type == types::person ||
                            scan.roster.entity(entity).type == types::place))
        scan.roster.vote(entity, told);
      continue;
    }
    const bool by_noun =
        mention.rule == "name.head" || mention.rule == "title+name" ||
        (mention.rule == "name.long" && scan.roster.entity(entity).type != types::place);
    if (by_noun)
      scan.roster.vote(entity, scan.roster.entity(entity).type);
    else if (const std::string told = kind_told(scan, mention.first, mention.last); !told.empty())
      scan.roster.vote(entity, told);
    else if (stands_for_place(scan, mention.first))
      scan.roster.vote(entity, std::string(types::place));
    else if (scan.roster.entity(entity).type == types::place && acts(scan, mention.last - 1))
      scan.roster.vote(entity, std::string(types::organization));
  }
}

}  // namespace relata
