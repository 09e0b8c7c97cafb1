// SPDX-License-Identifier: Apache-2.0
// The library in five lines: a text becomes a graph, and the graph is printed.
// SIMPLER EXAMPLES: none, begin here.

#include <iostream>
#include <relata/export.hpp>
#include <relata/pipeline.hpp>

int main() {
  relata::Pipeline pipeline("schema");
  relata::GraphBuilder builder(pipeline.ontology());
  builder.add(pipeline.read({.id = "news", .language = "en", .text = "Japan condemned Russia."}));
  relata::find_exporter("table").write(builder.finish(), pipeline.ontology(), {}, std::cout);
}
