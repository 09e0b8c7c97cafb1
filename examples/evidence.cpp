// SPDX-License-Identifier: Apache-2.0
// Walks over a graph of several documents: for each relation the words that say so, and whether a
// document says it as a fact of its own.
// SIMPLER EXAMPLES: hello.cpp

#include <iostream>
#include <relata/pipeline.hpp>

int main() {
  const relata::Pipeline pipeline("schema");
  relata::GraphBuilder builder(pipeline.ontology());
  builder.add(pipeline.read({.id = "a", .language = "en", .text = "Japan supports Ukraine."}));
  builder.add(pipeline.read({.id = "b",
                             .language = "zh-Hant",
                             .text = "\u65e5\u672c\u652f\u6301\u70cf\u514b\u862d\u3002"}));

  const relata::Graph graph = builder.finish();
  for (const relata::Relation& relation : graph.relations()) {
    std::cout << graph.entity(relation.subject).id << ' ' << relation.predicate << ' '
              << graph.entity(relation.object).id << (relation.asserted() ? "" : " (not asserted)")
              << '\n';
    for (const relata::Evidence& evidence : relation.evidence)
      std::cout << "  " << evidence.provenance.document << ": " << evidence.provenance.excerpt.text
                << '\n';
  }
}
