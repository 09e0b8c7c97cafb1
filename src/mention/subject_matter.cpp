// SPDX-License-Identifier: Apache-2.0
#include "mention/subject_matter.hpp"

#include <algorithm>
#include <map>

#include "mention/clause_parts.hpp"

namespace relata {
namespace {

constexpr int kTellsOf = 4;  // weight of the country that a text is about

// The first token of the longest title that ends before token `end`, or `end`.
std::size_t first_of_title(const MentionKnowledge& knowledge, const Sentence& sentence,
                           std::size_t end) {
  constexpr std::size_t kLongestTitle = 4;
  for (std::size_t k = end > kLongestTitle ? end - kLongestTitle : 0; k < end; ++k)
    if (const auto title = knowledge.titles.longest(sentence.tokens, k);
        title.value && title.last == end)
      return k;
  return end;
}

}  // namespace

// How often the text names each country; the first one, of which it tells, counts more.
void count_actors(const std::vector<std::vector<Mention>>& mentions, Memory& memory) {
  std::map<std::uint32_t, int> times, bodies;
  int most = kTellsOf - 1, most_of_body = kTellsOf - 1;
  for (const std::vector<Mention>& of_sentence : mentions)
    for (const Mention& mention : of_sentence)
      for (std::uint32_t entity : mention.entities) {
        if (mention.government != Mention::kNone) entity = mention.government;
        if (memory.is(entity, ActorKind::body))
          if (const int count = bodies[entity] += bodies.empty() ? kTellsOf - 1 : 1;
              count > most_of_body)
            most_of_body = count, memory.main_body = entity;
        if (!memory.is(entity, ActorKind::country)) continue;
        const bool first = times.empty() && mention.government == Mention::kNone;
        const int count = times[entity] += first ? kTellsOf - 1 : 1;
        if (count > most) most = count, memory.main_country = entity;
      }
}

// Whom the text is about is the one that it names far more often than anybody else, and most of its
// "she" mean her.
void find_main_person(const MentionKnowledge& knowledge, std::span<const Sentence> sentences,
                      const std::vector<std::vector<Mention>>& mentions, Memory& memory) {
  constexpr int kOften = 3, kHeadline = 3;
  std::map<std::uint32_t, int> times;
  for (std::size_t s = 0; s < mentions.size(); ++s)
    for (const Mention& mention : mentions[s])
      if (mention.entities.size() == 1 && memory.is(mention.entities.front(), ActorKind::person))
        times[mention.entities.front()] +=
            s == 0 && sentences[s].kind != Sentence::Kind::prose ? kHeadline : 1;
  int most = 0, second = 0;
  std::uint32_t person = Roster::kNone;
  for (const auto& [entity, count] : times) {
    if (count > most)
      second = most, most = count, person = entity;
    else
      second = std::max(second, count);
  }
  if (most < kOften || most < 2 * second) return;
  std::map<std::string, int> genders;
  for (const Sentence& sentence : sentences)
    for (const Token& token : sentence.tokens)
      if (const std::string gender = gender_of(knowledge, token);
          token.upos == Upos::PRON && (gender == "Fem" || gender == "Masc"))
        ++genders[gender];
  for (const auto& [gender, count] : genders)
    if (2 * count > genders["Fem"] + genders["Masc"]) {
      memory.main_person = person;
      memory.genders[person] = gender;
    }
}

void find_state(const MentionKnowledge& knowledge, const Memory& memory, const Mention& person,
                const std::vector<Mention>& before, const Sentence& sentence, Roster& roster) {
  const Entities& previous = memory.previous();
  if (person.entities.size() != 1 || !memory.is(person.entities.front(), ActorKind::person) ||
      person.form != Mention::Form::name || !roster.entity(person.entities.front()).country.empty())
    return;
  const std::size_t behind =
      person.first > 1 && sentence.tokens[person.first - 1].upos == Upos::PUNCT ? person.first - 1
                                                                                : person.first;
  const std::size_t post = first_of_title(knowledge, sentence, behind);
  // "The army chief, | General | X": the rank says nothing of a state.
  const bool ranked = knowledge.language.spaced() && post > 1 && post < behind &&
                      sentence.tokens[post - 1].upos == Upos::PUNCT;
  bool titled = false;
  for (const std::size_t end : {behind, ranked ? post - 1 : 0}) {
    const std::size_t k = first_of_title(knowledge, sentence, end);
    if (titled || k == end) continue;
    titled = knowledge.titles.longest(sentence.tokens, k).value->state;
    // "NATO's foreign minister" would be of NATO.
    if (titled && !before.empty() && before.back().last <= k && before.back().last + 2 > k) return;
  }
  if (!titled) return;
  if (!knowledge.language.spaced()) {
    if (const Entities of = memory.country_of_clause(); !of.empty())
      roster.set_country(person.entities.front(), roster.entity(of.front()).country);
    return;
  }
  for (const Mention& mention : before) {
    bool subject = false;
    for (std::uint32_t i = mention.first; i < mention.last; ++i) {
      const Token& word = sentence.tokens[i];
      subject = subject || word.deprel.starts_with("nsubj") ||
                (word.head >= 0 &&
                 sentence.tokens[static_cast<std::size_t>(word.head)].deprel.starts_with("nsubj"));
    }
    const std::string& country = roster.entity(mention.entities.front()).country;
    if (subject && mention.entities.size() == 1 && !country.empty())
      return roster.set_country(person.entities.front(), country);
  }
  Entities countries;
  const bool began = !previous.empty() && memory.is(previous.front(), ActorKind::country);
  if (began) countries = {previous.front()};
  for (const std::uint32_t e : previous)
    if (!began && memory.is(e, ActorKind::country) &&
        std::find(countries.begin(), countries.end(), e) == countries.end())
      countries.push_back(e);
  const std::uint32_t state = countries.size() == 1 ? countries.front() : memory.main_country;
  if (state == Roster::kNone) return;
  roster.set_country(person.entities.front(), roster.entity(state).country);
}

}  // namespace relata
