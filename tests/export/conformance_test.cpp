// SPDX-License-Identifier: Apache-2.0
// What every format owes. These tests read the table of exporters, so a new format is tested the
// moment it has a row, and let other people's programs read what we write.

#include <rapidjson/document.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <map>
#include <relata/error.hpp>
#include <set>
#include <thread>

#include "export/written.hpp"
#include "support/captured_errors.hpp"
#include "support/programs.hpp"
#include "support/temporary_folder.hpp"

using namespace relata;
using relata::test::all_names;
using relata::test::graph_of;
using relata::test::StatementsBuilder;
using relata::test::written;

namespace {

bool is_json(const std::string& bytes) {
  rapidjson::Document json;
  json.Parse<rapidjson::kParseValidateEncodingFlag>(bytes.data(), bytes.size());
  return !json.HasParseError();
}

bool is_json_lines(const std::string& bytes) {
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    if (!is_json(bytes.substr(begin, end - begin))) return false;
    begin = end + 1;
  }
  return true;
}

// Whether a program reads `bytes`; "FILE" in its command line stands for a file of them.
bool program_reads(const std::string& program, std::string arguments, const std::string& bytes) {
  if (!test::has_program(program)) return true;
  const test::TemporaryFolder folder;
  const std::string file = folder.write("graph", bytes);
  arguments.replace(arguments.find("FILE"), 4, file);
  return test::succeeds(program + " " + arguments);
}

// Whether somebody else reads the output of a format. A format without an entry is not checked.
bool is_readable(std::string_view format, const std::string& bytes) {
  if (format == "jsonl") return is_json_lines(bytes);
  if (format == "jsonld") return is_json(bytes);
  if (format == "nquads") return program_reads("serdi", "-e -i nquads FILE", bytes);
  if (format == "dot") return program_reads("dot", "-Tcanon FILE", bytes);
  if (format == "svg") return program_reads("xmllint", "--noout FILE", bytes);
  if (format == "png") return program_reads("file", "-b FILE | grep -q '^PNG image'", bytes);
  if (format == "pdf") return program_reads("file", "-b FILE | grep -q '^PDF document'", bytes);
  return true;
}

const char* const kHostile[] = {
    "quote \" and ' quote",
    "back\\slash",
    "ends with \\",
    "\\\"",
    "line\nline\r\nline\rline",
    "tab\there",
    "<b>&amp;&lt;</b> & <![CDATA[ ]]>",
    "node",
    "graph",
    "strict",
    "edge",
    "digraph",
    "subgraph",
    "{|}",
    "# comment // /* ",
    "%s %n %20",
    ";,:",
    "[x] -> y",
    "null",
    "-",
    "",
    " ",
    "_:b0",
    "<http://x>",
    "@en",
    "^^x",
    "\\N \\G \\E \\L \\n",
    "\\u0041",
    "\x01\x02\x07\x08\x0B\x0C\x1B[31m\x1F\x7F",
    "\xC2\x85\xC2\x9B",
    "\xE2\x80\xA8\xE2\x80\xA9",
    "\xEF\xBF\xBE\xEF\xBF\xBF",
    "\xEF\xBB\xBF"
    "bom",
    "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D \xD8\xB3\xD9\x84\xD8\xA7\xD9\x85",
    "\xE2\x80\xAE"
    "rtl",
    "\xF0\x9F\x87\xAF\xF0\x9F\x87\xB5 \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9",
    "e\xCC\x81",
    "\xF0\xA0\xAE\xB7\xE7\x94\xB0",
    "\xFF\xFE",
    "\xC0\xAF",
    "\xED\xA0\x80",
    "\xE4\xBF"};

}  // namespace

TEST_CASE("the table is sorted, and finds by name and by extension") {
  const auto all = exporters();
  CHECK(std::is_sorted(all.begin(), all.end(),
                       [](const Exporter& a, const Exporter& b) { return a.name < b.name; }));
  for (const Exporter& exporter : all) {
    CAPTURE(exporter.name);
    CHECK(&find_exporter(exporter.name) == &exporter);
    CHECK(&find_exporter(exporter.extension) == &exporter);
    CHECK_FALSE(exporter.summary.empty());
    CHECK(exporter.media_type.find('/') != std::string_view::npos);
  }
  CHECK_THROWS_AS(find_exporter("word"), UnknownName);
  CHECK_THROWS_WITH(find_exporter(""), Catch::Contains("nquads"));
}

