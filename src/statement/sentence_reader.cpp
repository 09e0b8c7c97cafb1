// SPDX-License-Identifier: Apache-2.0
// A cascade of finite-state phases over one sentence, after Hobbs et al., "FASTUS" (1997): phrases
// are put in the place of their words, then clauses are read over the phrases.

#include "statement/sentence_reader.hpp"

#include <algorithm>
#include <relata/fingerprint.hpp>

namespace relata {
namespace {

constexpr std::size_t kLongestReach =
    30;  // items between the first word of a match and its trigger

}  // namespace

Span SentenceReader::span(const Item& item) const {
  return {sentence_->tokens[item.first].span.begin, sentence_->tokens[item.last - 1].span.end};
}

void SentenceReader::explain(std::string step, Span words) const {
  if (explanation_) explanation_->steps.push_back(std::move(step).append(document_.at(words)));
}

void SentenceReader::read(const Sentence& sentence, std::vector<Item> items,
                          const std::vector<TimeExpression>& times) {
  sentence_ = &sentence;
  times_ = &times;
  items_ = std::move(items);
  drafts_.clear();
  sources_.clear();
  topic_.clear();
  fired_.clear();
  for (const Phase& phase : knowledge_.phases) run(phase);
  for (const Item& item : items_)
    if (item.frames && fired_.count(item.first) == 0) explain("no rule fits: ", span(item));
  finish();
}

void SentenceReader::run(const Phase& phase) {
  for (std::size_t i = 0; i < items_.size();) i = step(phase, i);
}

// Tries the rules at item i, the ones that need no trigger first; gives the item to go on with.
std::size_t SentenceReader::step(const Phase& phase, std::size_t i) {
  Match found;
  for (const Rule& rule : phase.rules)
    if (rule.trigger == 0 && Matcher(rule.program, items_, Matcher::kNoTrigger).match(i, found))
      return perform(rule, found, Matcher::kNoTrigger) ? found.first + 1 : i + 1;
  if (!items_[i].frames) return i + 1;
  for (const Rule& rule : phase.rules) {
    if (rule.trigger == 0 || !items_[i].classes.test(rule.trigger)) continue;
    // The farthest beginning holds most: all subjects of a coordination.
    Matcher matcher(rule.program, items_, i);
    for (std::size_t first = i > kLongestReach ? i - kLongestReach : 0; first <= i; ++first) {
      if (!matcher.match(first, found)) continue;
      fired_.insert(items_[i].first);
      return perform(rule, found, i) ? found.first + 1 : i + 1;
    }
  }
  return i + 1;
}

// True if the match was replaced by one item.
bool SentenceReader::perform(const Rule& rule, const Match& match, std::size_t trigger) {
  bool replaced = false;
  for (const Action& action : rule.actions) {
    switch (action.kind) {
      case Action::Kind::relate:
      case Action::Kind::frame:
        relate(rule, action, match, trigger);
        break;
      case Action::Kind::topic:
        topic_ = named(action.x, match, false);
        break;
      case Action::Kind::source:
      case Action::Kind::source_of_all:
        add_source(rule, action, match);
        break;
      case Action::Kind::chunk:
        chunk(action, match);
        replaced = true;
        break;
    }
  }
  return replaced;
}

void SentenceReader::add_source(const Rule& rule, const Action& action, const Match& match) {
  const auto begin_of = [&](std::size_t item) {
    return item < items_.size() ? items_[item].first
                                : static_cast<std::uint32_t>(sentence_->tokens.size());
  };
  const bool all = action.kind == Action::Kind::source_of_all;
  for (const std::size_t item : match.items(action.x)) {
    if (!items_[item].mention) continue;
    sources_.push_back({all ? 0 : begin_of(match.last), begin_of(items_.size()),
                        items_[match.first].first, items_[item].mention});
    explain("rule " + rule.name + ": said by ", span(items_[item]));
  }
}

// One item in the place of all that matched.
void SentenceReader::chunk(const Action& action, const Match& match) {
  const auto heads = match.items(action.x);
  if (heads.empty()) return;
  Item item = items_[heads.back()];
  item.first = items_[match.first].first;
  item.last = items_[match.last - 1].last;
  if (action.clears) {
    item.classes.reset();
    item.frames = nullptr;
  }
  for (const std::uint16_t number : action.classes) item.classes.set(number);
  if (action.owner >= 0)
    for (const std::size_t owner : match.items(action.owner)) item.owner = items_[owner].mention;
  const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(match.first);
  *begin = std::move(item);
  items_.erase(begin + 1, items_.begin() + static_cast<std::ptrdiff_t>(match.last));
}

// The entities that an item names; a noun that is no mention becomes a Concept.
void SentenceReader::name_item(const Item& item, bool owners, std::vector<Named>& result) {
  const Mention* mention = owners && item.owner ? item.owner : item.mention;
  if (mention) {
    for (const std::uint32_t entity : mention->entities)
      result.push_back({entity, mention->government, mention->span, mention->confidence});
    return;
  }
  const Span words = span(item);
  Entity entity;
  entity.type = types::concept_;
  entity.label = document_.at(words);
  entity.id = "x:" + fingerprint(entity.type + '\n' + entity.label);
  const auto known = std::find_if(statements_.entities.begin(), statements_.entities.end(),
                                  [&](const Entity& other) { return other.id == entity.id; });
  const auto index = static_cast<std::uint32_t>(known - statements_.entities.begin());
  if (known == statements_.entities.end()) statements_.entities.push_back(std::move(entity));
  result.push_back({index, Mention::kNone, words, 0.8});
}

std::vector<SentenceReader::Named> SentenceReader::named(int variable, const Match& match,
                                                         bool owners) {
  if (variable == kTopic) return topic_;
  std::vector<Named> result;
  for (const std::size_t item : match.items(variable)) name_item(items_[item], owners, result);
  return result;
}

// What the items captured as `variable` say.
std::string SentenceReader::words(const Match& match, int variable) const {
  std::string text;
  for (const std::size_t item : match.items(variable)) {
    const std::string_view more = document_.at(span(items_[item]));
    const bool spaced = !text.empty() && static_cast<unsigned char>(more.front()) < 0x80;
    text.append(spaced ? " " : "").append(more);
  }
  return text;
}

// Where the relation stands. The verb is the trigger, else the word that gives the relation its
// label; a fact that a name or a title tells has none.
Scope SentenceReader::scope_of(const Action& action, const Match& match,
                               std::size_t trigger) const {
  const std::vector<std::size_t> labels = match.items(action.label);
  const bool fact = is_fact(action, match, trigger);
  Scope scope{match.first,
              fact             ? match.last - 1
              : labels.empty() ? trigger
                               : labels.front(),
              match.first, match.last};
  // What modifies the verb stands behind the argument that comes first: the one acted on in a
  // passive.
  int leading = -1;
  for (const auto& [variable, item] : match.captures) {
    if (leading == -1 && (variable == action.x || variable == action.y)) leading = variable;
    if (variable == leading && item < scope.verb) scope.subject = item + 1;
  }
  if (action.x == kTopic) scope.subject = match.first;
  if (fact) scope.subject = scope.verb;
  return scope;
}

bool SentenceReader::is_fact(const Action& action, const Match& match, std::size_t trigger) const {
  return trigger == Matcher::kNoTrigger && match.items(action.label).empty();
}

void SentenceReader::relate(const Rule& rule, const Action& action, const Match& match,
                            std::size_t trigger) {
  if (action.kind == Action::Kind::relate)
    return state_all(rule, action, match, trigger, knowledge_.ontology.relation(action.predicate),
                     {});
  for (const Frame* frame : *items_[trigger].frames)
    if (std::find(frame->constructions.begin(), frame->constructions.end(), rule.trigger) !=
        frame->constructions.end())
      state_all(rule, action, match, trigger, *frame->relation, *frame);
}

// The relation of every x and every y.
void SentenceReader::state_all(const Rule& rule, const Action& action, const Match& match,
                               std::size_t trigger, const RelationType& relation,
                               const Frame& frame) {
  std::vector<Named> xs = named(action.x, match, frame.owner || action.owner_of_x);
  std::vector<Named> ys = named(action.y, match, frame.owner);
  if (frame.swapped) std::swap(xs, ys);
  const Scope scope = scope_of(action, match, trigger);
  Wording wording{words(match, action.label), words(match, action.aspect),
                  rule.confidence * frame.confidence, is_fact(action, match, trigger)};
  if (wording.aspect.empty()) wording.aspect = frame.aspect;
  if (wording.aspect.empty()) wording.aspect = knowledge_.qualifiers.aspect_of(items_, scope);
  for (std::size_t x = 0; x < xs.size(); ++x)
    for (std::size_t y = action.x == action.y ? x + 1 : 0; y < ys.size(); ++y)
      state(rule, relation, xs[x], ys[y], scope, wording);
}

void SentenceReader::state(const Rule& rule, const RelationType& relation, Named subject,
                           Named object, const Scope& scope, const Wording& wording) {
  const auto type = [&](const Named& named) -> const std::string& {
    return statements_.entities[named.entity].type;
  };
  // A capital that acts is its government; one that something is done to only where no place fits.
  if (subject.government != Mention::kNone) subject.entity = subject.government;
  if (object.government != Mention::kNone &&
      !knowledge_.ontology.allows(relation, type(subject), type(object)))
    object.entity = object.government;
  const Entity& from = statements_.entities[subject.entity];
  const Entity& to = statements_.entities[object.entity];
  if (from.id == to.id) return;
  const std::string text =
      relation.id + "(" + from.label + ":" + from.type + ", " + to.label + ":" + to.type + ")";
  if (!knowledge_.ontology.allows(relation, from.type, to.type))
    return explain("rule " + rule.name + ": " + text + " is not allowed by the ontology");
  const Item& verb = items_[scope.verb];
  Draft draft;
  draft.token = verb.first;
  draft.verb = span(verb);
  Statement& statement = draft.statement;
  statement.subject = {subject.entity, document_.excerpt(subject.span)};
  statement.object = {object.entity, document_.excerpt(object.span)};
  statement.predicate = relation.id;
  statement.label = wording.label.empty() ? relation.id : wording.label;
  statement.surface = document_.excerpt(draft.verb).text;
  draft.fact = wording.fact;
  if (!draft.fact) statement.qualifiers = knowledge_.qualifiers.read(items_, scope);
  statement.qualifiers.aspect = wording.aspect;
  if (const std::size_t time = knowledge_.qualifiers.time_of(items_, scope);
      !draft.fact && time < items_.size()) {
    const Span words = span(items_[time]);
    statement.qualifiers.time = document_.excerpt(words).text;
    for (const TimeExpression& expression : *times_)
      if (expression.span.begin <= words.begin && words.begin < expression.span.end)
        statement.qualifiers.time_value = expression.value;
  }
  if (const std::size_t place = knowledge_.qualifiers.place_of(items_, scope);
      !draft.fact && place < items_.size() && items_[place].mention) {
    const Mention& mention = *items_[place].mention;
    if (mention.entities.front() != subject.entity && mention.entities.front() != object.entity)
      statement.qualifiers.place =
          Argument{mention.entities.front(), document_.excerpt(mention.span)};
  }
  statement.confidence = wording.confidence * subject.confidence * object.confidence;
  statement.provenance = {document_.id, sentence_->number, document_.excerpt(sentence_->span),
                          rule.name};
  explain("rule " + rule.name + ": " + text);
  drafts_.push_back(std::move(draft));
}

// A quotation's speaker, else who was named as the source of the words.
void SentenceReader::attribute(Draft& draft) const {
  const Mention* source = nullptr;
  std::uint32_t latest = 0;
  // What a title tells is told by the document, even of the one who speaks.
  for (const Source& candidate : draft.fact ? std::vector<Source>() : sources_)
    if (candidate.first <= draft.token && draft.token < candidate.last &&
        (!source || candidate.begin >= latest)) {
      source = candidate.mention;
      latest = candidate.begin;
    }
  for (const Quotation& quotation : sentence_->quotations) {
    if (!quotation.span.contains(draft.verb)) continue;
    // A source inside the quotation is nearer than its speaker, unless it is the speaker's "we".
    if (source && quotation.span.contains(source->span) && source->form != Mention::Form::pronoun)
      continue;
    for (const Speaker& speaker : mentions_.speakers)
      if (speaker.quotation == quotation.number) source = &mentions_.mentions[speaker.mention];
  }
  if (!source || source->entities.empty()) return;
  draft.statement.qualifiers.attribution =
      Argument{source->entities.front(), document_.excerpt(source->span)};
}

void SentenceReader::finish() {
  std::vector<Statement> kept;
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
