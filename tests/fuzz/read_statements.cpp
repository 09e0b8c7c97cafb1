// SPDX-License-Identifier: Apache-2.0
// Bytes of any kind are read as statement lines; what was understood is merged and written.

#include <cstdint>
#include <relata/export.hpp>
#include <relata/graph.hpp>
#include <relata/statement.hpp>
#include <sstream>
#include <string>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const relata::Ontology ontology(SCHEMA "/ontology");
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  relata::GraphBuilder builder(ontology);
  for (relata::Statements& statements :
       relata::read_statements(in, "fuzz", [](const relata::Diagnostic&) {})) {
    std::erase_if(statements.statements, [](const relata::Statement& statement) {
      return ontology.find_relation(statement.predicate) == nullptr;
    });
    builder.add(statements);
  }
  const relata::Graph graph = builder.finish();
  for (const char* format : {"nquads", "jsonld", "dot", "table"}) {
    std::ostringstream out;
    relata::find_exporter(format).write(graph, ontology, {}, out);
  }
  return 0;
}
