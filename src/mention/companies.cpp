// SPDX-License-Identifier: Apache-2.0
// Companies by the noun that ends their names.

#include <relata/utf8.hpp>

#include "mention/bodies.hpp"
#include "mention/compounds.hpp"
#include "mention/readers.hpp"

namespace relata {
// A company by the noun that ends its name, where a word before it is a proper name or the title
// of somebody at it stands behind.
std::size_t read_company(Scan& scan, std::size_t i) {
  const Upos upos = scan.tokens[i].upos;
  // "Han|yang | Airlines"
  const bool torn =
      upos == Upos::PROPN && i + 1 < scan.tokens.size() &&
      count_code_points(scan.tokens[i + 1].lemma) == 1 &&
      (scan.tokens[i + 1].upos == Upos::PROPN || scan.tokens[i + 1].upos == Upos::PART);
  if (scan.spaced() || scan.knowledge.heads.longest(scan.tokens, i) ||
      (upos != Upos::PROPN && upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::X) ||
      (count_code_points(scan.tokens[i].lemma) < 2 && !torn) || scan.title_starting(i) > i ||
      scan.knowledge.no_names.count(scan.tokens[i].lemma) != 0 ||
      scan.knowledge.generic.count(scan.tokens[i].lemma) != 0)
    return i;
  const std::size_t noun =
      torn || (i + 1 < scan.tokens.size() && scan.tokens[i + 1].upos == Upos::PROPN) ? i + 2
                                                                                     : i + 1;
  const Heads head = noun < scan.tokens.size() ? head_of_compound(scan, noun) : Heads{};
  if (!head || head.value->front().kind != Head::Kind::brand ||
      !scan.is_a(head.value->front().type, types::organization))
    return i;
  const std::size_t title =
      head.last < scan.tokens.size() ? scan.title_starting(head.last) : head.last;
  // A word that is taken for an adjective, at the beginning of its phrase.
  const Upos before = i == 0 ? Upos::PUNCT : scan.tokens[i - 1].upos;
  const bool unknown = (upos == Upos::ADJ || upos == Upos::X) && head.last == noun + 1 &&
                       (before == Upos::PUNCT || before == Upos::VERB || before == Upos::PART ||
                        before == Upos::ADP || before == Upos::CCONJ || before == Upos::ADV ||
                        before == Upos::AUX || before == Upos::SCONJ);
  const bool proper =
      (upos == Upos::PROPN || unknown) && scan.tokens[i].deprel != "obl" &&
      (head.last == scan.tokens.size() || scan.tokens[head.last].upos != Upos::NOUN ||
       scan.knowledge.seated.count(scan.tokens[head.last].lemma) != 0 ||
       scan.tokens[head.last - 1].head > static_cast<int>(head.last) || title > head.last);
  if (!proper && title <= head.last) return i;
  scan.add(i, head.last, {introduce_body(scan, head.value->front().type, i, i, head.last)},
           Mention::Form::name, 0.7, "name.head");
  return head.last;
}

}  // namespace relata
