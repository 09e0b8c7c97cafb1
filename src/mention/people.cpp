// SPDX-License-Identifier: Apache-2.0
// People and bodies that have no name but what they are and whose: "Rwandan rebels", "rebels in
// Darfur", "the president of Armenia".

#include "mention/people.hpp"

#include <algorithm>
#include <array>

#include "mention/compounds.hpp"
#include "mention/gazetteer_names.hpp"
#include "mention/readers.hpp"
#include "mention/word_shapes.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestModifier = 4;  // tokens between a name and the people

constexpr std::size_t kLongestWay = 4;  // tokens between people and where they are

bool modifies(const Token& token) {
  constexpr std::array kModifiers = {Upos::NOUN, Upos::PROPN, Upos::ADJ, Upos::NUM, Upos::ADV};
  return std::find(kModifiers.begin(), kModifiers.end(), token.upos) != kModifiers.end() ||
         token.deprel == "amod" || token.form == "-";
}

// A name follows, which says more than what its bearer is: "Danish shipping company | Nordlys".
bool names_behind(const Scan& scan, std::size_t i) {
  return i < scan.tokens.size() && scan.tokens[i].upos == Upos::PROPN &&
         has_capital(scan.tokens[i]);
}

// Whether the tree puts tokens [first, last) below the noun that ends with token `noun`.
bool depends_on(const Scan& scan, std::size_t first, std::size_t last, std::size_t noun) {
  for (std::size_t i = first; i < last; ++i) {
    const auto head = static_cast<std::size_t>(scan.tokens[i].head);
    if (scan.tokens[i].deprel.empty() || head == noun) return true;
    if (scan.tokens[i].head >= 0 && scan.tokens[head].deprel == "acl" &&
        scan.tokens[head].head == static_cast<int>(noun))
      return true;
  }
  return false;
}

// "X, a small | Leeds law firm" tells of X.
bool tells_of_name(const Scan& scan, std::size_t first, const Head& head) {
  std::size_t i = first;
  while (i > 0 && (scan.tokens[i - 1].upos == Upos::ADJ || scan.tokens[i - 1].upos == Upos::NUM))
    --i;
  if (i < 2 || scan.tokens[i - 1].upos != Upos::DET || !is_mark(scan.tokens[i - 2]) ||
      scan.mentions.empty() || scan.mentions.back().last != i - 2 ||
      scan.mentions.back().entities.size() != 1)
    return false;
  const std::string& type = scan.roster.entity(scan.mentions.back().entities.front()).type;
  return scan.is_a(type, head.type) || scan.is_a(head.type, type);
}

}  // namespace

const Head* people(const Scan& scan, const Heads& heads, Head::Kind kind, const std::string& type) {
  if (!heads || scan.tokens[heads.last - 1].upos == Upos::VERB) return nullptr;
  for (const Head& head : *heads.value)
    if (head.kind == kind && (type.empty() || scan.is_a(type, head.type))) return &head;
  return nullptr;
}

bool is_named_behind(const Scan& scan, std::size_t i) {
  // "Director | of operations, X"
  if (i < scan.tokens.size() && (scan.knowledge.inside.count(scan.tokens[i].lemma) != 0 ||
                                 scan.knowledge.within.count(scan.tokens[i].lemma) != 0)) {
    std::size_t end = i + 1;
    while (end < scan.tokens.size() && end < i + kLongestWay &&
           (modifies(scan.tokens[end]) || scan.tokens[end].upos == Upos::CCONJ))
      ++end;
    if (end > i + 1) i = end;
  }
  if (i >= scan.tokens.size() || scan.tokens[i].upos != Upos::PUNCT) return false;
  return names_behind(scan, i + 1) ||
         (i + 1 < scan.tokens.size() && scan.tokens[i + 1].upos == Upos::DET &&
          names_behind(scan, i + 2));
}

Described described_before(const Scan& scan, std::size_t i) {
  Described described;
  for (std::size_t k = i; k-- > 0 && k + 3 > i;) {
    const Heads heads = scan.knowledge.heads.longest(scan.tokens, k);
    if (const Head* head = heads.last == i ? people(scan, heads, Head::Kind::member, {}) : nullptr)
      described.type = head->type;
  }
  if (!described.type.empty()) described.country = country_before(scan, i);
  return described;
}

