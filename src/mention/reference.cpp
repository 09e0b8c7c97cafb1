// SPDX-License-Identifier: Apache-2.0
// Which of the actors that a text has named a pronoun or a description stands for.

#include <algorithm>
#include <optional>
#include <relata/utf8.hpp>

#include "mention/coreference.hpp"

namespace relata {

// The last `count` actors of one kind, of the kind that has so many first on the way back.
Coreference::Entities Coreference::latest(std::size_t count) const {
  std::array<Entities, 4> found;
  for (auto actor = recent_.rbegin(); actor != recent_.rend(); ++actor) {
    Entities& of_kind = found[static_cast<std::size_t>(kind(*actor))];
    if (std::find(of_kind.begin(), of_kind.end(), *actor) != of_kind.end()) continue;
    of_kind.push_back(*actor);
    if (of_kind.size() == count) return {of_kind.rbegin(), of_kind.rend()};
  }
  return {};
}

// The first actor of the sentence and the last other one of its kind: its two sides.
Coreference::Entities Coreference::two_of(const Entities& actors) const {
  for (auto other = actors.rbegin(); other != actors.rend(); ++other)
    if (*other != actors.front() && kind(*other) == kind(actors.front()))
      return {actors.front(), *other};
  return {};
}

// Three countries, if this sentence and the one before name just so many.
Coreference::Entities Coreference::three_named() const {
  Entities three;
  for (const Entities* actors : {&previous_, &current_})
    for (const std::uint32_t actor : *actors)
      if (kind(actor) == 2 && std::find(three.begin(), three.end(), actor) == three.end())
        three.push_back(actor);
  return three.size() == 3 ? three : Entities();
}

// A bare noun refers to something only where it is all of its phrase.
bool Coreference::stands_alone(Reference reference, std::span<const Token> tokens,
                               std::size_t first, std::size_t last) const {
  if (reference != Reference::bare && reference != Reference::government) return true;
  const auto joins = [&](const Token& token) {
    if (token.deprel.ends_with("tmod")) return false;
    return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::ADJ ||
           token.upos == Upos::X || token.upos == Upos::NUM || token.upos == Upos::DET ||
           token.upos == Upos::PART || knowledge_.possessives.count(token.lemma) != 0;
  };
  // "Company | chief executive" is that of the company.
  const bool titled = !knowledge_.language.spaced() && reference == Reference::bare &&
                      last < tokens.size() && knowledge_.titles.longest(tokens, last).value;
  return (first == 0 || !joins(tokens[first - 1])) &&
         (titled || last >= tokens.size() || !joins(tokens[last]));
}

// The body named last that is of the kind that the last noun of "the company" names; if there is
// none, the body named last.
// With `often` the one that the text has named most of late.
Coreference::Entities Coreference::body_like(std::span<const Token> tokens, std::size_t first,
                                             std::size_t last, bool often) const {
  const std::vector<Head>* heads = nullptr;
  std::string noun;
  for (std::size_t i = first; i < last; ++i) noun += tokens[i].lemma;
  for (std::size_t at = 0; !heads && at < noun.size(); next_code_point(noun, at))
    heads = knowledge_.heads.find(std::string_view(noun).substr(at));
  const auto is_like = [&](std::uint32_t body) {
    const Entity& entity = roster_.entity(body);
    if (!heads || kind(body) != 3) return false;
    return heads->front().type == types::organization
               ? knowledge_.language.folding()(entity.label).ends_with(noun)
               : std::any_of(heads->begin(), heads->end(), [&](const Head& head) {
                   return knowledge_.ontology.is_a(entity.type, head.type);
                 });
  };
  // Whom the sentence before is about comes first in it.
  if (!often)
    for (const Entities* actors : {&current_, &previous_})
      if (const auto one = std::find_if(actors->begin(), actors->end(), is_like);
          one != actors->end())
        return {*one};
  Entities any, best, other;
  std::ptrdiff_t most = 0, most_other = 0;
  for (auto body = recent_.rbegin(); body != recent_.rend(); ++body) {
    if (kind(*body) != 3) continue;
    if (any.empty()) any = {*body};
    if (!heads) break;
    const Entity& entity = roster_.entity(*body);
    const bool like = is_like(*body);
    // A body of which nothing more is known may be a company.
    const bool plain = !knowledge_.language.spaced() && entity.type == types::organization &&
                       heads->front().type != types::organization;
    if (!like && !(plain && often)) continue;
    if (!often) return {*body};
    const auto times = std::count(recent_.begin(), recent_.end(), *body);
    if (!like) {
      if (times > most_other) other = {*body}, most_other = times;
      continue;
    }
    if (times > most) best = {*body}, most = times;
  }
  if (best.empty()) best = other;
  return best.empty() ? any : best;
}

// The country whose government speaks or acts here: that of the first actor of the sentence or of
// the one before.
Coreference::Entities Coreference::country_of_clause() const {
  for (const Entities* actors : {&current_, &previous_}) {
    for (const std::uint32_t actor : *actors) {
      const std::string& country = roster_.entity(actor).country;
      if (country.empty()) continue;
      for (auto known = recent_.rbegin(); known != recent_.rend(); ++known)
        if (kind(*known) == 2 && roster_.entity(*known).country == country) return {*known};
      const std::uint32_t named = roster_.country(country);
      if (knowledge_.language.spaced() && named != Roster::kNone) return {named};
    }
  }
  if (knowledge_.language.spaced() && main_country_ != Roster::kNone) return {main_country_};
  for (auto known = recent_.rbegin(); known != recent_.rend(); ++known)
    if (kind(*known) == 2) return {*known};
  return {};
}

// The two countries that the text has named most of late; of equal ones the last.
Coreference::Entities Coreference::main_countries() const {
  Entities countries;
  for (auto actor = recent_.rbegin(); actor != recent_.rend(); ++actor)
    if (kind(*actor) == 2 &&
        std::find(countries.begin(), countries.end(), *actor) == countries.end())
      countries.push_back(*actor);
  std::stable_sort(countries.begin(), countries.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::count(recent_.begin(), recent_.end(), a) >
           std::count(recent_.begin(), recent_.end(), b);
  });
  return countries.size() < 2 ? Entities() : Entities{countries[1], countries[0]};
}

