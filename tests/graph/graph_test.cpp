// SPDX-License-Identifier: Apache-2.0
// Merging: the same knowledge gives the same graph.

#include <algorithm>
#include <catch2/catch.hpp>
#include <random>
#include <relata/error.hpp>
#include <relata/graph.hpp>

#include "support/statements.hpp"

using namespace relata;
using relata::test::StatementsBuilder;

namespace {

const Ontology& ontology() {
  static const Ontology loaded(SCHEMA "/ontology");
  return loaded;
}

Graph graph_of(const std::vector<Statements>& documents) {
  GraphBuilder builder(ontology());
  for (const Statements& statements : documents) builder.add(statements);
  return builder.finish();
}

// Everything that a graph holds, as text.
std::string text(const Graph& graph) {
  std::string text;
  for (const Entity& e : graph.entities()) {
    text += e.id + " " + e.type + " " + e.label + " " + e.country;
    for (const std::string& alias : e.aliases) text += " a:" + alias;
    for (const auto& [language, name] : e.labels) text += " " + language + ":" + name;
    for (const auto& [code, value] : e.codes) text += " " + code + ":" + value;
    text += "\n";
  }
  for (const Relation& r : graph.relations()) {
    text += std::to_string(r.subject) + " " + r.predicate + " " + r.label + " " +
            std::to_string(r.object) + " " + std::string(to_string(r.polarity)) + " " +
            std::string(to_string(r.modality)) + " " + std::to_string(r.confidence) + " " +
            std::to_string(r.documents);
    for (const Evidence& e : r.evidence)
      text += " " + e.statement + "/" + e.attribution + "/" + e.subject.text + "/" + e.surface;
    text += "\n";
  }
  for (const SourceDocument& d : graph.documents())
    text += d.id + " " + d.language + " " + d.date + " " + d.source + "\n";
  return text;
}

std::vector<Statements> three_documents() {
  StatementsBuilder a("a.txt"), b("b.txt"), c("c.txt", "zh-Hant");
  for (StatementsBuilder* document : {&a, &b, &c}) {
    Entity& russia = document->entity("Russia");
    russia.id = "wd:Q159";
    russia.labels["en"] = "Russia";
  }
  b.entity("Russia").label = c.entity("Russia").label = "Russian Federation";
  a.entity("Russia").aliases = {"Moscow"};
  c.entity("Russian Federation").type = "Place";
  a.say("Japan", "condemns", "Russia").confidence = 0.5;
  a.say("Japan", "condemns", "Russia").qualifiers.modality = Modality::planned;
  b.say("Japan", "condemns", "Russian Federation").confidence = 0.7;
  b.say("Russian Federation", "cooperates", "China").qualifiers.attribution = b.argument("TASS");
  c.say("China", "cooperates", "Russian Federation").qualifiers.place = c.argument("Sochi");
  c.say("China", "open", "Japan").label = "watches";
  c.say("China", "open", "Japan").label = "eyes";
  return {a, b, c};
}

const Relation& only(const Graph& graph, const std::string& predicate, Modality modality) {
  const Relation* found = nullptr;
  for (const Relation& relation : graph.relations())
    if (relation.predicate == predicate && relation.modality == modality) {
      REQUIRE(found == nullptr);
      found = &relation;
    }
  REQUIRE(found);
  return *found;
}

}  // namespace

TEST_CASE("documents are merged by the ids of their entities") {
  const Graph graph = graph_of(three_documents());
  const Entity* russia = graph.find("wd:Q159");
  REQUIRE(russia);
  CHECK(russia->label == "Russian Federation");  // two of three documents
  CHECK(russia->type == "Country");
  CHECK(russia->aliases == std::vector<std::string>{"Moscow", "Russia"});
  CHECK(graph.find("e:Sochi") != nullptr);
  CHECK(graph.find("wd:Q1") == nullptr);
  CHECK(std::is_sorted(graph.entities().begin(), graph.entities().end(),
                       [](const Entity& a, const Entity& b) { return a.id < b.id; }));

  const Relation& condemns = only(graph, "condemns", Modality::asserted);
  CHECK(condemns.documents == 2);
  CHECK(condemns.confidence == 0.7);
  CHECK(condemns.evidence.size() == 2);
  CHECK(condemns.asserted());
  CHECK_FALSE(only(graph, "condemns", Modality::planned).asserted());
}

