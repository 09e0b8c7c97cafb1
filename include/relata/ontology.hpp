// SPDX-License-Identifier: Apache-2.0
/// @file
/// schema/ontology/ -> Ontology. What may be said: types of entities and types of relations.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// Names by BCP 47 language tag.
using Labels = std::map<std::string, std::string, std::less<>>;

/// The entity types that the stages themselves know; every ontology has them.
namespace types {
inline constexpr std::string_view person = "Person";
inline constexpr std::string_view organization = "Organization";
inline constexpr std::string_view country = "Country";
inline constexpr std::string_view place = "Place";
inline constexpr std::string_view event = "Event";
inline constexpr std::string_view document = "Document";
inline constexpr std::string_view concept_ = "Concept";
}  // namespace types

struct EntityType {
  std::string id;      ///< "Alliance"
  std::string parent;  ///< "Organization", or empty
  std::string iri;
  std::string colour;  ///< how pictures fill it, "#aec7e8"
  Labels labels;
};

struct RelationType {
  std::string id;                   ///< "participates"
  std::vector<std::string> domain;  ///< entity types that the subject may have; empty: any
  std::vector<std::string> range;   ///< the same for the object
  bool symmetric = false;
  bool spatial = false;  ///< its object may be a place as such: a capital is not its government
  bool open = false;     ///< for what no other relation names: told apart by its words
  std::string inverse;   ///< id of the inverse relation, or empty
  int sign = 0;          ///< +1 cooperative, -1 conflictual, 0 neither
  std::string plover;    ///< PLOVER event class, or empty
  std::string iri;
  std::string summary;  ///< "A takes part in event, meeting or body O"
  Labels labels;
};

/// Immutable; safe to share between threads.
class Ontology {
 public:
  /// Read types.json, relations.json and terms.json in `folder`, checked by the JSON Schemas that
  /// stand beside `folder`. Throws IoError or FormatError.
  explicit Ontology(const std::filesystem::path& folder);

  /// Both in the order of their files.
  const std::vector<EntityType>& types() const { return types_; }
  const std::vector<RelationType>& relations() const { return relations_; }

  /// Null if there is none.
  const EntityType* find_type(std::string_view id) const;
  const RelationType* find_relation(std::string_view id) const;
  /// Throws UnknownName.
  const RelationType& relation(std::string_view id) const;

  /// Whether `type` is `ancestor` or below it.
  bool is_a(std::string_view type, std::string_view ancestor) const;
  /// Whether `type` is a person, a body, a country or a place: something that can act.
  bool is_actor(std::string_view type) const {
    return is_a(type, types::person) || is_a(type, types::organization) ||
           is_a(type, types::country) || is_a(type, types::place);
  }
  /// Whether a subject and an object of these types may stand in `relation`.
  bool allows(const RelationType& relation, std::string_view subject_type,
              std::string_view object_type) const;

  /// What pictures and tables call a part of a statement ("negative", "attribution", "documents");
  /// no labels if terms.json does not have it.
  const Labels& term(std::string_view id) const;

 private:
  using Index = std::map<std::string, std::size_t, std::less<>>;

  void read_types(const std::filesystem::path& folder);
  void read_relations(const std::filesystem::path& folder);
  void read_terms(const std::filesystem::path& folder);

  std::vector<EntityType> types_;  // in the order of the file
  std::vector<RelationType> relations_;
  Index type_index_, relation_index_;
  std::map<std::string, Labels, std::less<>> terms_;
};

}  // namespace relata
