// SPDX-License-Identifier: Apache-2.0
// Loads schema/ontology/: the JSON Schemas check the shape of the files, this file checks what they
// refer to. The door is Ontology.

#include <relata/error.hpp>
#include <relata/ontology.hpp>

#include "ontology/json_file.hpp"

namespace relata {
namespace {

JsonFile open(const std::filesystem::path& folder, const std::string& name) {
  // "schema/ontology/" and "schema/ontology" are the same folder
  const std::filesystem::path own = folder.has_filename() ? folder : folder.parent_path();
  return {own / (name + ".json"), own.parent_path() / (name + ".schema.json")};
}

std::string quoted_id(const rapidjson::Value& value) {
  return std::string("'") + value.GetString() + "'";
}

}  // namespace

Ontology::Ontology(const std::filesystem::path& folder) {
  read_types(folder);
  read_relations(folder);
  read_terms(folder);
}

void Ontology::read_types(const std::filesystem::path& folder) {
  const JsonFile file = open(folder, "types");
  for (const auto& json : file["types"].GetArray()) {
    EntityType type{json["id"].GetString(), text_or_empty(json, "parent"), json["iri"].GetString(),
                    json["colour"].GetString(), labels_of(json)};
    // A parent stands before its children, so that no type is its own ancestor.
    if (!type.parent.empty() && !find_type(type.parent))
      file.fail(json["parent"],
                "type " + quoted_id(json["id"]) + ": no type '" + type.parent + "' above it");
    if (!type_index_.emplace(type.id, types_.size()).second)
      file.fail(json["id"], "type " + quoted_id(json["id"]) + " stands here twice");
    types_.push_back(std::move(type));
  }
}

void Ontology::read_relations(const std::filesystem::path& folder) {
  const JsonFile file = open(folder, "relations");
  const auto types_in = [&](const rapidjson::Value& json, const char* member) {
    std::vector<std::string> types;
    for (const auto& type : json[member].GetArray()) {
      if (!find_type(type.GetString()))
        file.fail(type, "relation " + quoted_id(json["id"]) + ": unknown type " + quoted_id(type) +
                            " in its " + member);
      types.emplace_back(type.GetString());
    }
    return types;
  };
  for (const auto& json : file["relations"].GetArray()) {
    RelationType relation;
    relation.id = json["id"].GetString();
    relation.domain = types_in(json, "domain");
    relation.range = types_in(json, "range");
    relation.symmetric = flag(json, "symmetric");
    relation.spatial = flag(json, "spatial");
    relation.open = flag(json, "open");
    relation.inverse = text_or_empty(json, "inverse");
    relation.sign = json["sign"].GetInt();
    relation.plover = text_or_empty(json, "plover");
    relation.iri = json["iri"].GetString();
    relation.summary = json["summary"].GetString();
    relation.labels = labels_of(json);
    if (relation.symmetric && relation.domain != relation.range)
      file.fail(json["id"], "relation " + quoted_id(json["id"]) +
                                " is symmetric, but its domain is not its range");
    if (!relation_index_.emplace(relation.id, relations_.size()).second)
      file.fail(json["id"], "relation " + quoted_id(json["id"]) + " stands here twice");
    relations_.push_back(std::move(relation));
  }
  for (const auto& json : file["relations"].GetArray())
    if (const auto inverse = json.FindMember("inverse");
        inverse != json.MemberEnd() && !find_relation(inverse->value.GetString()))
      file.fail(inverse->value, "relation " + quoted_id(json["id"]) + ": unknown inverse " +
                                    quoted_id(inverse->value));
}

void Ontology::read_terms(const std::filesystem::path& folder) {
  const JsonFile file = open(folder, "terms");
  for (const auto& json : file["terms"].GetArray())
    if (!terms_.emplace(json["id"].GetString(), labels_of(json)).second)
      file.fail(json["id"], "term " + quoted_id(json["id"]) + " stands here twice");
}

const EntityType* Ontology::find_type(std::string_view id) const {
  const auto found = type_index_.find(id);
  return found == type_index_.end() ? nullptr : &types_[found->second];
}

const RelationType* Ontology::find_relation(std::string_view id) const {
  const auto found = relation_index_.find(id);
  return found == relation_index_.end() ? nullptr : &relations_[found->second];
}

const RelationType& Ontology::relation(std::string_view id) const {
  if (const RelationType* relation = find_relation(id)) return *relation;
  throw UnknownName("relation", std::string(id));
}

bool Ontology::is_a(std::string_view type, std::string_view ancestor) const {
  while (!type.empty() && type != ancestor) {
    const EntityType* found = find_type(type);
    type = found ? std::string_view(found->parent) : std::string_view();
  }
  return !type.empty();
}

bool Ontology::allows(const RelationType& relation, std::string_view subject_type,
                      std::string_view object_type) const {
  const auto any_of = [&](const std::vector<std::string>& allowed, std::string_view type) {
    if (allowed.empty()) return true;
    for (const std::string& one : allowed)
      if (is_a(type, one)) return true;
    return false;
  };
  return any_of(relation.domain, subject_type) && any_of(relation.range, object_type);
}

const Labels& Ontology::term(std::string_view id) const {
  static const Labels none;
  const auto found = terms_.find(id);
  return found == terms_.end() ? none : found->second;
}

}  // namespace relata
