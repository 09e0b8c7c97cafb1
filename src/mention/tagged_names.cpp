// SPDX-License-Identifier: Apache-2.0
// Names in texts without spaces that the tagger has seen or that are written by their sounds.

#include "mention/tagged_names.hpp"

#include <unicode/uchar.h>

#include <relata/utf8.hpp>

#include "mention/bodies.hpp"
#include "mention/compounds.hpp"
#include "mention/readers.hpp"
#include "mention/titles.hpp"

namespace relata {
namespace {

// Whether a blank stands beside a letter of a script that has none in its names.
bool has_gap(std::string_view name) {
  bool letter = false, blank = false;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = next_code_point(name, i);
    const bool white = u_isUWhiteSpace(static_cast<UChar32>(c));
    const bool ideograph = c >= 0x2E80 && !white;
    if ((white && letter) || (blank && ideograph)) return true;
    letter = ideograph;
    blank = white;
  }
  return false;
}

// Two characters that begin with no surname are no person, whatever the tagger says.
bool is_body(const Scan& scan, std::size_t i, std::size_t end) {
  return count_code_points(scan.text(i, end)) == 2 &&
         scan.knowledge.person_names.end_of_name(scan.tokens, i, PersonNames::Evidence::title) <
             end;
}

// Whether the name that ends before token `end` is that of somebody whose title stands behind it,
// and not of the body of somebody who is named there.
bool is_titled(const Scan& scan, std::size_t end) {
  return scan.title_starting(end) > end && !names_person(scan, end);
}

std::size_t add_tagged_name(Scan& scan, std::size_t i, std::size_t end, std::string type) {
  i = behind_kind(scan, i, end);
  for (std::size_t k = i + 1; k < end; ++k)
    if (scan.tokens[k].upos == Upos::VERB && scan.roster.find(scan.text(i, k)) != Roster::kNone)
      end = k;
  const std::string described = drop_description_before(scan, i);
  if (!described.empty() && type != types::place) type = described;
  for (std::size_t k = i + 2; k < end; ++k)  // "Cloudvein Technology | forces phone makers"
    if (const auto head = scan.knowledge.heads.longest(scan.tokens, k - 1);
        head && head.last == k && head.value->front().names() &&
        scan.tokens[k].upos == Upos::VERB) {
      end = k;
      break;
    }
  if (type == types::person)
    if (const std::string body = body_noun_before(scan, i); !body.empty() && !is_titled(scan, end))
      type = body;
  for (std::size_t k = i + 1; k < end; ++k)  // "ESA | representative", "ESA | headquarters"
    if (scan.title_starting(k) == end || scan.knowledge.seated.count(scan.tokens[k].lemma) != 0)
      end = k;
  if (type == types::place)
    for (std::size_t k = i + 1; k + 1 < end; ++k)  // a county of a province
      if (const auto head = scan.knowledge.heads.longest(scan.tokens, k);
          head && head.value->front().type == types::place)
        end = head.last;
  const auto take_head = [&](const Heads& head) {
    if (!head || head.last < end || head.value->front().kind == Head::Kind::stand_in) return;
    if (head.value->front().type == types::document && head.last > end) return;
    end = head.last;
    type = head.value->front().type;
  };
  const bool title = scan.title_starting(end) > end;
  if (end - i >= 2) take_head(head_of_compound(scan, end - 1));
  if (end - i >= 3 && type != types::person)  // the noun may be torn
    if (const Heads torn = scan.knowledge.heads.longest(scan.tokens, end - 2);
        torn && torn.last == end)
      take_head(torn);
  if (!title && end < scan.tokens.size()) take_head(last_head(scan, end));
  if (type == types::person && is_body(scan, i, end)) type = types::organization;
  if (type == types::person && stands_for_place(scan, i)) type = types::place;
  const std::size_t first = type == types::organization ? begin_of_body(scan, i) : i;
  const std::uint32_t entity = type == types::person
                                   ? introduce(scan, i, end, {})
                                   : introduce_body(scan, type, first, first, end);
  scan.add(first, end, {entity}, Mention::Form::name, 0.7, "name.tagged");
  return end;
}

}  // namespace

bool may_be_tagged(const Scan& scan, const NamedEntity& tagged) {
  const std::size_t first = tagged.first, last = tagged.last;
  const Token& token = scan.tokens[first];
  if (token.upos == Upos::PRON || token.upos == Upos::PUNCT) return false;
  if (scan.spaced()) return true;
  const std::string name = scan.text(first, last);
  const std::string key = name_key(name, scan.knowledge.language);
  if (has_gap(name) || count_code_points(name) < 2 || scan.knowledge.no_names.count(key) != 0 ||
      scan.knowledge.pronouns.find(key) || (token.deprel.ends_with("tmod") && last == first + 1))
    return false;
  if (const Heads noun = scan.knowledge.heads.longest(scan.tokens, first);
      noun && noun.last == last && noun.value->front().kind == Head::Kind::brand)
    return false;
  const int head = token.head;
  const bool modifies = (token.deprel == "compound" || token.deprel == "nmod") &&
                        head == static_cast<int>(last) && scan.tokens[last].upos == Upos::NOUN &&
                        scan.title_starting(last) == last;
  return !(modifies && scan.type_of(tagged) == types::person &&
           !scan.knowledge.heads.longest(scan.tokens, last));
}

bool stands_for_place(const Scan& scan, std::size_t first) {
  return first > 0 && scan.knowledge.before_place.count(scan.tokens[first - 1].lemma) != 0;
}

const NamedEntity* believed_tag(const Scan& scan, std::size_t i) {
  for (const NamedEntity& tagged : scan.tagged)
    if (tagged.first == i)
      return may_be_tagged(scan, tagged) && !scan.type_of(tagged).empty() ? &tagged : nullptr;
  return nullptr;
}

std::size_t read_tagged_compound(Scan& scan, std::size_t i) {
  const NamedEntity* tagged = believed_tag(scan, i);
  if (!tagged) return i;
  std::size_t end = tagged->last;
  while (end > i + 1 &&
         (scan.tokens[end - 1].upos == Upos::NUM || scan.tokens[end - 1].upos == Upos::PUNCT))
    --end;
  return add_tagged_name(scan, i, end, std::string(scan.type_of(*tagged)));
}

// A person whose name is written by its sounds, or a place called so.
std::size_t read_sounded_person(Scan& scan, std::size_t i) {
  const std::size_t end =
      scan.knowledge.person_names.end_of_name(scan.tokens, i, PersonNames::Evidence::none);
  if (end == i) return i;
  const Heads head = head_of_compound(scan, end);
  if (const std::string body = body_noun_before(scan, i); !body.empty() && !is_titled(scan, end)) {
    scan.add(i, end, {introduce_body(scan, body, i, i, end)}, Mention::Form::name, 0.7,
             "name.shape");
    return end;
  }
  const bool place = head ? head.value->front().type == types::place : stands_for_place(scan, i);
  const std::size_t last = place && head ? head.last : end;
  const std::uint32_t entity =
      place ? introduce_body(scan, types::place, i, i, last) : introduce(scan, i, end, {});
  scan.add(i, last, {entity}, Mention::Form::name, 0.8, "name.shape");
  return last;
}

}  // namespace relata
