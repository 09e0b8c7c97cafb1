// SPDX-License-Identifier: Apache-2.0
// Names in texts with spaces that look like those of people, that the tagger has seen, that end
// with a noun which makes names, and at last what is written with capitals.

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/bodies.hpp"
#include "mention/neighbours.hpp"
#include "mention/people.hpp"
#include "mention/readers.hpp"
#include "mention/tagged_names.hpp"
#include "mention/titles.hpp"
#include "mention/word_shapes.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestCapitals = 8;

constexpr std::size_t kShortestDateline = 4;  // letters

// "The Sabine Krull" is no person, people have no article.
bool is_thing(const Scan& scan, std::size_t first, std::size_t last) {
  return first > 0 && last > first + 1 && scan.tokens[first - 1].upos == Upos::DET &&
         scan.tokens[first - 1].feats.find("Definite=Def") != std::string::npos &&
         (last >= scan.tokens.size() || scan.tokens[last - 1].head < static_cast<int>(first) ||
          scan.tokens[last].upos != Upos::NOUN);
}

// A name that the tagger found, of a type that the pack believes it.
std::size_t read_tagged_name(Scan& scan, std::size_t i) {
  const NamedEntity* tagged = believed_tag(scan, i);
  if (!tagged || (scan.names_nothing(scan.tokens[i]) && tagged->last > i + 1)) return i;
  std::size_t end = tagged->last;
  while (end > i + 1 && is_mark(scan.tokens[end - 1])) --end;
  const Heads head = scan.knowledge.heads.longest(scan.tokens, end - 1);
  const bool by_head =
      head && head.last == end && end - i >= 2 && head.value->front().kind != Head::Kind::stand_in;
  const Described described{type_by_neighbours(scan, i, end), country_before(scan, i)};
  const std::string tag(scan.type_of(*tagged));
  const std::string kind = by_head                   ? head.value->front().type
                           : !described.type.empty() ? described.type
                           : tag != types::person    ? tag
                           : is_thing(scan, i, end)  ? std::string(types::organization)
                                                     : tag;
  const std::uint32_t entity = kind == types::person
                                   ? introduce(scan, i, end, described.country)
                                   : scan.roster.named(kind, scan.text(i, end), described.country);
  scan.add(i, end, {entity}, Mention::Form::name, 0.7, "name.tagged");
  if (scan.is_a(kind, types::organization)) add_short_body(scan, entity, i, end);
  return end;
}

// Whether token i does something, or something is done to it or belongs to it, and it is no noun
// with modifiers ("Trade between").
bool has_a_part(const Scan& scan, std::size_t i) {
  const Token& token = scan.tokens[i];
  return (token.deprel.starts_with("nsubj") || token.deprel == "nmod:poss") &&
         std::none_of(scan.tokens.begin(), scan.tokens.end(), [&](const Token& other) {
           return other.head == static_cast<int>(i) &&
                  (other.deprel == "nmod" || other.deprel == "acl");
         });
}

}  // namespace

// A person whose given name is known.
std::size_t read_shaped_person(Scan& scan, std::size_t i) {
  const std::string& form = scan.tokens[i].form;
  const bool acronym =
      form.size() > 2 && std::none_of(form.begin(), form.end(),
                                      [](unsigned char c) { return c >= 0x80 || u_islower(c); });
  const std::size_t end =
      scan.knowledge.person_names.end_of_name(scan.tokens, i, PersonNames::Evidence::none);
  if (end == i || acronym || scan.names_nothing(scan.tokens[i])) return i;
  const std::uint32_t entity =
      is_somewhere(scan, i, end) ? scan.roster.named(types::place, scan.text(i, end))
      : is_thing(scan, i, end)   ? scan.roster.named(types::organization, scan.text(i, end))
                                 : introduce(scan, i, end, {});
  scan.add(i, end, {entity}, Mention::Form::name, 0.8, "name.shape");
  return end;
}