// Who does what is done to token i: nobody does something to it and calls the other one "it".
Coreference::Entities Coreference::doers(const Sentence& sentence, std::size_t i,
                                         const std::vector<Mention>& before) const {
  const std::vector<Token>& tokens = sentence.tokens;
  int verb = static_cast<int>(i);
  int subject = -1;
  for (std::size_t steps = 0; subject < 0 && steps < tokens.size(); ++steps) {
    const std::string& part = tokens[static_cast<std::size_t>(verb)].deprel;
    const bool shares = steps == 0 || !(part == "ccomp" || part == "parataxis");
    verb = tokens[static_cast<std::size_t>(verb)].head;
    if (verb < 0 || !shares) return {};
    for (std::size_t k = 0; k < tokens.size() && subject < 0; ++k)
      if (tokens[k].head == verb && tokens[k].deprel.starts_with("nsubj"))
        subject = static_cast<int>(k);
  }
  if (subject < 0) return {};
  const Token& clause = tokens[static_cast<std::size_t>(verb)];
  if (clause.deprel == "acl:relcl" && tokens[static_cast<std::size_t>(subject)].upos == Upos::PRON)
    subject = clause.head;
  Entities found;
  for (const Mention& mention : before)
    for (std::uint32_t k = mention.first; k < mention.last; ++k)
      if (static_cast<int>(k) == subject ||
          (tokens[k].head == subject && tokens[k].deprel == "appos"))
        found.insert(found.end(), mention.entities.begin(), mention.entities.end());
  return found;
}

