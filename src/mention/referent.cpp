// SPDX-License-Identifier: Apache-2.0
// A table of kinds of words, each with the search for whom they mean. Most take the subject of the
// sentence before or who was named last; what they share stands at the end.

#include "mention/referent.hpp"

#include <algorithm>
#include <array>
#include <relata/utf8.hpp>

#include "mention/clause_parts.hpp"

namespace relata {

Referent::Referent(const MentionKnowledge& knowledge, const Roster& roster, const Memory& memory,
                   const Speakers& speakers, const Sentence& sentence, std::size_t first,
                   std::size_t last, const std::vector<Mention>& before)
    : knowledge_(knowledge),
      roster_(roster),
      memory_(memory),
      speakers_(speakers),
      sentence_(sentence),
      first_(first),
      last_(last),
      before_(before),
      spaced_(knowledge.language.spaced()) {
  const Token& token = sentence.tokens[first];
  const std::string& role = sentence.tokens[last - 1].deprel;
  gender_ = gender_of(knowledge, token);
  undergoes_ =
      spaced_ && (role == "obj" || role == "iobj" || role.starts_with("obl") || role == "nmod");
  owns_ = spaced_ && token.feats.find("Poss=Yes") != std::string::npos;
  behind_ = owns_ && !before.empty() && before.back().last + 1 == first &&
            before.back().entities.size() == 1 && sentence.tokens[first - 1].upos == Upos::PUNCT;
  // "X, its largest shareholder,": X is what the phrase names, so not whose it is.
  if (behind_ && named_by_phrase()) {
    excluded_ = before.back().entities;
    behind_ = false;
  }
  // "X is its largest shareholder": not its own.
  const bool told =
      owns_ && std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& other) {
        return other.head == token.head && other.deprel == "cop";
      });
  if (told)
    excluded_ = doers(sentence, first, before);
  else if (undergoes_)
    excluded_ = doers(sentence, last - 1, before);
  else if (stands_for_undergoer() && !before.empty() && before.back().first >= clause())
    excluded_ = before.back().entities;  // who does it
}

// Whether the words stand right behind a verb or preposition that does something to who is meant.
// Texts with spaces tell that by the tree.
bool Referent::stands_for_undergoer() const {
  return !spaced_ && first_ > 0 &&
         knowledge_.before_undergoer.count(sentence_.tokens[first_ - 1].lemma) != 0;
}

// The token that the clause begins with.
std::size_t Referent::clause() const {
  std::size_t begin = first_;
  while (begin > 0 && sentence_.tokens[begin - 1].upos != Upos::PUNCT) --begin;
  return begin;
}

// Whether the noun behind a possessive pronoun stands in apposition to the name before it.
bool Referent::named_by_phrase() const {
  const int noun = sentence_.tokens[first_].head;
  if (noun < static_cast<int>(last_)) return false;
  const auto behind = static_cast<std::size_t>(noun) + 1;
  const std::string& role = sentence_.tokens[behind - 1].deprel;
  return (role == "appos" || role == "parataxis") &&
         (behind == sentence_.tokens.size() || sentence_.tokens[behind].upos == Upos::PUNCT);
}

Entities Referent::find(Reference reference) {
  constexpr std::array kSearches = {
      &Referent::speaker, &Referent::speakers,   &Referent::person, &Referent::thing,
      &Referent::country, &Referent::government, &Referent::body,   &Referent::bare,
      &Referent::both,    &Referent::countries,  &Referent::three,  &Referent::named,
      &Referent::group};
  return (this->*kSearches[static_cast<std::size_t>(reference)])();
}

Entities Referent::described() const {
  const std::string& noun = sentence_.tokens[last_ - 1].lemma;
  const auto head = knowledge_.heads.longest(sentence_.tokens, last_ - 1);
  const auto may_be = [&](const std::string& type) {  // no person is a party
    return !head || std::any_of(head.value->begin(), head.value->end(), [&](const Head& one) {
      return knowledge_.ontology.is_a(type, one.type) || knowledge_.ontology.is_a(one.type, type);
    });
  };
  return last_of([&](std::uint32_t e) {
    return possible(e) && memory_.is_described(e, noun) && may_be(roster_.entity(e).type);
  });
}

