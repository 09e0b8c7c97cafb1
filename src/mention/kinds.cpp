// SPDX-License-Identifier: Apache-2.0
// What kind of thing a name means that no list has, from what stands beside it anywhere in the
// document: who has a chairman or shares is a body, who is 52 is a person.

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/scanner.hpp"

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

}  // namespace

// The type that the words around tokens [first, last) give their name, or nothing.
std::string Scanner::kind_told(std::size_t first, std::size_t last) const {
  const auto at = [&](std::size_t i, const std::unordered_set<std::string>& words) {
    return i < tokens_.size() && words.count(tokens_[i].lemma) != 0;
  };
  const std::string body(types::organization), person(types::person);
  // "X's finance | director", "director of | X"
  if (at(last, knowledge_.possessives) && tokens_[last].upos == Upos::PART)
    for (std::size_t i = last + 1; i < tokens_.size() && i <= last + 1 + kLongestModifier; ++i) {
      if (at(i, knowledge_.of_bodies)) return body;
      if (tokens_[i].upos != Upos::NOUN && tokens_[i].upos != Upos::ADJ &&
          tokens_[i].upos != Upos::NUM)
        break;
    }
  std::size_t before = first;
  while (before > 0 && tokens_[before - 1].upos == Upos::DET) --before;
  if (before >= 2 && at(before - 1, knowledge_.inside) && at(before - 2, knowledge_.of_bodies))
    return body;
  // "A drone called X"
  if (first >= 2 && at(first - 1, knowledge_.naming))
    if (const std::string kind = type_of_noun(first - 2); !kind.empty()) return kind;
  // "X, (which is) based in", "X, 52,", "X, who"
  std::size_t next = last;
  if (next < tokens_.size() && is_comma(tokens_[next])) ++next;
  if (next > last && next + 1 < tokens_.size() && is_age(tokens_[next]) &&
      tokens_[next + 1].upos == Upos::PUNCT)
    return person;
  for (std::size_t i = next; i < tokens_.size() && i < next + 3 && tokens_[i].form != "-"; ++i)
    if (at(i, knowledge_.seated)) return body;
  return type_by_neighbours(first, last);
}

// Whether token i does something to something: what the tagger took for a place may be a body.
bool Scanner::acts(std::size_t i) const {
  const int verb = tokens_[i].deprel == "nsubj" ? tokens_[i].head : -1;
  return verb >= 0 && std::any_of(tokens_.begin(), tokens_.end(), [&](const Token& token) {
           return token.head == verb && (token.deprel == "obj" || token.deprel == "ccomp");
         });
}

// The same without spaces: "X | chairman | Li", "X | headquarters".
std::string Scanner::kind_told_unspaced(std::size_t last) const {
  if (last >= tokens_.size()) return {};
  if (knowledge_.seated.count(tokens_[last].lemma) != 0) return std::string(types::organization);
  const std::size_t title = title_starting(last);
  const bool holder =
      title > last && std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& m) {
        return m.first == title && m.entities.size() == 1 &&
               knowledge_.ontology.is_a(roster_.entity(m.entities.front()).type, types::person);
      });
  return holder ? std::string(types::organization) : std::string();
}

// Only what a noun in the name does not tell is learned.
void Scanner::learn_kinds() {
  for (const Mention& mention : mentions_) {
    if (mention.form != Mention::Form::name || mention.entities.size() != 1) continue;
    const std::uint32_t entity = mention.entities.front();
    if (roster_.record(entity)) continue;
    if (!knowledge_.language.spaced()) {
      if (const std::string told = kind_told_unspaced(mention.last);
          !told.empty() && (roster_.entity(entity).type == types::person ||
                            roster_.entity(entity).type == types::place))
        roster_.vote(entity, told);
      continue;
    }
    if (mention.rule == "name.head" || mention.rule == "name.long" || mention.rule == "title+name")
      roster_.vote(entity, roster_.entity(entity).type);
    else if (const std::string told = kind_told(mention.first, mention.last); !told.empty())
      roster_.vote(entity, told);
    else if (stands_for_place(mention.first))
      roster_.vote(entity, std::string(types::place));
    else if (roster_.entity(entity).type == types::place && acts(mention.last - 1))
      roster_.vote(entity, std::string(types::organization));
  }
}

}  // namespace relata
