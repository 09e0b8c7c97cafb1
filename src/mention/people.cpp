// SPDX-License-Identifier: Apache-2.0
// People and bodies that have no name but what they are and whose: "Rwandan rebels", "rebels in
// Darfur", "the president of Armenia".

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <relata/utf8.hpp>

#include "mention/scanner.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestModifier = 4;  // tokens between a name and the people
constexpr std::size_t kLongestWay = 4;       // tokens between people and where they are

bool has_capital(const Token& token) {
  return u_isupper(static_cast<UChar32>(code_point_at(token.form, 0)));
}

bool modifies(const Token& token) {
  constexpr std::array kModifiers = {Upos::NOUN, Upos::PROPN, Upos::ADJ, Upos::NUM, Upos::ADV};
  return std::find(kModifiers.begin(), kModifiers.end(), token.upos) != kModifiers.end() ||
         token.deprel == "amod" || token.form == "-";
}

}  // namespace

// The first of the heads that is of the kind and means things of `type` (empty: any), or null.
const Head* Scanner::people(const Heads& heads, Head::Kind kind, const std::string& type) const {
  if (!heads || tokens_[heads.last - 1].upos == Upos::VERB) return nullptr;
  for (const Head& head : *heads.value)
    if (head.kind == kind && (type.empty() || knowledge_.ontology.is_a(type, head.type)))
      return &head;
  return nullptr;
}

// "Poland's parliament" stands for Poland, "Israeli military police" for Israel; "Rwandan rebels"
// are somebody of their own.
std::size_t Scanner::extend_by_people(std::size_t first, std::size_t last, std::uint32_t entity) {
  if (!knowledge_.language.spaced()) return last;
  const Entity owner = roster_.entity(entity);
  std::size_t i = last;
  if (i < tokens_.size() && knowledge_.possessives.count(tokens_[i].lemma) != 0) {
    if (tokens_[i].upos != Upos::PART) return last;
    ++i;
  }
  for (const std::size_t limit = std::min(tokens_.size(), i + kLongestModifier); i < limit; ++i) {
    const Heads heads = head_of_compound(i);
    // One leader is somebody; leaders are whom they lead.
    const std::size_t title = title_starting(i);
    if (title > i && (!heads || tokens_[title - 1].lemma == tokens_[title - 1].form)) {
      if (i == last || names_behind(title) || is_named_behind(title) || !is_argument(i, title))
        return last;
      add(first, title, {roster_.named(types::person, text(first, title), owner.country)},
          Mention::Form::title, 0.85, "title.holder");
      return title;
    }
    if (title > heads.last && heads) return last;  // "chief | executive"
    if (heads) {
      // "Military police" are both of the state; "company officials" are not.
      if (people(heads, Head::Kind::stand_in, owner.type) &&
          people(knowledge_.heads.longest(tokens_, i), Head::Kind::stand_in, owner.type)) {
        add(first, heads.last, {entity}, Mention::Form::description, 0.85, "stand-in");
        return heads.last;
      }
      const Head* head = people(heads, Head::Kind::member, {});
      // "X, a Lebanese citizen" tells of X.
      const bool body = head && knowledge_.ontology.is_a(head->type, types::organization);
      if (!head || names_behind(heads.last) || (body && is_named_behind(heads.last)) ||
          tokens_[heads.last - 1].deprel == "appos")
        return last;
      add(first, heads.last, {roster_.named(head->type, text(first, heads.last), owner.country)},
          Mention::Form::description, 0.85, "people");
      return heads.last;
    }
    if (knowledge_.names.longest(tokens_, i) || !modifies(tokens_[i])) return last;
  }
  return last;
}

// A name follows, which says more than what its bearer is: "Danish shipping company | Nordlys".
bool Scanner::names_behind(std::size_t i) const {
  return i < tokens_.size() && tokens_[i].upos == Upos::PROPN && has_capital(tokens_[i]);
}

// The same behind a comma: "the president of Armenia, X".
bool Scanner::is_named_behind(std::size_t i) const {
  if (i >= tokens_.size() || tokens_[i].upos != Upos::PUNCT) return false;
  return names_behind(i + 1) ||
         (i + 1 < tokens_.size() && tokens_[i + 1].upos == Upos::DET && names_behind(i + 2));
}

// What the words before a name say it is, "Danish shipping company" before "Nordlys": the type and
// the country.
Scanner::Described Scanner::described_before(std::size_t i) const {
  Described described;
  for (std::size_t k = i; k-- > 0 && k + 3 > i;) {
    const Heads heads = knowledge_.heads.longest(tokens_, k);
    if (const Head* head = heads.last == i ? people(heads, Head::Kind::member, {}) : nullptr)
      described.type = head->type;
  }
  if (!described.type.empty()) described.country = country_before(i);
  return described;
}

// The country of the name that modifies what begins with token i: "Nigerian junior | minister".
std::string Scanner::country_before(std::size_t i) const {
  if (mentions_.empty() || mentions_.back().entities.size() != 1) return {};
  const Mention& before = mentions_.back();
  bool joined = before.last <= i && before.last + kLongestModifier + 1 > i;
  for (std::size_t k = before.last; k < i && joined; ++k)
    joined = modifies(tokens_[k]) || tokens_[k].upos == Upos::PART;
  return joined ? roster_.entity(before.entities.front()).country : std::string();
}