Entities Referent::speaker() { return speakers_.of(sentence_, sentence_.tokens[first_]); }

Entities Referent::speakers() { return speakers_.body_of(speaker()); }

Entities Referent::person() {
  exclude_speaker();
  // Another one of whom the text has said "she" may be meant, but not somebody just named.
  const std::uint32_t main = memory_.main_person;
  if (main != Roster::kNone && memory_.genders.at(main) == gender_ && possible(main)) {
    const auto other = [&](std::uint32_t e) {
      return e != main && (!spaced_ || memory_.genders.count(e) != 0) && possible(e) &&
             memory_.is(e, ActorKind::person);
    };
    const Entities &here = memory_.current(), &before = memory_.previous();
    if (!behind_ && std::none_of(here.begin(), here.end(), other) &&
        std::none_of(before.begin(), before.end(), other))
      return {main};
  }
  return subject_or_last(of_kind(ActorKind::person));
}

Entities Referent::thing() {
  exclude_speaker();
  if (undergoes_ && names_thing(sentence_, first_, before_)) return {};
  const ActorKind owner = kind_of_owner();
  if (owner != ActorKind::none)
    if (const Entities found = subject_or_last(of_kind(owner)); !found.empty()) return found;
  return subject_or_last([&](std::uint32_t e) { return memory_.kind(e) >= ActorKind::country; });
}

// "Its chairman" is that of a body, "its finance minister" that of a country;
// presidents may be of either.
ActorKind Referent::kind_of_owner() const {
  const int noun = owns_ ? sentence_.tokens[first_].head : -1;
  if (noun < static_cast<int>(last_)) return ActorKind::none;
  for (auto i = last_; i <= static_cast<std::size_t>(noun); ++i)
    if (const auto title = knowledge_.titles.longest(sentence_.tokens, i);
        title && title.value->state && title.value->kind == Title::Kind::post)
      return ActorKind::country;
  return knowledge_.of_bodies.count(sentence_.tokens[static_cast<std::size_t>(noun)].lemma) != 0
             ? ActorKind::body
             : ActorKind::none;
}

Entities Referent::country() {
  return last_of(
      [this](std::uint32_t e) { return memory_.is(e, ActorKind::country) && possible(e); });
}

Entities Referent::government() {
  if (const Entities other = undergoer(of_kind(ActorKind::country)); !other.empty()) return other;
  return memory_.country_of_clause();
}

// A capital where somebody speaks of "the organization" does not mean its government: it is his
// own.
Entities Referent::body() {
  if (spaced_) return such_body();
  const Entities found = body_like(false);
  const auto places = [&](const Mention& mention) {
    return !found.empty() && mention.government == found.front();
  };
  if (std::none_of(before_.begin(), before_.end(), places)) return found;
  const Kind kind = kind_named();
  const Entities own = body_of_speaker();
  const bool fits = !own.empty() && (!kind.heads || is_like(own.front(), kind) ||
                                     kind.heads->front().type == types::organization);
  return fits ? own : found;
}

// Who speaks of "the company" speaks of his own.
Entities Referent::bare() {
  if (spaced_) return such_body();
  const Entities own = body_of_speaker();
  return own.empty() ? body_like(true) : own;
}

// Of the first person of the sentence who has one.
Entities Referent::body_of_speaker() const {
  for (const std::uint32_t actor : memory_.current())
    if (memory_.is(actor, ActorKind::person))
      if (const Entities body = speakers_.body_of({actor});
          body.size() == 1 && memory_.is(body.front(), ActorKind::body))
        return body;
  return {};
}