std::string country_before(const Scan& scan, std::size_t i) {
  if (scan.mentions.empty() || scan.mentions.back().entities.size() != 1) return {};
  const Mention& before = scan.mentions.back();
  bool joined = before.last <= i && before.last + kLongestModifier + 1 > i;
  for (std::size_t k = before.last; k < i && joined; ++k)
    joined = modifies(scan.tokens[k]) || scan.tokens[k].upos == Upos::PART;
  return joined ? scan.roster.entity(before.entities.front()).country : std::string();
}

bool is_argument(const Scan& scan, std::size_t first, std::size_t last) {
  constexpr std::array<std::string_view, 8> kParts = {
      "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "obl:agent", "nmod:poss"};
  const auto inside = [&](int i) {
    return i >= static_cast<int>(first) && i < static_cast<int>(last);
  };
  for (std::size_t i = first; i < last; ++i) {
    if (inside(scan.tokens[i].head)) continue;
    const bool role = first > 0 && scan.knowledge.roles.count(scan.tokens[first - 1].lemma) != 0;
    return !role && std::find(kParts.begin(), kParts.end(), scan.tokens[i].deprel) != kParts.end();
  }
  return false;
}

std::size_t extend_by_people(Scan& scan, std::size_t first, std::size_t last,
                             std::uint32_t entity) {
  if (!scan.spaced()) return last;
  const Entity owner = scan.roster.entity(entity);
  std::size_t i = last;
  if (i < scan.tokens.size() && scan.knowledge.possessives.count(scan.tokens[i].lemma) != 0) {
    if (scan.tokens[i].upos != Upos::PART) return last;
    ++i;
  }
  for (const std::size_t limit = std::min(scan.tokens.size(), i + kLongestModifier); i < limit;
       ++i) {
    // "Lisbon's | Gulbenkian Foundation" has a name.
    if (i > last && names_behind(scan, i) && names_behind(scan, i + 1) &&
        scan.knowledge.generic.count(name_key(scan.tokens[i].form, scan.knowledge.language)) == 0)
      return last;
    const Heads heads = head_of_compound(scan, i);
    // One leader is somebody; leaders are whom they lead.
    const std::size_t title = scan.title_starting(i);
    const auto is_one = [&](const Token& token) {
      return name_key(token.lemma, scan.knowledge.language) ==
             name_key(token.form, scan.knowledge.language);
    };
    if (title > i && (!heads || is_one(scan.tokens[title - 1]))) {
      if (i == last || names_behind(scan, title) || is_named_behind(scan, title) ||
          !is_argument(scan, i, title))
        return last;
      scan.add(first, title,
               {scan.roster.named(types::person, scan.text(first, title), owner.country)},
               Mention::Form::title, 0.85, "title.holder");
      return title;
    }
    if (title > heads.last && heads) return last;  // "chief | executive"
    if (heads) {
      // "Military police" are both of the state; "company officials" are not.
      if (people(scan, heads, Head::Kind::stand_in, owner.type) &&
          people(scan, scan.knowledge.heads.longest(scan.tokens, i), Head::Kind::stand_in,
                 owner.type)) {
        scan.add(first, heads.last, {entity}, Mention::Form::description, 0.85, "stand-in");
        return heads.last;
      }
      const Head* head = people(scan, heads, Head::Kind::member, {});
      // "X, a Lebanese citizen" tells of X.
      const bool body = head && scan.is_a(head->type, types::organization);
      // "A Russian missile | attack" is no missile.
      const Token& noun = scan.tokens[heads.last - 1];
      if (head && noun.deprel == "compound" && noun.head == static_cast<int>(heads.last) &&
          !scan.knowledge.ontology.is_actor(head->type))
        return last;
      if (!head || tells_of_name(scan, first, *head) || names_behind(scan, heads.last) ||
          (body && is_named_behind(scan, heads.last)) || noun.deprel == "appos")
        return last;
      scan.add(first, heads.last,
               {scan.roster.named(head->type, scan.text(first, heads.last), owner.country)},
               Mention::Form::description, 0.85, "people");
      return heads.last;
    }
    if (scan.knowledge.names.longest(scan.tokens, i) || !modifies(scan.tokens[i])) return last;
  }
  return last;
}

std::size_t read_people_of_origin(Scan& scan, std::size_t first, std::size_t last) {
  const Heads heads = last < scan.tokens.size() ? head_of_compound(scan, last) : Heads();
  const Head* head = people(scan, heads, Head::Kind::member, {});
  if (head) last = heads.last;
  scan.add(first, last,
           {scan.roster.named(head ? head->type : types::person, scan.text(first, last))},
           Mention::Form::description, 0.8, "people");
  return last;
}

std::uint32_t place_behind(Scan& scan, std::size_t i, std::size_t& end) {
  const std::size_t people = i - 1;
  // "A group based in Trinidad".
  if (i < scan.tokens.size() && scan.tokens[i].upos == Upos::VERB && scan.tokens[i].deprel == "acl")
    ++i;
  if (i >= scan.tokens.size() || scan.knowledge.within.count(scan.tokens[i].lemma) == 0)
    return Roster::kNone;
  const std::size_t limit = std::min(scan.tokens.size(), i + 1 + kLongestWay);
  for (std::size_t k = i + 1; k < limit; ++k) {
    if (const auto match = scan.knowledge.names.longest(scan.tokens, k)) {
      const std::uint32_t entity = choose(scan, *match, k);
      if (entity == Roster::kNone || match->entries.front().use == NameIndex::Use::demonym)
        return Roster::kNone;
      const Entity& place = scan.roster.entity(entity);
      const bool fits =
          scan.is_a(place.type, types::place) || scan.is_a(place.type, types::country);
      if (!fits || place.country.empty() || !depends_on(scan, k, match->last, people))
        return Roster::kNone;
      end = match->last;
      return entity;
    }
    const Token& token = scan.tokens[k];
    if (token.upos != Upos::DET && token.upos != Upos::ADJ) return Roster::kNone;
  }
  return Roster::kNone;
}

// People with where they are behind them ("rebels in Darfur") or a name that nobody knows before
// them ("Yoruba leaders").
std::size_t read_people(Scan& scan, std::size_t i) {
  if (!scan.spaced()) return i;
  const bool always_capital = scan.names_nothing(scan.tokens[i]);
  const bool proper = scan.tokens[i].upos == Upos::PROPN && !always_capital;
  const bool named = has_capital(scan.tokens[i]) && i + 1 < scan.tokens.size() &&
                     (proper || (scan.tokens[i].upos == Upos::ADJ && (i > 0 || always_capital))) &&
                     scan.roster.find(scan.tokens[i].form) == Roster::kNone;
  const Heads heads = head_of_compound(scan, named ? i + 1 : i);
  const Head* head = people(scan, heads, Head::Kind::member, {});
  const bool goes_on = head && (scan.title_starting(heads.last - 1) > heads.last ||
                                (named && names_behind(scan, heads.last)));
  const auto is_told = [&](const Token& token) {
    return token.head == static_cast<int>(heads.last) - 1 && token.deprel == "cop";
  };
  const bool tells = head && (scan.tokens[heads.last - 1].deprel == "appos" ||
                              std::any_of(scan.tokens.begin(), scan.tokens.end(), is_told));
  if (!head || goes_on || tells)
    return i;  // "Norlink chief | executive", "Norlink engineer | Ana Solis"
  std::size_t end = heads.last;
  std::string country;
  if (!named) {
    const std::uint32_t place = place_behind(scan, heads.last, end);
    if (place == Roster::kNone) return i;
    country = scan.roster.entity(place).country;
  }
  const std::uint32_t entity = scan.roster.named(head->type, scan.text(i, end), country);
  scan.add(i, end, {entity}, Mention::Form::description, 0.8, "people");
  // "Stevedore platform" may be called "Stevedore".
  if (named && !scan.knowledge.ontology.is_actor(head->type))
    scan.roster.add_short_name(entity, scan.tokens[i].form);
  return end;
}

}  // namespace relata
