// SPDX-License-Identifier: Apache-2.0
#include "mention/clause_parts.hpp"

#include <algorithm>

namespace relata {
namespace {

Entities at_token(int token, const std::vector<Mention>& mentions) {
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

Entities subjects_of(const Sentence& sentence, const std::vector<Mention>& mentions) {
  for (std::size_t k = 0; k < sentence.tokens.size(); ++k)
    if (sentence.tokens[k].head < 0)
      return at_token(subject_of(sentence.tokens, static_cast<int>(k)), mentions);
  return {};
}

Entities together(const Sentence& sentence, std::size_t end, const std::vector<Mention>& mentions) {
  for (const Mention& first : mentions) {
    Entities all = first.entities;
    const std::uint32_t word = governing_token(sentence.tokens, first.first, first.last);
    if (first.last > end || !sentence.tokens[word].deprel.starts_with("nsubj")) continue;
    for (const Mention& other : mentions)
      for (std::uint32_t k = other.first; k < other.last && other.last <= end; ++k)
        if (sentence.tokens[k].deprel == "conj" &&
            sentence.tokens[k].head == static_cast<int>(word))
          all.insert(all.end(), other.entities.begin(), other.entities.end());
    if (all.size() > 1) return all;
  }
  return {};
}

Entities bound(const Sentence& sentence, std::size_t i, const std::vector<Mention>& before) {
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

Entities joined_before(const Sentence& sentence, std::size_t i,
                       const std::vector<Mention>& before) {
  const std::vector<Token>& tokens = sentence.tokens;
  int noun = tokens[i].head;
  for (std::size_t steps = 0; noun >= 0 && steps < tokens.size(); ++steps) {
    const Token& token = tokens[static_cast<std::size_t>(noun)];
    if (token.deprel == "conj" && token.head < static_cast<int>(i))
      return at_token(token.head, before);
    if (!token.deprel.starts_with("nmod")) return {};
    noun = token.head;
  }
  return {};
}

Entities reported(const Sentence& sentence, std::size_t i, const std::vector<Mention>& before) {
  const std::vector<Token>& tokens = sentence.tokens;
  if (i == 0 || tokens[i - 1].upos != Upos::PUNCT) return {};
  std::size_t verb = i;
  while (verb < tokens.size() && tokens[verb].upos != Upos::VERB && tokens[verb].upos != Upos::AUX)
    ++verb;
  for (std::size_t k = 0; k < i; ++k)
    if ((tokens[k].deprel == "ccomp" && tokens[k].head == static_cast<int>(verb)) ||
        (verb < tokens.size() && tokens[verb].deprel == "parataxis" &&
         tokens[verb].head == static_cast<int>(k)))
      return at_token(subject_of(tokens, static_cast<int>(k)), before);
  return {};
}

Entities doers(const Sentence& sentence, std::size_t i, const std::vector<Mention>& before) {
  const std::vector<Token>& tokens = sentence.tokens;
  int verb = static_cast<int>(i);
  int subject = -1;
  for (std::size_t steps = 0; subject < 0 && steps < tokens.size(); ++steps) {
    const std::string& part = tokens[static_cast<std::size_t>(verb)].deprel;
    const bool shares = steps == 0 || !(part == "ccomp" || part == "parataxis");
    verb = tokens[static_cast<std::size_t>(verb)].head;
    if (verb < 0 || !shares) return {};
    subject = subject_of(tokens, verb);
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

bool names_thing(const Sentence& sentence, std::size_t i, const std::vector<Mention>& before) {
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

std::string gender_of(const MentionKnowledge& knowledge, const Token& token) {
  constexpr std::string_view kGender = "Gender=";
  const std::size_t at = token.feats.find(kGender);
  if (at == std::string::npos) {
    const auto told = knowledge.genders.find(token.lemma);
    return told == knowledge.genders.end() ? std::string() : told->second;
  }
  const std::size_t begin = at + kGender.size();
  return token.feats.substr(begin, token.feats.find('|', begin) - begin);
}

Entities undergoers(const MentionKnowledge& knowledge, const Sentence& sentence, std::size_t i,
                    const std::vector<Mention>& before) {
  const std::vector<Token>& tokens = sentence.tokens;
  const int noun = tokens[i].head;
  if (noun < 0 || i == 0 || knowledge.of_object.count(tokens[i - 1].lemma) == 0) return {};
  const int verb = tokens[static_cast<std::size_t>(noun)].head;
  Entities found;
  for (const Mention& mention : before)
    for (std::uint32_t k = mention.first; k < mention.last; ++k)
      if (tokens[k].head == verb && verb >= 0 && tokens[k].deprel == "obj")
        found.insert(found.end(), mention.entities.begin(), mention.entities.end());
  return found;
}

std::vector<std::string> nouns_of(const Sentence& sentence, const Mention& mention) {
  std::vector<std::string> nouns;
  const auto inside = [&](int i) {
    return i >= static_cast<int>(mention.first) && i < static_cast<int>(mention.last);
  };
  for (std::uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    if (token.head < 0 || inside(static_cast<int>(i)) == inside(token.head)) continue;
    const bool joins = token.deprel == "appos" || token.deprel == "nmod:desc" ||
                       token.deprel == "flat" || token.deprel == "compound";
    const bool subject =
        token.deprel == "nsubj" &&
        std::any_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& other) {
          return other.head == token.head && other.deprel == "cop";
        });
    // A noun before the name tells what it is; one behind it has the name as a modifier.
    const auto noun = inside(token.head) ? i : static_cast<std::uint32_t>(token.head);
    const bool modifies = token.deprel == "compound" && noun >= mention.last;
    if ((joins || (subject && !inside(token.head))) && !modifies &&
        sentence.tokens[noun].upos == Upos::NOUN)
      nouns.push_back(sentence.tokens[noun].lemma);
  }
  return nouns;
}

}  // namespace relata
