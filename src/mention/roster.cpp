// SPDX-License-Identifier: Apache-2.0
#include "mention/roster.hpp"

#include <algorithm>
#include <relata/fingerprint.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

bool has_lower(const std::string& name) {
  return std::any_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// The longer name says more; of equal ones that with small letters, then the first in order of
// bytes is taken.
bool says_more(const std::string& a, const std::string& b) {
  const std::size_t length_a = count_code_points(a), length_b = count_code_points(b);
  if (length_a != length_b) return length_a > length_b;
  return has_lower(a) != has_lower(b) ? has_lower(a) : a < b;
}

}  // namespace

std::uint32_t Roster::add(Entity entity, const KnownEntity* record) {
  const auto index = static_cast<std::uint32_t>(entities_.size());
  by_id_.emplace(entity.id, index);
  entities_.push_back(std::move(entity));
  records_.push_back(record);
  names_.emplace_back();
  forms_.push_back(Mention::Form::pronoun);
  return index;
}

std::uint32_t Roster::known(std::uint32_t gazetteer_index) {
  const KnownEntity& record = knowledge_.gazetteer.entities()[gazetteer_index];
  const auto found = by_id_.find(record.entity.id);
  return found != by_id_.end() ? found->second : add(record.entity, &record);
}

std::uint32_t Roster::known(std::string_view id) {
  const auto found = by_id_.find(id);
  if (found != by_id_.end()) return found->second;
  const KnownEntity* record = knowledge_.gazetteer.find(id);
  return record ? add(record->entity, record) : kNone;
}

std::uint32_t Roster::find(std::string_view name) const {
  const auto found = by_name_.find(name_key(name, knowledge_.language));
  return found == by_name_.end() ? kNone : found->second;
}

std::uint32_t Roster::named(std::string_view type, std::string_view name,
                            std::string_view country) {
  const std::string key = name_key(name, knowledge_.language);
  if (const auto found = by_name_.find(key);
      found != by_name_.end() && (knowledge_.ontology.is_a(entities_[found->second].type, type) ||
                                  knowledge_.ontology.is_a(type, entities_[found->second].type)))
    return found->second;
  Entity entity;
  entity.type = type;
  entity.label = name;
  entity.country = country;
  entity.id = "x:" + fingerprint(entity.type + '\n' + key);
  const auto found = by_id_.find(entity.id);
  const std::uint32_t index =
      found != by_id_.end() ? found->second : add(std::move(entity), nullptr);
  by_name_.emplace(key, index);
  return index;
}

void Roster::call(std::uint32_t entity, Span span, Mention::Form form) {
  auto& names = names_[entity];
  const std::string text(document_.at(span));
  const auto [place, added] = names.emplace(text, form);
  if (!added) place->second = std::min(place->second, form);
}

template <typename Fits>
std::uint32_t Roster::only_named(Fits fits) const {
  std::uint32_t found = kNone;
  for (std::uint32_t i = 0; i < entities_.size(); ++i) {
    if (!fits(i) || form(i) != Mention::Form::name) continue;
    if (found != kNone) return kNone;
    found = i;
  }
  return found;
}

std::uint32_t Roster::latest(std::string_view type, std::string_view noun) const {
  return only_named([&](std::uint32_t i) {
    const Entity& entity = entities_[i];
    return entity.type == type && entity.label != noun && entity.label.ends_with(noun);
  });
}

std::uint32_t Roster::begins_with(std::string_view surname) const {
  return only_named([&](std::uint32_t i) {
    return entities_[i].type == types::person && entities_[i].label.size() > surname.size() &&
           entities_[i].label.starts_with(surname);
  });
}

std::uint32_t Roster::country_beginning(std::string_view character) const {
  return only_named([&](std::uint32_t i) {
    const auto begins = [&](const auto& known) {
      return known.second == Mention::Form::name && count_code_points(known.first) > 1 &&
             knowledge_.language.folding()(known.first).starts_with(character);
    };
    return knowledge_.ontology.is_a(entities_[i].type, types::country) &&
           std::any_of(names_[i].begin(), names_[i].end(), begins);
  });
}

std::uint32_t Roster::ends_with(std::string_view name) const {
  const std::string end = " " + std::string(name);
  return only_named([&](std::uint32_t i) {
    const auto ends = [&](const auto& known) { return known.first.ends_with(end); };
    return knowledge_.ontology.is_a(entities_[i].type, types::organization) &&
           (entities_[i].label.ends_with(end) ||
            std::any_of(names_[i].begin(), names_[i].end(), ends));
  });
}

Mention::Form Roster::form(std::uint32_t entity) const {
  Mention::Form best = forms_[entity];
  for (const auto& [name, form] : names_[entity]) best = std::min(best, form);
  return best;
}

void Roster::add_alias(std::uint32_t entity, std::string_view name) {
  by_name_[name_key(name, knowledge_.language)] = entity;
  names_[entity].emplace(std::string(name), Mention::Form::alias);
}

void Roster::add_short_name(std::uint32_t entity, std::string_view name) {
  by_name_.emplace(name_key(name, knowledge_.language), entity);
}

