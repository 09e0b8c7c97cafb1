// SPDX-License-Identifier: Apache-2.0
// The subcommands do what their help says.

#include <catch2/catch.hpp>
#include <string>

#include "cli/program.hpp"
#include "support/conllu.hpp"

using test::Folder;
using test::Result;

namespace {

const std::string kExamples = EXAMPLES;
const std::string kArticles = "'" + kExamples + "'/*.txt";

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("every command has a help with options, examples and exit status") {
  const Folder folder;
  for (const char* command :
       {"build", "extract", "export", "explain", "annotate", "evaluate", "formats", "check"}) {
    const Result result = folder.relata(std::string("help ") + command);
    INFO(command);
    CHECK(result.status == 0);
    CHECK(result.err.empty());
    CHECK(contains(result.out, std::string("Usage: relata ") + command));
    CHECK(contains(result.out, "Exit status:"));
    CHECK(contains(folder.relata("help").out, std::string("  ") + command));
    CHECK(folder.relata(std::string(command) + " --help").out == result.out);
  }
  CHECK(contains(folder.relata("--version").out, "relata 0."));
}

TEST_CASE("the number of threads changes no byte") {
  const Folder folder;
  const std::string extract = "extract " + kArticles + " --jobs ";
  const Result one = folder.relata(extract + "1");
  const Result two = folder.relata(extract + "2");
  REQUIRE(contains(one.out, "\"predicate\""));
  REQUIRE(two.out == one.out);
  REQUIRE(two.err == one.err);
  for (const char* format : {"nquads", "table"}) {
    const std::string build = "build " + kArticles + " --format " + format + " --jobs ";
    INFO(format);
    CHECK(folder.relata(build + "1").out == folder.relata(build + "2").out);
  }
}

TEST_CASE("outputs go by their extension, several formats share a name") {
  const Folder folder;
  folder.write("news.txt", "日本譴責俄羅斯。\n");
  CHECK(folder.relata("build news.txt -o a.dot -o b.nq").status == 0);
  CHECK(contains(folder.read("a.dot"), "digraph"));
  CHECK(contains(folder.read("b.nq"), "<https://"));
  CHECK(folder.relata("build news.txt -o c --format dot,nq -f jsonld").status == 0);
  CHECK(folder.read("c.dot") == folder.read("a.dot"));
  CHECK(folder.read("c.nq") == folder.read("b.nq"));
  CHECK(contains(folder.read("c.jsonld"), "@context"));
  CHECK(folder.relata("build news.txt -o - -f dot").out == folder.read("a.dot"));
}

TEST_CASE("statement lines make the same relations as their documents") {
  const Folder folder;
  const std::string article = "'" + kExamples + "/nato-japan.zh-Hant.txt'";
  folder.write("statements.jsonl", folder.relata("extract " + article).out);
  const Result direct = folder.relata("build " + article);
  const Result exported = folder.relata("export statements.jsonl --format table");
  INFO(exported.err);
  CHECK(exported.status == 0);
  CHECK(exported.out == direct.out);
}

TEST_CASE("options choose and name") {
  const Folder folder;
  folder.write("news.txt", "日本譴責俄羅斯。中國支持法國。\n");
  CHECK(contains(folder.relata("build news.txt --label-lang en").out, "Russia"));
  CHECK(folder.relata("extract news.txt --min-confidence 1").out.empty());
  CHECK(contains(folder.relata("extract news.txt --format table").out, "news.txt:1  "));
  CHECK(folder.relata("build - --lang zh").status == 1);  // nothing on standard input
  CHECK(contains(folder.relata("build news.txt -v").err, "1 documents, "));
}

TEST_CASE("annotate writes CoNLL-U that every command reads") {
  const Folder folder;
  const Result one = folder.relata("annotate " + kArticles + " --jobs 1");
  CHECK(one.status == 0);
  CHECK(one.err.empty());
  CHECK(contains(one.out, "# newdoc id = " + kExamples + "/nato-japan.zh-Hant.txt\n# newpar\n"));
  CHECK(folder.relata("annotate " + kArticles + " --jobs 2").out == one.out);
  CHECK(folder.relata("annotate -v -o all.conllu " + kArticles).status == 0);
  CHECK(folder.read("all.conllu") == one.out);
  CHECK(contains(folder.read(".err"), " sentences, "));
  CHECK(contains(folder.relata("extract all.conllu").out, "\"predicate\""));
  CHECK(folder.relata("check --offsets all.conllu").status == 0);
  folder.write("page.html", "<html><body><p>日本譴責俄羅斯。</p>");
  CHECK(contains(folder.relata("annotate page.html").out, "\t日本\t"));
  folder.write("lines.jsonl", "{\"id\": \"one\", \"text\": \"日本譴責俄羅斯。\"}\n");
  CHECK(contains(folder.relata("annotate - < lines.jsonl").out, "# newdoc id = one\n"));
}

TEST_CASE("evaluate measures files and our own annotation") {
  const Folder folder;
  const std::string gold = relata::test::tabbed(
      "# text = Japan condemned Russia.\n1 Japan Japan PROPN NNP Number=Sing 2 nsubj _ "
      "Entity=(LOC)\n"
      "2 condemned condemn VERB VBD _ 0 root _ _\n3 Russia Russia PROPN NNP _ 2 obj _ "
      "Entity=(LOC)\n"
      "4 . . PUNCT . _ 2 punct _ _\n");
  folder.write("gold.conllu", gold);
  const Result same = folder.relata("evaluate gold.conllu gold.conllu");
  INFO(same.out << same.err);
  CHECK(same.status == 0);
  CHECK(same.err.empty());
  for (const char* row : {"Sentences     100.00    100.00    100.00\n",
                          "LAS           100.00    100.00    100.00    100.00\n",
                          "all           100.00    100.00    100.00\n"})
    CHECK(contains(same.out, row));
  const Result own = folder.relata("evaluate gold.conllu --format tsv");
  CHECK(own.status == 0);
  CHECK(contains(own.out, "\nWords\t4\t4\t4\t0\t100.00\t100.00\t100.00\t0.00\n"));
  CHECK(contains(own.err, "relata: 4 words in "));
  CHECK(contains(folder.relata("evaluate gold.conllu --gold-words -q").out, "UPOS  "));
  folder.write("names.iob2", "1\tJapan\tB-ORG\n2\tcondemned\tO\n3\tRussia\tO\n4\t.\tO\n");
  CHECK(contains(folder.relata("evaluate gold.conllu gold.conllu --entities names.iob2 -f tsv").out,
                 "names:LOC\t0\t2\t0"));
}

TEST_CASE("open mode prints propositions as rows") {
  const Folder folder;
  folder.write("a.txt", "Norway sold two ferries to Chile.\nJapan condemned Russia.\n");
  const Result open = folder.relata("extract --mode open --format tsv a.txt");
  INFO(open.out << open.err);
  CHECK(open.status == 0);
  CHECK(contains(open.out, "a.txt\t1\tNorway\tsold two ferries to\tChile\n"));
  CHECK(contains(open.out, "a.txt\t2\tJapan\tcondemned\tRussia\n"));
  CHECK(contains(folder.relata("extract --format tsv a.txt").out,
                 "a.txt\t2\tJapan\tcondemns\tRussia"));
  CHECK(folder.relata("extract --mode open a.txt").status == 2);
}

TEST_CASE("statements are measured against gold graphs") {
  const Folder folder;
  folder.write("g/a.txt", "Japan condemned Russia.\n");
  folder.write("g/a.json", R"({"entities": {"J": ["Japan"], "R": ["Russia"]},
                               "core": [["J", ["condemns"], "R"], ["R", ["meets"], "J"]]})");
  const Result result = folder.relata("evaluate --statements g");
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  CHECK(contains(result.out, "0.500    1/2        1.000    1/1"));
  CHECK(contains(result.out, "--min-confidence 0.5 keeps 1 of 1, 100.0 % right"));
  folder.write("g/b.json", "{}");
  CHECK(folder.relata("evaluate --statements g").status == 1);
  CHECK(folder.relata("evaluate --statements g g").status == 2);
}

TEST_CASE("explain shows every stage") {
  const Result result = Folder().relata("explain '日本沒有譴責俄羅斯。'");
  INFO(result.out << result.err);
  CHECK(result.status == 0);
  for (const char* part :
       {"sentence 1", "words", "PROPN", "<-nsubj-", "mentions", "wd:Q17", "statements", "negative"})
    CHECK(contains(result.out, part));
}

TEST_CASE("offsets are proved on request") {
  const Result result = Folder().relata("check --offsets " + kArticles);
  INFO(result.err);
  CHECK(result.status == 0);
  CHECK(contains(result.out, "excerpts of"));
}
