// SPDX-License-Identifier: Apache-2.0
// Statements against gold graphs.

#include <catch2/catch.hpp>
#include <relata/error.hpp>
#include <relata/evaluation.hpp>

#include "support/temporary_folder.hpp"

using namespace relata;

namespace {

const Ontology& ontology() {
  static const Ontology ontology(SCHEMA "/ontology");
  return ontology;
}

// Entities are Norway, Chile (called "Chilean Republic" by an alias) and "the Fund".
Statements stated(
    const std::vector<std::tuple<std::uint32_t, std::string, std::uint32_t, bool>>& all) {
  Statements statements;
  for (const char* label : {"Norway", "Chilenos", "The Fund"}) {
    Entity entity;
    entity.label = label;
    statements.entities.push_back(entity);
  }
  statements.entities[1].aliases = {"Chile"};
  for (const auto& [subject, predicate, object, positive] : all) {
    Statement statement;
    statement.subject.entity = subject;
    statement.predicate = predicate;
    statement.object.entity = object;
    statement.confidence = 0.5;
    statement.qualifiers.polarity = positive ? Polarity::positive : Polarity::negative;
    statements.statements.push_back(statement);
  }
  return statements;
}

constexpr const char* kGold =
    R"({"entities": {"N": ["Norway"], "C": ["Chile"], "F": ["Fund", "the fund"]},
 "core": [["N", ["meets", "visits"], "C"], ["N|C", ["supports"], "F"]],
 "acceptable": [["C", ["joins"], "F"]], "negated": [["N", ["attacks"], "C"]]})";

GraphScore score(const Statements& statements) {
  const test::TemporaryFolder folder;
  folder.write("gold.json", kGold);
  return score_graph(read_gold_graph(folder.path() / "gold.json"), statements, ontology());
}

}  // namespace

TEST_CASE("edges that are found, right and denied") {
  SECTION("nothing") {
    const GraphScore none = score(stated({}));
    CHECK(none.core == 2);
    CHECK(none.recall() == 0);
    CHECK(none.precision() == 0);
  }
  SECTION("any of the relations, either of the subjects, any name") {
    const GraphScore all = score(stated({{0, "visits", 1, true}, {1, "supports", 2, true}}));
    CHECK(all.recall() == 1);
    CHECK(all.precision() == 1);
  }
  SECTION("a symmetric relation holds both ways, another does not") {
    CHECK(score(stated({{1, "meets", 0, true}})).found == 1);
    CHECK(score(stated({{1, "visits", 0, true}})).found == 0);
  }
  SECTION("what is true as well is right but not asked for") {
    const GraphScore one = score(stated({{1, "joins", 2, true}}));
    CHECK(one.found == 0);
    CHECK(one.right == 1);
  }
  SECTION("what is neither is wrong") {
    const GraphScore one = score(stated({{0, "joins", 2, true}}));
    CHECK(one.judged == 1);
    CHECK(one.right == 0);
  }
  SECTION("what is denied") {
    CHECK(score(stated({{0, "attacks", 1, true}})).flipped == 1);
    const GraphScore kept = score(stated({{0, "attacks", 1, false}}));
    CHECK(kept.flipped == 0);
    CHECK(kept.kept == 1);
    CHECK(kept.judged == 0);
  }
  SECTION("open relations do not count") {
    CHECK(score(stated({{0, "open", 2, true}})).judged == 0);
  }
}

TEST_CASE("a gold graph that is none is told with its line") {
  const test::TemporaryFolder folder;
  const auto problem = [&](const std::string& bytes) -> std::string {
    folder.write("gold.json", bytes);
    try {
      read_gold_graph(folder.path() / "gold.json");
    } catch (const FormatError& error) {
      const std::string message = error.what();
      return message.substr(message.rfind('/') + 1);
    }
    return {};
  };
  CHECK(problem("{\n\"entities\": {}") ==
        "gold.json:2: Missing a comma or '}' after an object member.");
  CHECK(problem("[]") == "gold.json:1: want an object");
  CHECK(problem("{}") == "gold.json:1: want \"entities\"");
  CHECK(problem(R"({"entities": {"N": []}, "core": [["N", ["meets"], "C"]]})") ==
        "gold.json:1: unknown entity 'C'");
  CHECK(problem(R"({"entities": {"N": []}, "core": [["N", "meets", "N"]]})") ==
        "gold.json:1: want a list of strings");
  CHECK_THROWS_AS(read_gold_graph(folder.path() / "none.json"), IoError);
}