// "ethnic Albanians", "ethnic Albanian rebels" are of no country that the words tell.
std::size_t Scanner::read_people_of_origin(std::size_t first, std::size_t last) {
  const Heads heads = last < tokens_.size() ? head_of_compound(last) : Heads();
  const Head* head = people(heads, Head::Kind::member, {});
  if (head) last = heads.last;
  add(first, last, {roster_.named(head ? head->type : types::person, text(first, last))},
      Mention::Form::description, 0.8, "people");
  return last;
}

// Whether the words play a part in what is told, and not that of a predicate or an apposition.
bool Scanner::is_argument(std::size_t first, std::size_t last) const {
  constexpr std::array<std::string_view, 8> kParts = {
      "nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "obl:agent", "nmod:poss"};
  const auto inside = [&](int i) {
    return i >= static_cast<int>(first) && i < static_cast<int>(last);
  };
  for (std::size_t i = first; i < last; ++i) {
    if (inside(tokens_[i].head)) continue;
    const bool role = first > 0 && knowledge_.roles.count(tokens_[first - 1].lemma) != 0;
    return !role && std::find(kParts.begin(), kParts.end(), tokens_[i].deprel) != kParts.end();
  }
  return false;
}

// Whether the tree puts tokens [first, last) below the noun that ends with token `noun`.
bool Scanner::depends_on(std::size_t first, std::size_t last, std::size_t noun) const {
  for (std::size_t i = first; i < last; ++i) {
    const auto head = static_cast<std::size_t>(tokens_[i].head);
    if (tokens_[i].deprel.empty() || head == noun) return true;
    if (tokens_[i].head >= 0 && tokens_[head].deprel == "acl" &&
        tokens_[head].head == static_cast<int>(noun))
      return true;
  }
  return false;
}

// The country or the place that people who end at token i belong to, and where its name ends; or
// kNone.
std::uint32_t Scanner::place_behind(std::size_t i, std::size_t& end) {
  const std::size_t people = i - 1;
  // "A group based in Trinidad".
  if (i < tokens_.size() && tokens_[i].upos == Upos::VERB && tokens_[i].deprel == "acl") ++i;
  if (i >= tokens_.size() || knowledge_.within.count(tokens_[i].lemma) == 0) return Roster::kNone;
  const std::size_t limit = std::min(tokens_.size(), i + 1 + kLongestWay);
  for (std::size_t k = i + 1; k < limit; ++k) {
    if (const auto match = knowledge_.names.longest(tokens_, k)) {
      const std::uint32_t entity = choose(*match, k);
      if (entity == Roster::kNone || match->entries.front().use == NameIndex::Use::demonym)
        return Roster::kNone;
      const Entity& place = roster_.entity(entity);
      const bool fits = knowledge_.ontology.is_a(place.type, types::place) ||
                        knowledge_.ontology.is_a(place.type, types::country);
      if (!fits || place.country.empty() || !depends_on(k, match->last, people))
        return Roster::kNone;
      end = match->last;
      return entity;
    }
    const Token& token = tokens_[k];
    if (token.upos != Upos::DET && token.upos != Upos::ADJ) return Roster::kNone;
  }
  return Roster::kNone;
}

// People with where they are behind them ("rebels in Darfur") or a name that nobody knows before
// them ("Yoruba leaders").
std::size_t Scanner::read_people(std::size_t i) {
  if (!knowledge_.language.spaced()) return i;
  const bool always_capital =
      knowledge_.no_names.count(name_key(tokens_[i].form, knowledge_.language)) != 0;
  const bool proper = tokens_[i].upos == Upos::PROPN && !always_capital;
  const bool named = has_capital(tokens_[i]) && i + 1 < tokens_.size() &&
                     (proper || (tokens_[i].upos == Upos::ADJ && (i > 0 || always_capital))) &&
                     roster_.find(tokens_[i].form) == Roster::kNone;
  const Heads heads = head_of_compound(named ? i + 1 : i);
  const Head* head = people(heads, Head::Kind::member, {});
  const bool goes_on =
      head && (title_starting(heads.last - 1) > heads.last || (named && names_behind(heads.last)));
  const bool tells = head && !named && tokens_[heads.last - 1].deprel == "appos";
  if (!head || goes_on || tells)
    return i;  // "Norlink chief | executive", "Norlink engineer | Ana Solis"
  std::size_t end = heads.last;
  std::string country;
  if (!named) {
    const std::uint32_t place = place_behind(heads.last, end);
    if (place == Roster::kNone) return i;
    country = roster_.entity(place).country;
  }
  const std::uint32_t entity = roster_.named(head->type, text(i, end), country);
  add(i, end, {entity}, Mention::Form::description, 0.8, "people");
  // "Stevedore platform" may be called "Stevedore".
  if (named && !knowledge_.ontology.is_actor(head->type))
    roster_.add_short_name(entity, tokens_[i].form);
  return end;
}

}  // namespace relata
