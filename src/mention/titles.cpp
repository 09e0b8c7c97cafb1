// SPDX-License-Identifier: Apache-2.0
// Titles of people, alone and beside a name.

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/compound_words.hpp"
#include "mention/scanner.hpp"

namespace relata {
// Whether a title that a person of the gazetteer has held begins with token `title`.
bool Scanner::holds(const KnownEntity& record, std::size_t title) const {
  const std::size_t end = title_starting(title);
  if (end <= title) return false;
  const std::string key = name_key(text(title, end), knowledge_.language);
  for (const Post& post : record.posts)
    for (const auto& [language, name] : post.title)
      if (name_key(name, knowledge_.language).ends_with(key)) return true;
  return false;
}

// The body whose name ends where the title begins, or kNone.
std::uint32_t Scanner::body_before(std::size_t title) const {
  if (mentions_.empty()) return Roster::kNone;
  const Mention& last = mentions_.back();
  if (last.entities.size() != 1) return Roster::kNone;
  const bool adjacent = last.last == title;
  const bool possessive = last.last + 1 == title && tokens_[last.last].upos == Upos::PART;
  return adjacent || possessive ? last.entities.front() : Roster::kNone;
}

// The end of the title that begins with token i, or of several that are joined by one word.
std::size_t Scanner::end_of_titles(std::size_t i) const {
  std::size_t end = title_starting(i);
  while (end > i && end + 1 < tokens_.size() && !knowledge_.language.spaced() &&
         tokens_[end].upos != Upos::PUNCT && count_code_points(tokens_[end].lemma) == 1 &&
         title_starting(end + 1) > end + 1)
    end = title_starting(end + 1);
  while (end > i && !knowledge_.language.spaced() && title_starting(end) > end)
    end = title_starting(end);  // "pitcher | coach"
  return end;
}

std::size_t Scanner::read_title(std::size_t i) {
  const auto title = knowledge_.titles.longest(tokens_, i);
  if (!title.value) return i;
  const std::uint32_t before = body_before(i);
  const bool person_before = before != Roster::kNone &&
                             knowledge_.ontology.is_a(roster_.entity(before).type, types::person);
  if (person_before) {  // the title follows the name
    roster_.hold(before, text(i, title.last), Roster::kNone);
    return title.last;
  }
  if (const std::size_t last = end_of_titles(i), end = read_person_after(i, last); end != last)
    return end;
  const bool modifies = title.last < tokens_.size() && tokens_[title.last].upos == Upos::NOUN;
  const bool adjacent = before != Roster::kNone && mentions_.back().last == i;
  if (title.value->kind == Title::Kind::honorific || (modifies && !adjacent)) return i;
  // "X is the president of Y" tells what X is.
  if (const std::size_t begin = adjacent ? mentions_.back().first : i;
      begin > 0 && knowledge_.becoming.count(tokens_[begin - 1].lemma) != 0)
    return i;
  // "The head coach, Spain's X": the name comes later.
  if (!knowledge_.language.spaced() && adjacent && title.last < tokens_.size() &&
      tokens_[title.last].upos == Upos::PUNCT &&
      std::any_of(tagged_.begin(), tagged_.end(), [&](const NamedEntity& seen) {
        const auto label = knowledge_.tagged_types.find(seen.type);
        return seen.first > title.last && seen.first <= title.last + kLongestCompound &&
               label != knowledge_.tagged_types.end() && label->second == types::person;
      }))
    return i;
  // "X, a Portuguese engineer" tells of X.
  if (knowledge_.language.spaced() && adjacent && tokens_[title.last - 1].deprel == "appos")
    return i;
  std::uint32_t person = roster_.holder(text(i, title.last), before);
  // The name of the body belongs to that of the person, unless a name follows: "Japan's premier,
  // X".
  const bool named = title.last + 1 < tokens_.size() && tokens_[title.last].upos == Upos::PUNCT &&
                     is_capitalised_name(tokens_[title.last + 1]);
  const bool own =
      before != Roster::kNone &&
      (adjacent || (knowledge_.language.spaced() && !named && is_argument(i, title.last)));
  const std::size_t first = own ? mentions_.back().first : i;
  std::size_t end = title.last;
  // Nobody knows the name: the post of that body is all there is to call the person by.
  if (person == Roster::kNone && own)
    person = roster_.named(types::person, text(first, end), roster_.entity(before).country);
  if (person == Roster::kNone && is_argument(i, end))
    if (const std::uint32_t body = place_behind(title.last, end);
        body != Roster::kNone && !is_named_behind(end))
      person = roster_.named(types::person, text(i, end), roster_.entity(body).country);
  if (person == Roster::kNone) return i;
  if (own) mentions_.pop_back();
  add(first, end, {person}, Mention::Form::title, 0.85, "title.holder");
  return end;
}

// A person whom no gazetteer knows; the short name will do from now on.
std::uint32_t Scanner::introduce(std::size_t first, std::size_t last, const std::string& country) {
  const std::string name = text(first, last);
  const std::uint32_t person = roster_.named(types::person, name, country);
  if (const std::string brief = knowledge_.person_names.short_name(name); !brief.empty())
    roster_.add_short_name(person, brief);
  return person;
}

// The end of the name of a person that the tagger has seen or the document has introduced, or i.
std::size_t Scanner::end_of_tagged_person(std::size_t i) const {
  constexpr std::size_t kLongest = 4;
  for (std::size_t end = std::min(tokens_.size(), i + kLongest); end > i; --end)
    if (const std::uint32_t known = roster_.find(text(i, end));
        known != Roster::kNone &&
        knowledge_.ontology.is_a(roster_.entity(known).type, types::person))
      return end;
  for (const NamedEntity& seen : tagged_) {
    const auto label = knowledge_.tagged_types.find(seen.type);
    if (seen.first == i && label != knowledge_.tagged_types.end() &&
        label->second == types::person && may_be_tagged(seen))
      return seen.last;
  }
  return i;
}

// A person's name behind a title: "Prime Minister | Kishida".
std::size_t Scanner::read_person_after(std::size_t title, std::size_t name) {
  if (name >= tokens_.size()) return name;
  std::uint32_t body = body_before(title);
  // "Sweden's | industry | minister"
  for (std::size_t k = title; !knowledge_.language.spaced() && body == Roster::kNone && k > 0 &&
                              k + kLongestCompound > title && joins_compound(tokens_[k - 1]);)
    body = body_before(--k);
  std::uint32_t person = Roster::kNone;
  std::size_t end =
      knowledge_.person_names.end_of_name(tokens_, name, PersonNames::Evidence::title);
  if (const auto match = knowledge_.names.longest(tokens_, name)) {
    for (const auto& entry : match->entries) {
      const KnownEntity& record = knowledge_.gazetteer.entities()[entry.entity];
      if (!knowledge_.ontology.is_a(record.entity.type, types::person)) continue;
      // A surname alone means someone known only if no longer name begins with it.
      const bool alone =
          match->last >= end && (roster_.has(record.entity.id) || holds(record, title));
      if (entry.use != NameIndex::Use::name && !alone) continue;
      if (!knowledge_.language.spaced() && match->last < end) continue;
      person = roster_.known(entry.entity);
      end = match->last;
      break;
    }
    const bool longer = !knowledge_.language.spaced() && match->last < end;
    if (person == Roster::kNone && !longer && match->entries.front().use == NameIndex::Use::name)
      return name;
  }
  if (person == Roster::kNone) {
    if (end == name && !knowledge_.language.spaced()) end = end_of_tagged_person(name);
    if (end == name) return name;
    person = roster_.find(text(name, end));
    if (person == Roster::kNone) person = introduce(name, end, country_before(title));
  }
  roster_.hold(person, text(title, name), body);
  add(name, end, {person}, Mention::Form::name, 0.95, "title+name");
  return end;
}

// Whether a title and the name of a person begin with token i.
bool Scanner::names_person(std::size_t i) const {
  const std::size_t name = title_starting(i);
  return name > i &&
         knowledge_.person_names.end_of_name(tokens_, name, PersonNames::Evidence::title) > name;
}

}  // namespace relata
