// SPDX-License-Identifier: Apache-2.0
// Names of several capitalised words that no gazetteer knows, of which a part may be known: "Nile
// Crest", "Port of Rotterdam Authority", "International Transport Workers' Federation".

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/scanner.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongest = 10;   // tokens of a name
constexpr std::size_t kShortBody = 4;  // letters that a body may be called by for short

bool has_capital(const Token& token) {
  return u_isupper(static_cast<UChar32>(code_point_at(token.form, 0)));
}

bool names_something(const Token& token) {
  return has_capital(token) && (token.upos == Upos::PROPN || token.upos == Upos::NOUN ||
                                token.upos == Upos::ADJ || token.upos == Upos::NUM);
}

}  // namespace

// What a noun says of its bearer: an entity type, or nothing.
std::string Scanner::type_of_noun(std::size_t i) const {
  if (title_starting(i) == i + 1) return std::string(types::person);
  const Heads heads = knowledge_.heads.longest(tokens_, i);
  if (!heads || tokens_[i].upos == Upos::VERB) return {};
  for (const Head& head : *heads.value)
    if (head.kind == Head::Kind::member) return head.type;
  const Head& front = heads.value->front();
  return front.kind == Head::Kind::name ? front.type : std::string();
}

// The type that what stands beside a name tells: "the group X", "X, a maker of", "X, who".
std::string Scanner::type_by_neighbours(std::size_t first, std::size_t last) const {
  if (const Described described = described_before(first); !described.type.empty())
    return described.type;
  const std::size_t next = last < tokens_.size() && tokens_[last].form == "," ? last + 1 : last;
  if (next < tokens_.size() && knowledge_.persons.count(tokens_[next].lemma) != 0)
    return std::string(types::person);
  // "Stevedore platform" is a thing, as its noun says; "Nordlys workers" are not Nordlys.
  if (last < tokens_.size() && tokens_[last - 1].head == static_cast<int>(last) &&
      tokens_[last - 1].deprel == "compound")
    if (const Head* head = people(knowledge_.heads.longest(tokens_, last), Head::Kind::member, {});
        head && !knowledge_.ontology.is_actor(head->type))
      return head->type;
  const auto inside = [&](int i) {
    return i >= static_cast<int>(first) && i < static_cast<int>(last);
  };
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    const bool joins =
        token.deprel == "appos" || token.deprel == "nmod:desc" || token.deprel == "flat";
    if (!joins || token.head < 0 || inside(static_cast<int>(i)) == inside(token.head)) continue;
    const std::size_t noun = inside(token.head) ? i : static_cast<std::size_t>(token.head);
    if (has_capital(tokens_[noun])) continue;
    if (const std::string type = type_of_noun(noun); !type.empty()) return type;
  }
  return {};
}

// The end of the run of capitalised words, with "of" and "and" inside it where the word before is
// one that makes names.
std::size_t Scanner::capitals_from(std::size_t i) const {
  std::size_t end = i;
  bool of = false;
  const auto is_head = [&](std::size_t k) {
    const Heads heads = knowledge_.heads.longest(tokens_, k);
    return heads && std::any_of(heads.value->begin(), heads.value->end(),
                                [](const Head& head) { return head.kind == Head::Kind::name; });
  };
  while (end < tokens_.size() && end < i + kLongest) {
    const Token& token = tokens_[end];
    const bool more = end > i && end + 1 < tokens_.size() && names_something(tokens_[end + 1]);
    const bool never = knowledge_.no_names.count(name_key(token.form, knowledge_.language)) != 0;
    if (names_something(token) && title_starting(end) <= end &&
        (!never || token.upos == Upos::ADJ)) {
      ++end;
    } else if (more && is_head(end - 1) && knowledge_.inside.count(token.lemma) != 0) {
      of = true;
      ++end;
    } else if (more && of && token.upos == Upos::CCONJ && tokens_[end - 1].upos == Upos::PROPN) {
      ++end;
    } else if (more && token.upos == Upos::PART && is_head(end + 1)) {
      ++end;  // "Workers' Federation"
    } else {
      break;
    }
  }
  return end;
}

// By the noun that makes the name, then by what stands beside it.
std::string Scanner::type_of_long_name(std::size_t first, std::size_t last) const {
  std::size_t end = last;
  for (std::size_t i = last; i-- > first + 1;)
    if (tokens_[i].upos == Upos::ADP) end = i;
  const auto made_by = [&](std::size_t stop) -> std::string {
    const Heads heads = knowledge_.heads.longest(tokens_, stop - 1);
    if (heads && heads.last == stop)
      for (const Head& head : *heads.value)
        if (head.kind == Head::Kind::name) return head.type;
    return {};
  };
  // "Port of Rotterdam Authority", but "University of Science and Technology".
  const std::string of_whole = made_by(last), of_first = made_by(end);
  if (of_first.empty() || of_whole == types::organization) {
    if (!of_whole.empty()) return of_whole;
  } else {
    return of_first;
  }
  return type_by_neighbours(first, last);
}

