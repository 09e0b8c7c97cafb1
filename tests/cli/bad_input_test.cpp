// SPDX-License-Identifier: Apache-2.0
// Each mistake a user can make: one clear line, the right exit status, no crash, and what is good
// is done all the same.

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "cli/program.hpp"
#include "support/conllu.hpp"

using relata::test::tabbed;
using test::Folder;
using test::Result;

namespace {

constexpr const char* kGood = "日本譴責俄羅斯。\n";
constexpr const char* kLine =
    R"({"id":"s:1","subject":{"id":"a","label":"A","type":"Country","mention":{"start":0,"end":1,"text":"A"}},)"
    R"("predicate":{"id":"visits","label":"visits"},)"
    R"("object":{"id":"b","label":"B","type":"Country","mention":{"start":2,"end":3,"text":"B"}},)"
    R"("qualifiers":{"polarity":"positive","modality":"asserted"},"confidence":0.5,)"
    R"("provenance":{"document":"d","sentence":1,"start":0,"end":3,"text":"A B","rule":"r"}})";

struct Case {
  std::string arguments;
  int status;
  std::string message;      ///< a part of the only line on standard error; empty: nothing there
  std::string output = "";  ///< a part of standard output
  std::string file = "";    ///< written to "input" before
};

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

void check(const Folder& folder, const Case& mistake) {
  const Result result = folder.relata(mistake.arguments);
  INFO("relata " << mistake.arguments << "\n" << result.err);
  CHECK_FALSE(result.crashed());
  CHECK(result.status == mistake.status);
  CHECK(std::count(result.err.begin(), result.err.end(), '\n') ==
        (mistake.message.empty() ? 0 : 1));
  CHECK(result.err.find(mistake.message) != std::string::npos);
  CHECK(result.out.find(mistake.output) != std::string::npos);
}

void check_each(const std::vector<Case>& cases) {
  for (const Case& mistake : cases) {
    const Folder folder;
    folder.write("good.txt", kGood);
    folder.write("input", mistake.file);
    check(folder, mistake);
  }
}

}  // namespace

TEST_CASE("mistakes on the command line end with status 2") {
  check_each({
      {"frobnicate", 2, "unknown command 'frobnicate' (there are build, "},
      {"help frobnicate", 2, "unknown command 'frobnicate'"},
      {"build", 2, "INPUT is required"},
      {"build good.txt --frobnicate", 2, "--frobnicate"},
      {"build good.txt --format xml", 2, "unknown format 'xml' (there are "},
      {"build good.txt -o graph.xml", 2, "unknown format 'xml'"},
      {"build good.txt -o graph", 2, "'graph' does not tell its format"},
      {"build good.txt --format dot,svg -o graph.nq", 2, "several formats"},
      {"extract good.txt --format svg", 2, "svg"},
      {"extract good.txt --mode magic", 2, "magic"},
      {"build good.txt --lang xx", 2, "unknown language 'xx'"},
      {"build good.txt --encoding EBCDIC-X", 2, "unknown encoding 'EBCDIC-X'"},
      {"build good.txt --jobs 0", 2, "--jobs"},
      {"build good.txt --jobs many", 2, "--jobs"},
      {"build good.txt --top 0", 2, "--top"},
      {"build good.txt --min-confidence 2", 2, "--min-confidence"},
      {"build good.txt --date yesterday", 2, "'yesterday' is not a date"},
      {"explain", 2, "SENTENCE is required"},
      {"export", 2, "STATEMENTS is required"},
      {"annotate", 2, "INPUT is required"},
      {"evaluate", 2, "GOLD is required"},
      {"evaluate a b --gold-words", 2, "--gold-words is for our own annotation"},
      {"evaluate good.txt -f svg", 2, "svg"},
      {"annotate good.txt -f conllu", 2, "-f"},
  });
}

