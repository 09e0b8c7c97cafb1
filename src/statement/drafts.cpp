// SPDX-License-Identifier: Apache-2.0
// Statements on their way: checked by the ontology, attributed, and those that say the same joined.

#include "statement/drafts.hpp"

#include <algorithm>
#include <optional>
#include <relata/fingerprint.hpp>
#include <relata/utf8.hpp>
#include <tuple>

namespace relata {

void Drafts::begin(const Sentence& sentence, const std::vector<TimeExpression>& times) {
  sentence_ = &sentence;
  times_ = &times;
  drafts_.clear();
  sources_.clear();
}

Span Drafts::span(const Item& item) const {
  // What is only understood has no words.
  if (item.first == item.last) return item.mention ? item.mention->span : Span();
  return {sentence_->tokens[item.first].span.begin, sentence_->tokens[item.last - 1].span.end};
}

void Drafts::append_words(const Item& item, std::string& phrase) const {
  const std::string_view more = document_.at(span(item));
  const bool spaced = !phrase.empty() && static_cast<unsigned char>(more.front()) < 0x80;
  phrase.append(spaced ? " " : "").append(more);
}

void Drafts::explain(std::string step, Span words) const {
  if (explanation_) explanation_->steps.push_back(std::move(step).append(document_.at(words)));
}

void Drafts::add_source(std::uint32_t first, std::uint32_t last, std::uint32_t begin,
                        const Named& source, bool pronoun) {
  sources_.push_back({first, last, begin, source, pronoun});
}

// The entities that an item names; a noun that is no mention becomes a Concept.
void Drafts::name(const Item& item, bool owners, std::vector<Named>& result) {
  std::vector<const Mention*> mentions;
  if (owners) mentions = item.owners;
  if (mentions.empty() && item.mention) mentions.push_back(item.mention);
  for (const Mention* mention : mentions)
    for (const std::uint32_t entity : mention->entities)
      result.push_back(
          {entity, mention->government, mention->span, mention->confidence * item.trust});
  if (!mentions.empty()) return;
  // With the nouns that make a compound of it, and what hyphens join to these: "under-ice drone".
  Span words = span(item);
  for (std::uint32_t i = item.first; i-- > 0;) {
    const Token& token = sentence_->tokens[i];
    const bool inside =
        token.head > static_cast<int>(i) && token.head < static_cast<int>(item.last);
    const bool hyphened = token.form == "-" || sentence_->tokens[i + 1].form == "-";
    const bool joined = token.span.end == words.begin;
    // Without blanks, all that modifies the noun without a particle makes a compound of it.
    const bool compound = token.deprel == "compound" ||
                          (joined && token.upos != Upos::PROPN && token.upos != Upos::NUM &&
                           (token.deprel == "nmod" || token.deprel == "amod"));
    if (!(compound && inside) && !(hyphened && joined && i + 1 < item.first)) break;
    words.begin = token.span.begin;
  }
  Entity entity;
  entity.type = types::concept_;
  entity.label = document_.at(words);
  entity.id = "x:" + fingerprint(entity.type + '\n' + entity.label);
  const auto known = std::find_if(statements_.entities.begin(), statements_.entities.end(),
                                  [&](const Entity& other) { return other.id == entity.id; });
  const auto index = static_cast<std::uint32_t>(known - statements_.entities.begin());
  if (known == statements_.entities.end()) statements_.entities.push_back(std::move(entity));
  const Mention* owner = item.owners.empty() ? nullptr : item.owners.front();
  const bool own =
      owner && sentence_->tokens[owner->first].feats.find("Poss=Yes") != std::string::npos;
  result.push_back(
      {index, Mention::kNone, words, 0.8, own ? owner->entities.front() : Mention::kNone});
}

std::vector<Named> Drafts::homes(const std::vector<Named>& actors) const {
  std::vector<Named> result;
  for (Named home : actors) {
    const std::string& code = statements_.entities[home.entity].country;
    for (std::uint32_t i = 0; !code.empty() && i < statements_.entities.size(); ++i) {
      const Entity& entity = statements_.entities[i];
      if (entity.country != code || !ontology_.is_a(entity.type, types::country)) continue;
      home.entity = i;
      home.government = Mention::kNone;
      result.push_back(home);
      break;
    }
  }
  return result;
}

std::vector<Named> Drafts::setting() const {
  if (mentions_.setting == Mention::kNone) return {};
  const Mention& mention = mentions_.mentions[mentions_.setting];
  return {{mention.entities.front(), mention.government, mention.span, mention.confidence}};
}

std::vector<Named> Drafts::seat(std::size_t end, std::string_view title) const {
  const std::size_t last = previous_code_point(title, title.size());
  const std::size_t begin = last == 0 ? 0 : previous_code_point(title, last);
  const std::string_view stem = title.substr(begin, last - begin);
  for (auto mention = mentions_.mentions.rbegin();
       !stem.empty() && mention != mentions_.mentions.rend(); ++mention) {
    if (mention->span.end > end || mention->entities.size() != 1) continue;
    const Entity& entity = statements_.entities[mention->entities.front()];
    const std::string_view words = document_.at(mention->span);
    if ((words.ends_with(stem) || entity.label.ends_with(stem)) &&
        (ontology_.is_a(entity.type, types::organization) ||
         ontology_.is_a(entity.type, types::place)))
      return {{mention->entities.front(), mention->government, mention->span, mention->confidence}};
  }
  return {};
}

void Drafts::state(const RelationType& relation, Named subject, Named object,
                   const Circumstances& circumstances) {
  const auto type = [&](const Named& named) -> const std::string& {
    return statements_.entities[named.entity].type;
  };
  // A capital that acts is its government; one that something is done to as well, unless a place as
  // such fits.
  if (subject.government != Mention::kNone &&
      (ontology_.allows(relation, statements_.entities[subject.government].type, type(object)) ||
       !ontology_.allows(relation, type(subject), type(object))))
    subject.entity = subject.government;
  if (object.government != Mention::kNone &&
      !(relation.spatial && ontology_.allows(relation, type(subject), type(object))))
    object.entity = object.government;
  const Entity& from = statements_.entities[subject.entity];
  const Entity& to = statements_.entities[object.entity];
  if (from.id == to.id) return;
  // "She met her brother" tells of nobody else, "it opened its office" does.
  if (object.owner == subject.entity && ontology_.allows(relation, from.type, types::person))
    return;
  const std::string rule(circumstances.rule);
  const std::string text =
      relation.id + "(" + from.label + ":" + from.type + ", " + to.label + ":" + to.type + ")";
  if (!ontology_.allows(relation, from.type, to.type))
    return explain("rule " + rule + ": " + text + " is not allowed by the ontology");
  Draft draft;
  draft.token = circumstances.verb->first;
  draft.verb = span(*circumstances.verb);
  draft.fact = circumstances.fact;
  Statement& statement = draft.statement;
  statement.subject = {subject.entity, document_.excerpt(subject.span)};
  statement.object = {object.entity, document_.excerpt(object.span)};
  statement.predicate = relation.id;
  statement.label = circumstances.label.empty() ? relation.id : circumstances.label;
  statement.surface = document_.excerpt(draft.verb).text;
  statement.qualifiers = circumstances.qualifiers;
  if (circumstances.time) {
    const Span words = span(*circumstances.time);
    statement.qualifiers.time = document_.excerpt(words).text;
    for (const TimeExpression& expression : *times_)
      if (expression.span.begin <= words.begin && words.begin < expression.span.end)
        statement.qualifiers.time_value = expression.value;
  }
  if (circumstances.place && circumstances.place->mention) {
    const Mention& mention = *circumstances.place->mention;
    if (mention.entities.front() != subject.entity && mention.entities.front() != object.entity)
      statement.qualifiers.place =
          Argument{mention.entities.front(), document_.excerpt(mention.span)};
  }
  statement.confidence = circumstances.confidence * subject.confidence * object.confidence;
  statement.provenance = {document_.id, sentence_->number, document_.excerpt(sentence_->span),
                          rule};
  explain("rule " + rule + ": " + text);
  drafts_.push_back(std::move(draft));
}

void Drafts::state_all(const Action& action, const RelationType& relation, const Frame& frame,
                       std::vector<Named> xs, std::vector<Named> ys, Circumstances circumstances) {
  if (action.home_of_x) xs = homes(xs);
  if (action.home_of_y) ys = homes(ys);
  if (frame.swapped) std::swap(xs, ys);
  // "The two praised their allies" does not tell that each praised the other.
  const auto same = [](const Named& a, const Named& b) { return a.entity == b.entity; };
  if (action.x != action.y && xs.size() > 1 &&
      std::is_permutation(xs.begin(), xs.end(), ys.begin(), ys.end(), same))
    return;
  circumstances.confidence *= frame.confidence;
  if (action.aspect < 0 && !frame.aspect.empty()) circumstances.qualifiers.aspect = frame.aspect;
  for (std::size_t x = 0; x < xs.size(); ++x)
    for (std::size_t y = action.x == action.y && !action.home_of_y ? x + 1 : 0; y < ys.size(); ++y)
      if (xs[x].entity != ys[y].entity) state(relation, xs[x], ys[y], circumstances);
}

// A quotation's speaker, else who was named as the source of the words.
void Drafts::attribute(Draft& draft) const {
  std::optional<Named> source;
  bool pronoun = false;
  std::uint32_t latest = 0;
  // What a title tells is told by the document, even of the one who speaks.
  for (const Source& candidate : sources_)
    if (!draft.fact && candidate.first <= draft.token && draft.token < candidate.last &&
        (!source || candidate.begin >= latest)) {
      source = candidate.named;
      pronoun = candidate.pronoun;
      latest = candidate.begin;
    }
  for (const Quotation& quotation : sentence_->quotations) {
    if (!quotation.span.contains(draft.verb)) continue;
    // A source inside the quotation is nearer than its speaker, unless it is the speaker's "we".
    if (source && quotation.span.contains(source->span) && !pronoun) continue;
    for (const Speaker& speaker : mentions_.speakers)
      if (speaker.quotation == quotation.number) {
        const Mention& mention = mentions_.mentions[speaker.mention];
        if (mention.entities.empty()) continue;
        source = Named{mention.entities.front(), mention.government, mention.span, 1};
      }
  }
  if (!source) return;
  draft.statement.qualifiers.attribution =
      Argument{source->entity, document_.excerpt(source->span)};
}

// What only the words of the text name is not kept of two whom a relation of the ontology joins.
void Drafts::drop_what_is_told_better() {
  const auto joins = [](const Statement& a, const Statement& b) {
    return (a.subject.entity == b.subject.entity && a.object.entity == b.object.entity) ||
           (a.subject.entity == b.object.entity && a.object.entity == b.subject.entity);
  };
  const auto named = [&](const Statement& statement) {
    return !ontology_.relation(statement.predicate).open;
  };
  const std::vector<Draft> all = drafts_;
  std::erase_if(drafts_, [&](const Draft& draft) {
    return !named(draft.statement) && std::any_of(all.begin(), all.end(), [&](const Draft& other) {
      return named(other.statement) && joins(other.statement, draft.statement);
    });
  });
}

void Drafts::finish() {
  std::vector<Statement> kept;
  drop_what_is_told_better();
  const auto content = [&](const Statement& s) {
    const auto& source = s.qualifiers.attribution;
    return std::make_tuple(std::string_view(s.predicate), s.subject.entity, s.object.entity,
                           s.qualifiers.polarity, s.qualifiers.modality,
                           source ? source->entity : Mention::kNone);
  };
  for (Draft& draft : drafts_) {
    attribute(draft);
    Statement& statement = draft.statement;
    statement.id =
        "s:" + fingerprint(document_.id + '\n' + std::to_string(sentence_->span.begin) + '\n' +
                           std::to_string(draft.verb.begin) + '\n' + statement.predicate + '\n' +
                           statements_.entities[statement.subject.entity].id + '\n' +
                           statements_.entities[statement.object.entity].id);
    const auto same = std::find_if(kept.begin(), kept.end(), [&](const Statement& other) {
      return content(other) == content(statement);
    });
    if (same == kept.end())
      kept.push_back(std::move(statement));
    else if (same->confidence < statement.confidence)
      *same = std::move(statement);
  }
  for (Statement& statement : kept) statements_.statements.push_back(std::move(statement));
}

}  // namespace relata
