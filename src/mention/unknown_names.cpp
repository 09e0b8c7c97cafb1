// SPDX-License-Identifier: Apache-2.0
// Names that the gazetteer does not have: those that the document has introduced, that look like
// names of people, that the tagger found, that end with a noun which makes names, and at last
// what is written with capitals.

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/scanner.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestName = 4;      // tokens of a name that the document has introduced
constexpr std::size_t kLongestModifier = 2;  // tokens of a name before those that the tagger saw
constexpr std::size_t kLongestCapitals = 8;
constexpr std::size_t kShortestDateline = 4;  // letters

bool has_capital(const Token& token) {
  return u_isupper(static_cast<UChar32>(code_point_at(token.form, 0)));
}

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

}  // namespace

// Whether what the tagger found may be a name: no pronoun, no word that never is one, no plain
// modifier of a noun where a person is meant.
bool Scanner::may_be_tagged(const NamedEntity& tagged) const {
  const std::size_t first = tagged.first, last = tagged.last;
  const Token& token = tokens_[first];
  if (token.upos == Upos::PRON || token.upos == Upos::PUNCT) return false;
  if (knowledge_.language.spaced()) return true;
  const std::string name = text(first, last);
  const std::string key = name_key(name, knowledge_.language);
  if (has_gap(name) || count_code_points(name) < 2 || knowledge_.no_names.count(key) != 0 ||
      knowledge_.pronouns.find(key) || (token.deprel.ends_with("tmod") && last == first + 1))
    return false;
  if (const Heads noun = knowledge_.heads.longest(tokens_, first);
      noun && noun.last == last && noun.value->front().kind == Head::Kind::brand)
    return false;
  const auto label = knowledge_.tagged_types.find(tagged.type);
  const int head = token.head;
  const bool modifies = (token.deprel == "compound" || token.deprel == "nmod") &&
                        head == static_cast<int>(last) && tokens_[last].upos == Upos::NOUN &&
                        title_starting(last) == last;
  return !(modifies && label != knowledge_.tagged_types.end() && label->second == types::person &&
           !knowledge_.heads.longest(tokens_, last));
}

// "In North Darfur": where, and nobody's.
bool Scanner::is_somewhere(std::size_t first, std::size_t last) const {
  return stands_for_place(first) &&
         (last >= tokens_.size() || knowledge_.possessives.count(tokens_[last].lemma) == 0);
}

// A name that the tagger found, of a type that the pack believes it.
std::size_t Scanner::read_tagged_name(std::size_t i) {
  const auto tagged = std::find_if(tagged_.begin(), tagged_.end(),
                                   [&](const NamedEntity& entity) { return entity.first == i; });
  if (tagged == tagged_.end() || !may_be_tagged(*tagged)) return i;
  const auto label = knowledge_.tagged_types.find(tagged->type);
  if (label == knowledge_.tagged_types.end()) return i;
  std::size_t end = tagged->last;
  while (end > i + 1 && tokens_[end - 1].upos == Upos::PUNCT) --end;
  while (!knowledge_.language.spaced() && end > i + 1 && tokens_[end - 1].upos == Upos::NUM) --end;
  if (!knowledge_.language.spaced()) return add_tagged_name(i, end, label->second);
  const Heads head = knowledge_.heads.longest(tokens_, end - 1);
  const bool by_head =
      head && head.last == end && end - i >= 2 && head.value->front().kind != Head::Kind::stand_in;
  const Described described{type_by_neighbours(i, end), country_before(i)};
  const std::string& kind = by_head                   ? head.value->front().type
                            : !described.type.empty() ? described.type
                                                      : label->second;
  const std::uint32_t entity = kind == types::person
                                   ? introduce(i, end, described.country)
                                   : roster_.named(kind, text(i, end), described.country);
  add(i, end, {entity}, Mention::Form::name, 0.7, "name.tagged");
  if (knowledge_.ontology.is_a(kind, types::organization)) add_short_body(entity, i, end);
  return end;
}

