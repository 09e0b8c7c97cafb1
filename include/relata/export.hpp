// SPDX-License-Identifier: Apache-2.0
/// @file
/// Graph -> bytes. One Exporter for each output format.
#pragma once

#include <iosfwd>
#include <relata/graph.hpp>
#include <relata/ontology.hpp>
#include <relata/statement.hpp>
#include <span>
#include <string>
#include <string_view>

namespace relata {

struct ExportOptions {
  /// Labels in this language where one is known (BCP 47, "en"); empty: as the documents write them.
  std::string label_language;
  std::string base = "https://relata.example/";  ///< IRI before the identifiers of entities,
                                                 ///< statements and documents
};

/// One way to write a graph. src/export/README.md tells how to add another.
struct Exporter {
  std::string_view name;        ///< what --format takes, "nquads"
  std::string_view extension;   ///< without the dot, "nq"
  std::string_view media_type;  ///< "application/n-quads"
  std::string_view summary;     ///< one line for `relata formats`
  /// Throws Error if the graph cannot be written in this format. Safe to call from several threads.
  void (*write)(const Graph&, const Ontology&, const ExportOptions&, std::ostream&);
};

/// All exporters, sorted by name.
std::span<const Exporter> exporters();

/// By name or by extension. Throws UnknownName.
const Exporter& find_exporter(std::string_view name);

/// The statement line of the contract: one JSON object without a line end.
void write_json_line(const Statement& statement, const Statements& statements,
                     const ExportOptions& options, std::ostream& out);

}  // namespace relata
