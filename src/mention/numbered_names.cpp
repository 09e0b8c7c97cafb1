// SPDX-License-Identifier: Apache-2.0
// Names that end with a number.

#include <unicode/uchar.h>

#include <relata/utf8.hpp>

#include "mention/compounds.hpp"
#include "mention/readers.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestModifier = 2;  // tokens of a name before the number

}  // namespace

// "Tianwen | three | number" and the noun that tells what it is; the noun for "number" is a head
// of the kind `numbered`.
std::size_t read_numbered_name(Scan& scan, std::size_t i) {
  if (scan.spaced()) return i;
  const auto joins = [&](std::size_t k) {
    return scan.tokens[k].upos == Upos::NOUN || scan.tokens[k].upos == Upos::PROPN ||
           scan.tokens[k].upos == Upos::X;
  };
  std::size_t number = i;
  while (number < i + kLongestModifier && number < scan.tokens.size() && joins(number)) ++number;
  if (number == i || number + 1 >= scan.tokens.size() || scan.tokens[number].upos != Upos::NUM ||
      count_code_points(scan.text(i, number)) < 2 ||
      u_isdigit(static_cast<UChar32>(code_point_at(scan.tokens[number].form, 0))))
    return i;
  const auto* heads = scan.knowledge.heads.find(scan.tokens[number + 1].lemma);
  if (!heads || heads->front().kind != Head::Kind::numbered) return i;
  const std::size_t core = number + 2;
  std::size_t end = core;
  if (const Heads head = head_of_compound(scan, core);
      head && head.value->front().type == heads->front().type)
    end = head.last;
  std::uint32_t entity = scan.roster.find(scan.text(i, core));
  if (entity == Roster::kNone) entity = scan.roster.named(heads->front().type, scan.text(i, core));
  if (end != core) scan.roster.add_alias(entity, scan.text(i, end));
  scan.add(i, end, {entity}, Mention::Form::name, 0.8, "name.numbered");
  return end;
}

}  // namespace relata
