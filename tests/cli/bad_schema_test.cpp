// SPDX-License-Identifier: Apache-2.0
// A schema folder with a mistake: it is told with file and line, by `check` and by `build`.

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "cli/program.hpp"

using test::Folder;
using test::Result;

namespace {

struct Mistake {
  std::string file, from, to;
  std::string message;  ///< a part of what is told
};

// A copy of the schema with `to` in place of the first `from` of a file.
void make_schema(const Folder& folder, const Mistake& mistake) {
  std::filesystem::copy(SCHEMA, folder.path() / "schema", std::filesystem::copy_options::recursive);
  std::string text = folder.read("schema/" + mistake.file);
  const std::size_t at = text.find(mistake.from);
  REQUIRE(at != std::string::npos);
  folder.write("schema/" + mistake.file, text.replace(at, mistake.from.size(), mistake.to));
}

}  // namespace

TEST_CASE("mistakes in a schema are told with file and line") {
  const Mistake mistakes[] = {
      {"ontology/relations.json", "{", "[", "ontology/relations.json:"},
      {"ontology/relations.json", "\"domain\": [", "\"domain\": [\"Prson\", ", "Prson"},
      {"ontology/types.json", "\"colour\"", "\"color\"", "ontology/types.json:"},
      {"ontology/terms.json", "\"terms\"", "\"term\"", "ontology/terms.json:"},
      {"entities/countries.jsonl", "{\"id\"", "{\"di\"", "entities/countries.jsonl:1: "},
      {"entities/countries.jsonl", "\"type\": \"Country\"", "\"type\": \"Planet\"", "Planet"},
      {"languages/en/pack.json", "\"code\": \"en\"", "\"code\": 1", "languages/en/pack.json:"},
  };
  for (const Mistake& mistake : mistakes) {
    const Folder folder;
    make_schema(folder, mistake);
    folder.write("good.txt", "日本譴責俄羅斯。\n");
    for (const char* command : {"check schema", "build good.txt --schema schema"}) {
      const Result result = folder.relata(command);
      INFO(mistake.file << ", " << command << "\n" << result.err);
      CHECK_FALSE(result.crashed());
      CHECK(result.status == 1);
      CHECK(result.err.find(mistake.message) != std::string::npos);
      CHECK(std::count(result.err.begin(), result.err.end(), '\n') == 1);
      CHECK(result.out.empty());
    }
  }
}

TEST_CASE("check tells more than one mistake at a time") {
  const Folder folder;
  make_schema(folder, {"ontology/terms.json", "\"terms\"", "\"term\"", ""});
  folder.write("schema/entities/extra.jsonl", "{}\n\n[1]\n");
  const Result result = folder.relata("check schema");
  INFO(result.err);
  CHECK(result.status == 1);
  CHECK(result.err.find("terms.json:") != std::string::npos);
  CHECK(result.err.find("extra.jsonl:1: ") != std::string::npos);
  CHECK(result.err.find("extra.jsonl:3: ") != std::string::npos);
}

TEST_CASE("a folder that is no schema") {
  const Folder folder;
  folder.write("good.txt", "日本譴責俄羅斯。\n");
  const Result option = folder.relata("build good.txt --schema .");
  CHECK(option.status == 1);
  CHECK(option.err == "relata: --schema '.' is no schema: it has no folder 'ontology'\n");
  const Result variable = folder.relata("build good.txt", "RELATA_SCHEMA=/no/such");
  CHECK(variable.status == 1);
  CHECK(variable.err ==
        "relata: RELATA_SCHEMA '/no/such' is no schema: it has no folder 'ontology'\n");
}
