// SPDX-License-Identifier: Apache-2.0
#include "mention/scanner.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kGap = 2;              // plain nouns between two that end names
constexpr std::size_t kLongestCompound = 4;  // tokens between a name and the head of its compound

bool is_capitalised(const Token& token) {
  return token.upos == Upos::PROPN && u_isupper(static_cast<UChar32>(code_point_at(token.form, 0)));
}
// Words that may stand between the parts of a compound name.
bool joins_compound(const Token& token) {
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::ADJ ||
         token.upos == Upos::X || token.upos == Upos::NUM;
}

}  // namespace

std::vector<Mention> Scanner::scan(const Sentence& sentence) {
  tokens_ = sentence.tokens;
  tagged_ = sentence.entities;
  mentions_.clear();
  heading_ = sentence.kind != Sentence::Kind::prose;
  for (std::size_t i = 0; i < tokens_.size();) {
    const std::size_t before = i;
    for (const auto read :
         {&Scanner::read_parenthesis, &Scanner::read_quoted_name, &Scanner::read_torn_name,
          &Scanner::read_long_name, &Scanner::read_name, &Scanner::read_title,
          &Scanner::read_short_names, &Scanner::read_people, &Scanner::read_unknown_name,
          &Scanner::read_numbered_name, &Scanner::read_company, &Scanner::read_description}) {
      i = (this->*read)(i);
      if (i != before) break;
    }
    if (i == before) ++i;
  }
  return std::move(mentions_);
}

Span Scanner::span(std::size_t first, std::size_t last) const {
  return {tokens_[first].span.begin, tokens_[last - 1].span.end};
}

std::string Scanner::text(std::size_t first, std::size_t last) const {
  return std::string(document_.at(span(first, last)));
}

void Scanner::add(std::size_t first, std::size_t last, std::vector<std::uint32_t> entities,
                  Mention::Form form, double confidence, std::string rule) {
  Mention mention;
  mention.first = static_cast<std::uint32_t>(first);
  mention.last = static_cast<std::uint32_t>(last);
  mention.span = span(first, last);
  mention.entities = std::move(entities);
  mention.form = form;
  mention.confidence = confidence;
  mention.rule = std::move(rule);
  if (mention.entities.size() == 1) {
    roster_.call(mention.entities.front(), mention.span, form);
    const KnownEntity* record = roster_.record(mention.entities.front());
    if (record && !record->capital_of.empty())
      mention.government = roster_.known(std::string_view(record->capital_of.front()));
  }
  mentions_.push_back(std::move(mention));
}

// Whether an entity may be meant by a word that needs context: a person by the surname alone once
// the full name was read, a body once its country stands before it or it was named in full.
bool Scanner::fits_context(std::uint32_t known, std::size_t first, std::size_t last) {
  const KnownEntity& record = knowledge_.gazetteer.entities()[known];
  const std::string word = text(first, last);
  if (knowledge_.ontology.is_a(record.entity.type, types::country))
    return count_code_points(word) >= 2;
  if (knowledge_.ontology.is_a(record.entity.type, types::person))
    return roster_.has(record.entity.id) || holds(record, last);
  if (roster_.has(record.entity.id)) return true;
  if (mentions_.empty() || mentions_.back().last != first) return false;
  return roster_.entity(mentions_.back().entities.front()).country == record.entity.country;
}

// Whether a title that a person of the gazetteer has held begins with token `title`.
bool Scanner::holds(const KnownEntity& record, std::size_t title) const {
  const std::size_t end = title_starting(title);
  if (end <= title) return false;
  const std::string key = name_key(text(title, end), knowledge_.language);
  for (const Post& post : record.posts)
    for (const auto& [language, name] : post.title)
      if (name_key(name, knowledge_.language).ends_with(key)) return true;
  return false;
}

// The entity that a name of the gazetteer means here, or kNone.
std::uint32_t Scanner::choose(const NameIndex::Match& match, std::size_t first) {
  std::vector<std::uint32_t> fitting;
  for (const NameIndex::Entry& entry : match.entries) {
    if (entry.use != NameIndex::Use::context) return roster_.known(entry.entity);
    if (!fits_context(entry.entity, first, match.last)) continue;
    if (roster_.has(knowledge_.gazetteer.entities()[entry.entity].entity.id))
      return roster_.known(entry.entity);
    fitting.push_back(entry.entity);
  }
  return fitting.size() == 1 ? roster_.known(fitting.front()) : Roster::kNone;
}

