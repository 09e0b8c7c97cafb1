// SPDX-License-Identifier: Apache-2.0
// Words that refer are read in the order of the text, between the names; whom they mean is told by
// Referent.

#include "mention/coreference.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "mention/clause_parts.hpp"
#include "mention/makers.hpp"
#include "mention/referent.hpp"
#include "mention/subject_matter.hpp"

namespace relata {
namespace {

constexpr std::uint32_t kBothLasts = 8;  // sentences in which "both sides" stay the same

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

bool means_several(Reference reference) {
  return reference == Reference::both || reference == Reference::countries ||
         reference == Reference::three;
}

// "The | Swedish | retailer X" speaks of X.
bool modifies(const Mention& demonym, const Mention& next, const Sentence& sentence) {
  constexpr std::uint32_t kLongest = 4;  // tokens between the two
  if (demonym.rule != "demonym" || next.first > demonym.last + kLongest) return false;
  for (std::uint32_t i = demonym.last; i < next.first; ++i) {
    const Token& token = sentence.tokens[i];
    if (token.upos != Upos::NOUN && token.upos != Upos::ADJ && token.upos != Upos::PROPN &&
        token.form != "-")
      return false;
  }
  return next.form <= Mention::Form::alias;
}

}  // namespace

void Coreference::resolve(std::vector<std::vector<Mention>>& mentions) {
  speakers_.find(mentions);
  speakers_.find_interviewed(mentions);
  count_actors(mentions, memory_);
  find_main_person(knowledge_, sentences_, mentions, memory_);
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    mentions[s] = resolve(sentences_[s], std::move(mentions[s]));
    find_makers(knowledge_, memory_, sentences_[s], mentions[s], roster_);
    if (knowledge_.language.spaced() && !mentions[s].empty())
      memory_.together = together(sentences_[s], sentences_[s].tokens.size(), mentions[s]);
    // Texts with spaces tell the subject surely enough.
    memory_.end_sentence(knowledge_.language.spaced() ? subjects_of(sentences_[s], mentions[s])
                                                      : Entities());
  }
  speakers_.find(mentions);  // now those that only a pronoun names
}

// The mentions of a sentence, with pronouns between its names.
std::vector<Mention> Coreference::resolve(const Sentence& sentence, std::vector<Mention>&& named) {
  std::vector<Mention> all;
  auto next = named.begin();
  for (std::size_t i = 0; i < sentence.tokens.size();) {
    if (next != named.end() && next->first <= i) {
      find_state(knowledge_, memory_, *next, all, sentence, roster_);
      if (next + 1 == named.end() || !modifies(*next, *(next + 1), sentence))
        remember(*next, sentence);
      i = std::max<std::size_t>(i + 1, next->last);
      all.push_back(std::move(*next++));
      continue;
    }
    const std::size_t limit = next == named.end() ? sentence.tokens.size() : next->first;
    std::size_t end = read_pronoun(sentence, i, limit, all);
    if (end == i) end = read_described(sentence, i, limit, all);
    i = std::max(i + 1, end);
  }
  return all;
}

// Reads the pronoun that begins with token i and ends before token `next`; gives the token behind
// it, or i.
std::size_t Coreference::read_pronoun(const Sentence& sentence, std::size_t i, std::size_t next,
                                      std::vector<Mention>& all) {
  const auto pronoun = knowledge_.pronouns.longest(sentence.tokens, i);
  if (!pronoun) return i;
  const Reference reference = *pronoun.value;
  Entities entities;
  // Behind a name it belongs to a phrase that names who is meant ("A and B | both sides").
  const bool attached = means_several(reference) && !all.empty() && all.back().last == i;
  if (attached && all.back().entities.size() > 1) {
    if (reference == Reference::both) {
      all.back().last = static_cast<std::uint32_t>(pronoun.last);
      return pronoun.last;
    }
    entities = all.back().entities;
  }
  if (pronoun.last <= next && !attached &&
      stands_alone(reference, sentence.tokens, i, pronoun.last))
    entities = Referent(knowledge_, roster_, memory_, speakers_, sentence, i, pronoun.last, all)
                   .find(reference);
  if (entities.empty()) return i;
  Mention mention;
  mention.first = static_cast<std::uint32_t>(i);
  mention.last = static_cast<std::uint32_t>(pronoun.last);
  mention.span = {sentence.tokens[i].span.begin, sentence.tokens[pronoun.last - 1].span.end};
  mention.entities = std::move(entities);
  mention.form = Mention::Form::pronoun;
  std::tie(mention.rule, mention.confidence) = kRules[static_cast<std::size_t>(reference)];
  if (reference == Reference::both) {
    memory_.both = mention.entities;
    memory_.both_until = sentence.number + kBothLasts;
  }
  if (reference != Reference::speaker && reference != Reference::speakers)
    remember(mention, sentence);
  if (const std::string gender = gender_of(knowledge_, sentence.tokens[i]);
      !gender.empty() && mention.entities.size() == 1 &&
      memory_.is(mention.entities.front(), ActorKind::person))
    memory_.genders.emplace(mention.entities.front(), gender);
  all.push_back(std::move(mention));
  return pronoun.last;
}