// Whether the words behind the known beginning of a name belong to it.
bool Scanner::continues_name(std::size_t first, std::size_t known, std::size_t last) const {
  for (std::size_t i = first; i < known; ++i) {
    const int head = tokens_[i].head;
    const bool behind = head >= static_cast<int>(known) && head < static_cast<int>(last);
    if (behind && (tokens_[i].deprel == "compound" || tokens_[i].deprel == "amod")) return true;
  }
  for (std::size_t i = known; i < last; ++i) {
    const int head = tokens_[i].head;
    if (head >= static_cast<int>(first) && head < static_cast<int>(known) &&
        (tokens_[i].deprel == "flat" || tokens_[i].deprel == "nmod"))
      return true;
  }
  return false;
}

// "The Polar Institute" for the Norwegian Polar Institute.
std::size_t Scanner::read_end_of_name(std::size_t i) {
  const std::size_t end = capitals_from(i);
  if (end < i + 2 || knowledge_.names.longest(tokens_, i)) return i;
  const std::uint32_t body = roster_.ends_with(text(i, end));
  if (body == Roster::kNone) return i;
  add(i, end, {body}, Mention::Form::name, 0.9, "name.end");
  return end;
}

std::size_t Scanner::read_long_name(std::size_t i) {
  if (!knowledge_.language.spaced() || heading_ || !has_capital(tokens_[i])) return i;
  for (std::size_t last = std::min(tokens_.size(), i + kLongest); last > i + 1; --last) {
    const std::uint32_t entity = roster_.find(text(i, last));
    if (entity == Roster::kNone || is_described(entity) || tokens_[last - 1].upos == Upos::PUNCT ||
        knowledge_.ontology.is_a(roster_.entity(entity).type, types::person))
      continue;
    add(i, last, {entity}, Mention::Form::name, 0.95, "document");
    return last;
  }
  if (const std::size_t end = read_end_of_name(i); end != i) return end;
  const auto tagged = std::find_if(tagged_.begin(), tagged_.end(),
                                   [&](const NamedEntity& entity) { return entity.first == i; });
  const auto label = tagged == tagged_.end() ? knowledge_.tagged_types.end()
                                             : knowledge_.tagged_types.find(tagged->type);
  const std::string kind = label == knowledge_.tagged_types.end() ? std::string() : label->second;
  const bool body = kind == types::organization;
  std::size_t end = tokens_[i].upos == Upos::PROPN || body ? capitals_from(i) : i;
  if (body && tagged->last > end && title_starting(tagged->last - 1) < tagged->last &&
      tokens_[tagged->last - 1].upos != Upos::PUNCT)
    end = tagged->last;
  if (end < i + 2) return i;
  std::string type = type_of_long_name(i, end);
  const auto known = knowledge_.names.longest(tokens_, i);
  if (known) {
    if (known->last >= end) return i;
    const Entity& entity = knowledge_.gazetteer.entities()[known->entries.front().entity].entity;
    const bool country = knowledge_.ontology.is_a(entity.type, types::country);
    const bool place = country || knowledge_.ontology.is_a(entity.type, types::place);
    // "Max Planck Institute | for Plasma Physics"
    const bool longer = knowledge_.inside.count(tokens_[known->last].lemma) != 0;
    if ((known->entries.front().use == NameIndex::Use::name && !place && !longer) ||
        (country && type.empty()) || !continues_name(i, known->last, end))
      return i;
  }
  const bool shaped =
      knowledge_.person_names.end_of_name(tokens_, i, PersonNames::Evidence::none) != i;
  const bool person = shaped || (kind == types::person && tagged->last == end);
  if (type == types::person || (type.empty() && person && !body)) return i;
  std::uint32_t entity = roster_.find(text(i, end));
  if (entity == Roster::kNone) {
    if (type.empty() && kind.empty() && !known) return i;
    if (type.empty()) type = known || body ? types::organization : std::string_view(kind);
    entity = roster_.named(type, text(i, end), country_of_name(i));
  }
  add(i, end, {entity}, Mention::Form::name, 0.75, "name.long");
  add_short_body(entity, i, end);
  return end;
}

// The country of the first word, if that is one, or of what modifies the name.
std::string Scanner::country_of_name(std::size_t i) const {
  if (const auto known = knowledge_.names.longest(tokens_, i))
    return knowledge_.gazetteer.entities()[known->entries.front().entity].entity.country;
  return country_before(i);
}

// "Halden" for Halden Robotics, "the Treasury" for the U.S. Treasury.
void Scanner::add_short_body(std::uint32_t body, std::size_t first, std::size_t last) {
  if (!knowledge_.language.spaced() || last < first + 2) return;
  const std::string& word = tokens_[first].form;
  const auto known = knowledge_.names.longest(tokens_.first(first + 1), first);
  if (known && knowledge_.ontology.is_a(
                   knowledge_.gazetteer.entities()[known->entries.front().entity].entity.type,
                   types::country)) {
    if (last == first + 2) roster_.add_short_name(body, tokens_[last - 1].form);
    return;
  }
  const bool plain = names_something(tokens_[first]) && count_code_points(word) >= kShortBody &&
                     !known && !knowledge_.heads.longest(tokens_, first) &&
                     (last == first + 2 || !knowledge_.person_names.is_given_name(
                                               name_key(word, knowledge_.language))) &&
                     knowledge_.generic.count(name_key(word, knowledge_.language)) == 0;
  if (plain) roster_.add_short_name(body, word);
}

}  // namespace relata