TEST_CASE("no argument at all prints the help and ends with status 2") {
  const Result result = Folder().relata("");
  CHECK(result.status == 2);
  CHECK(result.out.empty());
  CHECK(result.err.find("Subcommands:") != std::string::npos);
}

TEST_CASE("what cannot be read is told, what can be read is done") {
  const std::string nested(200000, '[');
  check_each({
      {"build missing.txt", 1, "missing.txt"},
      {"build missing.txt good.txt", 1, "missing.txt", "日本"},
      {"build input", 1, "input: no text"},
      {"build input good.txt", 1, "input: not text", "日本", std::string("\0\1\2\0\3\xFE", 6)},
      {"build input", 0, "warning: input:1: 1 malformed byte", "日本", "日本譴責俄羅斯。\xE6\x97"},
      {"build input --encoding UTF-16BE --lang zh", 0, "warning: input:1: 1 malformed", "", kGood},
      {"build input", 1, "language not recognised", "", "\u041c\u043e\u0441\u043a\u0432\u0430.\n"},
      {"build --format table input", 0, "", "日本",
       "<html><body><p>日本譴責<b>俄羅斯。</p></i><table><tr><td><div>"},
      {"annotate missing.txt good.txt", 1, "missing.txt", "\t日本\t"},
      {"annotate input.conllu", 1, "input.conllu"},
      {"annotate input", 1, "input:3: the id is '3' and not 2; the sentence is left out",
       "\t日本\t",
       tabbed("# newdoc\n1 a _ _ _ _ _ _ _ _\n3 b _ _ _ _ _ _ _ _\n\n"
              "1 日本 _ _ _ _ _ _ _ _\n")},
      {"extract --lang en input", 0, "warning: input:2: the head '9' is no word", "",
       tabbed("1 a _ _ _ _ 0 root _ _\n2 b _ _ _ _ 9 dep _ _\n")},
      {"evaluate missing.conllu", 1, "missing.conllu"},
      {"evaluate --lang zh good.txt", 1, "good.txt:1: 1 columns where there must be 10"},
      {"evaluate --lang en input input --entities none", 1, "none", "",
       tabbed("1 a _ _ _ _ _ _ _ _\n")},
      {"evaluate --lang en -q input", 0, "", "Words         100.00",
       tabbed("1 a _ _ _ _ _ _ _ _\n")},
      {"export missing.jsonl", 1, "missing.jsonl"},
      {"export input", 1, "input:1: ", "", nested},
      {"export input", 1, "input:2: \"confidence\"", "visits",
       std::string(kLine) + "\n" + replaced(kLine, "0.5", "5")},
      {"export input", 1, "input:1: no \"id\"", "", replaced(kLine, "\"id\":\"visits\",", "")},
      {"export input", 1, "input:1: unknown polarity 'maybe'", "",
       replaced(kLine, "positive", "maybe")},
      {"export input", 1, "unknown relation 'loves'", "", replaced(kLine, "visits", "loves")},
      {"export input", 1, "input:1: ", "", "{\"id\":\"s:1\"}"},
      {"export input", 1, "input:1: ", "", "[1,2]"},
  });
}

TEST_CASE("a folder without a file, and a folder with one that is bad") {
  const Folder folder;
  std::filesystem::create_directory(folder.path() / "empty");
  check(folder, {"build empty", 1, "empty: no document found"});
  folder.write("mixed/a.txt", kGood);
  folder.write("mixed/b.txt", std::string("\0\1\0\2", 4));
  check(folder, {"build mixed", 1, "b.txt: not text", "日本"});
}

