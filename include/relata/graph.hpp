// SPDX-License-Identifier: Apache-2.0
/// @file
/// Statement -> Graph. Merges what many documents say into one graph.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <relata/entity.hpp>
#include <relata/ontology.hpp>
#include <relata/statement.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// One statement in support of a relation.
struct Evidence {
  std::string statement;    ///< Statement::id; in a graph each stands once
  std::string surface;      ///< the words that name the relation
  Excerpt subject, object;  ///< the words that name the entities of the relation
  std::string attribution;  ///< id of the entity that says so, or empty
  std::string time, time_value;
  std::string place;  ///< id of an entity, or empty
  std::string aspect;
  double confidence = 0;
  Provenance provenance;
};

/// An edge: everything that was said with one subject, predicate, object, polarity and modality.
/// Opposite claims are two relations side by side.
struct Relation {
  std::uint32_t subject = 0;  ///< index into Graph::entities()
  std::string predicate;      ///< id of a relation type
  std::string label;          ///< the predicate in words; tells apart relations of an open type
  std::uint32_t object = 0;
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  double confidence = 0;           ///< of the best evidence
  std::uint32_t documents = 0;     ///< distinct documents; the weight of the edge
  std::vector<Evidence> evidence;  ///< by document and place, none twice

  /// Whether at least one document says it as a fact of its own: only then it may stand as a bare
  /// edge or a bare triple.
  bool asserted() const;
};

/// What is known of a document that evidence comes from.
struct SourceDocument {
  std::string id, language, date, source;
  friend auto operator<=>(const SourceDocument&, const SourceDocument&) = default;
};

/// A finished graph, sorted throughout: the same knowledge gives the same graph, whatever the order
/// in which it was added. Immutable.
class Graph {
 public:
  std::span<const Entity> entities() const { return entities_; }  ///< by id
  std::span<const Relation> relations() const {
    return relations_;
  }  ///< by subject, predicate and object
  std::span<const SourceDocument> documents() const { return documents_; }
  const Entity& entity(std::uint32_t index) const { return entities_[index]; }
  /// Null if there is none.
  const Entity* find(std::string_view id) const;

 private:
  friend class GraphBuilder;
  friend Graph top(const Graph&, std::size_t);
  std::vector<Entity> entities_;
  std::vector<Relation> relations_;
  std::vector<SourceDocument> documents_;
};

/// Collects statements. Not safe to share between threads.
///
/// What several documents say of an entity becomes one: its label is the one that most documents
/// use (of several the longest, then the first by bytes), its aliases are all other names that they
/// use.
class GraphBuilder {
 public:
  /// Keeps a reference to `ontology`.
  explicit GraphBuilder(const Ontology& ontology);
  ~GraphBuilder();
  GraphBuilder(GraphBuilder&&) noexcept;

  /// Add one document. Entities are merged by id, and those that no statement names are left out; a
  /// symmetric relation is stored with the smaller id as subject. A document that is added again
  /// changes nothing. Throws UnknownName for a predicate that the ontology does not have.
  void add(const Statements& statements);

  /// The graph of all documents added so far.
  Graph finish() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// The `entities` most connected entities of `graph` (PageRank over all relations, weighted by
/// documents) and the relations among them, so that a big graph stays readable. Entities that only
/// say so or are the place of it stay for the relations which name them.
Graph top(const Graph& graph, std::size_t entities);

}  // namespace relata