TEST_CASE("a symmetric relation is one relation, whoever is named first") {
  const Graph graph = graph_of(three_documents());
  const Relation& cooperates = only(graph, "cooperates", Modality::asserted);
  CHECK(graph.entity(cooperates.subject).id == "e:China");
  CHECK(graph.entity(cooperates.object).id == "wd:Q159");
  REQUIRE(cooperates.evidence.size() == 2);
  CHECK(cooperates.evidence[0].subject.text == "China");  // turned with the relation
  CHECK(cooperates.evidence[0].attribution == "e:TASS");
  CHECK(cooperates.asserted());  // the other document says so itself
}

TEST_CASE("open relations are told apart by their words") {
  const Graph graph = graph_of(three_documents());
  std::vector<std::string> labels;
  for (const Relation& relation : graph.relations())
    if (relation.predicate == "open") labels.push_back(relation.label);
  CHECK(labels == std::vector<std::string>{"eyes", "watches"});
}

TEST_CASE("opposite claims stay side by side") {
  StatementsBuilder document("a.txt");
  document.say("A", "condemns", "B");
  document.say("A", "condemns", "B").qualifiers.polarity = Polarity::negative;
  const Graph graph = graph_of({document});
  REQUIRE(graph.relations().size() == 2);
  CHECK(graph.relations()[0].asserted());
  CHECK_FALSE(graph.relations()[1].asserted());
}

TEST_CASE("the graph does not depend on the order of documents and statements") {
  std::vector<Statements> documents = three_documents();
  const std::string expected = text(graph_of(documents));
  std::mt19937 random(1);
  for (int i = 0; i < 20; ++i) {
    std::shuffle(documents.begin(), documents.end(), random);
    for (Statements& statements : documents)
      std::shuffle(statements.statements.begin(), statements.statements.end(), random);
    CHECK(text(graph_of(documents)) == expected);
  }
}

TEST_CASE("a document that is added again changes nothing") {
  std::vector<Statements> documents = three_documents();
  const std::string expected = text(graph_of(documents));
  documents.insert(documents.end(), 3, documents[0]);
  CHECK(text(graph_of(documents)) == expected);
}

TEST_CASE("labels: of equally many documents the longest name, then the first") {
  StatementsBuilder a("a.txt"), b("b.txt"), c("c.txt");
  a.entity("Bb").id = b.entity("A").id = c.entity("Aa").id = "x:1";
  a.say("Bb", "meets", "Z");
  b.say("A", "meets", "Z");
  c.say("Aa", "meets", "Z");
  CHECK(graph_of({a, b, c}).find("x:1")->label == "Aa");
}

TEST_CASE("an unknown relation is an error") {
  StatementsBuilder document("a.txt");
  document.say("A", "hugs", "B");
  CHECK_THROWS_AS(graph_of({document}), UnknownName);
}

TEST_CASE("top keeps the most connected entities and what is said among them") {
  StatementsBuilder document("a.txt");
  for (const char* other : {"B", "C", "D", "E"}) document.say("Hub", "meets", other);
  document.say("B", "meets", "C").qualifiers.attribution = document.argument("Source");
  document.say("F", "meets", "E");
  StatementsBuilder second("b.txt");
  second.say("B", "meets", "C");
  StatementsBuilder third("c.txt");
  third.say("G", "meets", "H");
  const Graph graph = graph_of({document, second, third});
  const Graph part = top(graph, 3);
  std::vector<std::string> ids;
  for (const Entity& entity : part.entities()) ids.push_back(entity.id);
  CHECK(ids == std::vector<std::string>{"e:B", "e:C", "e:Hub", "e:Source"});
  CHECK(part.relations().size() == 3);
  for (const Relation& relation : part.relations()) {
    CHECK(relation.subject < part.entities().size());
    CHECK(relation.object < part.entities().size());
  }
  CHECK(part.documents().size() == 2);
  CHECK(text(top(graph, 100)) == text(graph));
  CHECK(top(graph, 0).entities().empty());
  CHECK(top(Graph(), 5).entities().empty());
}
