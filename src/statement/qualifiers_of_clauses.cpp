// SPDX-License-Identifier: Apache-2.0
// Scope by the tree: from the word upwards, through what shares its modifiers and what governs it,
// to the verb of speech or the clause that its qualifiers end at.

#include <algorithm>

#include "statement/qualifiers.hpp"

namespace relata {
namespace {

bool has(const Item& item, const Classes& classes) { return (item.classes & classes).any(); }

std::vector<std::uint32_t> fillers(const ItemTree& tree, std::uint32_t item, const Classes& role) {
  std::vector<std::uint32_t> items;
  tree.follow(item, false, role, items);
  return items;
}

}  // namespace

void QualifierReader::read_words(std::span<const Item> items, std::uint32_t first,
                                 std::uint32_t word, Qualifiers& qualifiers) const {
  Qualifiers heard;
  for (std::uint32_t i = word; i-- > first && !has(items[i], breaks_);) {
    // What stands between commas, or behind a preposition and before a postposition, is said of
    // that.
    for (const auto& [open, close] : {std::pair{&comma_, &comma_}, {&at_, &post_}})
      if (has(items[i], *close))
        for (std::uint32_t k = i; k-- > first;)
          if (has(items[k], *open)) {
            i = k;
            break;
          }
    apply(items[i], false, heard);
  }
  if (qualifiers.polarity == Polarity::positive) qualifiers.polarity = heard.polarity;
  if (qualifiers.modality == Modality::asserted) qualifiers.modality = heard.modality;
}

QualifierReader::OfClause QualifierReader::read(const ItemTree& tree, std::span<const Item> items,
                                                std::uint32_t word, std::uint32_t argument) const {
  OfClause found;
  Qualifiers& qualifiers = found.qualifiers;
  const auto raise = [&](Modality modality) {
    qualifiers.modality = std::max(qualifiers.modality, modality);
  };
  // A request that is rejected, or not yet rejected, has been made; a charge that is false too.
  const bool uttered = has(items[word], uttered_) && !has(items[word], verb_);
  const std::uint32_t above = tree.parent(word);
  const bool answered = uttered && above != ItemTree::kNone && has(items[above], answering_);
  const auto read_modifiers = [&](std::uint32_t item) {
    for (const std::uint32_t modifier : fillers(tree, item, modifier_))
      apply(items[modifier], false, qualifiers);
    if (!fillers(tree, item, denial_).empty() && !(uttered && item == word)) negate(qualifiers);
    for (const Effect& effect : effects_)
      if (!fillers(tree, item, effect.role).empty()) raise(effect.modality);
    for (const auto& [role, place] : {std::pair{&when_, &found.time}, {&where_, &found.place}})
      if (*place == ItemTree::kNone)
        if (const auto all = fillers(tree, item, *role); !all.empty()) *place = all.front();
  };
  const auto next = [&](std::uint32_t item, const Classes& role) {
    const auto all = fillers(tree, item, role);
    return all.empty() ? ItemTree::kNone : all.front();
  };
  apply_marks(items[word], qualifiers);
  std::uint32_t item = word;
  for (std::size_t steps = 0; steps < items.size(); ++steps) {
    read_modifiers(item);
    if (answered) break;
    if (const std::uint32_t host = next(item, host_); host != ItemTree::kNone) {
      if (!has(items[item], verb_)) apply(items[host], true, qualifiers);  // "cancelled its trip"
      item = host;
      continue;
    }
    const std::uint32_t controller = next(item, controller_);
    const std::uint32_t governor =
        controller == ItemTree::kNone ? next(item, governor_) : controller;
    if (governor == ItemTree::kNone) {
      // "X plans to visit Y, (and) meets Z": what somebody plans goes on, what he denies does not.
      Qualifiers before;
      if (const std::uint32_t first = next(item, sequel_); first < item) {
        apply(items[first], false, before);
        for (const std::uint32_t modifier : fillers(tree, first, modifier_))
          apply(items[modifier], false, before);
      }
      raise(before.modality);
      break;
    }
    apply(items[governor], controller == ItemTree::kNone, qualifiers);
    // A report is no speech: who denies one denies what it says.
    const bool speech =
        has(items[governor], say_) && has(items[governor], verb_) && !items[governor].mention;
    if (controller == ItemTree::kNone && speech && !has(items[governor], governs_)) {
      // What somebody did not say or may say is no fact.
      Qualifiers of_speech;
      for (const std::uint32_t modifier : fillers(tree, governor, modifier_))
        apply(items[modifier], false, of_speech);
      if (of_speech.polarity == Polarity::negative) raise(Modality::possible);
      break;
    }
    item = governor;
  }
  if (!answered) read_words(items, argument, word, qualifiers);
  for (std::uint32_t i = word; i != ItemTree::kNone; i = tree.parent(i))
    if (next(i, condition_) != ItemTree::kNone) raise(Modality::hypothetical);
  for (std::uint32_t i = 0; i < word; ++i)
    if (has(items[i], conditional_)) raise(Modality::hypothetical);
  for (std::size_t k = word; k < items.size() && !has(items[k], quote_); ++k)
    if (has(items[k], question_)) raise(Modality::questioned);
  const Scope words{argument, word, argument, word + 1};
  const auto near = [&](std::size_t i) {
    return i < items.size() ? static_cast<std::uint32_t>(i) : ItemTree::kNone;
  };
  if (found.time == ItemTree::kNone) found.time = near(time_of(items, words));
  if (found.place == ItemTree::kNone) found.place = near(place_of(items, words));
  std::string& aspect = qualifiers.aspect;
  for (const auto& [number, name] : aspects_) {
    const auto children = tree.children(word);
    const bool named = items[word].classes.test(number) ||
                       std::any_of(children.begin(), children.end(), [&, n = number](auto child) {
                         return items[child].classes.test(n);
                       });
    if (named) aspect += (aspect.empty() ? "" : ",") + name;
  }
  return found;
}

}  // namespace relata
