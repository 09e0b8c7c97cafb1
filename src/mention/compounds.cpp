// SPDX-License-Identifier: Apache-2.0
// Names that go on with a noun behind them, and what such nouns make of them.

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/compound_words.hpp"
#include "mention/scanner.hpp"

namespace relata {
namespace {

constexpr std::size_t kGap = 2;  // plain nouns between two that end names
}  // namespace

// The end of the name of a body that begins with token i, which the document has introduced, or i.
// It may not be short for the body of another place: tokens [place, i) are part of its name.
std::size_t Scanner::end_of_known_body(std::size_t place, std::size_t i) const {
  if (knowledge_.language.spaced()) return i;
  for (std::size_t end = std::min(tokens_.size(), i + kLongestCompound); end > i; --end) {
    const std::uint32_t entity = roster_.find(text(i, end));
    if (entity == Roster::kNone ||
        !knowledge_.ontology.is_a(roster_.entity(entity).type, types::organization))
      continue;
    const std::string& label = roster_.entity(entity).label;
    const std::string rest = text(i, end);
    if (label == rest || !label.ends_with(rest) || label == text(place, end)) return end;
  }
  return i;
}

// The last noun of a compound that begins with token i, if it is one that ends names.
Scanner::Heads Scanner::head_of_compound(std::size_t i) const {
  Heads best = knowledge_.heads.longest(tokens_, i);
  while (best) {
    const Heads next = knowledge_.heads.longest(tokens_, best.last);
    if (!next || tokens_[next.last - 1].upos == Upos::VERB) break;
    best = next;
  }
  // "Ministry" that begins "minister" is none.
  if (best && !knowledge_.language.spaced() && title_starting(best.last - 1) > best.last) return {};
  return best;
}

// The same, or a later noun that ends names, with plain nouns between ("Lufthansa | airline cargo
// company"). A title is none of them.
Scanner::Heads Scanner::last_head(std::size_t i) const {
  Heads best = head_of_compound(i);
  if (!best || knowledge_.language.spaced() || !best.value->front().names()) return best;
  for (std::size_t k = best.last; k < tokens_.size() && k < best.last + kGap; ++k) {
    const bool plain = joins_compound(tokens_[k]);
    const bool name =
        tokens_[k].upos == Upos::PROPN && best.value->front().kind == Head::Kind::brand;
    if (name || title_starting(k) > k || knowledge_.names.longest(tokens_, k)) break;
    const Heads next = head_of_compound(k);  // "research institute" may begin with a verb
    if (!plain && (!next || next.last == k + 1)) break;
    if (next) {
      if (!next.value->front().names()) break;
      const bool other = next.value->front().type != best.value->front().type;
      if (k > best.last && other && best.value->front().type == types::place) break;
      best = next;
    }
  }
  return best;
}

// A name and a noun that make one name (a body and "summit") or stand for the thing before (a
// country and "government").
std::size_t Scanner::extend_by_head(std::size_t first, std::size_t last, std::uint32_t entity) {
  const Entity modifier = roster_.entity(entity);
  const auto name = [&](const std::string& type, std::size_t end) {
    std::size_t begin = first;  // of "UN | mission in | Lebanon"
    if (!mentions_.empty() && mentions_.back().last + 1 == first &&
        knowledge_.posted.count(tokens_[first - 1].lemma) != 0) {
      begin = mentions_.back().first;
      mentions_.pop_back();
    }
    add(begin, end,
        {introduce_body(type, begin, begin == first ? last : begin, end, modifier.country)},
        Mention::Form::name, 0.9, "compound");
    return end;
  };
  if (const std::size_t title = title_starting(last);
      title > last) {  // "NATO defence ministers' meeting"
    const bool of =
        title < tokens_.size() && knowledge_.possessives.count(tokens_[title].lemma) != 0;
    const Heads head = head_of_compound(title + (of ? 1 : 0));
    if (head)
      for (const Head& kind : *head.value)
        if (kind.type == types::event && kind.names()) return name(kind.type, head.last);
    return last;
  }
  // The tagger may see the whole of a name whose words are torn.
  const auto tagged = std::find_if(tagged_.begin(), tagged_.end(), [&](const NamedEntity& seen) {
    return seen.first == first && seen.last > last + 1;
  });
  if (tagged != tagged_.end() && !knowledge_.language.spaced())
    for (const std::size_t k : {tagged->last - 1, tagged->last - 2})
      if (const auto head = knowledge_.heads.longest(tokens_, k);
          k > last && head && head.last == tagged->last && head.value->front().names())
        return name(head.value->front().type, last_head(k).last);
  for (std::size_t i = last; i < tokens_.size() && i < last + kLongestCompound; ++i) {
    if (const Heads head = last_head(i)) {
      for (const Head& kind : *head.value) {
        if (kind.kind == Head::Kind::stand_in && kind.type == modifier.type && i == last &&
            !knowledge_.language.spaced()) {
          add(first, head.last, {entity}, Mention::Form::description, 0.9, "stand-in");
          return head.last;
        }
        // With capitals a name is told from a noun that the country only modifies.
        const bool proper =
            !knowledge_.language.spaced() || is_capitalised_name(tokens_[head.last - 1]);
        // An industry or the companies of a country are not one company.
        const bool plain = (i == last && head.last == i + 1) || only_modifies(last, head.last);
        const bool industry = !knowledge_.language.spaced() && plain &&
                              kind.kind == Head::Kind::brand && modifier.type == types::country &&
                              kind.type != types::place;
        // A place in a place: "Arizona" in "the US | Arizona state".
        if (!knowledge_.language.spaced() && i > last && kind.type == types::place &&
            kind.names() && !knowledge_.ontology.is_a(modifier.type, types::organization)) {
          add(first, last, {entity}, Mention::Form::name, 1, "gazetteer");
          std::size_t begin = last;  // "capital | Port-au-Prince"
          while (tokens_[begin].upos == Upos::NOUN && begin + 1 < i + 1 &&
                 tokens_[begin + 1].upos == Upos::PROPN)
            ++begin;
          add(begin, head.last,
              {introduce_body(kind.type, begin, begin, head.last, modifier.country)},
              Mention::Form::name, 0.85, "compound");
          return head.last;
        }
        if (kind.names() && !industry && (proper || kind.type == types::event))
          return name(kind.type, head.last);
      }
      return last;
    }
    if (!joins_compound(tokens_[i])) break;
  }
  return last;
}

// Whether plain nouns in tokens [first, last) only modify the noun behind them: "Swedish | power |
// battery | maker".
bool Scanner::only_modifies(std::size_t first, std::size_t last) const {
  return last < tokens_.size() && title_starting(last) == last &&
         (tokens_[last].upos == Upos::NOUN || tokens_[last].deprel == "compound") &&
         std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                     tokens_.begin() + static_cast<std::ptrdiff_t>(last),
                     [](const Token& token) { return token.upos != Upos::PROPN; });
}

}  // namespace relata
