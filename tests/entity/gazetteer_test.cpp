// SPDX-License-Identifier: Apache-2.0
// The loader of schema/entities/, with what it says about broken lines.

#include <catch2/catch.hpp>
#include <relata/entity.hpp>
#include <relata/error.hpp>

#include "support/temporary_folder.hpp"

using namespace relata;
using relata::test::TemporaryFolder;

namespace {

const Ontology& ontology() {
  static const Ontology loaded(SCHEMA "/ontology");
  return loaded;
}

const std::string kFull =
    R"({"id": "person:a", "type": "Person", "names": {"zh-Hant": ["\u7532", "\u7532\u7532"], "en": ["A"]},)"
    R"( "context": {"en": ["Al"]}, "demonyms": {"en": ["Aish"]}, "codes": {"iso2": "AA", "iso3": "AAA"},)"
    R"( "country": "AAA", "capital_of": ["wd:Q1"], "part_of": "wd:Q2", "members": ["wd:Q1", "wd:Q2"],)"
    R"( "posts": [{"title": {"en": "chair"}, "of": "wd:Q1", "head": true, "from": "2020"}], "source": "relata"})";
const std::string kShort = R"({"id": "org:b", "type": "Alliance", "names": {"en": ["B \"b\""]}})";

}  // namespace

TEST_CASE("a line gives an entity with all its facts") {
  const TemporaryFolder folder;
  folder.write("b.jsonl", kFull + "\r\n\n");
  folder.write("a.jsonl", "\n" + kShort);  // no line end
  folder.write("README.md", "not read");
  const Gazetteer gazetteer(folder.path(), ontology());

  REQUIRE(gazetteer.entities().size() == 2);
  CHECK(gazetteer.entities().front().entity.id == "org:b");
  CHECK(gazetteer.find("org:b")->entity.label == "B \"b\"");
  CHECK(gazetteer.find("org:c") == nullptr);
  CHECK(gazetteer.country("BBB") == nullptr);

  const KnownEntity* known = gazetteer.find("person:a");
  REQUIRE(known);
  CHECK(gazetteer.country("AAA") == known);
  CHECK(known->entity.label == "\xE7\x94\xB2");  // the first name of the first language
  CHECK(known->entity.labels == Labels{{"en", "A"}, {"zh-Hant", "\xE7\x94\xB2"}});
  CHECK(known->names.at("zh-Hant").size() == 2);
  CHECK(known->context.at("en") == std::vector<std::string>{"Al"});
  CHECK(known->demonyms.at("en") == std::vector<std::string>{"Aish"});
  CHECK(known->entity.codes.at("iso2") == "AA");
  CHECK(known->entity.country == "AAA");
  CHECK(known->capital_of == std::vector<std::string>{"wd:Q1"});
  CHECK(known->part_of == "wd:Q2");
  CHECK(known->members.size() == 2);
  REQUIRE(known->posts.size() == 1);
  CHECK(known->posts[0].title.at("en") == "chair");
  CHECK(known->posts[0].of == "wd:Q1");
  CHECK(known->posts[0].head);
  CHECK(known->posts[0].from == "2020");
  CHECK(known->posts[0].to.empty());
}

TEST_CASE("a broken line is told with its file and line") {
  struct Case {
    const char *line, *message;
  };
  const Case cases[] = {
      {"{", "Missing a name for object member."},
      {"[]", "not a JSON object"},
      {R"({"type": "Person", "names": {"en": ["A"]}})", "an entity without \"id\""},
      {R"({"id": "x:a", "names": {"en": ["A"]}})", "'x:a' has no \"type\""},
      {R"({"id": "x:a", "type": "Person"})", "'x:a' has no \"names\""},
      {R"({"id": "x:a", "type": "Person", "names": {"en": []}})", "\"en\" has no name"},
      {R"({"id": "x:a", "type": "Person", "names": {"en": "A"}})", "\"en\" is not a list"},
      {R"({"id": "x:a", "type": "Person", "names": {"en": [1]}})",
       "\"en\" holds what is not a text"},
      {R"({"id": "x:a", "type": "Person", "names": ["A"]})", "\"names\" is not an object"},
      {R"({"id": "x:a", "type": "Person", "name": {"en": ["A"]}})",
       "\"name\" is not a key of an entity"},
      {R"({"id": "x:a", "type": "Prson", "names": {"en": ["A"]}})", "'x:a': unknown type 'Prson'"},
      {R"({"id": 7, "type": "Person", "names": {"en": ["A"]}})", "\"id\" is not a text"},
      {R"({"id": "x:a", "type": "Person", "names": {"en": ["A"]}, "posts": [{"head": true}]})",
       "a post without \"of\""},
      {R"({"id": "x:a", "type": "Person", "names": {"en": ["A"]}, "posts": [{"of": "x", "head": 1}]})",
       "\"head\" is neither true nor false"},
      {R"({"id": "org:b", "type": "Alliance", "names": {"en": ["B"]}})", "'org:b' stands at "},
      {"{\"id\": \"x:\xFF\", \"type\": \"Person\", \"names\": {\"en\": [\"A\"]}}",
       "Invalid encoding"},
  };
  for (const Case& one : cases) {
    CAPTURE(one.line);
    const TemporaryFolder folder;
    const std::string file = folder.write("e.jsonl", kShort + "\n\n" + one.line + "\n");
    CHECK_THROWS_WITH(Gazetteer(folder.path(), ontology()),
                      Catch::StartsWith(file + ":3: ") && Catch::Contains(one.message));
  }
}

TEST_CASE("no two entities have one country code") {
  const TemporaryFolder folder;
  const auto line = [](const std::string& id) {
    return "{\"id\": \"" + id + "\", \"type\": \"Country\", \"names\": {\"en\": [\"" + id +
           "\"]}, \"codes\": {\"iso3\": \"AAA\"}}\n";
  };
  folder.write("e.jsonl", line("x:a") + line("x:b"));
  CHECK_THROWS_AS(Gazetteer(folder.path(), ontology()), FormatError);
}

TEST_CASE("a folder that is not there is an IoError") {
  CHECK_THROWS_AS(Gazetteer("/nowhere", ontology()), IoError);
}
