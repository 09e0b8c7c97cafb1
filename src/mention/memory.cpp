// SPDX-License-Identifier: Apache-2.0
#include "mention/memory.hpp"

#include <algorithm>
#include <array>

namespace relata {
namespace {

constexpr std::size_t kMemory = 24;  // actors that are remembered

bool has(const Entities& entities, std::uint32_t entity) {
  return std::find(entities.begin(), entities.end(), entity) != entities.end();
}

}  // namespace

ActorKind Memory::kind(std::uint32_t entity) const {
  const std::string& type = roster_.entity(entity).type;
  const Ontology& ontology = knowledge_.ontology;
  if (ontology.is_a(type, types::person)) return ActorKind::person;
  if (ontology.is_a(type, types::country)) return ActorKind::country;
  return ontology.is_a(type, types::organization) ? ActorKind::body : ActorKind::none;
}

void Memory::remember(std::uint32_t entity) {
  if (is(entity, ActorKind::none)) return;
  recent_.push_back(entity);
  current_.push_back(entity);
  if (recent_.size() > kMemory) recent_.erase(recent_.begin());
}

void Memory::end_sentence(const Entities& subjects) {
  if (current_.empty()) return;
  std::stable_partition(current_.begin(), current_.end(),
                        [&](std::uint32_t entity) { return has(subjects, entity); });
  previous_ = std::move(current_);
  current_.clear();
}

std::ptrdiff_t Memory::times(std::uint32_t entity) const {
  return std::count(recent_.begin(), recent_.end(), entity);
}

Entities Memory::latest(std::size_t count) const {
  std::array<Entities, 4> found;
  for (auto actor = recent_.rbegin(); actor != recent_.rend(); ++actor) {
    Entities& of_kind = found[static_cast<std::size_t>(kind(*actor))];
    if (has(of_kind, *actor)) continue;
    of_kind.push_back(*actor);
    if (of_kind.size() == count) return {of_kind.rbegin(), of_kind.rend()};
  }
  return {};
}

Entities Memory::two_of(const Entities& actors) const {
  for (auto other = actors.rbegin(); other != actors.rend(); ++other)
    if (*other != actors.front() && kind(*other) == kind(actors.front()))
      return {actors.front(), *other};
  return {};
}

Entities Memory::three_countries() const {
  Entities three;
  for (const Entities* actors : {&previous_, &current_})
    for (const std::uint32_t actor : *actors)
      if (is(actor, ActorKind::country) && !has(three, actor)) three.push_back(actor);
  return three.size() == 3 ? three : Entities();
}

Entities Memory::main_countries() const {
  Entities countries;
  for (auto actor = recent_.rbegin(); actor != recent_.rend(); ++actor)
    if (is(*actor, ActorKind::country) && !has(countries, *actor)) countries.push_back(*actor);
  std::stable_sort(countries.begin(), countries.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return times(a) > times(b); });
  return countries.size() < 2 ? Entities() : Entities{countries[1], countries[0]};
}

Entities Memory::country_of_clause() const {
  const bool spaced = knowledge_.language.spaced();
  for (const Entities* actors : {&current_, &previous_}) {
    for (const std::uint32_t actor : *actors) {
      const std::string& country = roster_.entity(actor).country;
      if (country.empty()) continue;
      for (auto known = recent_.rbegin(); known != recent_.rend(); ++known)
        if (is(*known, ActorKind::country) && roster_.entity(*known).country == country)
          return {*known};
      const std::uint32_t named = roster_.country(country);
      if (named != Roster::kNone) return {named};
    }
  }
  if (spaced && main_country != Roster::kNone) return {main_country};
  for (auto known = recent_.rbegin(); known != recent_.rend(); ++known)
    if (is(*known, ActorKind::country)) return {*known};
  return {};
}

}  // namespace relata