// What the last noun of the phrase names.
Referent::Kind Referent::kind_named() const {
  Kind kind;
  std::string phrase;
  for (std::size_t i = first_; i < last_; ++i) phrase += sentence_.tokens[i].lemma;
  for (std::size_t at = 0; !kind.heads && at < phrase.size(); next_code_point(phrase, at))
    if ((kind.heads = knowledge_.heads.find(std::string_view(phrase).substr(at))))
      kind.noun = phrase.substr(at);
  return kind;
}

// Whether a body is called by the noun, or, where the noun tells more than that, is of its type.
bool Referent::is_like(std::uint32_t body, const Kind& kind) const {
  const Entity& entity = roster_.entity(body);
  if (!kind.heads || !memory_.is(body, ActorKind::body)) return false;
  if (kind.heads->front().type == types::organization)
    return knowledge_.language.folding()(entity.label).ends_with(kind.noun) ||
           roster_.is_called(body, name_key(kind.noun, knowledge_.language));
  return std::any_of(kind.heads->begin(), kind.heads->end(), [&](const Head& head) {
    return knowledge_.ontology.is_a(entity.type, head.type);
  });
}

// Who both sides are does not change with every country that is named.
Entities Referent::both() {
  // "X urged both sides": they are others, of whom the text tells.
  const ActorKind wanted = kind_told();
  if (undergoes_ && spaced_ && !excluded_.empty())
    return wanted == ActorKind::none ? memory_.main_countries() : Entities();
  const auto fitting = [&](Entities actors) {
    if (wanted != ActorKind::none)
      std::erase_if(actors, [&](std::uint32_t e) { return !memory_.is(e, wanted); });
    return actors;
  };
  if (const Entities two = memory_.two_of(fitting(memory_.current())); !two.empty()) return two;
  // "She has worked with the institute for years; both sides ..."
  Entities here;
  for (const std::uint32_t e : memory_.current())
    if (std::find(here.begin(), here.end(), e) == here.end()) here.push_back(e);
  if (!spaced_ && here.size() == 2) return here;
  if (sentence_.number < memory_.both_until && fitting(memory_.both) == memory_.both)
    return memory_.both;
  if (const Entities two = memory_.two_of(fitting(memory_.previous())); !two.empty()) return two;
  const Entities two = memory_.latest(2);
  return fitting(two) == two ? two : Entities();
}

// Both companies are bodies, both ministers people; sides and parties may be anybody.
ActorKind Referent::kind_told() const {
  if (!spaced_) return ActorKind::none;
  if (knowledge_.titles.longest(sentence_.tokens, last_ - 1).value) return ActorKind::person;
  const auto head = knowledge_.heads.longest(sentence_.tokens, last_ - 1);
  const std::string_view type = head ? std::string_view(head.value->front().type) : "";
  if (type.empty() || type == types::organization) return ActorKind::none;
  if (knowledge_.ontology.is_a(type, types::person)) return ActorKind::person;
  return knowledge_.ontology.is_a(type, types::organization) ? ActorKind::body : ActorKind::none;
}

// Two that the sentence has named, else those that the text is about.
Entities Referent::countries() {
  Entities countries;
  for (const std::uint32_t actor : memory_.current())
    if (memory_.is(actor, ActorKind::country) && possible(actor) &&
        std::find(countries.begin(), countries.end(), actor) == countries.end())
      countries.push_back(actor);
  return countries.size() == 2 ? countries : memory_.main_countries();
}

Entities Referent::three() { return memory_.three_countries(); }

Entities Referent::named() {
  const std::string noun = name_key(sentence_.tokens[last_ - 1].lemma, knowledge_.language);
  return last_of([&](std::uint32_t e) {
    return memory_.is(e, ActorKind::body) && possible(e) && roster_.is_called(e, noun);
  });
}

// Several who do something together in the sentence, or in the one before if nobody else has done
// anything since.
Entities Referent::group() {
  if (!spaced_) return {};
  if (const Entities several = together(sentence_, first_, before_); !several.empty())
    return several;
  for (std::size_t k = 0; k < first_; ++k)
    if (sentence_.tokens[k].deprel.starts_with("nsubj")) return {};
  return memory_.together;
}