// The type of body that the noun right before token i tells, if it is no part of a name.
std::string Scanner::body_noun_before(std::size_t i) const {
  if (i == 0 || (!mentions_.empty() && mentions_.back().last >= i)) return {};
  const auto head = knowledge_.heads.longest(tokens_, i - 1);
  const bool noun = head && head.last == i && head.value->front().kind == Head::Kind::brand &&
                    knowledge_.ontology.is_a(head.value->front().type, types::organization);
  return noun ? head.value->front().type : std::string();
}

// "German energy company | Rhein": what the name is was taken for a name itself. The type that it
// tells, or nothing.
std::string Scanner::drop_description_before(std::size_t i) {
  if (mentions_.empty() || mentions_.back().last != i || mentions_.back().entities.size() != 1)
    return {};
  const std::size_t first = mentions_.back().first;
  const std::string type = roster_.entity(mentions_.back().entities.front()).type;
  const auto head = knowledge_.heads.longest(tokens_, i - 1);
  const auto country = knowledge_.names.longest(tokens_, first);
  if (!head || head.last != i || head.value->front().kind != Head::Kind::brand || !country ||
      country->last >= i || !knowledge_.ontology.is_a(type, types::organization) ||
      !knowledge_.ontology.is_a(
          knowledge_.gazetteer.entities()[country->entries.front().entity].entity.type,
          types::country))
    return {};
  for (std::size_t k = country->last; k < i; ++k)
    if (tokens_[k].upos == Upos::PROPN) return {};
  mentions_.pop_back();
  return type;
}

// The same without capitals to tell where names end.
std::size_t Scanner::add_tagged_name(std::size_t i, std::size_t end, std::string type) {
  // "Energy company | Beihai Oil": what it is stands before the name.
  for (std::size_t k = i; k + 1 < end; ++k)
    if (const auto head = knowledge_.heads.longest(tokens_, k);
        head && head.last < end && head.value->front().kind == Head::Kind::brand &&
        (tokens_[head.last].upos == Upos::PROPN ||
         (end - head.last >= 2 && tokens_[head.last].upos != Upos::VERB &&
          head_of_compound(end - 1).last == end))) {
      i = head.last;
      break;
    }
  for (std::size_t k = i + 1; k < end; ++k)
    if (tokens_[k].upos == Upos::VERB && roster_.find(text(i, k)) != Roster::kNone) end = k;
  const std::string described = drop_description_before(i);
  if (!described.empty() && type != types::place) type = described;
  for (std::size_t k = i + 2; k < end; ++k)  // "Cloudvein Technology | forces phone makers"
    if (const auto head = knowledge_.heads.longest(tokens_, k - 1);
        head && head.last == k && head.value->front().names() && tokens_[k].upos == Upos::VERB) {
      end = k;
      break;
    }
  if (type == types::person)
    if (const std::string body = body_noun_before(i); !body.empty() && title_starting(end) == end)
      type = body;
  for (std::size_t k = i + 1; k < end; ++k)  // "ESA | representative", "ESA | headquarters"
    if (title_starting(k) == end || knowledge_.seated.count(tokens_[k].lemma) != 0) end = k;
  if (type == types::place)
    for (std::size_t k = i + 1; k + 1 < end; ++k)  // a county of a province
      if (const auto head = knowledge_.heads.longest(tokens_, k);
          head && head.value->front().type == types::place)
        end = head.last;
  const auto take_head = [&](const Heads& head) {
    if (!head || head.last < end || head.value->front().kind == Head::Kind::stand_in) return;
    if (head.value->front().type == types::document && head.last > end) return;
    end = head.last;
    type = head.value->front().type;
  };
  const bool title = title_starting(end) > end;
  if (end - i >= 2) take_head(head_of_compound(end - 1));
  if (end - i >= 3 && type != types::person)  // the noun may be torn
    if (const Heads torn = knowledge_.heads.longest(tokens_, end - 2); torn && torn.last == end)
      take_head(torn);
  if (!title && end < tokens_.size()) take_head(last_head(end));
  if (type == types::person && is_body(i, end)) type = types::organization;
  if (type == types::person && stands_for_place(i)) type = types::place;
  const std::size_t first = type == types::organization ? begin_of_body(i) : i;
  const std::uint32_t entity =
      type == types::person ? introduce(i, end, {}) : introduce_body(type, first, first, end);
  add(first, end, {entity}, Mention::Form::name, 0.7, "name.tagged");
  return end;
}