std::size_t Scanner::read_name(std::size_t i) {
  const auto match = knowledge_.names.longest(tokens_, i);
  if (!match) return i;
  // A whole sentence in capitals, or a word that only begins a sentence, is weaker; the index has
  // checked the case already.
  const std::uint32_t entity = choose(*match, i);
  if (entity == Roster::kNone) return i;
  const Entity& known = roster_.entity(entity);
  if (knowledge_.ontology.is_a(known.type, types::person)) {
    // A longer name that only begins like that of somebody known.
    if (!knowledge_.language.spaced() &&
        knowledge_.person_names.end_of_name(tokens_, i, PersonNames::Evidence::none) > match->last)
      return i;
    add(i, match->last, {entity}, Mention::Form::name, 1, "gazetteer");
    return match->last;
  }
  if (const std::size_t end = end_of_known_body(i, match->last);
      end != match->last && !knowledge_.ontology.is_a(known.type, types::organization)) {
    // The place of a body that the document has named before.
    const std::uint32_t body = roster_.find(text(match->last, end));
    const Heads head = head_of_compound(end);
    const bool more = head && head.value->front().type == roster_.entity(body).type;
    const std::size_t last = more ? head.last : end;
    roster_.add_alias(body, text(i, last));
    add(i, last, {body}, Mention::Form::name, 0.9, "document");
    return last;
  }
  if (knowledge_.ontology.is_a(known.type, types::organization)) {
    if (!knowledge_.language.spaced()) drop_description_before(i);
    add_short_body(entity, i, match->last);
  }
  const bool demonym = match->entries.front().use == NameIndex::Use::demonym;
  if (demonym && i > 0 && knowledge_.origin.count(tokens_[i - 1].lemma) != 0)
    return read_people_of_origin(i - 1, match->last);
  if (const std::size_t end = extend_by_head(i, match->last, entity); end != match->last)
    return end;
  if (const std::size_t end = extend_by_people(i, match->last, entity); end != match->last)
    return end;
  const bool context = match->entries.front().use == NameIndex::Use::context;
  add(i, match->last, {entity}, demonym || context ? Mention::Form::alias : Mention::Form::name,
      context ? 0.9 : 1,
      demonym   ? "demonym"
      : context ? "gazetteer.context"
                : "gazetteer");
  return match->last;
}

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
        const bool proper = !knowledge_.language.spaced() || is_capitalised(tokens_[head.last - 1]);
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

// The body whose name ends where the title begins, or kNone.
std::uint32_t Scanner::body_before(std::size_t title) const {
  if (mentions_.empty()) return Roster::kNone;
  const Mention& last = mentions_.back();
  if (last.entities.size() != 1) return Roster::kNone;
  const bool adjacent = last.last == title;
  const bool possessive = last.last + 1 == title && tokens_[last.last].upos == Upos::PART;
  return adjacent || possessive ? last.entities.front() : Roster::kNone;
}

// The end of the title that begins with token i, or of several that are joined by one word.
std::size_t Scanner::end_of_titles(std::size_t i) const {
  std::size_t end = title_starting(i);
  while (end > i && end + 1 < tokens_.size() && !knowledge_.language.spaced() &&
         tokens_[end].upos != Upos::PUNCT && count_code_points(tokens_[end].lemma) == 1 &&
         title_starting(end + 1) > end + 1)
    end = title_starting(end + 1);
  while (end > i && !knowledge_.language.spaced() && title_starting(end) > end)
    end = title_starting(end);  // "pitcher | coach"
  return end;
}

std::size_t Scanner::read_title(std::size_t i) {
  const auto title = knowledge_.titles.longest(tokens_, i);
  if (!title.value) return i;
  const std::uint32_t before = body_before(i);
  const bool person_before = before != Roster::kNone &&
                             knowledge_.ontology.is_a(roster_.entity(before).type, types::person);
  if (person_before) {  // the title follows the name
    roster_.hold(before, text(i, title.last), Roster::kNone);
    return title.last;
  }
  if (const std::size_t last = end_of_titles(i), end = read_person_after(i, last); end != last)
    return end;
  const bool modifies = title.last < tokens_.size() && tokens_[title.last].upos == Upos::NOUN;
  const bool adjacent = before != Roster::kNone && mentions_.back().last == i;
  if (title.value->kind == Title::Kind::honorific || (modifies && !adjacent)) return i;
  // "X is the president of Y" tells what X is.
  if (const std::size_t begin = adjacent ? mentions_.back().first : i;
      begin > 0 && knowledge_.becoming.count(tokens_[begin - 1].lemma) != 0)
    return i;
  // "The head coach, Spain's X": the name comes later.
  if (!knowledge_.language.spaced() && adjacent && title.last < tokens_.size() &&
      tokens_[title.last].upos == Upos::PUNCT &&
      std::any_of(tagged_.begin(), tagged_.end(), [&](const NamedEntity& seen) {
        const auto label = knowledge_.tagged_types.find(seen.type);
        return seen.first > title.last && seen.first <= title.last + kLongestCompound &&
               label != knowledge_.tagged_types.end() && label->second == types::person;
      }))
    return i;
  std::uint32_t person = roster_.holder(text(i, title.last), before);
  // The name of the body belongs to that of the person, unless a name follows: "Japan's premier,
  // X".
  const bool named = title.last + 1 < tokens_.size() && tokens_[title.last].upos == Upos::PUNCT &&
                     is_capitalised(tokens_[title.last + 1]);
  const bool own =
      before != Roster::kNone &&
      (adjacent || (knowledge_.language.spaced() && !named && is_argument(i, title.last)));
  const std::size_t first = own ? mentions_.back().first : i;
  std::size_t end = title.last;
  // Nobody knows the name: the post of that body is all there is to call the person by.
  if (person == Roster::kNone && own)
    person = roster_.named(types::person, text(first, end), roster_.entity(before).country);
  if (person == Roster::kNone && is_argument(i, end))
    if (const std::uint32_t body = place_behind(title.last, end);
        body != Roster::kNone && !is_named_behind(end))
      person = roster_.named(types::person, text(i, end), roster_.entity(body).country);
  if (person == Roster::kNone) return i;
  if (own) mentions_.pop_back();
  add(first, end, {person}, Mention::Form::title, 0.85, "title.holder");
  return end;
}

