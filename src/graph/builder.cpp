// SPDX-License-Identifier: Apache-2.0
// Merging statements into relations. The door is GraphBuilder. Entities are numbered as they come
// while statements are added; `finish` sorts everything, so nothing of that order is left.

#include <algorithm>
#include <functional>
#include <map>
#include <relata/graph.hpp>
#include <unordered_map>

#include "graph/merged_entity.hpp"
#include "graph/relation.hpp"

namespace relata {
namespace {

struct RelationKey {
  std::uint32_t subject, object;  // in the order of arrival
  const RelationType* predicate;
  std::string label;  // empty unless the type is open
  Polarity polarity;
  Modality modality;

  friend bool operator==(const RelationKey&, const RelationKey&) = default;
};

struct RelationKeyHash {
  std::size_t operator()(const RelationKey& key) const {
    std::size_t hash = std::hash<std::string>()(key.label);
    for (const std::size_t part :
         {std::size_t{key.subject}, std::size_t{key.object},
          std::hash<const RelationType*>()(key.predicate),
          static_cast<std::size_t>(key.polarity) * 8 + static_cast<std::size_t>(key.modality)})
      hash = (hash ^ part) * 0x9E3779B97F4A7C15u + (hash >> 29);
    return hash;
  }
};

struct Gathered {
  std::string label;  // the least of those that the statements give
  std::vector<Evidence> evidence;
};

Evidence evidence_of(const Statement& statement, const Statements& statements, bool swapped) {
  const Qualifiers& qualifiers = statement.qualifiers;
  const auto id_of = [&](const std::optional<Argument>& argument) {
    return argument ? statements.entities.at(argument->entity).id : std::string();
  };
  Evidence evidence;
  evidence.statement = statement.id;
  evidence.surface = statement.surface;
  evidence.subject = (swapped ? statement.object : statement.subject).mention;
  evidence.object = (swapped ? statement.subject : statement.object).mention;
  evidence.attribution = id_of(qualifiers.attribution);
  evidence.time = qualifiers.time;
  evidence.time_value = qualifiers.time_value;
  evidence.place = id_of(qualifiers.place);
  evidence.aspect = qualifiers.aspect;
  evidence.confidence = statement.confidence;
  evidence.provenance = statement.provenance;
  evidence.provenance.document = statements.document;
  return evidence;
}

// Field by field the greater, so that what one part of a document leaves out another may give.
void merge(SourceDocument& into, const Statements& statements) {
  into.id = statements.document;
  into.language = std::max(into.language, statements.language);
  into.date = std::max(into.date, statements.date);
  into.source = std::max(into.source, statements.source);
}

}  // namespace

struct GraphBuilder::Parts {
  const Ontology* ontology;
  std::unordered_map<std::string, std::uint32_t> numbers;  // of entities, by id
  std::vector<MergedEntity> entities;
  std::unordered_map<RelationKey, Gathered, RelationKeyHash> relations;
  std::map<std::string, SourceDocument> documents;
  std::unordered_map<std::string, std::uint32_t> document_numbers;

  std::uint32_t add_entity(const Entity& entity, std::uint32_t document) {
    const auto next = static_cast<std::uint32_t>(entities.size());
    const auto [found, is_new] = numbers.emplace(entity.id, next);
    if (is_new) entities.emplace_back();
    entities[found->second].add(entity, document);
    return found->second;
  }

  void add(const Statement& statement, const Statements& statements, std::uint32_t document) {
    const RelationType& type = ontology->relation(statement.predicate);
    const auto add_argument = [&](const Argument& argument) {
      return add_entity(statements.entities.at(argument.entity), document);
    };
    std::uint32_t subject = add_argument(statement.subject);
    std::uint32_t object = add_argument(statement.object);
    if (statement.qualifiers.place) add_argument(*statement.qualifiers.place);
    if (statement.qualifiers.attribution) add_argument(*statement.qualifiers.attribution);
    const bool swapped = type.symmetric && statements.entities[statement.object.entity].id <
                                               statements.entities[statement.subject.entity].id;
    if (swapped) std::swap(subject, object);
    Gathered& gathered =
        relations[{subject, object, &type, type.open ? statement.label : std::string(),
                   statement.qualifiers.polarity, statement.qualifiers.modality}];
    if (gathered.label.empty() || (!statement.label.empty() && statement.label < gathered.label))
      gathered.label = statement.label;
    gathered.evidence.push_back(evidence_of(statement, statements, swapped));
  }
};

GraphBuilder::GraphBuilder(const Ontology& ontology) : parts_(std::make_unique<Parts>()) {
  parts_->ontology = &ontology;
}
GraphBuilder::~GraphBuilder() = default;
GraphBuilder::GraphBuilder(GraphBuilder&&) noexcept = default;

void GraphBuilder::add(const Statements& statements) {
  merge(parts_->documents[statements.document], statements);
  const auto next = static_cast<std::uint32_t>(parts_->document_numbers.size());
  const std::uint32_t document =
      parts_->document_numbers.emplace(statements.document, next).first->second;
  for (const Statement& statement : statements.statements)
    parts_->add(statement, statements, document);
}

Graph GraphBuilder::finish() const {
  Graph graph;
  const std::map<std::string, std::uint32_t> by_id(parts_->numbers.begin(), parts_->numbers.end());
  std::vector<std::uint32_t> index(by_id.size());  // in the graph, by number
  for (const auto& [id, number] : by_id) {
    index[number] = static_cast<std::uint32_t>(graph.entities_.size());
    graph.entities_.push_back(parts_->entities[number].merged(id, *parts_->ontology));
  }
  for (const auto& [key, gathered] : parts_->relations) {
    Relation relation{index[key.subject],
                      key.predicate->id,
                      gathered.label,
                      index[key.object],
                      key.polarity,
                      key.modality,
                      0,
                      0,
                      gathered.evidence};
    if (relation.label.empty()) relation.label = relation.predicate;
    settle(relation);
    graph.relations_.push_back(std::move(relation));
  }
  const auto order = [](const Relation& r) {
    return std::tie(r.subject, r.predicate, r.object, r.label, r.polarity, r.modality);
  };
  std::sort(graph.relations_.begin(), graph.relations_.end(),
            [&](const Relation& a, const Relation& b) { return order(a) < order(b); });
  for (const auto& [id, document] : parts_->documents) graph.documents_.push_back(document);
  return graph;
}

}  // namespace relata