// Where the name of a body begins, of which the tagger has seen only what begins with token i: its
// plain modifiers belong to it ("World | Aquatics").
std::size_t Scanner::begin_of_body(std::size_t i) const {
  const std::size_t stop = mentions_.empty() ? 0 : mentions_.back().last;
  std::size_t first = i;
  while (first > stop && i - first < kLongestModifier) {
    const Token& token = tokens_[first - 1];
    if (token.span.end != tokens_[first].span.begin || token.upos != Upos::NOUN ||
        token.head < static_cast<int>(first) ||
        (token.deprel != "compound" && token.deprel != "nmod") ||
        token.head > static_cast<int>(i) || knowledge_.titles.longest(tokens_, first - 1) ||
        knowledge_.heads.longest(tokens_, first - 1))
      break;
    --first;
  }
  return first;
}

// Two characters that begin with no surname are no person, whatever the tagger says.
bool Scanner::is_body(std::size_t i, std::size_t end) const {
  return count_code_points(text(i, end)) == 2 &&
         knowledge_.person_names.end_of_name(tokens_, i, PersonNames::Evidence::title) < end;
}

// The name of a person that the document has introduced and the segmenter has torn into a surname
// and characters that are words as well.
std::size_t Scanner::read_torn_name(std::size_t i) {
  constexpr std::size_t kCharacters = 3;
  const std::size_t end = i + kCharacters;
  if (knowledge_.language.spaced() || end > tokens_.size()) return i;
  for (std::size_t k = i; k < end; ++k)
    if (count_code_points(tokens_[k].lemma) != 1) return i;
  const std::uint32_t entity = roster_.find(text(i, end));
  if (entity == Roster::kNone ||
      !knowledge_.ontology.is_a(roster_.entity(entity).type, types::person))
    return i;
  add(i, end, {entity}, Mention::Form::name, 0.95, "document");
  return end;
}

// "Tianwen | three | number" and the noun that tells what it is; the noun for "number" is a head
// of the kind `numbered`.
std::size_t Scanner::read_numbered_name(std::size_t i) {
  if (knowledge_.language.spaced()) return i;
  const auto joins = [&](std::size_t k) {
    return tokens_[k].upos == Upos::NOUN || tokens_[k].upos == Upos::PROPN ||
           tokens_[k].upos == Upos::X;
  };
  std::size_t number = i;
  while (number < i + kLongestModifier && number < tokens_.size() && joins(number)) ++number;
  if (number == i || number + 1 >= tokens_.size() || tokens_[number].upos != Upos::NUM ||
      count_code_points(text(i, number)) < 2 ||
      u_isdigit(static_cast<UChar32>(code_point_at(tokens_[number].form, 0))))
    return i;
  const auto* heads = knowledge_.heads.find(tokens_[number + 1].lemma);
  if (!heads || heads->front().kind != Head::Kind::numbered) return i;
  const std::size_t core = number + 2;
  std::size_t end = core;
  if (const Heads head = head_of_compound(core);
      head && head.value->front().type == heads->front().type)
    end = head.last;
  std::uint32_t entity = roster_.find(text(i, core));
  if (entity == Roster::kNone) entity = roster_.named(heads->front().type, text(i, core));
  if (end != core) roster_.add_alias(entity, text(i, end));
  add(i, end, {entity}, Mention::Form::name, 0.8, "name.numbered");
  return end;
}