// "The judge", of whom the text has said that she is one; nothing but adjectives between, nothing
// behind that tells which judge.
std::size_t Coreference::read_described(const Sentence& sentence, std::size_t i, std::size_t next,
                                        std::vector<Mention>& all) {
  constexpr int kLongest = 3;  // tokens behind the article
  const Token& article = sentence.tokens[i];
  const int at = static_cast<int>(i);
  if (!knowledge_.language.spaced() || article.feats.find("Definite=Def") == std::string::npos ||
      article.head <= at || article.head > at + kLongest || article.head >= static_cast<int>(next))
    return i;
  const auto noun = static_cast<std::size_t>(article.head);
  for (std::size_t k = i + 1; k < noun; ++k)
    if (sentence.tokens[k].upos != Upos::ADJ) return i;
  const auto tells_more = [&](const Token& token) {
    return token.head == article.head &&
           (token.deprel.starts_with("nmod") || token.deprel.starts_with("acl") ||
            token.deprel == "appos" || token.deprel == "cop" || token.deprel == "flat");
  };
  if (sentence.tokens[noun].upos != Upos::NOUN || sentence.tokens[noun].deprel == "appos" ||
      std::any_of(sentence.tokens.begin(), sentence.tokens.end(), tells_more))
    return i;
  Mention mention;
  mention.entities =
      Referent(knowledge_, roster_, memory_, speakers_, sentence, i, noun + 1, all).described();
  if (mention.entities.empty()) return i;
  mention.first = static_cast<std::uint32_t>(i);
  mention.last = static_cast<std::uint32_t>(noun + 1);
  mention.span = {article.span.begin, sentence.tokens[noun].span.end};
  mention.form = Mention::Form::pronoun;
  mention.rule = "described";
  mention.confidence = 0.7;
  remember(mention, sentence);
  all.push_back(std::move(mention));
  return noun + 1;
}

// A bare noun refers to something only where it is all of its phrase.
bool Coreference::stands_alone(Reference reference, std::span<const Token> tokens,
                               std::size_t first, std::size_t last) const {
  // "The union X": the noun tells what X is.
  const bool describes = knowledge_.language.spaced() && last < tokens.size() &&
                         tokens[last].upos == Upos::PROPN &&
                         (tokens[last].head == static_cast<int>(last) - 1 ||
                          tokens[last - 1].head == static_cast<int>(last));
  if (describes && (reference == Reference::body || reference == Reference::named ||
                    reference == Reference::bare))
    return false;
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

void Coreference::remember(const Mention& mention, const Sentence& sentence) {
  // A body that only says whose title it is does not count: "NATO Secretary General X".
  if (mention.last < sentence.tokens.size() &&
      knowledge_.titles.longest(sentence.tokens, mention.last) &&
      mention.form != Mention::Form::title)
    return;
  if (knowledge_.language.spaced() && mention.form <= Mention::Form::alias &&
      mention.entities.size() == 1)
    for (const std::string& noun : nouns_of(sentence, mention))
      memory_.describe(mention.entities.front(), noun);
  for (const std::uint32_t entity : mention.entities)
    memory_.remember(mention.government == Mention::kNone ? entity : mention.government);
}

}  // namespace relata