namespace {

Coreference::Entities at_token(int token, const std::vector<Mention>& mentions) {
  for (const Mention& mention : mentions)
    if (token >= static_cast<int>(mention.first) && token < static_cast<int>(mention.last))
      return mention.entities;
  return {};
}

int subject_of(const std::vector<Token>& tokens, int verb) {
  for (std::size_t k = 0; k < tokens.size(); ++k)
    if (tokens[k].head == verb && tokens[k].deprel.starts_with("nsubj")) return static_cast<int>(k);
  return -1;
}

}  // namespace

// The subject of the sentence, where texts with spaces tell it surely enough.
Coreference::Entities Coreference::subjects_of(const Sentence& sentence,
                                               const std::vector<Mention>& mentions) const {
  if (!knowledge_.language.spaced()) return {};
  for (std::size_t k = 0; k < sentence.tokens.size(); ++k)
    if (sentence.tokens[k].head < 0)
      return at_token(subject_of(sentence.tokens, static_cast<int>(k)), mentions);
  return {};
}

// "X urged Y to go and said it would help": who says something of "it" most likely is meant.
Coreference::Entities Coreference::bound(const Sentence& sentence, std::size_t i,
                                         const std::vector<Mention>& before) const {
  const std::vector<Token>& tokens = sentence.tokens;
  const int verb = tokens[i].deprel.starts_with("nsubj") ? tokens[i].head : -1;
  if (verb < 0 || tokens[static_cast<std::size_t>(verb)].deprel != "ccomp") return {};
  int above = tokens[static_cast<std::size_t>(verb)].head;
  for (std::size_t steps = 0; above >= 0 && steps < tokens.size(); ++steps) {
    if (const int subject = subject_of(tokens, above); subject >= 0)
      return at_token(subject, before);
    if (tokens[static_cast<std::size_t>(above)].deprel != "conj") return {};
    above = tokens[static_cast<std::size_t>(above)].head;
  }
  return {};
}

// Whether the sentence has told what is done to a thing that has no name: "it built a jetty and
// sold it".
bool Coreference::names_thing(const Sentence& sentence, std::size_t i,
                              const std::vector<Mention>& before) {
  for (std::size_t k = 0; k < i; ++k) {
    const Token& token = sentence.tokens[k];
    const bool thing = token.upos == Upos::NOUN &&
                       (token.deprel == "obj" || token.deprel == "nsubj:pass") &&
                       token.feats.find("Number=Plur") == std::string::npos;
    if (thing && std::none_of(before.begin(), before.end(), [&](const Mention& mention) {
          return mention.first <= k && k < mention.last;
        }))
      return true;
  }
  return false;
}

// "Fem" of a pronoun that only stands for women.
std::string Coreference::gender_of(const Token& token) {
  constexpr std::string_view kGender = "Gender=";
  const std::size_t at = token.feats.find(kGender);
  if (at == std::string::npos) return {};
  const std::size_t begin = at + kGender.size();
  return token.feats.substr(begin, token.feats.find('|', begin) - begin);
}

// "X praised Y for its help": to whom something is done, if a word stands before the noun of token
// i that tells of them.
Coreference::Entities Coreference::undergoers(const Sentence& sentence, std::size_t i,
                                              const std::vector<Mention>& before) const {
  const std::vector<Token>& tokens = sentence.tokens;
  const int noun = tokens[i].head;
  if (noun < 0 || i == 0 || knowledge_.of_object.count(tokens[i - 1].lemma) == 0) return {};
  const int verb = tokens[static_cast<std::size_t>(noun)].head;
  Entities found;
  for (const Mention& mention : before)
    for (std::uint32_t k = mention.first; k < mention.last; ++k)
      if (tokens[k].head == verb && verb >= 0 && tokens[k].deprel == "obj")
        found.insert(found.end(), mention.entities.begin(), mention.entities.end());
  return found;
}

