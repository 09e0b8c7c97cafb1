// SPDX-License-Identifier: Apache-2.0
// The loader of schema/ontology/, with what it says about broken files.

#include <catch2/catch.hpp>
#include <relata/error.hpp>
#include <relata/ontology.hpp>

#include "support/temporary_folder.hpp"

using namespace relata;
using relata::test::TemporaryFolder;

namespace {

constexpr const char* kTypes = R"({"types": [
  {"id": "Thing", "iri": "https://x.example/Thing", "colour": "#ffffff", "labels": {"en": "thing"}},
  {"id": "Part", "parent": "Thing", "iri": "https://x.example/Part", "colour": "#ffffff", "labels": {"en": "part"}}
]})";
constexpr const char* kRelations = R"({"relations": [
  {"id": "near", "iri": "https://x.example/near", "sign": 0, "symmetric": true,
   "domain": ["Thing"], "range": ["Thing"], "summary": "A is near B", "labels": {"en": "is near"}},
  {"id": "holds", "iri": "https://x.example/holds", "sign": 1,
   "domain": ["Thing"], "range": ["Part"], "summary": "A holds O", "labels": {"en": "holds"}}
]})";
constexpr const char* kTerms = R"({"terms": [{"id": "negative", "labels": {"en": "not"}}]})";

// An ontology of these files; the schemas are ours.
Ontology load(const TemporaryFolder& folder, const std::string& types, const std::string& relations,
              const std::string& terms = kTerms) {
  for (const char* name : {"types", "relations", "terms"})
    std::filesystem::copy(std::string(SCHEMA "/") + name + ".schema.json",
                          folder.path() / (std::string(name) + ".schema.json"));
  folder.write("ontology/types.json", types);
  folder.write("ontology/relations.json", relations);
  folder.write("ontology/terms.json", terms);
  return Ontology(folder.path() / "ontology");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t found = text.find(from);
  REQUIRE(found != std::string::npos);
  return text.replace(found, from.size(), to);
}

}  // namespace

TEST_CASE("an ontology answers what its files say") {
  const TemporaryFolder folder;
  const Ontology ontology = load(folder, kTypes, kRelations);
  CHECK(ontology.types().size() == 2);
  CHECK(ontology.relations().front().id == "near");
  CHECK(ontology.find_type("Part")->parent == "Thing");
  CHECK(ontology.find_type("part") == nullptr);
  CHECK(ontology.relation("holds").sign == 1);
  CHECK(ontology.find_relation("Holds") == nullptr);
  CHECK_THROWS_AS(ontology.relation("Holds"), UnknownName);
  CHECK(ontology.is_a("Part", "Thing"));
  CHECK(ontology.is_a("Part", "Part"));
  CHECK_FALSE(ontology.is_a("Thing", "Part"));
  CHECK_FALSE(ontology.is_a("Nothing", "Thing"));
  CHECK(ontology.allows(ontology.relation("holds"), "Part", "Part"));
  CHECK_FALSE(ontology.allows(ontology.relation("holds"), "Thing", "Thing"));
  CHECK(ontology.term("negative").at("en") == "not");
  CHECK(ontology.term("positive").empty());
}

TEST_CASE("a broken ontology is told with its file and line") {
  struct Case {
    const char *file, *from, *to, *message;
  };
  const Case cases[] = {
      {"types", "\"Part\"", "\"Thing\"", "types.json:3: type 'Thing' stands here twice"},
      {"types", "\"parent\": \"Thing\"", "\"parent\": \"Thin\"",
       "types.json:3: type 'Part': no type 'Thin' above it"},
      {"types", "\"parent\": \"Thing\"", "\"parent\": \"Part\"",
       "types.json:3: type 'Part': no type 'Part' above it"},
      {"types", "\"colour\": \"#ffffff\"", "\"colour\": \"white\"", "types.json:2: "},
      {"types", "\"iri\": \"https://x.example/Thing\"", "\"iri\": \"a b\"", "types.json:2: "},
      {"types", "]}", "]", "types.json:4: Missing a comma or '}' after an object member."},
      {"relations", "\"range\": [\"Part\"]", "\"range\": [\"Prt\"]",
       "relations.json:5: relation 'holds': unknown type 'Prt' in its range"},
      {"relations", "\"domain\": [\"Thing\"]", "\"domain\": [\"Thng\"]",
       "relations.json:3: relation 'near': unknown type 'Thng' in its domain"},
      {"relations", "\"range\": [\"Thing\"]", "\"range\": []",
       "relations.json:2: relation 'near' is symmetric, but its domain is not its range"},
      {"relations", "\"holds\"", "\"near\"", "relations.json:4: relation 'near' stands here twice"},
      {"relations", "\"sign\": 1,", "\"sign\": 1, \"inverse\": \"held\",",
       "relations.json:4: relation 'holds': unknown inverse 'held'"},
      {"relations", "\"sign\": 1,", "\"sign\": 2,", "relations.json:4: #/relations/1/sign breaks"},
      {"relations", "\"sign\": 1,", "\"sign\": 1.0,", "relations.json:4: "},
      {"relations", "\"sign\": 1,", "", "relations.json:5: #/relations/1 breaks 'required'"},
      {"relations", "\"sign\": 1,", "\"sing\": 1,", "relations.json:4: "},
      {"relations", "\"labels\": {\"en\": \"holds\"}", "\"labels\": {}", "relations.json:5: "},
  };
  for (const Case& one : cases) {
    CAPTURE(one.to, one.message);
    const TemporaryFolder folder;
    const bool types = one.file == std::string("types");
    CHECK_THROWS_WITH(load(folder, types ? replaced(kTypes, one.from, one.to) : kTypes,
                           types ? kRelations : replaced(kRelations, one.from, one.to)),
                      Catch::Contains(one.message));
  }
}

TEST_CASE("a folder without an ontology is an IoError") {
  const TemporaryFolder folder;
  CHECK_THROWS_AS(Ontology(folder.path()), IoError);
}
