// SPDX-License-Identifier: Apache-2.0
// What a document calls a thing besides its full name: other names in parentheses, the core of a
// name without the nouns around it, names in quotation marks beside a noun that tells what they
// are.

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

#include "mention/scanner.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestParenthesis = 12;  // tokens
constexpr std::size_t kLongestQuoted = 6;        // tokens
constexpr std::size_t kNear = 4;  // tokens to the noun that tells what a quoted name names
constexpr std::size_t kLongestDefined = 6;  // tokens of a name that a parenthesis defines
constexpr std::size_t kShortestRest = 4;    // code points of a name without its country

bool opens(const Token& token) {
  const char32_t c = code_point_at(token.form, 0);
  return c == '(' || c == 0xFF08;
}
bool closes(const Token& token) {
  const char32_t c = code_point_at(token.form, 0);
  return c == ')' || c == 0xFF09;
}
bool is_mark(const Token& token) { return token.upos == Upos::PUNCT; }
bool is_latin_name(const Token& token) {
  return u_isupper(static_cast<UChar32>(code_point_at(token.form, 0))) &&
         u_isalpha(static_cast<unsigned char>(token.form.front()));
}

// Whether all characters of `brief` stand in `full` in their order, or the first and the last do.
bool abbreviates(std::string_view brief, std::string_view full) {
  std::size_t first = 0, same = 0;
  next_code_point(brief, first);
  next_code_point(full, same);
  const bool frame = count_code_points(brief) >= 3 && brief.size() < full.size() &&
                     brief.substr(0, first) == full.substr(0, same) &&
                     brief.substr(previous_code_point(brief, brief.size())) ==
                         full.substr(previous_code_point(full, full.size()));
  if (frame) return true;
  std::size_t at = 0;
  for (std::size_t i = 0; i < brief.size();) {
    const std::size_t begin = i;
    next_code_point(brief, i);
    at = full.find(brief.substr(begin, i - begin), at);
    if (at == std::string_view::npos) return false;
    at += i - begin;
  }
  return count_code_points(brief) >= 2 && brief.size() < full.size();
}

}  // namespace

// "(NAC)" behind a name is another name of the same thing; so are all parts of "(Short, NAC)".
std::size_t Scanner::read_parenthesis(std::size_t i) {
  if (!opens(tokens_[i])) return i;
  read_defined_name(i);
  if (mentions_.empty() || mentions_.back().last != i || mentions_.back().entities.size() != 1)
    return i;
  std::size_t end = i + 1;
  while (end < tokens_.size() && end <= i + kLongestParenthesis && !closes(tokens_[end])) ++end;
  if (end == i + 1 || end >= tokens_.size() || !closes(tokens_[end])) return i;
  bool taken = false;
  for (std::size_t first = i + 1; first < end;) {
    bool called = false;
    for (;
         first < end && (is_mark(tokens_[first]) || knowledge_.naming.count(tokens_[first].lemma));
         ++first)
      called = called || !is_mark(tokens_[first]);
    std::size_t last = first;
    while (last < end && !is_mark(tokens_[last])) ++last;
    if (last == first) break;
    if (!take_alias(first, last, called)) return taken ? end + 1 : i;
    taken = true;
    first = last;
  }
  return taken ? end + 1 : i;
}

// Nouns in a row that an acronym in parentheses follows are the name of a body.
std::size_t Scanner::read_defined_name(std::size_t i) {
  if (knowledge_.language.spaced() || i + 2 >= tokens_.size() || !is_latin_name(tokens_[i + 1]))
    return i;
  std::size_t first = i;
  const std::size_t known = mentions_.empty() ? 0 : mentions_.back().last;
  if (known == i) return i;
  while (first > known && i - first < kLongestDefined &&
         (tokens_[first - 1].upos == Upos::NOUN || tokens_[first - 1].upos == Upos::PROPN ||
          tokens_[first - 1].upos == Upos::ADJ || tokens_[first - 1].upos == Upos::X ||
          tokens_[first - 1].deprel == "compound" || tokens_[first - 1].deprel == "nmod"))
    --first;
  if (first == i) return i;
  std::size_t begin = first;
  std::string country;
  if (first == known && known > 0 && mentions_.back().entities.size() == 1 &&
      !knowledge_.ontology.is_a(roster_.entity(mentions_.back().entities.front()).type,
                                types::person)) {
    begin = mentions_.back().first;
    country = roster_.entity(mentions_.back().entities.front()).country;
  }
  if (count_code_points(text(begin, i)) < kShortestRest) return i;
  if (begin != first) mentions_.pop_back();
  const Heads head = head_of_compound(i - 1);
  const bool by_head = head && head.last == i && head.value->front().names();
  add(begin, i,
      {introduce_body(by_head ? head.value->front().type : std::string(types::organization), begin,
                      first, i, country)},
      Mention::Form::name, 0.8, "name.defined");
  return i;
}