// A person whom no gazetteer knows; the short name will do from now on.
std::uint32_t Scanner::introduce(std::size_t first, std::size_t last, const std::string& country) {
  const std::string name = text(first, last);
  const std::uint32_t person = roster_.named(types::person, name, country);
  if (const std::string brief = knowledge_.person_names.short_name(name); !brief.empty())
    roster_.add_short_name(person, brief);
  return person;
}

// The end of the name of a person that the tagger has seen or the document has introduced, or i.
std::size_t Scanner::end_of_tagged_person(std::size_t i) const {
  constexpr std::size_t kLongest = 4;
  for (std::size_t end = std::min(tokens_.size(), i + kLongest); end > i; --end)
    if (const std::uint32_t known = roster_.find(text(i, end));
        known != Roster::kNone &&
        knowledge_.ontology.is_a(roster_.entity(known).type, types::person))
      return end;
  for (const NamedEntity& seen : tagged_) {
    const auto label = knowledge_.tagged_types.find(seen.type);
    if (seen.first == i && label != knowledge_.tagged_types.end() &&
        label->second == types::person && may_be_tagged(seen))
      return seen.last;
  }
  return i;
}

// A person's name behind a title: "Prime Minister | Kishida".
std::size_t Scanner::read_person_after(std::size_t title, std::size_t name) {
  if (name >= tokens_.size()) return name;
  std::uint32_t body = body_before(title);
  // "Sweden's | industry | minister"
  for (std::size_t k = title; !knowledge_.language.spaced() && body == Roster::kNone && k > 0 &&
                              k + kLongestCompound > title && joins_compound(tokens_[k - 1]);)
    body = body_before(--k);
  std::uint32_t person = Roster::kNone;
  std::size_t end =
      knowledge_.person_names.end_of_name(tokens_, name, PersonNames::Evidence::title);
  if (const auto match = knowledge_.names.longest(tokens_, name)) {
    for (const auto& entry : match->entries) {
      const KnownEntity& record = knowledge_.gazetteer.entities()[entry.entity];
      if (!knowledge_.ontology.is_a(record.entity.type, types::person)) continue;
      // A surname alone means someone known only if no longer name begins with it.
      const bool alone =
          match->last >= end && (roster_.has(record.entity.id) || holds(record, title));
      if (entry.use != NameIndex::Use::name && !alone) continue;
      if (!knowledge_.language.spaced() && match->last < end) continue;
      person = roster_.known(entry.entity);
      end = match->last;
      break;
    }
    const bool longer = !knowledge_.language.spaced() && match->last < end;
    if (person == Roster::kNone && !longer && match->entries.front().use == NameIndex::Use::name)
      return name;
  }
  if (person == Roster::kNone) {
    if (end == name && !knowledge_.language.spaced()) end = end_of_tagged_person(name);
    if (end == name) return name;
    person = roster_.find(text(name, end));
    if (person == Roster::kNone) person = introduce(name, end, country_before(title));
  }
  roster_.hold(person, text(title, name), body);
  add(name, end, {person}, Mention::Form::name, 0.95, "title+name");
  return end;
}

// The countries that each character of `word` stands for, or nothing.
std::vector<std::uint32_t> Scanner::short_countries(std::string_view word) const {
  std::vector<std::uint32_t> countries;
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t begin = i;
    next_code_point(word, i);
    std::uint32_t country = Roster::kNone;
    for (const auto& entry : knowledge_.names.find(word.substr(begin, i - begin)))
      if (entry.use == NameIndex::Use::context &&
          knowledge_.ontology.is_a(knowledge_.gazetteer.entities()[entry.entity].entity.type,
                                   types::country))
        country = entry.entity;
    const bool twice = std::find(countries.begin(), countries.end(), country) != countries.end();
    const bool common = begin == 0 && i == word.size();
    if (country == Roster::kNone || twice) return {};
    if (!common && !knowledge_.may_join_short_names(word.substr(begin, i - begin))) return {};
    countries.push_back(country);
  }
  return countries;
}