// Who speaks says "I".
void Referent::exclude_speaker() {
  for (const std::uint32_t e : speaker()) excluded_.push_back(e);
}

bool Referent::possible(std::uint32_t entity) const {
  const auto known = memory_.genders.find(entity);
  return std::find(excluded_.begin(), excluded_.end(), entity) == excluded_.end() &&
         (gender_.empty() || known == memory_.genders.end() || known->second == gender_);
}

Referent::Fits Referent::of_kind(ActorKind kind) const {
  return [this, kind](std::uint32_t entity) { return memory_.is(entity, kind); };
}

Entities Referent::last_of(const Fits& fits) const {
  const Entities& recent = memory_.recent();
  const auto found = std::find_if(recent.rbegin(), recent.rend(), fits);
  return found == recent.rend() ? Entities() : Entities{*found};
}

// The one that the text has named most of late.
Entities Referent::most_named(const Fits& fits) const {
  Entities best;
  std::ptrdiff_t most = 0;
  const Entities& recent = memory_.recent();
  for (auto actor = recent.rbegin(); actor != recent.rend(); ++actor)
    if (const auto times = memory_.times(*actor); times > most && fits(*actor) && possible(*actor))
      best = {*actor}, most = times;
  return best;
}

// "X wrote to Y, invited him": a clause without a subject of its own goes on about whom the one
// before did something to.
Entities Referent::undergoer(const Fits& fits) const {
  const Entities& current = memory_.current();
  if (!stands_for_undergoer() || current.empty() ||
      (!before_.empty() && before_.back().last > clause()))
    return {};
  for (std::size_t k = current.size(); k-- > 0;)
    if (current[k] != current.front() && fits(current[k]) && possible(current[k]))
      return {current[k]};
  for (const std::uint32_t e : memory_.previous())
    if (e != current.front() && fits(e) && possible(e)) return {e};
  return {};
}

// The first actor of the sentence before is most likely its subject.
Entities Referent::subject_or_last(const Fits& fits) const {
  const Entities& current = memory_.current();
  // In the sentence itself it is what the last clause is done to, not its subject.
  // What is done to something is not done to the one who does it: "X urged it".
  const std::string& part = sentence_.tokens[last_ - 1].deprel;
  const bool object = (part == "obj" || part == "iobj") && current.size() == 1;
  for (const std::uint32_t e : owns_ ? reported(sentence_, first_, before_) : Entities())
    if (fits(e) && possible(e)) return {e};
  if (behind_ && fits(before_.back().entities.front())) return before_.back().entities;
  if (const Entities undergone = undergoer(fits); !undergone.empty()) return undergone;
  for (const std::uint32_t e : spaced_ ? bound(sentence_, last_ - 1, before_) : Entities())
    if (fits(e) && possible(e)) return {e};
  if (owns_) {
    // "X and two of its directors": of X.
    for (const std::uint32_t e : joined_before(sentence_, first_, before_))
      if (fits(e) && possible(e)) return {e};
    // "X praised Y for its help": Y's.
    for (const std::uint32_t e : undergoers(knowledge_, sentence_, first_, before_))
      if (fits(e) && possible(e)) return {e};
    // What somebody does something to is most likely his own.
    for (const std::uint32_t e : doers(sentence_, first_, before_))
      if (fits(e) && possible(e)) return {e};
  }
  for (std::size_t k = object ? 0 : current.size(); k-- > 0;)
    if (fits(current[k]) && possible(current[k]) && (owns_ || k + 1 < current.size() || k == 0))
      return {current[k]};
  if (spaced_ && !undergoes_ && !current.empty() && fits(current.back()) &&
      possible(current.back()))
    return {current.back()};
  // Whom the text has called "her" before.
  for (const std::uint32_t e : memory_.previous())
    if (spaced_ && !gender_.empty() && memory_.genders.count(e) != 0 && fits(e) && possible(e))
      return {e};
  const auto another = [&](std::uint32_t e) {
    return fits(e) && possible(e) && !(object && e == current.front());
  };
  for (const std::uint32_t e : memory_.previous())
    if (another(e)) return {e};
  return last_of(another);
}