TEST_CASE("JSON Lines with one broken line give the others") {
  const Folder folder;
  std::string lines;
  for (int i = 1; i <= 5; ++i)
    lines += i == 3 ? std::string("{\"id\": \"3\", \"text\": \n")
                    : "{\"id\": \"" + std::to_string(i) + "\", \"text\": \"日本譴責俄羅斯。\"}\n";
  folder.write("news.jsonl", lines);
  const Result result = folder.relata("extract news.jsonl");
  INFO(result.err);
  CHECK(result.status == 1);
  CHECK(result.err.find("news.jsonl:3: ") != std::string::npos);
  for (const char* id : {"1", "2", "4", "5"})
    CHECK(result.out.find("\"document\":\"" + std::string(id) + "\"") != std::string::npos);
  folder.write("deep.jsonl", "{\"text\": " + std::string(200000, '[') + "\n" + lines);
  CHECK_FALSE(folder.relata("extract deep.jsonl").crashed());
}

TEST_CASE("texts that differ cannot be evaluated") {
  const Folder folder;
  folder.write("gold", tabbed("1 the _ _ _ _ _ _ _ _\n2 end _ _ _ _ _ _ _ _\n"));
  folder.write("system", tabbed("1 the _ _ _ _ _ _ _ _\n"));
  check(folder, {"evaluate --lang en gold system", 1,
                 "the texts differ behind 3 characters: gold has 'end', system has ''"});
}

TEST_CASE("a file without rights") {
  if (::geteuid() == 0) return;  // root may read everything
  const Folder folder;
  folder.write("closed.txt", kGood);
  std::filesystem::permissions(folder.path() / "closed.txt", std::filesystem::perms::none);
  check(folder, {"build closed.txt", 1, "closed.txt"});
}

TEST_CASE("50 MB on one line") {
  const Folder folder;
  std::string text;
  while (text.size() < 50'000'000) text += "日本譴責俄羅斯，";
  folder.write("long.txt", text);
  folder.write("good.txt", kGood);
  const Result result = folder.relata("build long.txt good.txt");
  INFO(result.err);
  CHECK_FALSE(result.crashed());
  CHECK(result.status == 1);
  CHECK(result.err ==
        "relata: long.txt: a text of more than 8 MiB: give it as several documents\n");
  CHECK(result.out.find("日本") != std::string::npos);
}

TEST_CASE("outputs that cannot be written") {
  check_each({
      {"build good.txt -o no/such/folder.svg", 1, "cannot write no/such/folder.svg: No such file"},
      {"build good.txt > /dev/full", 1, "cannot write standard output: No space left"},
      {"extract good.txt > /dev/full", 1, "cannot write standard output: No space left"},
      {"annotate good.txt > /dev/full", 1, "cannot write standard output: No space left"},
      {"annotate good.txt -o no/such.conllu", 1, "cannot write no/such.conllu: No such file"},
      {"formats > /dev/full", 1, "cannot write standard output: No space left"},
      {"help > /dev/full", 1, "cannot write standard output: No space left"},
      {"build good.txt --format dot -o /dev/full", 1, "cannot write /dev/full: No space left"},
      {"build good.txt --format dot -o .", 1, "cannot write .: Is a directory"},
  });
}

TEST_CASE("a good file is not replaced when nothing could be read, and no draft stays") {
  const Folder folder;
  folder.write("graph.dot", "old");
  CHECK(folder.relata("build missing.txt -o graph.dot").status == 1);
  CHECK(folder.read("graph.dot") == "old");
  folder.write("good.txt", kGood);
  CHECK(folder.relata("build good.txt -o graph.dot").status == 0);
  CHECK(folder.read("graph.dot") != "old");
  for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
    CHECK(entry.path().extension() != ".part");
}

TEST_CASE("a reader that has seen enough is no failure") {
  const Folder folder;
  folder.write("good.txt", kGood);
  const Result result = folder.relata("extract good.txt | true; exit ${PIPESTATUS:-0}");
  INFO(result.err);
  CHECK(result.status == 0);
  CHECK(result.err.empty());
  const Result status = folder.relata("extract good.txt; echo $? >status) | (exit 0");
  CHECK(status.err.empty());
  CHECK(folder.read("status") == "0\n");
}
