// SPDX-License-Identifier: Apache-2.0
// The statement line, by its schema and to the byte.

#include <catch2/catch.hpp>
#include <limits>

#include "export/written.hpp"
#include "support/json_schema.hpp"

using namespace relata;
using relata::test::StatementsBuilder;

namespace {

std::string line(const StatementsBuilder& document, const ExportOptions& options = {}) {
  const Statements& statements = document;
  std::ostringstream out;
  write_json_line(statements.statements.back(), statements, options, out);
  return out.str();
}

StatementsBuilder plain() {
  StatementsBuilder document("a.txt");
  document.say("A", "condemns", "B");
  return document;
}

StatementsBuilder full() {
  StatementsBuilder document("a.txt", "zh-Hant");
  Entity& japan = document.entity("Nihon");
  japan = {"wd:Q17",        "Nihon",           "Country", {{"en", "Japan"}, {"zh-Hans", "RB"}},
           {"J", "NIPPON"}, {{"iso3", "JPN"}}, "JPN"};
  document.entity("Council").type = "Organization";
  Statement& statement = document.say("Nihon", "participates", "Council");
  statement.confidence = 0.8666;
  statement.qualifiers.polarity = Polarity::negative;
  statement.qualifiers.modality = Modality::planned;
  statement.qualifiers.time = "31 January";
  statement.qualifiers.time_value = "2023-01-31";
  statement.qualifiers.place = document.argument("Brussels");
  statement.qualifiers.attribution = document.argument("Nihon");
  statement.qualifiers.aspect = "military";
  return document;
}

}  // namespace

TEST_CASE("keys that do not apply are left out") {
  CHECK(
      line(plain()) ==
      R"({"id":"s:a.txt-1","subject":{"id":"e:A","label":"A","type":"Country","mention":{"start":100,"end":110,"text":"A"}},)"
      R"("predicate":{"id":"condemns","label":"condemns","surface":"<condemns>"},)"
      R"("object":{"id":"e:B","label":"B","type":"Country","mention":{"start":120,"end":130,"text":"B"}},)"
      R"("qualifiers":{"polarity":"positive","modality":"asserted"},"confidence":0.88,)"
      R"("provenance":{"document":"a.txt","sentence":1,"start":100,"end":150,"text":"A condemns B","rule":"test.rule"}})");
}

TEST_CASE("keys that apply stand in the order of the contract") {
  CHECK(
      line(full()) ==
      R"({"id":"s:a.txt-1","subject":{"id":"wd:Q17","label":"Nihon","type":"Country","labels":{"en":"Japan","zh-Hans":"RB"},)"
      R"("aliases":["J","NIPPON"],"codes":{"iso3":"JPN"},"country":"JPN","mention":{"start":100,"end":110,"text":"Nihon"}},)"
      R"("predicate":{"id":"participates","label":"participates","surface":"<participates>"},)"
      R"("object":{"id":"e:Council","label":"Council","type":"Organization","mention":{"start":120,"end":130,"text":"Council"}},)"
      R"("qualifiers":{"polarity":"negative","modality":"planned","time":{"text":"31 January","value":"2023-01-31"},)"
      R"("place":{"id":"e:Brussels","label":"Brussels"},"attribution":{"id":"wd:Q17","label":"Nihon"},"aspect":"military"},)"
      R"("confidence":0.87,"provenance":{"document":"a.txt","sentence":1,"start":100,"end":150,)"
      R"("text":"Nihon participates Council","rule":"test.rule"}})");
}

TEST_CASE("the label language changes the label and loses no name") {
  const std::string english = line(full(), {"en", "https://x.example/"});
  CHECK(english.find(R"("id":"wd:Q17","label":"Japan")") != std::string::npos);
  CHECK(english.find(R"("aliases":["J","NIPPON","Nihon"])") != std::string::npos);
  CHECK(english.find(R"("attribution":{"id":"wd:Q17","label":"Japan"})") != std::string::npos);
  CHECK(english.find(R"("label":"Council")") != std::string::npos);  // no English name is known
  const auto label = [](const char* language) {
    const std::string text = line(full(), {language, "https://x.example/"});
    const std::size_t begin = text.find("\"label\":\"") + 9;
    return text.substr(begin, text.find('"', begin) - begin);
  };
  CHECK(label("en-US") == "Japan");
  CHECK(label("zh-CN") == "RB");
  CHECK(label("zh") == "RB");
  CHECK(label("zh-TW") == "Nihon");
  CHECK(label("not a tag") == "Nihon");
}

TEST_CASE("confidence has two decimals and is always a number") {
  struct Case {
    double confidence;
    const char* printed;
  };
  for (const Case& one : {Case{0.074999, ":0.07,"}, Case{0.075001, ":0.08,"}, Case{1, ":1.0,"},
                          Case{0, ":0.0,"}, Case{7, ":1.0,"}, Case{-1, ":0.0,"},
                          Case{std::numeric_limits<double>::quiet_NaN(), ":0.0,"},
                          Case{std::numeric_limits<double>::infinity(), ":1.0,"}}) {
    StatementsBuilder document = plain();
    document.statements().statements[0].confidence = one.confidence;
    CHECK(line(document).find(std::string("\"confidence\"") + one.printed) != std::string::npos);
  }
  for (int i = 0; i <= 100; ++i) {
    StatementsBuilder document = plain();
    document.statements().statements[0].confidence = i / 100.0;
    const std::string text = line(document);
    const std::size_t begin = text.find("\"confidence\":") + 13;
    CHECK(text.find(',', begin) - begin <= 4);
  }
}

TEST_CASE("lines follow the schema, from statements and from a graph") {
  const test::JsonSchema schema(SCHEMA "/statement.schema.json");
  CHECK(schema.problem(line(plain())) == "");
  CHECK(schema.problem(line(full())) == "");
  CHECK(schema.problem("{}") != "");
  std::istringstream lines(test::written("jsonl", test::graph_of({plain(), full()})));
  int count = 0;
  for (std::string text; std::getline(lines, text); ++count) CHECK(schema.problem(text) == "");
  CHECK(count == 2);
}

TEST_CASE("a graph gives the line that its statement gave") {
  CHECK(test::written("jsonl", test::graph_of({plain()})) == line(plain()) + "\n");
  CHECK(test::written("jsonl", test::graph_of({full()})) == line(full()) + "\n");
}