// A company by the noun that ends its name, where a word before it is a proper name or the title
// of somebody at it stands behind.
std::size_t Scanner::read_company(std::size_t i) {
  const Upos upos = tokens_[i].upos;
  if (knowledge_.language.spaced() || knowledge_.heads.longest(tokens_, i) ||
      (upos != Upos::PROPN && upos != Upos::NOUN && upos != Upos::ADJ && upos != Upos::X) ||
      count_code_points(tokens_[i].lemma) < 2 || title_starting(i) > i ||
      knowledge_.no_names.count(tokens_[i].lemma) != 0 ||
      knowledge_.generic.count(tokens_[i].lemma) != 0)
    return i;
  const std::size_t noun =
      i + 1 < tokens_.size() && tokens_[i + 1].upos == Upos::PROPN ? i + 2 : i + 1;
  const Heads head = noun < tokens_.size() ? head_of_compound(noun) : Heads{};
  if (!head || head.value->front().kind != Head::Kind::brand ||
      !knowledge_.ontology.is_a(head.value->front().type, types::organization))
    return i;
  const std::size_t title = head.last < tokens_.size() ? title_starting(head.last) : head.last;
  // A word that is taken for an adjective, at the beginning of its phrase.
  const Upos before = i == 0 ? Upos::PUNCT : tokens_[i - 1].upos;
  const bool unknown = (upos == Upos::ADJ || upos == Upos::X) && head.last == noun + 1 &&
                       (before == Upos::PUNCT || before == Upos::VERB || before == Upos::PART ||
                        before == Upos::ADP || before == Upos::CCONJ || before == Upos::ADV ||
                        before == Upos::AUX || before == Upos::SCONJ);
  const bool proper =
      (upos == Upos::PROPN || unknown) && tokens_[i].deprel != "obl" &&
      (head.last == tokens_.size() || tokens_[head.last].upos != Upos::NOUN ||
       tokens_[head.last - 1].head > static_cast<int>(head.last) || title > head.last);
  if (!proper && title <= head.last) return i;
  add(i, head.last, {introduce_body(head.value->front().type, i, i, head.last)},
      Mention::Form::name, 0.7, "name.head");
  return head.last;
}