std::size_t read_capitals(Scan& scan, std::size_t i) {
  const auto may_name = [&](const Token& token) {
    return token.upos == Upos::PROPN && has_capital(token) && !scan.names_nothing(token);
  };
  const bool described_name = begins_described_name(scan, i);
  if (scan.heading || (scan.title_starting(i) > i && !described_name) || begins_form(scan, i))
    return i;
  // "Blue Anchor" within a sentence, "Halden Robotics" also at its beginning.
  const auto is_adjective = [&] {
    if (i + 1 >= scan.tokens.size() || scan.tokens[i].upos != Upos::ADJ ||
        !has_capital(scan.tokens[i]) || !may_name(scan.tokens[i + 1]) ||
        scan.names_nothing(scan.tokens[i]))
      return false;
    const auto head = scan.knowledge.heads.longest(scan.tokens, i + 1);
    return i > 0 || (head && head.value->front().names());
  };
  const bool adjective = is_adjective();
  if (!may_name(scan.tokens[i]) && !adjective &&
      !described_name) {  // the "Baltic" of a forum, no day
    // "On Wednesday | Danesh praised both"
    const std::uint32_t next =
        i + 1 < scan.tokens.size() ? scan.roster.find(scan.tokens[i + 1].form) : Roster::kNone;
    const bool before_person = next != Roster::kNone && scan.is(next, types::person);
    return has_capital(scan.tokens[i]) && !before_person ? read_tagged_name(scan, i) : i;
  }
  // "TRONDHEIM, Norway -": where the story was written.
  const bool dateline = i == 0 && scan.tokens.size() > 1 && scan.tokens[1].upos == Upos::PUNCT &&
                        count_code_points(scan.tokens[0].form) >= kShortestDateline &&
                        std::none_of(scan.tokens[0].form.begin(), scan.tokens[0].form.end(),
                                     [](unsigned char c) { return u_islower(c); });
  if (dateline) {
    scan.add(0, 1, {scan.roster.named(types::place, scan.text(0, 1))}, Mention::Form::name, 0.8,
             "dateline");
    return 1;
  }
  std::size_t end = i + 1;
  while (end < scan.tokens.size() && end < i + kLongestCapitals) {
    if (const std::size_t next = behind_particles(scan, end); next != end)
      end = next + 1;
    else if (may_name(scan.tokens[end]))
      ++end;
    else
      break;
  }
  const auto head = scan.knowledge.heads.longest(scan.tokens, end - 1);
  if (head && head.last == end && end - i >= 2 &&
      head.value->front().kind != Head::Kind::stand_in) {
    const std::uint32_t entity = scan.roster.named(head.value->front().type, scan.text(i, end));
    scan.add(i, end, {entity}, Mention::Form::name, 0.8, "name.head");
    if (scan.is_a(head.value->front().type, types::organization))
      add_short_body(scan, entity, i, end);
    return end;
  }
  if (const std::size_t tagged = read_tagged_name(scan, i); tagged != i) return tagged;
  const Described described{type_by_neighbours(scan, i, end), country_before(scan, i)};
  // Any word has a capital at the beginning; who does something is named.
  if (i == 0 && end - i == 1 && described.type.empty() && !has_a_part(scan, i)) return i;
  const bool somewhere = described.type.empty() && end - i > 1 && is_somewhere(scan, i, end);
  const bool person = described.type.empty()
                          ? end - i > 1 && !somewhere && !adjective && !is_thing(scan, i, end)
                          : described.type == types::person;
  const std::string kind(somewhere                ? types::place
                         : described.type.empty() ? types::organization
                                                  : std::string_view(described.type));
  const std::uint32_t entity = person
                                   ? introduce(scan, i, end, described.country)
                                   : scan.roster.named(kind, scan.text(i, end), described.country);
  scan.add(i, end, {entity}, Mention::Form::name, 0.6, "name.capitals");
  return end;
}

}  // namespace relata
