// SPDX-License-Identifier: Apache-2.0
// Bodies that plain nouns name, which no tagger sees: "foreign ministry", and the ministry in
// "foreign minister".

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/bodies.hpp"
#include "mention/compounds.hpp"
#include "mention/readers.hpp"
#include "mention/titles.hpp"
#include "mention/word_shapes.hpp"

namespace relata {
namespace {

// The type of body or event that a noun which ends names makes; nothing if it makes none.
std::string_view body_made_by(const Scan& scan, const std::vector<Head>& heads) {
  const auto made = std::find_if(heads.begin(), heads.end(), [&](const Head& head) {
    return head.kind == Head::Kind::name &&
           (scan.is_a(head.type, types::organization) || head.type == types::event);
  });
  return made == heads.end() ? std::string_view() : std::string_view(made->type);
}

// Whether token i may stand in such a name; the segmenter cuts suffixes off.
bool joins(const Scan& scan, std::size_t i) {
  const Token& token = scan.tokens[i];
  return token.upos == Upos::NOUN || token.upos == Upos::ADJ || token.deprel == "compound" ||
         (token.upos == Upos::PART && i > 0 && scan.tokens[i - 1].deprel == "compound");
}

bool modifies_name(const Scan& scan, std::size_t i) {
  const Token& token = scan.tokens[i];
  return (token.upos == Upos::NOUN || token.deprel == "compound") &&
         scan.knowledge.generic.count(token.lemma) == 0 &&
         scan.knowledge.no_names.count(token.lemma) == 0;
}

bool behind_mention(const Scan& scan, std::size_t i) {
  return !scan.mentions.empty() && scan.mentions.back().last == i;
}

// Whether a phrase that began before token i goes on with it.
bool continues(const Scan& scan, std::size_t i) {
  return i > 0 && !behind_mention(scan, i) &&
         (scan.tokens[i - 1].upos == Upos::NOUN || scan.tokens[i - 1].upos == Upos::PROPN ||
          scan.tokens[i - 1].upos == Upos::CCONJ);
}

// The body that is called so, or by a longer name in the document that ends so; or kNone.
std::uint32_t body_called(Scan& scan, std::string_view type, std::string_view name) {
  const std::uint32_t same = scan.roster.find(name);
  if (same != Roster::kNone)
    return scan.is(same, types::organization) || scan.is(same, types::event) ? same : Roster::kNone;
  for (const NameIndex::Entry& entry :
       scan.knowledge.names.find(name_key(name, scan.knowledge.language)))
    if (entry.use == NameIndex::Use::name &&
        scan.is_a(scan.knowledge.gazetteer.entities()[entry.entity].entity.type,
                  types::organization))
      return scan.roster.known(entry.entity);
  return scan.roster.latest(type, name);
}

}  // namespace

// The first characters of a title end the name of the body: "finance min|ister X". Of the ministers
// of a country the country tells more.
std::size_t read_office(Scan& scan, std::size_t i) {
  if (!modifies_name(scan, i) || behind_mention(scan, i) || continues(scan, i)) return i;
  for (std::size_t k = i + 1; k < scan.tokens.size() && k <= i + kLongestCompound; ++k) {
    if (scan.title_starting(k) == k + 1 && names_person(scan, k)) {
      const Token& title = scan.tokens[k];
      const std::string stem =
          title.lemma.substr(0, previous_code_point(title.lemma, title.lemma.size()));
      const auto* heads = stem.empty() ? nullptr : scan.knowledge.heads.find(stem);
      const std::string_view type = heads ? body_made_by(scan, *heads) : types::organization;
      const bool whole = !stem.empty() && scan.tokens[k - 1].lemma.ends_with(stem);
      const std::size_t half = whole ? 0 : previous_code_point(title.form, title.form.size());
      const std::string name = scan.text(i, k) + title.form.substr(0, half);
      std::uint32_t body = body_called(scan, type, name);
      if (body == Roster::kNone && (!heads || type.empty())) return i;
      if (body == Roster::kNone) body = scan.roster.named(type, name);
      const std::size_t end = half > 0 ? title.span.begin + half : 0;
      scan.add(i, k, {body}, Mention::Form::name, 0.8, "name.office",
               static_cast<std::uint32_t>(end));
      return k;
    }
    if (!joins(scan, k)) return i;
  }
  return i;
}

// An unknown proper name before the post of somebody who is named: "Hanyang | director | X".
std::size_t read_titled_body(Scan& scan, std::size_t i) {
  if (scan.tokens[i].upos != Upos::PROPN || behind_mention(scan, i) ||
      (i > 0 && scan.tokens[i - 1].upos == Upos::PROPN))
    return i;
  std::size_t end = i + 1;
  while (end < scan.tokens.size() && end < i + kLongestCompound &&
         scan.title_starting(end) == end && joins(scan, end)) {
    const Heads head = scan.knowledge.heads.longest(scan.tokens, end);
    if (head && (scan.tokens[end].upos != Upos::PART || !body_made_by(scan, *head.value).empty()))
      return i;
    ++end;
  }
  // "Hai | city | mayor"
  if (end < scan.tokens.size() && end > i + 1 &&
      scan.tokens[end].lemma.starts_with(scan.tokens[end - 1].lemma))
    return i;
  const std::string name = scan.text(i, end);
  if (end == scan.tokens.size() || count_code_points(name) < 2 || !names_person(scan, end) ||
      scan.knowledge.person_names.end_of_name(scan.tokens, i, PersonNames::Evidence::none) > i ||
      (scan.tokens[end].upos == Upos::PART && scan.tokens[end].head < static_cast<int>(end)))
    return i;
  scan.add(i, end, {introduce_body(scan, types::organization, i, i, end)}, Mention::Form::name, 0.7,
           "name.titled");
  return end;
}

// A noun that ends names and those before it, where the document has given a longer name, where
// somebody is named by a post at it, or where the noun tells enough.
std::size_t read_plain_body(Scan& scan, std::size_t i) {
  for (std::size_t k = i; k < scan.tokens.size() && k < i + kLongestCompound; ++k) {
    if (const Heads head = last_head(scan, k)) {
      const std::string_view type = body_made_by(scan, *head.value);
      if (type.empty() || scan.tokens[head.last - 1].upos == Upos::VERB) return i;
      const std::string name = scan.text(i, head.last);
      std::uint32_t body = body_called(scan, type, name);
      const bool called = body != Roster::kNone;
      // One word, of which the segmenter has cut the suffix off.
      const bool word = k > i && head.last == k + 1 && scan.tokens[k].upos == Upos::PART &&
                        scan.tokens[k - 1].deprel == "compound";
      const bool whole =
          k > i || std::any_of(head.value->begin(), head.value->end(), [](const Head& kind) {
            return kind.kind == Head::Kind::description && kind.type == types::organization;
          });
      const bool told =
          word || (k > i && type == types::event) || (whole && names_person(scan, head.last));
      if (!called && (!told || behind_mention(scan, i) || !modifies_name(scan, i))) return i;
      if (!called) body = scan.roster.named(type, name);
      scan.add(i, head.last, {body}, called ? Mention::Form::description : Mention::Form::name, 0.8,
               "name.plain");
      return head.last;
    }
    if (!joins(scan, k)) return i;
  }
  return i;
}

}  // namespace relata
