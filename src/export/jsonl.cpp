// SPDX-License-Identifier: Apache-2.0
// Statement lines of a whole graph: each piece of evidence is a statement again, with the entities
// as the graph merged them. The door is write_jsonl.

#include <ostream>

#include "export/formats.hpp"

namespace relata {
namespace {

// An argument without words; none for an id that is not in the graph.
std::optional<Argument> argument(const Graph& graph, std::string_view id) {
  const Entity* entity = graph.find(id);
  if (!entity) return std::nullopt;
  return Argument{static_cast<std::uint32_t>(entity - graph.entities().data()), {}};
}

Statement statement_of(const Relation& relation, const Evidence& evidence, const Graph& graph) {
  Statement statement;
  statement.id = evidence.statement;
  statement.subject = {relation.subject, evidence.subject};
  statement.predicate = relation.predicate;
  statement.label = relation.label;
  statement.surface = evidence.surface;
  statement.object = {relation.object, evidence.object};
  Qualifiers& qualifiers = statement.qualifiers;
  qualifiers.polarity = relation.polarity;
  qualifiers.modality = relation.modality;
  qualifiers.time = evidence.time;
  qualifiers.time_value = evidence.time_value;
  qualifiers.place = argument(graph, evidence.place);
  qualifiers.attribution = argument(graph, evidence.attribution);
  qualifiers.aspect = evidence.aspect;
  statement.confidence = evidence.confidence;
  statement.provenance = evidence.provenance;
  return statement;
}

}  // namespace

void write_jsonl(const Graph& graph, const Ontology&, const ExportOptions& options,
                 std::ostream& out) {
  Statements statements;  // numbered as those of the graph
  statements.entities.assign(graph.entities().begin(), graph.entities().end());
  for (const Relation& relation : graph.relations())
    for (const Evidence& evidence : relation.evidence) {
      write_json_line(statement_of(relation, evidence, graph), statements, options, out);
      out << '\n';
    }
}

}  // namespace relata
