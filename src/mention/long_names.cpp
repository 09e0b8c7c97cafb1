// SPDX-License-Identifier: Apache-2.0
// Names of several capitalised words that no gazetteer knows, of which a part may be known: "Nile
// Crest", "Port of Rotterdam Authority", "International Transport Workers' Federation".

#include <algorithm>

#include "mention/bodies.hpp"
#include "mention/neighbours.hpp"
#include "mention/people.hpp"
#include "mention/readers.hpp"
#include "mention/word_shapes.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongest = 10;  // tokens of a name

// The end of the run of capitalised words, with "of" and "and" inside it where the word before is
// one that makes names.
std::size_t capitals_from(const Scan& scan, std::size_t i) {
  std::size_t end = i;
  bool of = false;
  const auto is_head = [&](std::size_t k) {
    const Heads heads = scan.knowledge.heads.longest(scan.tokens, k);
    return heads && std::any_of(heads.value->begin(), heads.value->end(),
                                [](const Head& head) { return head.kind == Head::Kind::name; });
  };
  while (end < scan.tokens.size() && end < i + kLongest) {
    const Token& token = scan.tokens[end];
    const bool more =
        end > i && end + 1 < scan.tokens.size() && names_something(scan.tokens[end + 1]);
    if (end > i && begins_form(scan, end)) break;
    if (const std::size_t next = end > i ? behind_particles(scan, end) : end; next != end) {
      end = next + 1;
    } else if (names_something(token) && scan.title_starting(end) <= end &&
               (!scan.names_nothing(token) || token.upos == Upos::ADJ)) {
      ++end;
    } else if (more && is_head(end - 1) && scan.knowledge.inside.count(token.lemma) != 0) {
      of = true;
      ++end;
    } else if (more && of && token.upos == Upos::CCONJ &&
               scan.tokens[end - 1].upos == Upos::PROPN) {
      ++end;
    } else if (more && token.form == "&") {
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
std::string type_of_long_name(const Scan& scan, std::size_t first, std::size_t last) {
  std::size_t end = last;
  for (std::size_t i = last; i-- > first + 1;)
    if (scan.tokens[i].upos == Upos::ADP) end = i;
  const auto made_by = [&](std::size_t stop) -> std::string {
    const Heads heads = scan.knowledge.heads.longest(scan.tokens, stop - 1);
    if (heads && heads.last == stop)
      for (const Head& head : *heads.value)
        if (head.names()) return head.type;
    return {};
  };
  // "Port of Rotterdam Authority", but "University of Science and Technology".
  const std::string of_whole = made_by(last), of_first = made_by(end);
  if (of_first.empty() || of_whole == types::organization) {
    if (!of_whole.empty()) return of_whole;
  } else {
    return of_first;
  }
  const auto front = scan.knowledge.fronts.longest(scan.tokens, first);
  if (front && front.last < last) return *front.value;
  return type_by_neighbours(scan, first, last);
}

// Whether the words behind the known beginning of a name belong to it.
bool continues_name(const Scan& scan, std::size_t first, std::size_t known, std::size_t last) {
  for (std::size_t i = first; i < known; ++i) {
    const int head = scan.tokens[i].head;
    const bool behind = head >= static_cast<int>(known) && head < static_cast<int>(last);
    if (behind && (scan.tokens[i].deprel == "compound" || scan.tokens[i].deprel == "amod"))
      return true;
  }
  for (std::size_t i = known; i < last; ++i) {
    const int head = scan.tokens[i].head;
    if (head >= static_cast<int>(first) && head < static_cast<int>(known) &&
        (scan.tokens[i].deprel == "flat" || scan.tokens[i].deprel == "nmod"))
      return true;
  }
  return false;
}

// The country of the first word, if that is one, or of what modifies the name.
std::string country_of_name(const Scan& scan, std::size_t i) {
  if (const auto known = scan.knowledge.names.longest(scan.tokens, i))
    return scan.first_meaning(*known).country;
  return country_before(scan, i);
}

// Whether a capital at token i is none of a sentence's or a quotation's beginning.
bool within_sentence(const Scan& scan, std::size_t i) {
  return i > 0 && scan.tokens[i - 1].upos != Upos::PUNCT && names_something(scan.tokens[i]);
}

// "The Polar Institute" for the Norwegian Polar Institute.
std::size_t read_end_of_name(Scan& scan, std::size_t i) {
  const std::size_t end = capitals_from(scan, i);
  if (end < i + 2 || scan.knowledge.names.longest(scan.tokens, i)) return i;
  const std::uint32_t body = scan.roster.ends_with(scan.text(i, end));
  if (body == Roster::kNone) return i;
  scan.add(i, end, {body}, Mention::Form::name, 0.9, "name.end");
  return end;
}

}  // namespace

std::size_t read_long_name(Scan& scan, std::size_t i) {
  if (!scan.spaced() || scan.heading || !has_capital(scan.tokens[i]) ||
      (i + 1 < scan.tokens.size() && scan.names_nothing(scan.tokens[i]) &&
       scan.tokens[i].deprel.starts_with("obl")))
    return i;
  for (std::size_t last = std::min(scan.tokens.size(), i + kLongest); last > i + 1; --last) {
    const std::uint32_t entity = scan.roster.find(scan.text(i, last));
    if (entity == Roster::kNone || scan.is_described(entity) ||
        scan.tokens[last - 1].upos == Upos::PUNCT || scan.is(entity, types::person))
      continue;
    scan.add(i, last, {entity}, Mention::Form::name, 0.95, "document");
    return last;
  }
  if (const std::size_t end = read_end_of_name(scan, i); end != i) return end;
  const auto tagged = std::find_if(scan.tagged.begin(), scan.tagged.end(),
                                   [&](const NamedEntity& entity) { return entity.first == i; });
  const std::string_view kind =
      tagged == scan.tagged.end() ? std::string_view() : scan.type_of(*tagged);
  const bool body = kind == types::organization;
  std::size_t end = scan.tokens[i].upos == Upos::PROPN || body ? capitals_from(scan, i) : i;
  if (end == i && within_sentence(scan, i)) {  // "the | Grain Board"
    end = capitals_from(scan, i);
    if (const Heads head = scan.knowledge.heads.longest(scan.tokens, end > i ? end - 1 : i);
        end < i + 2 || !head || head.last != end || !head.value->front().names())
      end = i;
  }
  if (body && tagged->last > end && scan.title_starting(tagged->last - 1) < tagged->last &&
      scan.tokens[tagged->last - 1].upos != Upos::PUNCT)
    end = tagged->last;
  if (end < i + 2) return i;
  std::string type = type_of_long_name(scan, i, end);
  const auto known = scan.knowledge.names.longest(scan.tokens, i);
  if (known) {
    if (known->last >= end) return i;
    // "Lisbon's | Gulbenkian Foundation", "Lisbon-based | ..."
    const Token& behind = scan.tokens[known->last];
    if (behind.upos == Upos::PART || behind.form == "-") return i;
    const Entity& entity = scan.first_meaning(*known);
    const bool country = scan.is_a(entity.type, types::country);
    const bool place = country || scan.is_a(entity.type, types::place);
    // "The Lagos | house Cassava Press"
    if (place && behind.upos == Upos::NOUN && !has_capital(behind)) return i;
    // "Max Planck Institute | for Plasma Physics"
    const bool longer = scan.knowledge.inside.count(scan.tokens[known->last].lemma) != 0;
    if ((known->entries.front().use == NameIndex::Use::name && !place && !longer) ||
        (country && type.empty()) || !continues_name(scan, i, known->last, end))
      return i;
  }
  const bool shaped =
      scan.knowledge.person_names.end_of_name(scan.tokens, i, PersonNames::Evidence::none) != i;
  const bool person = shaped || (kind == types::person && tagged->last == end);
  // "Eva | Stern" with a given name, whatever else is called Stern.
  const bool named = shaped && end == i + 2;
  if (type == types::person || (type.empty() && person && (!body || named))) return i;
  const bool by_tag = type.empty();
  std::uint32_t entity = scan.roster.find(scan.text(i, end));
  if (entity == Roster::kNone) {
    if (type.empty() && kind.empty() && !known) return i;
    if (type.empty()) type = known || body ? types::organization : kind;
    entity = scan.roster.named(type, scan.text(i, end), country_of_name(scan, i));
  }
  scan.add(i, end, {entity}, Mention::Form::name, 0.75, by_tag ? "name.tagged" : "name.long");
  add_short_body(scan, entity, i, end);
  return end;
}

}  // namespace relata
