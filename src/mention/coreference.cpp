// SPDX-License-Identifier: Apache-2.0
// Rules in the order of the text: a pronoun of the first person is the speaker of its quotation or
// the body that the speaker speaks for; the others take the actors named last.

#include "mention/coreference.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kMemory = 24;          // actors that are remembered
constexpr std::uint32_t kBothLasts = 8;      // sentences in which "both sides" stay the same
constexpr std::size_t kMakersDistance = 10;  // tokens between a document and who made it

constexpr std::array<std::pair<const char*, double>, 13> kRules = {{{"pronoun.speaker", 0.9},
                                                                    {"pronoun.speakers", 0.75},
                                                                    {"pronoun.person", 0.7},
                                                                    {"pronoun.thing", 0.65},
                                                                    {"pronoun.country", 0.75},
                                                                    {"pronoun.government", 0.65},
                                                                    {"pronoun.body", 0.75},
                                                                    {"pronoun.bare", 0.65},
                                                                    {"pronoun.both", 0.75},
                                                                    {"pronoun.countries", 0.75},
                                                                    {"pronoun.three", 0.6},
                                                                    {"pronoun.named", 0.75},
                                                                    {"pronoun.group", 0.5}}};

}  // namespace

// Persons, countries and bodies; two of a kind can be "both".
int Coreference::kind(std::uint32_t entity) const {
  const std::string& type = roster_.entity(entity).type;
  if (knowledge_.ontology.is_a(type, types::person)) return 1;
  if (knowledge_.ontology.is_a(type, types::country)) return 2;
  return knowledge_.ontology.is_a(type, types::organization) ? 3 : 0;
}

void Coreference::resolve(std::vector<std::vector<Mention>>& mentions) {
  find_speakers(mentions);
  find_interviewed(mentions);
  count_countries(mentions);
  find_main_person(mentions);
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    const Sentence& sentence = sentences_[s];
    std::vector<Mention> all;
    std::size_t next = 0;
    for (std::size_t i = 0; i < sentence.tokens.size();) {
      if (next < mentions[s].size() && mentions[s][next].first <= i) {
        find_state(mentions[s][next], all, sentence);
        remember(mentions[s][next], sentence);
        i = std::max<std::size_t>(i + 1, mentions[s][next].last);
        all.push_back(std::move(mentions[s][next++]));
        continue;
      }
      const auto pronoun = knowledge_.pronouns.longest(sentence.tokens, i);
      const bool overlaps = next < mentions[s].size() && pronoun.last > mentions[s][next].first;
      Entities entities;
      // Behind a name it belongs to a phrase that names who is meant ("A and B | both sides").
      const bool of_several =
          pronoun && (*pronoun.value == Reference::both || *pronoun.value == Reference::countries ||
                      *pronoun.value == Reference::three);
      const bool attached = of_several && !all.empty() && all.back().last == i;
      const bool named = attached && all.back().entities.size() > 1;
      if (named && *pronoun.value == Reference::both) {
        all.back().last = static_cast<std::uint32_t>(pronoun.last);
        i = pronoun.last;
        continue;
      }
      if (named) entities = all.back().entities;
      if (pronoun && !overlaps && !attached &&
          stands_alone(*pronoun.value, sentence.tokens, i, pronoun.last))
        entities = refer(*pronoun.value, sentence, i, pronoun.last, all);
      if (entities.empty()) {
        ++i;
        continue;
      }
      Mention mention;
      mention.first = static_cast<std::uint32_t>(i);
      mention.last = static_cast<std::uint32_t>(pronoun.last);
      mention.span = {sentence.tokens[i].span.begin, sentence.tokens[pronoun.last - 1].span.end};
      mention.entities = std::move(entities);
      mention.form = Mention::Form::pronoun;
      const auto& [rule, confidence] = kRules[static_cast<std::size_t>(*pronoun.value)];
      mention.rule = rule;
      mention.confidence = confidence;
      if (*pronoun.value == Reference::both) {
        both_ = mention.entities;
        both_until_ = sentence.number + kBothLasts;
      }
      if (*pronoun.value != Reference::speaker && *pronoun.value != Reference::speakers)
        remember(mention, sentence);
      if (const std::string gender = gender_of(sentence.tokens[i]);
          !gender.empty() && mention.entities.size() == 1 && kind(mention.entities.front()) == 1)
        genders_.emplace(mention.entities.front(), gender);
      i = pronoun.last;
      all.push_back(std::move(mention));
    }
    mentions[s] = std::move(all);
    find_makers(sentence, mentions[s]);
    if (!current_.empty()) {
      // Whom the sentence is about comes first.
      const Entities subjects = subjects_of(sentence, mentions[s]);
      std::stable_partition(current_.begin(), current_.end(), [&](std::uint32_t e) {
        return std::find(subjects.begin(), subjects.end(), e) != subjects.end();
      });
      previous_ = std::move(current_);
    }
    current_.clear();
  }
  find_speakers(mentions);  // now those that only a pronoun names
}

// "the joint statement of A and B": who made a document.
void Coreference::find_makers(const Sentence& sentence, const std::vector<Mention>& mentions) {
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const Mention& document = mentions[m];
    if (document.entities.size() != 1 ||
        roster_.entity(document.entities.front()).type != types::document)
      continue;
    Entities makers;
    const auto take = [&](const Mention& maker) {
      for (const std::uint32_t entity : maker.entities)
        if (kind(entity) != 0 && std::find(makers.begin(), makers.end(), entity) == makers.end())
          makers.push_back(entity);
    };
    for (std::size_t k = m; k-- > 0 && mentions[k].last + kMakersDistance > document.first;) {
      // Nothing but modifiers between: "A and B 's", "signed by A"; a verb that does not modify
      // ends it.
      bool verb = false, punctuation = false;
      for (std::uint32_t i = mentions[k].last; i < mentions[k + 1].first; ++i) {
        verb = verb || sentence.tokens[i].upos == Upos::VERB;
        punctuation = punctuation || sentence.tokens[i].upos == Upos::PUNCT;
      }
      const bool modifies =
          knowledge_.possessives.count(sentence.tokens[mentions[k + 1].first - 1].lemma) != 0;
      if (punctuation || (verb && !modifies)) break;
      take(mentions[k]);
    }
    const bool whole = makers.size() >= 2 ||
                       (!makers.empty() && roster_.makers(document.entities.front()).empty());
    if (whole) roster_.make(document.entities.front(), makers);
  }
}

void Coreference::remember(const Mention& mention, const Sentence& sentence) {
  // A body that only says whose title it is does not count: "NATO Secretary General X".
  if (mention.last < sentence.tokens.size() &&
      knowledge_.titles.longest(sentence.tokens, mention.last) &&
      mention.form != Mention::Form::title)
    return;
  for (std::uint32_t entity : mention.entities) {
    if (mention.government != Mention::kNone) entity = mention.government;
    if (kind(entity) == 0) continue;
    recent_.push_back(entity);
    current_.push_back(entity);
  }
  if (recent_.size() > kMemory)
    recent_.erase(recent_.begin(), recent_.end() - static_cast<std::ptrdiff_t>(kMemory));
}

}  // namespace relata