bool Scanner::take_alias(std::size_t first, std::size_t last, bool called) {
  const std::string alias = text(first, last);
  const std::uint32_t entity = mentions_.back().entities.front();
  const std::string key = name_key(alias, knowledge_.language);
  const std::string full = name_key(document_.at(mentions_.back().span), knowledge_.language);
  const bool brief = called || (!knowledge_.language.spaced() && abbreviates(key, full));
  const auto named = knowledge_.names.longest(tokens_, first);
  if (named && named->last == last && !named->entries.empty()) {
    const auto fits = [&](const NameIndex::Entry& entry) {
      return knowledge_.gazetteer.entities()[entry.entity].entity.id == roster_.entity(entity).id;
    };
    if (std::none_of(named->entries.begin(), named->entries.end(), fits)) {
      // A body that only its other name is known by.
      const NameIndex::Entry& only = named->entries.front();
      const bool known =
          named->entries.size() == 1 && only.use == NameIndex::Use::name &&
          knowledge_.ontology.is_a(knowledge_.gazetteer.entities()[only.entity].entity.type,
                                   types::organization);
      if (roster_.record(entity) || !known ||
          !knowledge_.ontology.is_a(roster_.entity(entity).type, types::organization))
        return false;
      const std::uint32_t body = roster_.known(only.entity);
      roster_.add_alias(body, document_.at(mentions_.back().span));
      mentions_.back().entities = {body};
      roster_.add_alias(body, alias);
      return true;
    }
  } else if (!brief && !is_latin_name(tokens_[first])) {
    return false;
  }
  roster_.add_alias(entity, alias);
  return true;
}

// What the document may call a thing whose name has its core in tokens [core, last): the name
// without the nouns that end a company, a place or a team.
std::vector<std::string> Scanner::cores(std::string_view type, std::size_t core,
                                        std::size_t last) const {
  std::vector<std::string> all;
  std::string name = text(core, last);
  for (bool cut = true; cut;) {
    cut = false;
    const std::string folded = knowledge_.language.folding()(name);
    std::size_t at = 0;
    while (!cut && at < folded.size()) {
      next_code_point(folded, at);
      const auto* heads = knowledge_.heads.find(folded.substr(at));
      cut = heads && heads->front().kind == Head::Kind::brand &&
            knowledge_.ontology.is_a(heads->front().type, type);
    }
    if (!cut) break;
    std::size_t end = 0;  // the same characters of the name as it is written
    for (std::size_t k = count_code_points(std::string_view(folded).substr(0, at)); k > 0; --k)
      next_code_point(name, end);
    name.resize(end);
    if (count_code_points(name) >= 2 && !knowledge_.heads.find(folded.substr(0, at)) &&
        knowledge_.names.find(name_key(name, knowledge_.language)).empty())
      all.push_back(name);
  }
  return all;
}

// The body, place or event that tokens [first, last) name; what stands before `core` is the name
// of another thing.
std::uint32_t Scanner::introduce_body(std::string_view type, std::size_t first, std::size_t core,
                                      std::size_t last, const std::string& country) {
  const std::string name = text(first, last);
  if (knowledge_.language.spaced() || type == types::event)
    return roster_.named(type, name, country);
  const std::vector<std::string> brief = cores(type, core, last);
  std::uint32_t entity = Roster::kNone;
  for (const std::string& other : brief)
    if (const std::uint32_t known = roster_.find(other);
        entity == Roster::kNone && known != Roster::kNone &&
        knowledge_.ontology.is_a(roster_.entity(known).type, type)) {
      // "Lanshan Logistics" is not "Lanshan Group".
      const std::string& label = roster_.entity(known).label;
      if (label == other || label.starts_with(name) || name.starts_with(label) ||
          label.ends_with(name) || name.ends_with(label))
        entity = known;
    }
  if (entity == Roster::kNone || roster_.find(name) != Roster::kNone)
    entity = roster_.named(type, name, country);
  else
    roster_.add_alias(entity, name);
  if (const std::string rest = text(core, last); count_code_points(rest) >= kShortestRest)
    roster_.add_short_name(entity, rest);
  for (const std::string& other : brief) roster_.add_short_name(entity, other);
  if (!brief.empty() && type == types::organization) {  // "Blue Whales" of "Binhai Blue Whales"
    const std::string& own = brief.back();
    std::size_t half = 0;
    for (int k = 0; k < 2 && half < own.size(); ++k) next_code_point(own, half);
    if (count_code_points(own) == 4 && !knowledge_.heads.find(own.substr(half)))
      roster_.add_short_name(entity, own.substr(half));
  }
  return entity;
}

