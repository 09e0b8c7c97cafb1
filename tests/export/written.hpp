// SPDX-License-Identifier: Apache-2.0
/// @file
/// Graphs made by hand, and what a format makes of them.
#pragma once

#include <relata/export.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "support/statements.hpp"

namespace relata::test {

inline const Ontology& ontology() {
  static const Ontology loaded(SCHEMA "/ontology");
  return loaded;
}

inline Graph graph_of(const std::vector<Statements>& documents) {
  GraphBuilder builder(ontology());
  for (const Statements& statements : documents) builder.add(statements);
  return builder.finish();
}

inline std::string written(const Exporter& exporter, const Graph& graph,
                           const ExportOptions& options = {}) {
  std::ostringstream out;
  exporter.write(graph, ontology(), options, out);
  return out.str();
}

inline std::string written(std::string_view format, const Graph& graph,
                           const ExportOptions& options = {}) {
  return written(find_exporter(format), graph, options);
}

/// A graph in which everything that is text is `text`.
inline Graph all_names(const std::string& text) {
  StatementsBuilder document(text, text);
  document.statements().date = document.statements().source = text;
  Entity& entity = document.entity(text);
  entity.labels = {{"en", text}, {text, text}};
  entity.aliases = {text + "3"};
  entity.codes = {{"iso3", text}, {text, text}};
  entity.country = text;
  document.entity(text + "2").type = text;
  Statement& statement = document.say(text, "open", text + "2");
  statement.id = statement.label = statement.surface = text;
  statement.subject.mention.text = statement.object.mention.text = text;
  statement.qualifiers.time = statement.qualifiers.time_value = text;
  statement.qualifiers.aspect = text;
  statement.qualifiers.place = statement.qualifiers.attribution = document.argument(text);
  statement.provenance.document = statement.provenance.rule = text;
  statement.provenance.excerpt.text = text;
  return graph_of({document});
}

}  // namespace relata::test