std::size_t Scanner::read_unknown_name(std::size_t i) {
  const auto& names = knowledge_.person_names;
  // Names that the document has introduced.
  for (std::size_t end = std::min(tokens_.size(), i + kLongestName); end > i; --end) {
    const std::uint32_t entity = roster_.find(text(i, end));
    if (entity == Roster::kNone || is_described(entity) || tokens_[end - 1].upos == Upos::PUNCT)
      continue;
    // "who" is not the WHO.
    const std::string& form = tokens_[i].form;
    const bool small = std::all_of(form.begin(), form.end(),
                                   [](unsigned char c) { return c < 0x80 && u_islower(c); });
    if (knowledge_.language.spaced() && end == i + 1 && small) continue;
    std::size_t last = end;  // the core of a name and the noun that ends it
    if (const Heads head = head_of_compound(end);
        !knowledge_.language.spaced() && head &&
        head.value->front().type == roster_.entity(entity).type)
      last = head.last;
    std::size_t first = i;
    if (!knowledge_.language.spaced() &&
        knowledge_.ontology.is_a(roster_.entity(entity).type, types::organization))
      drop_description_before(i);
    if (!knowledge_.language.spaced() && roster_.entity(entity).type == types::organization)
      first = begin_of_body(i);
    add(first, last, {entity}, Mention::Form::name, 0.95, "document");
    return last;
  }
  const bool acronym = knowledge_.language.spaced() && tokens_[i].form.size() > 2 &&
                       std::none_of(tokens_[i].form.begin(), tokens_[i].form.end(),
                                    [](unsigned char c) { return c >= 0x80 || u_islower(c); });
  if (const std::size_t end = names.end_of_name(tokens_, i, PersonNames::Evidence::none);
      end != i && !acronym) {
    if (knowledge_.language.spaced()) {
      const std::uint32_t entity =
          is_somewhere(i, end) ? roster_.named(types::place, text(i, end)) : introduce(i, end, {});
      add(i, end, {entity}, Mention::Form::name, 0.8, "name.shape");
      return end;
    }
    const Heads head = head_of_compound(end);
    if (const std::string body = body_noun_before(i); !body.empty() && title_starting(end) == end) {
      add(i, end, {introduce_body(body, i, i, end)}, Mention::Form::name, 0.7, "name.shape");
      return end;
    }
    const bool place = head ? head.value->front().type == types::place : stands_for_place(i);
    const std::size_t last = place && head ? head.last : end;
    const std::uint32_t entity =
        place ? introduce_body(types::place, i, i, last) : introduce(i, end, {});
    add(i, last, {entity}, Mention::Form::name, 0.8, "name.shape");
    return last;
  }
  const auto may_name = [&](const Token& token) {
    return token.upos == Upos::PROPN && has_capital(token) &&
           knowledge_.no_names.count(name_key(token.form, knowledge_.language)) == 0;
  };
  if (!knowledge_.language.spaced()) return read_tagged_name(i);
  if (heading_) return i;
  // "Blue Anchor" within a sentence, "Halden Robotics" also at its beginning.
  const auto is_adjective = [&] {
    if (i + 1 >= tokens_.size() || tokens_[i].upos != Upos::ADJ || !has_capital(tokens_[i]) ||
        !may_name(tokens_[i + 1]) ||
        knowledge_.no_names.count(name_key(tokens_[i].form, knowledge_.language)) != 0)
      return false;
    const auto head = knowledge_.heads.longest(tokens_, i + 1);
    return i > 0 || (head && head.value->front().kind == Head::Kind::name);
  };
  const bool adjective = is_adjective();
  if (!may_name(tokens_[i]) && !adjective)  // the "Baltic" of a forum
    return has_capital(tokens_[i]) ? read_tagged_name(i) : i;
  // "TRONDHEIM, Norway -": where the story was written.
  const bool dateline = i == 0 && tokens_.size() > 1 && tokens_[1].upos == Upos::PUNCT &&
                        count_code_points(tokens_[0].form) >= kShortestDateline &&
                        std::none_of(tokens_[0].form.begin(), tokens_[0].form.end(),
                                     [](unsigned char c) { return u_islower(c); });
  if (dateline) {
    add(0, 1, {roster_.named(types::place, text(0, 1))}, Mention::Form::name, 0.8, "dateline");
    return 1;
  }
  std::size_t end = i + 1;
  while (end < tokens_.size() && may_name(tokens_[end]) && end < i + kLongestCapitals) ++end;
  const auto head = knowledge_.heads.longest(tokens_, end - 1);
  if (head && head.last == end && end - i >= 2 &&
      head.value->front().kind != Head::Kind::stand_in) {
    const std::uint32_t entity = roster_.named(head.value->front().type, text(i, end));
    add(i, end, {entity}, Mention::Form::name, 0.8, "name.head");
    if (knowledge_.ontology.is_a(head.value->front().type, types::organization))
      add_short_body(entity, i, end);
    return end;
  }
  if (const std::size_t tagged = read_tagged_name(i); tagged != i) return tagged;
  const Described described{type_by_neighbours(i, end), country_before(i)};
  if (i == 0 && end - i == 1 && described.type.empty()) return i;
  const bool somewhere = described.type.empty() && end - i > 1 && is_somewhere(i, end);
  const bool person = described.type.empty() ? end - i > 1 && !somewhere && !adjective
                                             : described.type == types::person;
  const std::string kind(somewhere                ? types::place
                         : described.type.empty() ? types::organization
                                                  : std::string_view(described.type));
  const std::uint32_t entity = person ? introduce(i, end, described.country)
                                      : roster_.named(kind, text(i, end), described.country);
  add(i, end, {entity}, Mention::Form::name, 0.6, "name.capitals");
  return end;
}

}  // namespace relata
