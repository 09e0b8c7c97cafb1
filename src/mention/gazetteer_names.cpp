// SPDX-License-Identifier: Apache-2.0
// Names of the gazetteer, and what they may mean.

#include "mention/gazetteer_names.hpp"

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/bodies.hpp"
#include "mention/compounds.hpp"
#include "mention/people.hpp"
#include "mention/readers.hpp"
#include "mention/titles.hpp"

namespace relata {
namespace {

// Whether an entity may be meant by a word that needs context: a person by the surname alone once
// the full name was read, a body once its country stands before it or it was named in full.
bool fits_context(Scan& scan, std::uint32_t known, std::size_t first, std::size_t last) {
  const KnownEntity& record = scan.knowledge.gazetteer.entities()[known];
  const std::string word = scan.text(first, last);
  if (scan.is_a(record.entity.type, types::country)) return count_code_points(word) >= 2;
  if (scan.is_a(record.entity.type, types::person))
    return scan.roster.has(record.entity.id) || holds(scan, record, last);
  if (scan.roster.has(record.entity.id)) return true;
  if (scan.mentions.empty() || scan.mentions.back().last != first) return false;
  return scan.roster.entity(scan.mentions.back().entities.front()).country == record.entity.country;
}

// "Sofia Brandt", "Chad Miller": a given name with a surname behind it, whatever place is called
// so.
bool begins_person(const Scan& scan, std::size_t first, std::size_t last) {
  if (!scan.spaced() || last != first + 1 || last >= scan.tokens.size()) return false;
  const Token &given = scan.tokens[first], &surname = scan.tokens[last];
  const bool joined =
      (surname.deprel == "flat" && surname.head == static_cast<int>(first)) ||
      (given.deprel == "compound" && given.head == static_cast<int>(last) &&
       surname.upos == Upos::PROPN && !scan.knowledge.heads.longest(scan.tokens, last) &&
       std::none_of(scan.tagged.begin(), scan.tagged.end(), [&](const NamedEntity& seen) {
         return seen.first <= first && seen.last > last && scan.type_of(seen) != types::person;
       }));
  const bool acronym = std::none_of(given.form.begin(), given.form.end(),
                                    [](unsigned char c) { return c >= 'a' && c <= 'z'; });
  return joined && !acronym && scan.title_starting(last) <= last &&
         scan.knowledge.person_names.end_of_name(scan.tokens, first, PersonNames::Evidence::none) >
             last;
}

}  // namespace

std::uint32_t choose(Scan& scan, const NameIndex::Match& match, std::size_t first) {
  std::vector<std::uint32_t> fitting;
  for (const NameIndex::Entry& entry : match.entries) {
    if (entry.use != NameIndex::Use::context) return scan.roster.known(entry.entity);
    if (!fits_context(scan, entry.entity, first, match.last)) continue;
    if (scan.roster.has(scan.knowledge.gazetteer.entities()[entry.entity].entity.id))
      return scan.roster.known(entry.entity);
    fitting.push_back(entry.entity);
  }
  return fitting.size() == 1 ? scan.roster.known(fitting.front()) : Roster::kNone;
}

std::size_t read_known_name(Scan& scan, std::size_t i) {
  const auto match = scan.knowledge.names.longest(scan.tokens, i);
  if (!match || begins_person(scan, i, match->last)) return i;
  // A whole sentence in capitals, or a word that only begins a sentence, is weaker; the index has
  // checked the case already.
  const std::uint32_t entity = choose(scan, *match, i);
  if (entity == Roster::kNone) return i;
  const Entity& known = scan.roster.entity(entity);
  if (scan.is_a(known.type, types::person)) {
    // A longer name that only begins like that of somebody known.
    if (!scan.spaced() && scan.knowledge.person_names.end_of_name(
                              scan.tokens, i, PersonNames::Evidence::none) > match->last)
      return i;
    // "The Gates | Foundation"
    if (const Heads head = head_of_compound(scan, match->last);
        !scan.spaced() && head && head.value->front().kind == Head::Kind::name &&
        scan.is_a(head.value->front().type, types::organization)) {
      scan.add(i, head.last, {scan.roster.named(head.value->front().type, scan.text(i, head.last))},
               Mention::Form::name, 0.85, "compound");
      return head.last;
    }
    scan.add(i, match->last, {entity}, Mention::Form::name, 1, "gazetteer");
    return match->last;
  }
  if (const std::size_t end = end_of_known_body(scan, i, match->last);
      end != match->last && !scan.is_a(known.type, types::organization)) {
    // The place of a body that the document has named before.
    const std::uint32_t body = scan.roster.find(scan.text(match->last, end));
    const Heads head = head_of_compound(scan, end);
    const bool more = head && head.value->front().type == scan.roster.entity(body).type;
    const std::size_t last = more ? head.last : end;
    scan.roster.add_alias(body, scan.text(i, last));
    scan.add(i, last, {body}, Mention::Form::name, 0.9, "document");
    return last;
  }
  if (scan.is_a(known.type, types::organization)) {
    if (!scan.spaced()) drop_description_before(scan, i);
    add_short_body(scan, entity, i, match->last);
  }
  const bool demonym = match->entries.front().use == NameIndex::Use::demonym;
  if (demonym && i > 0 && scan.knowledge.origin.count(scan.tokens[i - 1].lemma) != 0)
    return read_people_of_origin(scan, i - 1, match->last);
  if (const std::size_t end = extend_by_head(scan, i, match->last, entity); end != match->last)
    return end;
  if (const std::size_t end = extend_by_people(scan, i, match->last, entity); end != match->last)
    return end;
  const bool context = match->entries.front().use == NameIndex::Use::context;
  scan.add(i, match->last, {entity},
           demonym || context ? Mention::Form::alias : Mention::Form::name, context ? 0.9 : 1,
           demonym   ? "demonym"
           : context ? "gazetteer.context"
                     : "gazetteer");
  return match->last;
}

}  // namespace relata
