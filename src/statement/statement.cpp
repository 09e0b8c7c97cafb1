// SPDX-License-Identifier: Apache-2.0
// The text form of statements and the names of their qualifiers.

#include <algorithm>
#include <array>
#include <relata/error.hpp>
#include <relata/statement.hpp>

namespace relata {
namespace {

constexpr std::array<std::string_view, 2> kPolarities = {"positive", "negative"};
constexpr std::array<std::string_view, 6> kModalities = {"asserted", "planned",      "possible",
                                                         "desired",  "hypothetical", "questioned"};

template <typename Enum, std::size_t size>
Enum enum_from(const std::array<std::string_view, size>& names, std::string_view name,
               const char* kind) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) throw UnknownName(kind, std::string(name));
  return static_cast<Enum>(found - names.begin());
}

std::string to_string(const Argument& argument, const Statements& statements) {
  const Entity& entity = statements.entities[argument.entity];
  return entity.label + ":" + entity.type;
}

}  // namespace

std::string_view to_string(Polarity polarity) {
  return kPolarities[static_cast<std::size_t>(polarity)];
}
std::string_view to_string(Modality modality) {
  return kModalities[static_cast<std::size_t>(modality)];
}
Polarity polarity_from(std::string_view name) {
  return enum_from<Polarity>(kPolarities, name, "polarity");
}
Modality modality_from(std::string_view name) {
  return enum_from<Modality>(kModalities, name, "modality");
}

std::string to_string(const Statement& statement, const Statements& statements) {
  std::string text = statement.predicate + "(" + to_string(statement.subject, statements) + ", " +
                     to_string(statement.object, statements) + ")";
  const Qualifiers& qualifiers = statement.qualifiers;
  if (qualifiers.polarity != Polarity::positive)
    text += " " + std::string(to_string(qualifiers.polarity));
  if (qualifiers.modality != Modality::asserted)
    text += " " + std::string(to_string(qualifiers.modality));
  if (qualifiers.attribution)
    text += " by " + statements.entities[qualifiers.attribution->entity].label;
  return text;
}

}  // namespace relata