// Countries named by one character: several together, or one beside a word that asks for a country.
// A word of two characters that names a country by one of them: a name ("US media") or a verb with
// its object ("reach Korea").
std::size_t Scanner::read_short_name_within(std::size_t i) {
  const std::string& word = tokens_[i].lemma;
  std::size_t cut = 0;
  next_code_point(word, cut);
  if (count_code_points(word) != 2 || knowledge_.no_names.count(word) != 0) return i;
  const bool before =
      tokens_[i].upos == Upos::PROPN && knowledge_.after_short_name.count(word.substr(cut)) != 0;
  const bool after =
      tokens_[i].upos == Upos::VERB && knowledge_.before_short_name.count(word.substr(0, cut)) != 0;
  if (!before && !after) return i;
  const auto countries = short_countries(before ? word.substr(0, cut) : word.substr(cut));
  if (countries.size() != 1) return i;
  if (before)
    if (const std::size_t end = extend_by_head(i, i + 1, roster_.known(countries.front()));
        end != i + 1)
      return end;
  add(i, i + 1, {roster_.known(countries.front())}, Mention::Form::alias, 0.8, "gazetteer.short");
  std::size_t half = 0;
  next_code_point(tokens_[i].form, half);
  Span& span = mentions_.back().span;
  (before ? span.end : span.begin) = span.begin + static_cast<std::uint32_t>(half);
  return i + 1;
}

std::size_t Scanner::read_short_names(std::size_t i) {
  if (knowledge_.language.spaced()) return i;
  std::vector<std::uint32_t> countries;
  std::size_t end = i;
  for (; end < tokens_.size(); ++end) {
    const auto more = short_countries(tokens_[end].lemma);
    if (more.empty()) break;
    countries.insert(countries.end(), more.begin(), more.end());
  }
  if (countries.empty()) return read_short_name_within(i);
  const auto is = [](const std::unordered_set<std::string>& words, const Token& token) {
    return words.count(token.lemma) != 0;
  };
  const bool supported = countries.size() >= 2 ||
                         (i > 0 && is(knowledge_.before_short_name, tokens_[i - 1])) ||
                         (end < tokens_.size() && is(knowledge_.after_short_name, tokens_[end]));
  if (!supported) return i;
  std::vector<std::uint32_t> entities;
  for (const std::uint32_t country : countries) entities.push_back(roster_.known(country));
  if (entities.size() == 1 && i + 1 < end && end < tokens_.size())
    if (const std::size_t body = extend_by_head(i, end, entities.front()); body != end) return body;
  if (end < tokens_.size())
    if (const auto head = knowledge_.heads.longest(tokens_, end);
        head && head.value->front().kind == Head::Kind::stand_in &&
        head.value->front().type == types::country && !names_person(end))
      end = head.last;
  add(i, end, std::move(entities), Mention::Form::alias, 0.9, "gazetteer.short");
  return end;
}

// Whether a title and the name of a person begin with token i.
bool Scanner::names_person(std::size_t i) const {
  const std::size_t name = title_starting(i);
  return name > i &&
         knowledge_.person_names.end_of_name(tokens_, name, PersonNames::Evidence::title) > name;
}

// A document or an event that is named by its kind: "joint statement", "summit".
std::size_t Scanner::read_description(std::size_t i) {
  const auto head = knowledge_.heads.longest(tokens_, i);
  const bool noun = head && tokens_[head.last - 1].upos != Upos::VERB;
  if (!noun) return i;
  const auto described = std::find_if(head.value->begin(), head.value->end(), [](const Head& kind) {
    return kind.kind == Head::Kind::description && kind.type == types::organization;
  });
  const bool body = described != head.value->end();
  if (!body && head.value->front().type != types::document) return i;
  // "Strategy partnership" is no strategy.
  const Token& last = tokens_[head.last - 1];
  const bool modifies = last.deprel == "nmod" || last.deprel == "compound";
  if (!knowledge_.language.spaced() && modifies && last.head >= static_cast<int>(head.last))
    return i;
  const std::string_view type = body ? types::organization : types::document;
  // "The agreement" is the one that the document has named by a title that ends so.
  std::uint32_t entity = body ? Roster::kNone : roster_.latest(type, text(i, head.last));
  if (entity == Roster::kNone) entity = roster_.named(type, text(i, head.last));
  add(i, head.last, {entity}, Mention::Form::description, 0.9, "description");
  return head.last;
}

}  // namespace relata
