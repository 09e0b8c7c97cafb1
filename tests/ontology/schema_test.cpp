// SPDX-License-Identifier: Apache-2.0
// The data of schema/ontology/: that it is complete, and that its forms say the same.

#include <catch2/catch.hpp>
#include <filesystem>
#include <relata/ontology.hpp>
#include <set>
#include <sstream>

#include "support/json_schema.hpp"
#include "support/programs.hpp"

using namespace relata;

namespace {

const Ontology& ontology() {
  static const Ontology loaded(SCHEMA "/ontology");
  return loaded;
}

// The relations of the contract.
const char* const kContract =
    "cooperates alliedWith partnerOf agreesWith signs publishes participates meets negotiates "
    "visits "
    "hosts invites mediates joins leaves supports welcomes praises thanks recognizes restoresTies "
    "defends aids arms supplies promises approves rejects concedes withdraws urges asks "
    "expressesConcern criticizes condemns accuses opposes denies protests threatens deters "
    "sanctions "
    "fines bans sues deploys exercises patrols coerces suppresses controls attacks invades "
    "launches "
    "develops produces builds invests acquires tradesWith holdsPosition headOf affiliatedWith "
    "memberOf partOf subsidiaryOf locatedIn headquarteredIn capitalOf nationality founded spouseOf "
    "childOf says open";

}  // namespace

TEST_CASE("every relation of the contract is there") {
  std::set<std::string> wanted, found;
  std::istringstream names(kContract);
  for (std::string name; names >> name;) wanted.insert(name);
  for (const RelationType& relation : ontology().relations()) found.insert(relation.id);
  CHECK(found == wanted);
}

TEST_CASE("everything has a name in the three languages, and its own") {
  std::set<std::string> iris;
  const auto check = [](const std::string& id, const Labels& labels) {
    CAPTURE(id);
    for (const char* language : {"en", "zh-Hant", "zh-Hans"}) CHECK(labels.count(language) == 1);
  };
  for (const EntityType& type : ontology().types()) {
    check(type.id, type.labels);
    CHECK(iris.insert(type.iri).second);
  }
  for (const RelationType& relation : ontology().relations()) {
    check(relation.id, relation.labels);
    CHECK(iris.insert(relation.iri).second);
  }
  for (const char* term : {"subject", "relation", "object", "qualifiers", "documents", "negative",
                           "planned", "possible", "desired", "hypothetical", "questioned",
                           "attribution", "time", "place", "aspect"})
    check(term, ontology().term(term));
}

TEST_CASE("the signs and symmetries of the contract") {
  const std::set<std::string> symmetric = {"cooperates", "alliedWith", "partnerOf",
                                           "agreesWith", "meets",      "negotiates",
                                           "tradesWith", "spouseOf",   "restoresTies"};
  for (const RelationType& relation : ontology().relations()) {
    CAPTURE(relation.id);
    CHECK(relation.symmetric == (symmetric.count(relation.id) == 1));
    CHECK(relation.open == (relation.id == "open"));
  }
  CHECK(ontology().relation("joins").sign == 1);
  CHECK(ontology().relation("leaves").sign == -1);
  CHECK(ontology().relation("leaves").plover == "REJECT");
  CHECK(ontology().relation("negotiates").sign == 0);
}

TEST_CASE("domains and ranges let pass what people write") {
  struct Case {
    const char *subject, *relation, *object;
    bool allowed;
  };
  const Case cases[] = {
      {"Person", "headOf", "Alliance", true},       {"Person", "headOf", "Country", true},
      {"Country", "participates", "Event", true},   {"Place", "threatens", "Place", true},
      {"Alliance", "condemns", "Country", true},    {"Document", "condemns", "Country", true},
      {"Country", "invades", "Country", true},      {"Concept", "attacks", "Place", true},
      {"Organization", "partOf", "Alliance", true}, {"Place", "capitalOf", "Country", true},
      {"Government", "aids", "ArmedGroup", true},   {"Person", "visits", "Place", true},
      {"Quantity", "visits", "Place", false},       {"Country", "capitalOf", "Place", false},
      {"Person", "spouseOf", "Country", false},     {"Date", "condemns", "Country", false},
      {"Country", "nationality", "Person", false},  {"Quantity", "open", "Date", true},
  };
  for (const Case& one : cases) {
    CAPTURE(one.subject, one.relation, one.object);
    CHECK(ontology().allows(ontology().relation(one.relation), one.subject, one.object) ==
          one.allowed);
  }
}

TEST_CASE("every language pack follows its schema") {
  const test::JsonSchema schema(SCHEMA "/pack.schema.json");
  for (const auto& entry : std::filesystem::directory_iterator(SCHEMA "/languages")) {
    if (!entry.is_directory()) continue;
    CAPTURE(entry.path());
    CHECK(schema.problem(test::file_bytes(entry.path() / "pack.json")) == "");
  }
}

TEST_CASE("ontology.ttl is what is made from the JSON files, and Turtle") {
  if (test::has_program("python3")) CHECK(test::succeeds(SCHEMA "/ontology/update-owl --check"));
  if (test::has_program("serdi"))
    CHECK(test::succeeds("serdi -e -o ntriples " SCHEMA "/ontology/ontology.ttl"));
}
