// SPDX-License-Identifier: Apache-2.0
// Scope, not word: a negation counts if it stands between the subject and the verb, or governs the
// clause; two of them cancel each other.

#include "statement/qualifiers.hpp"

#include <algorithm>

namespace relata {
namespace {

Classes one(ClassTable& classes, std::string_view name) {
  Classes set;
  set.set(classes.intern(name));
  return set;
}

bool has(const Item& item, const Classes& classes) { return (item.classes & classes).any(); }

}  // namespace

QualifierReader::QualifierReader(ClassTable& classes, const ClassTable& edges)
    : is_negative_(one(classes, "is.negative")),
      negative_(one(classes, "negative")),
      governs_negative_(one(classes, "governs.negative")),
      conditional_(one(classes, "conditional")),
      question_(one(classes, "question")),
      boundary_(one(classes, "boundary")),
      verb_(one(classes, "VERB") | one(classes, "@actor")),
      time_(one(classes, "time")),
      at_(one(classes, "at")),
      post_(one(classes, "post")),
      place_(one(classes, "@Place") | one(classes, "@Country")),
      transparent_(one(classes, "ADV") | one(classes, "that") | one(classes, "DET") |
                   one(classes, "time") | one(classes, "PART") | one(classes, "AUX")),
      quote_(one(classes, "quote")),
      say_(one(classes, "say")),
      uttered_(one(classes, "uttered")),
      answering_(one(classes, "answering")),
      breaks_(one(classes, "conj") | one(classes, "relative") | boundary_ | quote_ | say_),
      comma_(one(classes, "',")),
      relative_(one(classes, "relative")) {
  for (const Modality modality : {Modality::planned, Modality::possible, Modality::desired,
                                  Modality::questioned, Modality::hypothetical}) {
    const std::string name(to_string(modality));
    Classes role;
    if (const std::uint16_t number = edges.find(name)) role.set(number);
    effects_.push_back({one(classes, "is." + name), one(classes, name),
                        one(classes, "governs." + name), role, modality});
    governs_ |= effects_.back().governs;
  }
  governs_ |= governs_negative_;
  for (const char* aspect : {"military", "economic", "political", "cultural", "scientific",
                             "humanitarian", "nuclear", "cyber", "space"})
    aspects_.emplace_back(classes.intern(std::string("aspect.") + aspect), aspect);
  for (const auto& [name, set] : {std::pair{"modifier", &modifier_},
                                  {"controller", &controller_},
                                  {"governor", &governor_},
                                  {"denial", &denial_},
                                  {"host", &host_},
                                  {"sequel", &sequel_},
                                  {"condition", &condition_},
                                  {"when", &when_},
                                  {"where", &where_}})
    if (const std::uint16_t number = edges.find(name)) set->set(number);
}

void QualifierReader::negate(Qualifiers& qualifiers) {
  qualifiers.polarity =
      qualifiers.polarity == Polarity::positive ? Polarity::negative : Polarity::positive;
}

void QualifierReader::apply_marks(const Item& verb, Qualifiers& qualifiers) const {
  if (has(verb, is_negative_)) negate(qualifiers);
  for (const Effect& effect : effects_)
    if (has(verb, effect.is)) qualifiers.modality = std::max(qualifiers.modality, effect.modality);
}

// Of two modalities the one further from a fact holds.
void QualifierReader::apply(const Item& item, bool governing, Qualifiers& qualifiers) const {
  const bool negates = has(item, governs_negative_) || (!governing && has(item, negative_));
  if (negates) negate(qualifiers);
  for (const Effect& effect : effects_)
    if (has(item, effect.governs) || (!governing && has(item, effect.modifies)))
      qualifiers.modality = std::max(qualifiers.modality, effect.modality);
}

Qualifiers QualifierReader::read(std::span<const Item> items, const Scope& scope) const {
  Qualifiers qualifiers;
  apply_marks(items[scope.verb], qualifiers);
  for (std::size_t i = scope.subject; i < scope.verb; ++i) apply(items[i], false, qualifiers);
  // A verb that governs the clause stands right before it, with nothing but its own modifiers
  // between.
  std::size_t i = scope.first;
  while (i > 0 && has(items[i - 1], transparent_) &&
         !has(items[i - 1], governs_ | negative_ | boundary_))
    --i;
  if (i > 0 && has(items[i - 1], governs_) && !has(items[scope.first], boundary_)) {
    apply(items[i - 1], true, qualifiers);
    for (std::size_t k = i - 1; k > 0 && !has(items[k - 1], boundary_ | verb_); --k)
      if (has(items[k - 1], negative_)) apply(items[k - 1], false, qualifiers);
  }
  if (i > 0 && has(items[i - 1], negative_) && !has(items[scope.first], boundary_))
    apply(items[i - 1], false, qualifiers);
  for (std::size_t k = 0; k < scope.verb; ++k)
    if (has(items[k], conditional_))
      qualifiers.modality = std::max(qualifiers.modality, Modality::hypothetical);
  for (std::size_t k = scope.verb; k < items.size() && !has(items[k], quote_); ++k)
    if (has(items[k], question_))
      qualifiers.modality = std::max(qualifiers.modality, Modality::questioned);
  return qualifiers;
}

std::size_t QualifierReader::time_of(std::span<const Item> items, const Scope& scope) const {
  for (std::size_t i = scope.verb; i-- > 0;)
    if (has(items[i], time_))
      return i;
    else if (has(items[i], boundary_) && i < scope.first)
      break;
  for (std::size_t i = scope.verb + 1; i < items.size() && !has(items[i], boundary_); ++i)
    if (has(items[i], time_)) return i;
  return items.size();
}

std::size_t QualifierReader::place_of(std::span<const Item> items, const Scope& scope) const {
  for (std::size_t i = scope.subject + 1; i < scope.verb; ++i)
    if (has(items[i], place_) && has(items[i - 1], at_)) return i;
  for (std::size_t i = scope.last + 1; i < items.size() && !has(items[i - 1], boundary_); ++i)
    if (has(items[i], place_) && has(items[i - 1], at_)) return i;
  return items.size();
}

std::string QualifierReader::aspect_of(std::span<const Item> items, const Scope& scope) const {
  std::string aspect;
  for (const auto& [number, name] : aspects_) {
    const bool named =
        std::any_of(items.begin() + static_cast<std::ptrdiff_t>(scope.first),
                    items.begin() + static_cast<std::ptrdiff_t>(scope.last),
                    [&, n = number](const Item& item) { return item.classes.test(n); });
    if (named) aspect += (aspect.empty() ? "" : ",") + name;
  }
  return aspect;
}

}  // namespace relata
