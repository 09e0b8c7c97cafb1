// SPDX-License-Identifier: Apache-2.0
// Names that the document has introduced.

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/bodies.hpp"
#include "mention/compounds.hpp"
#include "mention/readers.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestName = 4;     // tokens of a name that the document has introduced
constexpr std::size_t kLongestSurname = 2;  // code points

}  // namespace

std::size_t read_document_name(Scan& scan, std::size_t i) {
  for (std::size_t end = std::min(scan.tokens.size(), i + kLongestName); end > i; --end) {
    std::uint32_t entity = scan.roster.find(scan.text(i, end));
    if (entity == Roster::kNone || scan.is_described(entity) ||
        scan.tokens[end - 1].upos == Upos::PUNCT)
      continue;
    // "who" is not the WHO.
    const std::string& form = scan.tokens[i].form;
    const bool small = std::all_of(form.begin(), form.end(),
                                   [](unsigned char c) { return c < 0x80 && u_islower(c); });
    if (scan.spaced() && end == i + 1 && small) continue;
    std::size_t last = end;  // the core of a name and the noun that ends it
    if (const Heads head = head_of_compound(scan, end);
        !scan.spaced() && head && head.value->front().type == scan.roster.entity(entity).type) {
      last = head.last;
      const Entity& called = scan.roster.entity(entity);
      const bool other =
          called.label != scan.text(i, end) || head.value->front().kind != Head::Kind::brand;
      if (other && scan.is_a(called.type, types::organization))
        entity = introduce_body(scan, std::string(called.type), i, i, last, called.country);
    }
    std::size_t first = i;
    if (!scan.spaced() && scan.is(entity, types::organization)) drop_description_before(scan, i);
    if (!scan.spaced() && scan.roster.entity(entity).type == types::organization)
      first = begin_of_body(scan, i);
    scan.add(first, last, {entity}, Mention::Form::name, 0.95, "document");
    return last;
  }
  return i;
}

// "Mr | Shen" for the only person of that surname: the title follows.
std::size_t read_surname(Scan& scan, std::size_t i) {
  const std::size_t end = i + 1 < scan.tokens.size() ? scan.title_starting(i + 1) : 0;
  if (end <= i + 1 || count_code_points(scan.tokens[i].lemma) > kLongestSurname) return i;
  const std::uint32_t person = scan.roster.begins_with(scan.tokens[i].form);
  if (person == Roster::kNone) return i;
  scan.add(i, end, {person}, Mention::Form::alias, 0.85, "surname");
  return end;
}

// The name of a person that the document has introduced and the segmenter has torn into a surname
// and characters that are words as well.
std::size_t read_torn_name(Scan& scan, std::size_t i) {
  constexpr std::size_t kCharacters = 3;
  const std::size_t end = i + kCharacters;
  if (scan.spaced() || end > scan.tokens.size()) return i;
  for (std::size_t k = i; k < end; ++k)
    if (count_code_points(scan.tokens[k].lemma) != 1) return i;
  const std::uint32_t entity = scan.roster.find(scan.text(i, end));
  if (entity == Roster::kNone || !scan.is(entity, types::person)) return i;
  scan.add(i, end, {entity}, Mention::Form::name, 0.95, "document");
  return end;
}

}  // namespace relata
