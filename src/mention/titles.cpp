// SPDX-License-Identifier: Apache-2.0
// Titles of people, alone and beside a name.

#include "mention/titles.hpp"

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/neighbours.hpp"
#include "mention/people.hpp"
#include "mention/readers.hpp"
#include "mention/tagged_names.hpp"
#include "mention/word_shapes.hpp"

namespace relata {
namespace {

// The body whose name ends where the title begins, or kNone.
std::uint32_t body_before(const Scan& scan, std::size_t title) {
  if (scan.mentions.empty()) return Roster::kNone;
  const Mention& last = scan.mentions.back();
  if (last.entities.size() != 1) return Roster::kNone;
  const bool adjacent = last.last == title;
  const bool possessive = last.last + 1 == title && scan.tokens[last.last].upos == Upos::PART;
  return adjacent || possessive ? last.entities.front() : Roster::kNone;
}

// The end of the title that begins with token i, or of several that are joined by one word.
std::size_t end_of_titles(const Scan& scan, std::size_t i) {
  std::size_t end = scan.title_starting(i);
  while (end > i && end + 1 < scan.tokens.size() && !scan.spaced() &&
         scan.tokens[end].upos != Upos::PUNCT && count_code_points(scan.tokens[end].lemma) == 1 &&
         scan.title_starting(end + 1) > end + 1)
    end = scan.title_starting(end + 1);
  while (end > i && !scan.spaced() && scan.title_starting(end) > end)
    end = scan.title_starting(end);  // "pitcher | coach"
  return end;
}

// The end of the name of a person that the tagger has seen or the document has introduced, or i.
std::size_t end_of_tagged_person(const Scan& scan, std::size_t i) {
  constexpr std::size_t kLongest = 4;
  for (std::size_t end = std::min(scan.tokens.size(), i + kLongest); end > i; --end)
    if (const std::uint32_t known = scan.roster.find(scan.text(i, end));
        known != Roster::kNone && scan.is(known, types::person))
      return end;
  for (const NamedEntity& seen : scan.tagged) {
    if (seen.first == i && scan.type_of(seen) == types::person && may_be_tagged(scan, seen))
      return seen.last;
  }
  return i;
}

// A person's name behind a title: "Prime Minister | Kishida".
std::size_t read_person_after(Scan& scan, std::size_t title, std::size_t name) {
  if (name >= scan.tokens.size()) return name;
  std::uint32_t body = body_before(scan, title);
  // "Sweden's | industry | minister"
  for (std::size_t k = title; !scan.spaced() && body == Roster::kNone && k > 0 &&
                              k + kLongestCompound > title && joins_compound(scan.tokens[k - 1]);)
    body = body_before(scan, --k);
  std::uint32_t person = Roster::kNone;
  std::size_t end =
      scan.knowledge.person_names.end_of_name(scan.tokens, name, PersonNames::Evidence::title);
  if (const auto match = scan.knowledge.names.longest(scan.tokens, name)) {
    for (const auto& entry : match->entries) {
      const KnownEntity& record = scan.knowledge.gazetteer.entities()[entry.entity];
      if (!scan.is_a(record.entity.type, types::person)) continue;
      // A surname alone means someone known only if no longer name begins with it.
      const bool alone =
          match->last >= end && (scan.roster.has(record.entity.id) || holds(scan, record, title));
      if (entry.use != NameIndex::Use::name && !alone) continue;
      if (!scan.spaced() && match->last < end) continue;
      person = scan.roster.known(entry.entity);
      end = match->last;
      break;
    }
    const bool longer = !scan.spaced() && match->last < end;
    if (person == Roster::kNone && !longer && match->entries.front().use == NameIndex::Use::name)
      return name;
  }
  if (person == Roster::kNone) {
    if (end == name && !scan.spaced()) end = end_of_tagged_person(scan, name);
    if (end == name) return name;
    person = scan.roster.find(scan.text(name, end));
    if (person == Roster::kNone) person = introduce(scan, name, end, country_before(scan, title));
  }
  scan.roster.hold(person, scan.text(title, name), body);
  scan.add(name, end, {person}, Mention::Form::name, 0.95, "title+name");
  return end;
}

// "This | 29-year-old | Nigerian striker" is somebody named before.
bool is_such(const Scan& scan, std::size_t first) {
  constexpr std::size_t kLongest = 6;  // tokens between
  for (std::size_t i = first; !scan.spaced() && i > 0 && i + kLongest > first; --i) {
    if (scan.tokens[i - 1].upos == Upos::PUNCT) return false;
    const auto pronoun = scan.knowledge.pronouns.longest(scan.tokens, i - 1);
    if (pronoun.value && *pronoun.value == Reference::person && pronoun.last <= first &&
        scan.knowledge.genders.count(scan.tokens[i - 1].lemma) == 0)
      return true;
  }
  return false;
}

}  // namespace

std::uint32_t introduce(Scan& scan, std::size_t first, std::size_t last,
                        const std::string& country) {
  const std::string name = scan.text(first, last);
  const std::uint32_t person = scan.roster.named(types::person, name, country);
  if (const std::string brief = scan.knowledge.person_names.short_name(name); !brief.empty())
    scan.roster.add_short_name(person, brief);
  return person;
}

bool holds(const Scan& scan, const KnownEntity& record, std::size_t title) {
  const std::size_t end = scan.title_starting(title);
  if (end <= title) return false;
  const std::string key = name_key(scan.text(title, end), scan.knowledge.language);
  for (const Post& post : record.posts)
    for (const auto& [language, name] : post.title)
      if (name_key(name, scan.knowledge.language).ends_with(key)) return true;
  return false;
}

bool names_person(const Scan& scan, std::size_t i) {
  const std::size_t name = scan.title_starting(i);
  return name > i && scan.knowledge.person_names.end_of_name(scan.tokens, name,
                                                             PersonNames::Evidence::title) > name;
}

std::size_t read_title(Scan& scan, std::size_t i) {
  const auto title = scan.knowledge.titles.longest(scan.tokens, i);
  // "X now | chairs Y", the "rights group | Justice Now"
  if (!title.value || (scan.spaced() && (scan.tokens[title.last - 1].upos == Upos::VERB ||
                                         begins_described_name(scan, i))))
    return i;
  const std::uint32_t before = body_before(scan, i);
  const bool person_before = before != Roster::kNone && scan.is(before, types::person);
  if (person_before) {  // the title follows the name
    scan.roster.hold(before, scan.text(i, title.last), Roster::kNone);
    return title.last;
  }
  if (const std::size_t last = end_of_titles(scan, i), end = read_person_after(scan, i, last);
      end != last)
    return end;
  const bool modifies =
      title.last < scan.tokens.size() && scan.tokens[title.last].upos == Upos::NOUN;
  const bool adjacent = before != Roster::kNone && scan.mentions.back().last == i;
  if (title.value->kind == Title::Kind::honorific || (modifies && !adjacent)) return i;
  // "X is the president of Y" tells what X is.
  std::size_t begin = adjacent ? scan.mentions.back().first : i;
  if (begin > 0 && scan.knowledge.posted.count(scan.tokens[begin - 1].lemma) != 0) {
    if (adjacent) return i;  // "Vietnam's ambassador to the US" is not the one of the US
    --begin;
  }
  if (begin > 0 && scan.knowledge.becoming.count(scan.tokens[begin - 1].lemma) != 0) return i;
  // "The head coach, Spain's X": the name comes later.
  if (!scan.spaced() && adjacent && title.last < scan.tokens.size() &&
      scan.tokens[title.last].upos == Upos::PUNCT &&
      std::any_of(scan.tagged.begin(), scan.tagged.end(), [&](const NamedEntity& seen) {
        return seen.first > title.last && seen.first <= title.last + kLongestCompound &&
               scan.type_of(seen) == types::person;
      }))
    return i;
  // "X, a Portuguese engineer" tells of X.
  if (scan.spaced() && adjacent && scan.tokens[title.last - 1].deprel == "appos") return i;
  // The name of the body belongs to that of the person, unless a name follows: "Japan's premier,
  // X", who is nobody named before.
  const bool named = is_named_behind(scan, title.last);
  std::uint32_t person =
      scan.spaced() && named ? Roster::kNone : scan.roster.holder(scan.text(i, title.last), before);
  const bool own = before != Roster::kNone && !(scan.spaced() && named) &&
                   (adjacent || (scan.spaced() && !named && is_argument(scan, i, title.last)));
  const std::size_t first = own ? scan.mentions.back().first : i;
  std::size_t end = title.last;
  if (person == Roster::kNone && own && is_such(scan, first)) return i;
  // Nobody knows the name: the post of that body is all there is to call the person by.
  if (person == Roster::kNone && own)
    person =
        scan.roster.named(types::person, scan.text(first, end), scan.roster.entity(before).country);
  if (person == Roster::kNone && is_argument(scan, i, end))
    if (const std::uint32_t body = place_behind(scan, title.last, end);
        body != Roster::kNone && !is_named_behind(scan, end))
      person =
          scan.roster.named(types::person, scan.text(i, end), scan.roster.entity(body).country);
  if (person == Roster::kNone) return i;
  if (own) scan.mentions.pop_back();
  scan.add(first, end, {person}, Mention::Form::title, 0.85, "title.holder");
  return end;
}

// "Culture | Secretary | Rosa Kiluanji": what a minister is for is no part of a name.
std::size_t read_portfolio(Scan& scan, std::size_t i) {
  constexpr std::size_t kLongest = 4;  // "Trade and Industry"
  std::size_t end = i;
  while (end < scan.tokens.size() && end < i + kLongest && scan.title_starting(end) == end &&
         (scan.knowledge.portfolios.count(
              name_key(scan.tokens[end].form, scan.knowledge.language)) != 0 ||
          (end > i && scan.tokens[end].upos == Upos::CCONJ)))
    ++end;
  const std::size_t name = end > i && end < scan.tokens.size() ? scan.title_starting(end) : end;
  const bool named = name > end && name < scan.tokens.size() && has_capital(scan.tokens[i]) &&
                     has_capital(scan.tokens[end]) && is_capitalised_name(scan.tokens[name]);
  return named ? end : i;
}

// "Wife | Jiang Yingxue", "tycoon | Gong Ziqiang": no posts, but a person's name follows.
std::size_t read_related_person(Scan& scan, std::size_t i) {
  if (scan.knowledge.before_persons.count(scan.tokens[i].lemma) == 0 || i + 1 >= scan.tokens.size())
    return i;
  if (const auto known = scan.knowledge.names.longest(scan.tokens, i + 1);
      known && known->entries.front().use == NameIndex::Use::name)
    return i;
  const std::size_t end =
      scan.knowledge.person_names.end_of_name(scan.tokens, i + 1, PersonNames::Evidence::title);
  if (end == i + 1 || count_code_points(scan.text(i + 1, end)) < 3) return i;
  scan.add(i + 1, end, {introduce(scan, i + 1, end, {})}, Mention::Form::name, 0.8, "name.related");
  return end;
}

}  // namespace relata