TEST_CASE("every format") {
  for (const Exporter& exporter : exporters()) {
    DYNAMIC_SECTION(exporter.name) {
      SECTION("writes an empty graph") {
        CHECK(is_readable(exporter.name, written(exporter, Graph())));
      }
      SECTION("gives the same bytes whatever the order of input") {
        StatementsBuilder a("a.txt"), b("b.txt");
        a.say("Japan", "condemns", "Russia").qualifiers.polarity = Polarity::negative;
        a.say("China", "meets", "Russia");
        b.say("Russia", "meets", "China").qualifiers.attribution = b.argument("TASS");
        CHECK(written(exporter, graph_of({a, b})) == written(exporter, graph_of({b, a})));
        CHECK(written(exporter, graph_of({a, b})) == written(exporter, graph_of({a, b})));
      }
      SECTION("writes any name, so that others can read it") {
        for (const char* name : kHostile) {
          CAPTURE(name);
          CHECK(is_readable(exporter.name, written(exporter, all_names(name))));
        }
      }
      SECTION("writes all of them in one graph, and prints nothing itself") {
        StatementsBuilder document("a.txt");
        for (const char* name : kHostile) document.say(name, "meets", std::string(name) + "2");
        const Graph graph = graph_of({document});
        const test::CapturedErrors errors;
        const std::string bytes = written(exporter, graph);
        CHECK(errors.bytes() == "");
        CHECK(is_readable(exporter.name, bytes));
      }
      SECTION("keeps two relations between one pair") {
        StatementsBuilder document("a.txt");
        document.say("A", "condemns", "B").surface = "WORDS-ONE";
        const std::string one = written(exporter, graph_of({document}));
        document.say("A", "threatens", "B").surface = "WORDS-TWO";
        CHECK(written(exporter, graph_of({document})) != one);
      }
      SECTION("shows denial, plan and source") {
        std::map<std::string, int> outputs;
        for (int kind = 0; kind < 4; ++kind) {
          StatementsBuilder document("a.txt");
          Statement& statement = document.say("A", "condemns", "B");
          if (kind == 1) statement.qualifiers.polarity = Polarity::negative;
          if (kind == 2) statement.qualifiers.modality = Modality::planned;
          if (kind == 3) statement.qualifiers.attribution = document.argument("C");
          ++outputs[written(exporter, graph_of({document}))];
        }
        CHECK(outputs.size() == 4);
      }
    }
  }
}

TEST_CASE("pictures are drawn from several threads") {
  StatementsBuilder document("a.txt");
  for (int i = 0; i < 10; ++i) document.say("A", "meets", "B" + std::to_string(i));
  const Graph graph = graph_of({document});
  const std::string expected = written(find_exporter("svg"), graph);
  std::vector<std::string> results(2);
  std::vector<std::thread> threads;
  for (std::string& result : results)
    threads.emplace_back([&] {
      for (int i = 0; i < 5; ++i) result = written(find_exporter("svg"), graph);
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == expected);
}

TEST_CASE("a PDF does not tell when it was made") {
  StatementsBuilder document("a.txt");
  document.say("A", "meets", "B");
  CHECK(
      written(find_exporter("pdf"), graph_of({document})).find("/CreationDate (D:20000101000000") !=
      std::string::npos);
}

TEST_CASE("a graph of hundreds of nodes is drawn in seconds") {
  StatementsBuilder document("a.txt");
  for (int i = 0; i < 300; ++i)
    document.say("A" + std::to_string(i % 37), "condemns", "B" + std::to_string(i));
  const std::string svg = written(find_exporter("svg"), graph_of({document}));
  CHECK(svg.find("B299") != std::string::npos);
}