void Roster::hold(std::uint32_t person, std::string_view title, std::uint32_t body) {
  posts_.push_back({person, name_key(title, knowledge_.language), body});
}

bool Roster::in_office(const relata::Post& post) const {
  if (document_.date.empty()) return post.to.empty();
  // ISO dates of any precision compare as text as far as both go.
  const auto common = [&](const std::string& date) {
    return std::min(date.size(), document_.date.size());
  };
  const auto compare = [&](const std::string& date) {
    return std::string_view(date)
        .substr(0, common(date))
        .compare(std::string_view(document_.date).substr(0, common(date)));
  };
  return (post.from.empty() || compare(post.from) <= 0) &&
         (post.to.empty() || compare(post.to) >= 0);
}

std::uint32_t Roster::holder(std::string_view title, std::uint32_t body) const {
  const std::string key = name_key(title, knowledge_.language);
  for (auto post = posts_.rbegin(); post != posts_.rend(); ++post)
    if (post->title == key && (body == kNone || post->body == kNone || post->body == body))
      return post->person;
  return kNone;
}

std::uint32_t Roster::holder(std::string_view title, std::uint32_t body) {
  if (const std::uint32_t person = std::as_const(*this).holder(title, body); person != kNone)
    return person;
  if (body == kNone || !records_[body] || document_.date.empty()) return kNone;
  const std::string key = name_key(title, knowledge_.language);
  for (std::uint32_t i = 0; i < knowledge_.gazetteer.entities().size(); ++i) {
    for (const relata::Post& post : knowledge_.gazetteer.entities()[i].posts) {
      if (post.of != entities_[body].id || !in_office(post)) continue;
      for (const auto& [language, name] : post.title)
        if (name_key(name, knowledge_.language) == key) return known(i);
    }
  }
  return kNone;
}

bool Roster::is_called(std::uint32_t entity, std::string_view noun) const {
  return std::any_of(names_[entity].begin(), names_[entity].end(), [&](const auto& name) {
    return name_key(name.first, knowledge_.language).find(noun) != std::string::npos;
  });
}

std::uint32_t Roster::country(std::string_view code) const {
  for (std::uint32_t i = 0; i < entities_.size(); ++i)
    if (entities_[i].country == code && knowledge_.ontology.is_a(entities_[i].type, types::country))
      return i;
  return kNone;
}

std::uint32_t Roster::body_of(std::uint32_t person) {
  for (auto post = posts_.rbegin(); post != posts_.rend(); ++post)
    if (post->person == person && post->body != kNone) return post->body;
  const KnownEntity* record = records_[person];
  if (!record) return kNone;
  const relata::Post* best = nullptr;
  for (const relata::Post& post : record->posts)
    if (!best || in_office(post) > in_office(*best) ||
        (in_office(post) == in_office(*best) &&
         (post.head > best->head || (post.head == best->head && post.from > best->from))))
      best = &post;
  return best ? known(best->of) : kNone;
}

void Roster::make(std::uint32_t entity, std::vector<std::uint32_t> makers) {
  makers_.emplace(entity, std::move(makers));
}

std::vector<std::uint32_t> Roster::makers(std::uint32_t entity) const {
  const auto found = makers_.find(entity);
  return found == makers_.end() ? std::vector<std::uint32_t>() : found->second;
}

void Roster::read_again() {
  for (std::uint32_t i = 0; i < names_.size(); ++i) forms_[i] = form(i);
  for (auto& names : names_) names.clear();
  posts_.clear();
  for (const auto& [entity, types] : votes_) {
    std::size_t most = 0;
    for (const auto& [type, times] : types) most = std::max(most, times);
    Entity& known = entities_[entity];
    // What was taken for a kind of body is told to be just a body.
    const auto fits = [&](const auto& vote) {
      return vote.second == most && knowledge_.ontology.is_a(known.type, vote.first);
    };
    if (std::any_of(types.begin(), types.end(), fits)) continue;
    for (const auto& [type, times] : types)
      if (times == most) known.type = type;
    by_id_.erase(known.id);
    known.id = "x:" + fingerprint(known.type + '\n' + name_key(known.label, knowledge_.language));
    by_id_.emplace(known.id, entity);
  }
  votes_.clear();
}

std::vector<Entity> Roster::finish() && {
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    Entity& entity = entities_[i];
    const std::string* label = nullptr;
    for (const auto& [name, form] : names_[i])
      if (form == Mention::Form::name && knowledge_.language.likeness(name) > 0 &&
          (!label || says_more(name, *label)))
        label = &name;
    for (const auto& [name, form] : names_[i])
      if (!label && form == Mention::Form::name) label = &name;
    for (const auto& [name, form] : names_[i])
      if (!label && !records_[i]) label = &name;
    // Where the document never names it in full, the canonical name in its language does.
    const auto canonical = entity.labels.find(document_.language);
    if (label)
      entity.label = *label;
    else if (canonical != entity.labels.end())
      entity.label = canonical->second;
    for (const auto& [name, form] : names_[i])
      if (form <= Mention::Form::alias && name != entity.label) entity.aliases.push_back(name);
  }
  return std::move(entities_);
}

}  // namespace relata
