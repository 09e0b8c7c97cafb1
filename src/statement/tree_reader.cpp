// SPDX-License-Identifier: Apache-2.0
// First every item gets its roles, governors before dependents, so that a verb can take over the
// subject of the verb above it. Then every word of a frame is tried with the patterns of its
// constructions.

#include "statement/tree_reader.hpp"

#include <algorithm>

#include "statement/tree_matcher.hpp"

namespace relata {

struct TreeReader::Reading {
  Reading(const Sentence& sentence, std::vector<Item> given, Drafts& to, const TreeReader& reader)
      : items(std::move(given)),
        tree(sentence, items, reader.rules_.edges),
        drafts(to),
        matcher(tree, items, reader.same_, reader.also_) {
    for (Item& item : items) item.classes |= item.in_trees;
  }

  std::vector<Item> items;
  ItemTree tree;
  Drafts& drafts;
  TreeMatcher matcher;
  TreeMatcher::Captures captures;

  std::vector<Named> named(int variable, bool owners) const {
    if (variable == kSetting) return drafts.setting();
    if (variable == kRemembered) return drafts.remembered();
    if (variable == kOccasion) return drafts.occasion();
    std::vector<Named> result;
    for (const auto& [captured, item] : captures)
      if (captured == variable) drafts.name(items[item], owners, result);
    return result;
  }
  // In the order of the text.
  std::string words(int variable) const {
    std::set<std::uint32_t> places;
    for (const auto& [captured, item] : captures)
      if (captured == variable) places.insert(item);
    std::string text;
    for (const std::uint32_t item : places) drafts.append_words(items[item], text);
    return text;
  }
};

TreeReader::TreeReader(const Ontology& ontology, const Rules& rules,
                       const QualifierReader& qualifiers, const ClassTable& classes)
    : ontology_(ontology),
      rules_(rules),
      qualifiers_(qualifiers),
      same_(rules.edges.find("same")),
      also_(rules.edges.find("also")),
      owner_(rules.edges.find("owner")),
      owned_(classes.find("owned")) {}

std::set<std::uint32_t> TreeReader::read(const std::vector<Rule>& trees, const Sentence& sentence,
                                         std::vector<Item> items, Drafts& drafts) const {
  std::set<std::uint32_t> told;
  if (trees.empty() || sentence.tokens.front().deprel.empty()) return told;
  Reading reading(sentence, std::move(items), drafts, *this);
  add_roles(reading);
  for (std::uint32_t i = 0; i < reading.items.size(); ++i) {
    std::string almost;
    for (const Rule& rule : trees) {
      if (rule.trigger != 0 && (!reading.items[i].frames || told.count(reading.items[i].first) ||
                                !reading.items[i].classes.test(rule.trigger)))
        continue;
      const std::size_t before = drafts.size();
      if (apply(rule, i, reading)) {
        if (rule.trigger != 0 && drafts.size() > before) told.insert(reading.items[i].first);
      } else if (rule.trigger != 0 && drafts.explains()) {
        almost += " " + rule.name + " (no " + reading.matcher.missing() + ")";
      }
    }
    if (!almost.empty() && told.count(reading.items[i].first) == 0)
      drafts.explain("almost" + almost + ": ", drafts.span(reading.items[i]));
  }
  return told;
}

void TreeReader::add_roles(Reading& reading) const {
  TreeMatcher::Captures captures;
  for (const std::uint32_t i : reading.tree.order())
    for (const Role& role : rules_.roles)
      if (reading.matcher.match_exactly(role.pattern, i, captures))
        for (const auto& [variable, item] : captures)
          if (variable == role.filler) reading.tree.add_role(i, role.edge, item);
  if (owner_ == 0) return;
  Classes owner, also;
  owner.set(owner_);
  also.set(also_);
  std::vector<std::uint32_t> owners;
  for (std::uint32_t i = 0; i < reading.items.size(); ++i) {
    owners.clear();
    reading.tree.follow(i, false, owner, owners);
    if (owners.empty() || reading.items[i].mention) continue;
    owners.erase(owners.begin() + 1, owners.end());
    reading.tree.follow(owners.front(), false, also, owners);  // those coordinated with the first
    for (const std::uint32_t owner_item : owners)
      if (const Mention* mention = reading.items[owner_item].mention)
        reading.items[i].owners.push_back(mention);
    reading.items[i].classes.set(owned_);
  }
}

// True if the rule stated something.
bool TreeReader::apply(const Rule& rule, std::uint32_t item, Reading& reading) const {
  if (!reading.matcher.match(rule.tree, item, reading.captures)) return false;
  for (const Action& action : rule.actions) {
    if (action.kind == Action::Kind::source)
      add_source(action, reading);
    else if (action.kind == Action::Kind::remember)
      reading.drafts.remember(reading.named(action.x, false));
    else
      relate(rule, action, item, reading);
  }
  return true;
}

void TreeReader::add_source(const Action& action, Reading& reading) const {
  const std::vector<Named> sources = reading.named(action.x, false);
  if (sources.empty()) return;
  for (const auto& [variable, clause] : reading.captures) {
    if (variable != action.clause) continue;
    const auto [first, last] = reading.tree.extent(clause);
    reading.drafts.add_source(reading.items[first].first, reading.items[last - 1].last,
                              reading.items[first].first, sources.front(), false);
  }
}

void TreeReader::relate(const Rule& rule, const Action& action, std::uint32_t item,
                        Reading& reading) const {
  for (const auto& [variable, captured] : reading.captures)
    if (variable == action.condition &&
        !reading.items[captured].classes.test(action.condition_class))
      return;
  const Circumstances all = circumstances(rule, action, item, reading);
  const auto state = [&](const RelationType& relation, const Frame& frame) {
    reading.drafts.state_all(action, relation, frame,
                             reading.named(action.x, frame.owner || action.owner_of_x),
                             reading.named(action.y, frame.owner), all);
  };
  if (action.kind == Action::Kind::relate) return state(ontology_.relation(action.predicate), {});
  for (const Frame* frame : *reading.items[item].frames)
    if (std::find(frame->constructions.begin(), frame->constructions.end(), rule.trigger) !=
        frame->constructions.end())
      state(*frame->relation, *frame);
}

// The verb is the word of the frame, else the first one of the label.
Circumstances TreeReader::circumstances(const Rule& rule, const Action& action, std::uint32_t item,
                                        const Reading& reading) const {
  if (action.label >= 0)
    for (auto capture = reading.captures.rbegin(); capture != reading.captures.rend(); ++capture)
      if (capture->first == action.label) item = capture->second;
  Circumstances all;
  all.rule = rule.name;
  all.confidence = rule.confidence;
  all.verb = &reading.items[item];
  all.label = reading.words(action.label);
  // Behind the doer before the word, else behind what the word is done to; a noun that only belongs
  // to somebody may qualify it.
  std::uint32_t argument = 0;
  for (const int variable : {action.y, action.x})
    for (const auto& [captured, place] : reading.captures)
      if (captured == variable && place < item)
        argument = place + (reading.items[place].mention ? 1U : 0U);
  const QualifierReader::OfClause found =
      qualifiers_.read(reading.tree, reading.items, item, argument);
  all.qualifiers = found.qualifiers;
  if (found.time != ItemTree::kNone) all.time = &reading.items[found.time];
  if (found.place != ItemTree::kNone) all.place = &reading.items[found.place];
  if (action.aspect >= 0) all.qualifiers.aspect = reading.words(action.aspect);
  return all;
}

}  // namespace relata
