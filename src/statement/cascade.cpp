// SPDX-License-Identifier: Apache-2.0
// A cascade of finite-state phases over one sentence, after Hobbs et al., "FASTUS" (1997): phrases
// are put in the place of their words, then clauses are read over the phrases.

#include "statement/cascade.hpp"

#include <algorithm>
#include <utility>

namespace relata {
namespace {

constexpr std::size_t kLongestReach =
    30;  // items between the first word of a match and its trigger
constexpr std::size_t kMostInserted = 64;  // items of a sentence
constexpr double kTrustInTopic = 0.8;      // that a clause without a subject speaks of the last one
constexpr double kTrustInCarried = 0.85;   // and that a sentence does

}  // namespace

void Cascade::read(const Sentence& sentence, std::vector<Item> items) {
  sentence_ = &sentence;
  items_ = std::move(items);
  topic_ = std::exchange(main_topic_, {});
  if (sentence.paragraph != std::exchange(paragraph_, sentence.paragraph)) topic_.clear();
  for (Item& item : topic_) item.trust *= kTrustInCarried;
  fired_.clear();
  inserted_ = 0;
  told_.clear();
  for (const Phase& phase : phases_) {
    if (!phase.trees.empty()) told_.merge(trees_.read(phase.trees, sentence, items_, drafts_));
    run(phase);
  }
  for (const Item& item : items_)
    if (item.frames && fired_.count(item.first) + told_.count(item.first) == 0)
      drafts_.explain("no rule fits: ", drafts_.span(item));
}

void Cascade::run(const Phase& phase) {
  for (std::size_t i = 0; i < items_.size();) i = step(phase, i);
}

// Tries the rules at item i, the ones that need no trigger first; gives the item to go on with.
std::size_t Cascade::step(const Phase& phase, std::size_t i) {
  Match found;
  for (const Rule& rule : phase.rules)
    if (rule.trigger == 0 && Matcher(rule, items_, Matcher::kNoTrigger).match(i, found))
      return perform(rule, found, Matcher::kNoTrigger) ? found.first + 1 : i + 1;
  if (!items_[i].frames) return i + 1;
  for (const Rule& rule : phase.rules) {
    if (rule.trigger == 0 || !items_[i].classes.test(rule.trigger)) continue;
    // The farthest beginning holds most: all subjects of a coordination.
    Matcher matcher(rule, items_, i);
    for (std::size_t first = i > kLongestReach ? i - kLongestReach : 0; first <= i; ++first) {
      if (!matcher.match(first, found)) continue;
      fired_.insert(items_[i].first);
      return perform(rule, found, i) ? found.first + 1 : i + 1;
    }
  }
  return i + 1;
}

// True if the match was replaced by one item.
bool Cascade::perform(const Rule& rule, const Match& match, std::size_t trigger) {
  bool replaced = false;
  for (const Action& action : rule.actions) {
    switch (action.kind) {
      case Action::Kind::relate:
      case Action::Kind::frame:
        relate(rule, action, match, trigger);
        break;
      case Action::Kind::topic:
        set_topic(action, match);
        break;
      case Action::Kind::remember:
        drafts_.remember(named(action.x, match, false));
        break;
      case Action::Kind::occasion:
        drafts_.set_occasion(named(action.x, match, false));
        break;
      case Action::Kind::insert:
        insert(action, match);
        break;
      case Action::Kind::source:
      case Action::Kind::source_of_all:
        add_source(rule, action, match);
        break;
      case Action::Kind::mark:
        for (const std::size_t item : match.items(action.x))
          for (const std::uint16_t number : action.classes) items_[item].classes.set(number);
        break;
      case Action::Kind::chunk:
        chunk(action, match);
        replaced = true;
        break;
    }
  }
  return replaced;
}

void Cascade::add_source(const Rule& rule, const Action& action, const Match& match) {
  const auto begin_of = [&](std::size_t item) {
    return item < items_.size() ? items_[item].first
                                : static_cast<std::uint32_t>(sentence_->tokens.size());
  };
  const bool all = action.kind == Action::Kind::source_of_all;
  for (const std::size_t item : match.items(action.x)) {
    std::vector<Named> names;
    if (items_[item].mention) drafts_.name(items_[item], false, names);
    if (names.empty()) continue;
    drafts_.add_source(all ? 0 : begin_of(match.last), begin_of(items_.size()),
                       items_[match.first].first, names.front(),
                       items_[item].mention->form == Mention::Form::pronoun);
    drafts_.explain("rule " + rule.name + ": said by ", drafts_.span(items_[item]));
  }
}

// One item in the place of all that matched.
void Cascade::chunk(const Action& action, const Match& match) {
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
  if (action.owner >= 0) item.owners.clear();
  for (const std::size_t owner : match.items(action.owner))
    if (items_[owner].mention) item.owners.push_back(items_[owner].mention);
  const auto begin = items_.begin() + static_cast<std::ptrdiff_t>(match.first);
  *begin = std::move(item);
  items_.erase(begin + 1, items_.begin() + static_cast<std::ptrdiff_t>(match.last));
}

// What was captured, with the words between that join it.
void Cascade::set_topic(const Action& action, const Match& match) {
  const auto captured = match.items(action.x);
  if (captured.empty()) return topic_.clear();
  topic_.assign(items_.begin() + static_cast<std::ptrdiff_t>(captured.front()),
                items_.begin() + static_cast<std::ptrdiff_t>(captured.back()) + 1);
  for (Item& item : topic_) item.trust *= kTrustInTopic;
  if (main_topic_.empty()) main_topic_ = topic_;
}

// What is only understood takes no room among the words of the sentence.
void Cascade::insert(const Action& action, const Match& match) {
  std::vector<Item> more = topic_;
  if (action.x != kTopic) {
    more.clear();
    for (const std::size_t item : match.items(action.x)) more.push_back(items_[item]);
  }
  // What is inserted may call for more, but not without end.
  inserted_ += more.size();
  if (inserted_ > kMostInserted) return;
  const std::uint32_t place = match.last == 0 ? 0 : items_[match.last - 1].last;
  for (Item& item : more) {
    item.first = item.last = place;
    item.frames = nullptr;
    for (const std::uint16_t number : action.classes) item.classes.set(number);
  }
  auto behind = items_.begin() + static_cast<std::ptrdiff_t>(match.last);
  if (const auto word = match.items(action.y); !word.empty() && !more.empty()) {
    more.front().first = items_[word.front()].first;
    more.front().last = items_[word.front()].last;
    behind = items_.erase(items_.begin() + static_cast<std::ptrdiff_t>(word.front()));
  }
  items_.insert(behind, more.begin(), more.end());
}

// The body named last whose name ends as the title begins: "county" of a "county magistrate".
std::vector<Named> Cascade::seats(const Action& action, const Match& match) const {
  const std::vector<std::size_t> titles = match.items(action.y);
  std::vector<Named> seat;
  if (!titles.empty())
    seat = drafts_.seat(drafts_.span(items_[titles.front()]).begin, words(match, action.y));
  return seat.empty() && action.or_remembered ? drafts_.remembered() : seat;
}

std::vector<Named> Cascade::named(int variable, const Match& match, bool owners) {
  if (variable == kSetting) return drafts_.setting();
  if (variable == kRemembered) return drafts_.remembered();
  if (variable == kOccasion) return drafts_.occasion();
  std::vector<Named> result;
  if (variable == kTopic)
    for (const Item& item : topic_)
      if (item.mention) drafts_.name(item, owners, result);
  for (const std::size_t item : match.items(variable)) drafts_.name(items_[item], owners, result);
  return result;
}

// What the items captured as `variable` say.
std::string Cascade::words(const Match& match, int variable) const {
  std::string text;
  for (const std::size_t item : match.items(variable)) drafts_.append_words(items_[item], text);
  return text;
}

// Where the relation stands. The verb is the trigger, else the word that gives the relation its
// label; a fact that a name or a title tells has none.
Scope Cascade::scope_of(const Action& action, const Match& match, std::size_t trigger) const {
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

bool Cascade::is_fact(const Action& action, const Match& match, std::size_t trigger) const {
  return trigger == Matcher::kNoTrigger && match.items(action.label).empty();
}

void Cascade::relate(const Rule& rule, const Action& action, const Match& match,
                     std::size_t trigger) {
  if (trigger != Matcher::kNoTrigger && told_.count(items_[trigger].first) != 0) return;
  const auto is_not = [&](std::size_t item) {
    return !items_[item].classes.test(action.condition_class);
  };
  const std::vector<std::size_t> conditions = match.items(action.condition);
  if (std::any_of(conditions.begin(), conditions.end(), is_not)) return;
  if (action.kind == Action::Kind::relate)
    return state_all(rule, action, match, trigger, ontology_.relation(action.predicate), {});
  for (const Frame* frame : *items_[trigger].frames)
    if (std::find(frame->constructions.begin(), frame->constructions.end(), rule.trigger) !=
        frame->constructions.end())
      state_all(rule, action, match, trigger, *frame->relation, *frame);
}

// The relation of every x and every y.
void Cascade::state_all(const Rule& rule, const Action& action, const Match& match,
                        std::size_t trigger, const RelationType& relation, const Frame& frame) {
  drafts_.state_all(action, relation, frame,
                    named(action.x, match, frame.owner || action.owner_of_x),
                    action.seat_of_y ? seats(action, match) : named(action.y, match, frame.owner),
                    circumstances(rule, action, match, trigger));
}

Circumstances Cascade::circumstances(const Rule& rule, const Action& action, const Match& match,
                                     std::size_t trigger) const {
  const Scope scope = scope_of(action, match, trigger);
  Circumstances all;
  all.rule = rule.name;
  all.confidence = rule.confidence;
  all.fact = is_fact(action, match, trigger);
  all.verb = &items_[scope.verb];
  all.label = words(match, action.label);
  if (!all.fact) {
    all.qualifiers = qualifiers_.read(items_, scope);
    if (const std::size_t time = qualifiers_.time_of(items_, scope); time < items_.size())
      all.time = &items_[time];
    if (const std::size_t place = qualifiers_.place_of(items_, scope); place < items_.size())
      all.place = &items_[place];
  }
  all.qualifiers.aspect = words(match, action.aspect);
  if (all.qualifiers.aspect.empty()) all.qualifiers.aspect = qualifiers_.aspect_of(items_, scope);
  return all;
}

}  // namespace relata
