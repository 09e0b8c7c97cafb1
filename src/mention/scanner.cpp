// SPDX-License-Identifier: Apache-2.0
// One token after the other; what kinds of mentions there are is told by the files beside this one.

#include "mention/scanner.hpp"

#include <algorithm>
#include <relata/utf8.hpp>

namespace relata {

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
  if (!heading_) learn_kinds();
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