// A short name in quotation marks, told by its own last noun or by the noun beside it.
std::size_t Scanner::read_quoted_name(std::size_t i) {
  if (knowledge_.language.spaced() || !is_mark(tokens_[i])) return i;
  const auto found = knowledge_.name_marks.find(tokens_[i].lemma);
  if (found == knowledge_.name_marks.end()) return i;
  const MentionKnowledge::Marks& marks = found->second;
  std::size_t end = i + 1;
  while (end < tokens_.size() && end <= i + 2 * kLongestQuoted &&
         tokens_[end].lemma != marks.closing)
    ++end;
  if (end >= tokens_.size() || end == i + 1 || tokens_[end].lemma != marks.closing) return i;
  const std::string name = text(i + 1, end);
  const std::string folded = knowledge_.language.folding()(name);
  const std::uint32_t known = roster_.find(name);
  std::size_t last = end + 1;
  std::string type;
  for (std::size_t at = 0; type.empty() && at < folded.size(); next_code_point(folded, at))
    if (const auto* heads = knowledge_.heads.find(folded.substr(at)); heads && at > 0)
      if (heads->front().kind != Head::Kind::stand_in) type = heads->front().type;
  if (!marks.type.empty()) {
    if (type != types::document && !knowledge_.ontology.is_a(type, types::organization))
      type = marks.type;
  } else {
    if (end > i + kLongestQuoted || (known != Roster::kNone && is_described(known))) return i;
    for (std::size_t k = i + 1; k < end; ++k)
      if (is_mark(tokens_[k]) || tokens_[k].upos == Upos::PRON || tokens_[k].upos == Upos::ADV)
        return i;
    if (knowledge_.names.longest(tokens_, i + 1)) return i;
    const bool defined = end + 1 < tokens_.size() && opens(tokens_[end + 1]);
    const auto beside = [&](std::size_t first, std::size_t end_of_head) {
      const auto head = knowledge_.heads.longest(tokens_, first);
      if (!head || (end_of_head != 0 && head.last != end_of_head) ||
          head.value->front().type == types::country || head.value->front().type == types::document)
        return first;
      if (type.empty()) type = head.value->front().type;
      return head.last;
    };
    for (std::size_t k = end + 1; k < tokens_.size() && k < end + kNear; ++k) {
      if (title_starting(k) > k) break;
      if (const std::size_t after = beside(k, 0); after != k) {
        last = after;  // the noun is part of the name's phrase
        break;
      }
      if (tokens_[k].upos != Upos::NOUN && tokens_[k].upos != Upos::PROPN) break;
    }
    for (std::size_t k = i > kNear ? i - kNear : 0; k < i; ++k) beside(k, i);  // the longest
    // "… of | X | criticised": who does something is a body.
    const bool acts = end + 1 < tokens_.size() && tokens_[end + 1].upos == Upos::VERB && i > 0 &&
                      knowledge_.possessives.count(tokens_[i - 1].lemma) != 0;
    if (type.empty() && (defined || acts)) type = types::organization;
    if (type.empty() || type == types::document) return i;
  }
  add(i + 1, end, {known == Roster::kNone ? roster_.named(type, name) : known}, Mention::Form::name,
      0.8, "name.quoted");
  mentions_.back().first = static_cast<std::uint32_t>(i);  // one item with its marks
  mentions_.back().last = static_cast<std::uint32_t>(last);
  return last;
}

// Whether the word before tells that what is named is a place.
bool Scanner::stands_for_place(std::size_t first) const {
  return first > 0 && knowledge_.before_place.count(tokens_[first - 1].lemma) != 0;
}

}  // namespace relata
