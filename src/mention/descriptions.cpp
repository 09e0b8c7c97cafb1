// SPDX-License-Identifier: Apache-2.0
// Things that are named by their kind.

#include <algorithm>

#include "mention/people.hpp"
#include "mention/readers.hpp"
#include "mention/word_shapes.hpp"

namespace relata {
// A document or an event that is named by its kind: "joint statement", "summit".
std::size_t read_description(Scan& scan, std::size_t i) {
  const auto head = scan.knowledge.heads.longest(scan.tokens, i);
  const bool noun = head && scan.tokens[head.last - 1].upos != Upos::VERB;
  if (!noun) return i;
  const auto described = std::find_if(head.value->begin(), head.value->end(), [](const Head& kind) {
    return kind.kind == Head::Kind::description && kind.type == types::organization;
  });
  const bool body = described != head.value->end();
  if (!body && head.value->front().type != types::document) return i;
  // "Strategy partnership" is no strategy.
  const Token& last = scan.tokens[head.last - 1];
  const bool modifies = last.deprel == "nmod" || last.deprel == "compound";
  if (!scan.spaced() && modifies && last.head >= static_cast<int>(head.last)) return i;
  const std::string_view type = body ? types::organization : types::document;
  // "The agreement" is the one that the document has named by a title that ends so.
  std::uint32_t entity = body ? Roster::kNone : scan.roster.latest(type, scan.text(i, head.last));
  if (entity == Roster::kNone) entity = scan.roster.named(type, scan.text(i, head.last));
  scan.add(i, head.last, {entity}, Mention::Form::description, 0.9, "description");
  return head.last;
}

// "Chipmaker | Silvane": what the name is has its capital from the beginning of the sentence.
std::size_t read_opening(Scan& scan, std::size_t i) {
  const bool opens = i == 0 || (i == 1 && scan.tokens.front().upos == Upos::PUNCT);
  const Heads noun =
      opens && has_capital(scan.tokens[i]) ? scan.knowledge.heads.longest(scan.tokens, i) : Heads();
  if (!noun || noun.last >= scan.tokens.size() || scan.title_starting(i) > i ||
      scan.knowledge.fronts.longest(scan.tokens, i) || !is_capitalised_name(scan.tokens[noun.last]))
    return i;
  const auto known = scan.knowledge.names.longest(scan.tokens, i);
  const bool member = people(scan, noun, Head::Kind::member, {}) != nullptr;
  return member && !known ? noun.last : i;
}

}  // namespace relata
