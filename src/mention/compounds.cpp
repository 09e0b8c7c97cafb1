// SPDX-License-Identifier: Apache-2.0
// Names that go on with a noun behind them, and what such nouns make of them.

#include "mention/compounds.hpp"

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/bodies.hpp"
#include "mention/word_shapes.hpp"

namespace relata {
namespace {

constexpr std::size_t kGap = 2;  // plain nouns between two that end names

// Whether plain nouns in tokens [first, last) only modify the noun behind them: "Swedish | power |
// battery | maker".
bool only_modifies(const Scan& scan, std::size_t first, std::size_t last) {
  return last < scan.tokens.size() && scan.title_starting(last) == last &&
         (scan.tokens[last].upos == Upos::NOUN || scan.tokens[last].deprel == "compound") &&
         std::all_of(scan.tokens.begin() + static_cast<std::ptrdiff_t>(first),
                     scan.tokens.begin() + static_cast<std::ptrdiff_t>(last),
                     [](const Token& token) { return token.upos != Upos::PROPN; });
}

// "Ministry sanctions | Jiang|du": a character of a name may mean a river as well.
bool is_river(const Scan& scan, std::size_t i, const Heads& head) {
  return !scan.spaced() && head.value->front().type == types::place && head.last == i + 1 &&
         count_code_points(scan.tokens[i].lemma) == 1;
}

}  // namespace

std::size_t behind_kind(const Scan& scan, std::size_t first, std::size_t last) {
  for (std::size_t k = first; k + 1 < last; ++k)
    if (const auto head = scan.knowledge.heads.longest(scan.tokens, k);
        head && head.last < last &&
        (head.value->front().kind == Head::Kind::brand ||
         (head.value->front().kind == Head::Kind::description &&
          (scan.is_a(head.value->front().type, types::organization) ||
           is_latin_name(scan.tokens[head.last])))) &&
        (scan.tokens[head.last].upos == Upos::PROPN || is_latin_name(scan.tokens[head.last]) ||
         (last - head.last >= 2 && scan.tokens[head.last].upos != Upos::VERB &&
          head_of_compound(scan, last - 1).last == last)))
      return head.last;
  return first;
}

std::size_t end_of_known_body(const Scan& scan, std::size_t place, std::size_t i) {
  if (scan.spaced()) return i;
  for (std::size_t end = std::min(scan.tokens.size(), i + kLongestCompound); end > i; --end) {
    const std::uint32_t entity = scan.roster.find(scan.text(i, end));
    if (entity == Roster::kNone || !scan.is(entity, types::organization)) continue;
    const std::string& label = scan.roster.entity(entity).label;
    const std::string rest = scan.text(i, end);
    if (label == rest || !label.ends_with(rest) || label == scan.text(place, end)) return end;
  }
  return i;
}

Heads head_of_compound(const Scan& scan, std::size_t i) {
  Heads best = scan.knowledge.heads.longest(scan.tokens, i);
  while (best) {
    const Heads next = scan.knowledge.heads.longest(scan.tokens, best.last);
    if (!next || scan.tokens[next.last - 1].upos == Upos::VERB) break;
    if (best.value->front().type != types::place && is_river(scan, best.last, next)) break;
    best = next;
  }
  // "Ministry" that begins "minister" is none.
  if (best && !scan.spaced() && scan.title_starting(best.last - 1) > best.last) return {};
  return best;
}

Heads last_head(const Scan& scan, std::size_t i) {
  Heads best = head_of_compound(scan, i);
  if (!best || scan.spaced() || !best.value->front().names()) return best;
  for (std::size_t k = best.last; k < scan.tokens.size() && k < best.last + kGap; ++k) {
    if (tells_time(scan.tokens[k])) break;
    const bool plain = joins_compound(scan.tokens[k]);
    const bool name =
        scan.tokens[k].upos == Upos::PROPN && best.value->front().kind == Head::Kind::brand;
    if (name || scan.title_starting(k) > k || scan.knowledge.names.longest(scan.tokens, k)) break;
    const Heads next = head_of_compound(scan, k);  // "research institute" may begin with a verb
    if (!plain && (!next || next.last == k + 1)) break;
    if (next) {
      if (!next.value->front().names()) break;
      const bool other = next.value->front().type != best.value->front().type;
      if (other &&
          (is_river(scan, k, next) || (k > best.last && best.value->front().type == types::place)))
        break;
      best = next;
    }
  }
  return best;
}

std::size_t extend_by_head(Scan& scan, std::size_t first, std::size_t last, std::uint32_t entity) {
  const Entity modifier = scan.roster.entity(entity);
  const auto name = [&](const std::string& type, std::size_t end) {
    std::size_t begin = first;  // of "UN | mission in | Lebanon"
    if (!scan.mentions.empty() && scan.mentions.back().last + 1 == first &&
        scan.knowledge.posted.count(scan.tokens[first - 1].lemma) != 0) {
      begin = scan.mentions.back().first;
      scan.mentions.pop_back();
    }
    scan.add(
        begin, end,
        {introduce_body(scan, type, begin, begin == first ? last : begin, end, modifier.country)},
        Mention::Form::name, 0.9, "compound");
    return end;
  };
  if (const std::size_t title = scan.title_starting(last);
      title > last &&
      scan.knowledge.heads.longest(scan.tokens, last).last <=
          title) {  // "NATO defence ministers' meeting", "French journalists | union"
    const bool of = title < scan.tokens.size() &&
                    scan.knowledge.possessives.count(scan.tokens[title].lemma) != 0;
    const Heads head = head_of_compound(scan, title + (of ? 1 : 0));
    if (head)
      for (const Head& kind : *head.value)
        if (kind.names() && (kind.type == types::event ||
                             (!scan.spaced() && scan.is_a(kind.type, types::organization))))
          return name(kind.type, head.last);
    return last;
  }
  // The tagger may see the whole of a name whose words are torn.
  const auto tagged = std::find_if(
      scan.tagged.begin(), scan.tagged.end(),
      [&](const NamedEntity& seen) { return seen.first == first && seen.last > last + 1; });
  if (tagged != scan.tagged.end() && !scan.spaced() &&
      behind_kind(scan, first, tagged->last) == first)
    for (const std::size_t k : {tagged->last - 1, tagged->last - 2})
      if (const auto head = scan.knowledge.heads.longest(scan.tokens, k);
          k > last && head && head.last == tagged->last && head.value->front().names() &&
          !is_river(scan, k, head))
        return name(head.value->front().type, last_head(scan, k).last);
  for (std::size_t i = last; i < scan.tokens.size() && i < last + kLongestCompound; ++i) {
    if (const Heads head = last_head(scan, i)) {
      if (is_river(scan, i, head) && scan.is_a(modifier.type, types::organization)) return last;
      for (const Head& kind : *head.value) {
        if (kind.kind == Head::Kind::stand_in && kind.type == modifier.type && i == last &&
            !scan.spaced()) {
          scan.add(first, head.last, {entity}, Mention::Form::description, 0.9, "stand-in");
          return head.last;
        }
        // "Pingtung County | government" is no government of a country; that of a capital is.
        if (kind.kind == Head::Kind::stand_in && kind.type == types::country && i == last &&
            !scan.spaced() && modifier.type == types::place && head.last == last + 1 &&
            scan.knowledge.rules_places.count(scan.tokens[last].lemma) != 0 &&
            (!scan.roster.record(entity) || scan.roster.record(entity)->capital_of.empty()))
          return name(std::string(types::organization), head.last);
        // With capitals a name is told from a noun that the country only modifies.
        const bool proper = !scan.spaced() || is_capitalised_name(scan.tokens[head.last - 1]);
        // An industry or the companies of a country are not one company.
        const bool plain =
            (i == last && head.last == i + 1) || only_modifies(scan, last, head.last);
        const bool industry = !scan.spaced() && plain && kind.kind == Head::Kind::brand &&
                              modifier.type == types::country && kind.type != types::place;
        // A place in a place: "Arizona" in "the US | Arizona state".
        if (!scan.spaced() && i > last && kind.type == types::place && kind.names() &&
            !scan.is_a(modifier.type, types::organization)) {
          scan.add(first, last, {entity}, Mention::Form::name, 1, "gazetteer");
          std::size_t begin = last;  // "capital | Port-au-Prince"
          while (scan.tokens[begin].upos == Upos::NOUN && begin + 1 < i + 1 &&
                 (scan.tokens[begin + 1].upos == Upos::PROPN ||
                  scan.knowledge.generic.count(scan.tokens[begin].lemma) != 0))
            ++begin;
          scan.add(begin, head.last,
                   {introduce_body(scan, kind.type, begin, begin, head.last, modifier.country)},
                   Mention::Form::name, 0.85, "compound");
          return head.last;
        }
        if (kind.names() && !industry && (proper || kind.type == types::event))
          return name(kind.type, head.last);
      }
      return last;
    }
    // The segmenter cuts suffixes off: "foreign language | s".
    const bool suffix = scan.tokens[i].upos == Upos::PART && i > last &&
                        scan.tokens[i - 1].deprel == "compound" &&
                        scan.tokens[i - 1].head == static_cast<int>(i);
    if ((!joins_compound(scan.tokens[i]) && !suffix) ||
        (!scan.spaced() && tells_time(scan.tokens[i])) ||
        scan.knowledge.seated.count(scan.tokens[i].lemma) != 0)
      break;
  }
  return last;
}

}  // namespace relata