// "The union" is the one that is called so. "The company" is one; if none was named, a body of
// which less is known.
Entities Referent::such_body() {
  if (const Entities called = named(); !called.empty()) return called;
  if (const Entities told = described(); !told.empty()) return told;
  const auto is_such = [&](std::uint32_t e) {
    if (!memory_.is(e, ActorKind::body)) return false;
    const auto head = knowledge_.heads.longest(sentence_.tokens, last_ - 1);
    if (!head) return true;
    const std::string& type = roster_.entity(e).type;
    return std::any_of(head.value->begin(), head.value->end(),
                       [&](const Head& one) { return knowledge_.ontology.is_a(type, one.type); });
  };
  const auto fits = [&](std::uint32_t e) { return is_such(e) && possible(e); };
  const Entities &here = memory_.current(), &before = memory_.previous();
  const bool named = std::any_of(here.begin(), here.end(), fits) ||
                     std::any_of(before.begin(), before.end(), fits);
  if (spaced_ && !named && memory_.main_body != Roster::kNone && fits(memory_.main_body))
    return {memory_.main_body};
  if (spaced_ && !named)
    if (const Entities most = most_named(is_such); !most.empty()) return most;
  const Entities such = subject_or_last(is_such);
  if (!such.empty()) return such;
  return subject_or_last([&](std::uint32_t e) {
    return roster_.entity(e).type == types::organization;  // of which nothing more is known
  });
}

// The body named last that is of the kind that the last noun of "the company" names; if there is
// none, the body named last. With `often` the one that the text has named most of late.
Entities Referent::body_like(bool often) const {
  const Kind kind = kind_named();
  const std::vector<Head>* heads = kind.heads;
  const auto is_like = [&](std::uint32_t body) { return this->is_like(body, kind); };
  // Whom the sentence before is about comes first in it.
  if (!often)
    for (const Entities* actors : {&memory_.current(), &memory_.previous()})
      if (const auto one = std::find_if(actors->begin(), actors->end(), is_like);
          one != actors->end())
        return {*one};
  Entities any, best, other;
  std::ptrdiff_t most = 0, most_other = 0;
  const Entities& recent = memory_.recent();
  for (auto body = recent.rbegin(); body != recent.rend(); ++body) {
    if (!memory_.is(*body, ActorKind::body)) continue;
    const Entity& entity = roster_.entity(*body);
    // "The company" is no government; of many a body nothing more is known.
    const bool fits = spaced_ || !heads || heads->front().type == types::organization ||
                      entity.type == types::organization || is_like(*body);
    if (any.empty() && fits) any = {*body};
    if (!heads) break;
    const bool like = is_like(*body);
    // A body of which nothing more is known may be a company.
    const bool plain = !spaced_ && entity.type == types::organization &&
                       heads->front().type != types::organization;
    if (!like && !(plain && often)) continue;
    if (!often) return {*body};
    const auto times = memory_.times(*body);
    if (!like) {
      if (times > most_other) other = {*body}, most_other = times;
      continue;
    }
    if (times > most) best = {*body}, most = times;
  }
  if (best.empty()) best = other;
  // "The union" is no company.
  if (best.empty() && often && heads && heads->front().type == types::organization) return {};
  // Else a body of which nothing more is known, whom the text speaks of here.
  if (best.empty() && !often && !spaced_)
    for (const Entities* actors : {&memory_.current(), &memory_.previous()})
      for (const std::uint32_t e : *actors)
        if (memory_.is(e, ActorKind::body) && roster_.entity(e).type == types::organization)
          return {e};
  return best.empty() ? any : best;
}

}  // namespace relata
