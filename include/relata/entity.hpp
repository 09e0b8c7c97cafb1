// SPDX-License-Identifier: Apache-2.0
/// @file
/// schema/entities/ -> Entity. The things that are known before any text is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <relata/ontology.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// A thing in the world, as far as a statement carries it along.
struct Entity {
  std::string id;     ///< "wd:Q17"; for what the gazetteer does not know, made from type and name
  std::string label;  ///< the name as the document writes it most fully
  std::string type;   ///< an entity type of the ontology
  Labels labels;      ///< canonical name per language, where known
  std::vector<std::string> aliases;          ///< other names that the document uses; sorted
  std::map<std::string, std::string> codes;  ///< {"iso3": "JPN"}
  std::string country;  ///< ISO 3166-1 alpha-3 code of the country it belongs to, or empty

  friend bool operator==(const Entity&, const Entity&) = default;
};

/// A post that a person held; see schema/entities/README.md.
struct Post {
  std::map<std::string, std::string> title;  ///< by language
  std::string of;                            ///< id of the country or body
  bool head = false;
  std::string from, to;  ///< ISO 8601, empty where open
};

/// An entity of the gazetteer with the facts that the stages use. `entity.labels` holds the first
/// of its `names` in each language, `entity.label` the first of all.
struct KnownEntity {
  Entity entity;
  using Names = std::map<std::string, std::vector<std::string>, std::less<>>;  ///< by language
  Names names;    ///< each is enough alone
  Names context;  ///< mean the entity only beside other evidence
  Names demonyms;
  std::vector<std::string> capital_of;
  std::string part_of;
  std::vector<std::string> members;  ///< ids, as in `capital_of`
  std::vector<Post> posts;
};

/// Immutable; safe to share between threads.
class Gazetteer {
 public:
  /// Read every *.jsonl in `folder`. Throws IoError, and FormatError for a line that is no entity
  /// of schema/entity.schema.json, for a type that `ontology` does not have and for an id that
  /// stands there twice. `ontology` is not kept.
  Gazetteer(const std::filesystem::path& folder, const Ontology& ontology);

  /// Sorted by id.
  const std::vector<KnownEntity>& entities() const { return entities_; }
  /// Null if there is none.
  const KnownEntity* find(std::string_view id) const;
  /// The country with an ISO 3166-1 alpha-3 code, or null.
  const KnownEntity* country(std::string_view iso3) const;

 private:
  std::vector<KnownEntity> entities_;  // sorted by id
  std::map<std::string, std::size_t, std::less<>> countries_;
};

}  // namespace relata