Coreference::Entities Coreference::refer(Reference reference, const Sentence& sentence,
                                         std::size_t first, std::size_t last,
                                         const std::vector<Mention>& before) const {
  const Token& token = sentence.tokens[first];
  const std::string& role = sentence.tokens[last - 1].deprel;
  const bool spaced = knowledge_.language.spaced();
  const bool undergoes =
      spaced && (role == "obj" || role == "iobj" || role.starts_with("obl") || role == "nmod");
  Entities excluded = undergoes ? doers(sentence, last - 1, before) : Entities();
  // Who speaks says "I".
  if (spaced && (reference == Reference::person || reference == Reference::thing))
    for (const std::uint32_t e : speaker_of(sentence, token)) excluded.push_back(e);
  const std::string gender = gender_of(token);
  const auto possible = [&](std::uint32_t e) {
    const auto known = genders_.find(e);
    return std::find(excluded.begin(), excluded.end(), e) == excluded.end() &&
           (gender.empty() || known == genders_.end() || known->second == gender);
  };
  // "Siemens, its owner": the name right before.
  const bool owns = spaced && token.feats.find("Poss=Yes") != std::string::npos;
  // "X is its largest shareholder": not its own.
  if (owns && std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& other) {
        return other.head == token.head && other.deprel == "cop";
      }))
    excluded = doers(sentence, first, before);
  const bool behind = owns && !before.empty() && before.back().last + 1 == first &&
                      before.back().entities.size() == 1 &&
                      sentence.tokens[first - 1].upos == Upos::PUNCT;
  const auto last_of = [&](auto fits) {
    const auto found = std::find_if(recent_.rbegin(), recent_.rend(), fits);
    return found == recent_.rend() ? Entities() : Entities{*found};
  };
  // The first actor of the sentence before is most likely its subject.
  const auto subject_or_last = [&](auto fits) {
    // In the sentence itself it is what the last clause is done to, not its subject.
    // What is done to something is not done to the one who does it: "X urged it".
    const std::string& part = sentence.tokens[last - 1].deprel;
    const bool object = (part == "obj" || part == "iobj") && current_.size() == 1;
    if (behind && fits(before.back().entities.front())) return before.back().entities;
    for (const std::uint32_t e : spaced ? bound(sentence, last - 1, before) : Entities())
      if (fits(e) && possible(e)) return Entities{e};
    // "X praised Y for its help": Y's.
    if (owns)
      for (const std::uint32_t e : undergoers(sentence, first, before))
        if (fits(e) && possible(e)) return Entities{e};
    // What somebody does something to is most likely his own.
    for (const std::uint32_t e : owns ? doers(sentence, first, before) : Entities())
      if (fits(e) && possible(e)) return Entities{e};
    for (std::size_t k = object ? 0 : current_.size(); k-- > 0;)
      if (fits(current_[k]) && possible(current_[k]) && (owns || k + 1 < current_.size() || k == 0))
        return Entities{current_[k]};
    if (spaced && !undergoes && !current_.empty() && fits(current_.back()) &&
        possible(current_.back()))
      return Entities{current_.back()};
    // Whom the text has called "her" before.
    for (const std::uint32_t e : previous_)
      if (const auto known = genders_.find(e);
          !gender.empty() && known != genders_.end() && fits(e) && possible(e))
        return Entities{e};
    const auto another = [&](std::uint32_t e) {
      return fits(e) && possible(e) && !(object && e == current_.front());
    };
    for (const std::uint32_t e : previous_)
      if (another(e)) return Entities{e};
    return last_of(another);
  };
  // "The company" is one; if none was named, a body of which less is known.
  const auto is_such_body = [&](std::uint32_t e) {
    const auto head = knowledge_.heads.longest(sentence.tokens, last - 1);
    const std::string& type = roster_.entity(e).type;
    if (kind(e) != 3) return false;
    if (!head) return true;
    return std::any_of(head.value->begin(), head.value->end(),
                       [&](const Head& one) { return knowledge_.ontology.is_a(type, one.type); });
  };
  // The one that the text has named most of late.
  const auto most_named = [&](auto fits) {
    Entities best;
    std::ptrdiff_t most = 0;
    for (auto actor = recent_.rbegin(); actor != recent_.rend(); ++actor)
      if (const auto times = std::count(recent_.begin(), recent_.end(), *actor);
          times > most && fits(*actor) && possible(*actor))
        best = {*actor}, most = times;
    return best;
  };
  const auto such_body = [&] {
    const auto fits = [&](std::uint32_t e) { return is_such_body(e) && possible(e); };
    const bool here = std::any_of(current_.begin(), current_.end(), fits);
    const bool named = here || std::any_of(previous_.begin(), previous_.end(), fits);
    if (spaced && !named && main_body_ != Roster::kNone && fits(main_body_))
      return Entities{main_body_};
    if (spaced && !named)
      if (const Entities most = most_named(is_such_body); !most.empty()) return most;
    const Entities such = subject_or_last(is_such_body);
    return such.empty() ? subject_or_last([&](std::uint32_t e) {
      return roster_.entity(e).type == types::organization;  // of which nothing more is known
    })
                        : such;
  };
  switch (reference) {
    case Reference::speaker:
      return speaker_of(sentence, token);
    case Reference::speakers:
      return body_of_speaker(speaker_of(sentence, token));
    case Reference::person:
      // Another one of whom the text has said "she" may be meant, but not somebody just named.
      if (main_person_ != Roster::kNone && genders_.at(main_person_) == gender &&
          possible(main_person_)) {
        bool other = false;
        for (const Entities* actors : {&current_, &previous_})
          for (const std::uint32_t e : *actors)
            other = other || (e != main_person_ && genders_.count(e) != 0 && possible(e));
        if (!other && !behind) return {main_person_};
      }
      return subject_or_last([&](std::uint32_t e) { return kind(e) == 1; });
    case Reference::thing:
      if (undergoes && names_thing(sentence, first, before)) return {};
      return subject_or_last([&](std::uint32_t e) { return kind(e) >= 2; });
    case Reference::government:
      return country_of_clause();
    case Reference::country:
      return last_of([&](std::uint32_t e) { return kind(e) == 2; });
    case Reference::bare:
      // Who speaks of "the company" speaks of his own.
      for (const std::uint32_t actor : current_)
        if (kind(actor) == 1 && !knowledge_.language.spaced())
          if (const Entities body = body_of_speaker({actor});
              body.size() == 1 && kind(body.front()) == 3)
            return body;
      [[fallthrough]];
    case Reference::body:
      return knowledge_.language.spaced()
                 ? such_body()
                 : body_like(sentence.tokens, first, last, reference == Reference::bare);
    case Reference::both:
      // "X urged both sides": they are others, of whom the text tells.
      if (undergoes && spaced && !excluded.empty()) return main_countries();
      // Who both sides are does not change with every country that is named.
      if (const Entities two = two_of(current_); !two.empty()) return two;
      if (sentence.number < both_until_) return both_;
      if (const Entities two = two_of(previous_); !two.empty()) return two;
      return latest(2);
    case Reference::countries: {
      // Two that the sentence has named, else those that the text is about.
      Entities countries;
      for (const std::uint32_t actor : current_)
        if (kind(actor) == 2 && possible(actor) &&
            std::find(countries.begin(), countries.end(), actor) == countries.end())
          countries.push_back(actor);
      return countries.size() == 2 ? countries : main_countries();
    }
    case Reference::three:
      return three_named();
    case Reference::named: {
      const std::string noun = name_key(sentence.tokens[last - 1].lemma, knowledge_.language);
      return last_of([&](std::uint32_t e) { return kind(e) == 3 && roster_.is_called(e, noun); });
    }
    case Reference::group:
      return {};
  }
  return {};
}

}  // namespace relata
