// SPDX-License-Identifier: Apache-2.0
#include "mention/neighbours.hpp"

#include <algorithm>

#include "mention/people.hpp"
#include "mention/tagged_names.hpp"
#include "mention/word_shapes.hpp"

namespace relata {

std::string type_of_noun(const Scan& scan, std::size_t i) {
  if (scan.title_starting(i) == i + 1) return std::string(types::person);
  const Heads heads = scan.knowledge.heads.longest(scan.tokens, i);
  if (!heads || scan.tokens[i].upos == Upos::VERB) return {};
  for (const Head& head : *heads.value)
    if (head.kind == Head::Kind::member) return head.type;
  const Head& front = heads.value->front();
  return front.names() ? front.type : std::string();
}

std::string type_by_neighbours(const Scan& scan, std::size_t first, std::size_t last) {
  if (const Described described = described_before(scan, first); !described.type.empty())
    return described.type;
  const std::size_t next =
      last < scan.tokens.size() && scan.tokens[last].form == "," ? last + 1 : last;
  if (next < scan.tokens.size() && scan.knowledge.persons.count(scan.tokens[next].lemma) != 0)
    return std::string(types::person);
  // "Stevedore platform" is a thing, as its noun says; "Nordlys workers" are not Nordlys.
  if (last < scan.tokens.size() && scan.tokens[last - 1].head == static_cast<int>(last) &&
      scan.tokens[last - 1].deprel == "compound")
    if (const Head* head =
            people(scan, scan.knowledge.heads.longest(scan.tokens, last), Head::Kind::member, {});
        head && !scan.knowledge.ontology.is_actor(head->type))
      return head->type;
  const auto inside = [&](int i) {
    return i >= static_cast<int>(first) && i < static_cast<int>(last);
  };
  for (std::size_t i = 0; i < scan.tokens.size(); ++i) {
    const Token& token = scan.tokens[i];
    const bool joins =
        token.deprel == "appos" || token.deprel == "nmod:desc" || token.deprel == "flat";
    if (!joins || token.head < 0 || inside(static_cast<int>(i)) == inside(token.head)) continue;
    const std::size_t noun = inside(token.head) ? i : static_cast<std::size_t>(token.head);
    const bool predicate =  // "whose founder is X"
        std::any_of(scan.tokens.begin(), scan.tokens.end(), [&](const Token& other) {
          return other.head == static_cast<int>(i) && other.deprel == "cop";
        });
    if (has_capital(scan.tokens[noun]) || predicate) continue;
    if (const std::string type = type_of_noun(scan, noun); !type.empty()) return type;
  }
  return {};
}

std::size_t behind_particles(const Scan& scan, std::size_t i) {
  constexpr std::size_t kMost = 2;
  std::size_t k = i;
  while (k < scan.tokens.size() && k < i + kMost && !has_capital(scan.tokens[k]) &&
         scan.knowledge.particles.count(scan.tokens[k].form) != 0)
    ++k;
  // "Varuna-2", "Berzins-Vanags"
  const bool joined =
      k == i && i > 0 && i + 1 < scan.tokens.size() && scan.tokens[i].form == "-" &&
      scan.tokens[i].span.begin == scan.tokens[i - 1].span.end &&
      scan.tokens[i].span.end == scan.tokens[i + 1].span.begin &&
      (scan.tokens[i + 1].upos == Upos::NUM || (is_capitalised_name(scan.tokens[i + 1]) &&
                                                !scan.knowledge.names.longest(scan.tokens, i - 1)));
  if (joined) return i + 1;
  if (k == i) return i;
  if (k < scan.tokens.size() && scan.tokens[k].form == "-") ++k;
  return k < scan.tokens.size() && has_capital(scan.tokens[k]) && scan.tokens[k].upos == Upos::PROPN
             ? k
             : i;
}

bool begins_described_name(const Scan& scan, std::size_t i) {
  if (i == 0 || !names_something(scan.tokens[i]) || has_capital(scan.tokens[i - 1])) return false;
  const std::string type = described_before(scan, i).type;
  return !type.empty() && type != types::person;
}

bool is_somewhere(const Scan& scan, std::size_t first, std::size_t last) {
  return stands_for_place(scan, first) &&
         (last >= scan.tokens.size() ||
          scan.knowledge.possessives.count(scan.tokens[last].lemma) == 0);
}

}  // namespace relata
