// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <relata/error.hpp>
#include <relata/export.hpp>
#include <relata/pipeline.hpp>
#include <sstream>
#include <stdexcept>

using namespace relata;

namespace {

const Pipeline& pipeline() {
  static const Pipeline pipeline(SCHEMA);
  return pipeline;
}

constexpr const char* kSentence = "日本譴責俄羅斯。";

// All statements and diagnostics, in the order in which they came, as text.
std::string read_all(const std::vector<std::filesystem::path>& paths, unsigned jobs) {
  const DocumentReader reader(pipeline().languages());
  std::ostringstream out;
  pipeline().read_all(
      reader, paths, jobs,
      [&](Statements&& statements) {
        out << statements.document << '\n';
        for (const Statement& statement : statements.statements) {
          write_json_line(statement, statements, {}, out);
          out << '\n';
        }
      },
      [&](const Diagnostic& diagnostic) { out << to_string(diagnostic) << '\n'; });
  return out.str();
}

}  // namespace

TEST_CASE("a document that a program made needs a text and a language only") {
  const Statements statements =
      pipeline().read({.id = "d", .language = "zh-Hant", .text = kSentence});
  REQUIRE(statements.statements.size() == 1);
  CHECK(statements.statements[0].provenance.excerpt.text == kSentence);
  CHECK(statements.statements[0].subject.mention == Excerpt{0, 2, "日本"});
}

TEST_CASE("explain gives the same statements as read, and every stage") {
  const Reading reading = pipeline().explain({.id = "d", .language = "zh", .text = kSentence});
  CHECK(reading.sentences.size() == 1);
  CHECK(reading.mentions.mentions.size() == 2);
  CHECK(reading.statements.statements.size() == 1);
}

TEST_CASE("annotate gives the sentences alone, in the order of the input") {
  CHECK(pipeline().annotate({.id = "d", .language = "zh", .text = kSentence}).size() == 1);
  const std::vector<std::filesystem::path> paths = {EXAMPLES "/summit.en.txt", "missing.txt",
                                                    EXAMPLES "/trade.zh-Hans.txt"};
  const auto all = [&](unsigned jobs) {
    std::string told;
    pipeline().annotate_all(
        DocumentReader(pipeline().languages()), paths, jobs,
        [&](Annotated&& annotated) {
          told += annotated.document.id + " " + std::to_string(annotated.sentences.size()) + "\n";
        },
        [&](const Diagnostic& diagnostic) { told += to_string(diagnostic) + "\n"; });
    return told;
  };
  CHECK(all(1).find("summit.en.txt ") < all(1).find("missing.txt"));
  CHECK(all(1).find("missing.txt") < all(1).find("trade.zh-Hans.txt "));
  CHECK(all(3) == all(1));
}

TEST_CASE("what cannot be read throws") {
  CHECK_THROWS_AS(pipeline().read({.id = "d", .language = "xx", .text = "x"}), UnknownName);
  const std::string text((std::size_t{8} << 20) + 1, 'x');
  CHECK_THROWS_AS(pipeline().read({.id = "d", .language = "en", .text = text}), Error);
  CHECK_THROWS_AS(Pipeline("no/such/folder"), IoError);
}

TEST_CASE("statements and diagnostics come in the order of the input for any number of threads") {
  const std::vector<std::filesystem::path> paths = {
      EXAMPLES "/summit.en.txt",          "missing-1.txt",
      EXAMPLES "/trade.zh-Hans.txt",      "missing-2.txt",
      EXAMPLES "/nato-japan.zh-Hant.txt", EXAMPLES "/trade.zh-Hans.txt"};
  const std::string expected = read_all(paths, 1);
  CHECK(expected.find("missing-1.txt") < expected.find("trade.zh-Hans.txt\n"));
  CHECK(expected.find("trade.zh-Hans.txt\n") < expected.find("missing-2.txt"));
  for (unsigned run = 0; run < 10; ++run) REQUIRE(read_all(paths, 1 + run % 4) == expected);
}

TEST_CASE("what a sink throws ends the work and reaches the caller") {
  const DocumentReader reader(pipeline().languages());
  const std::vector<std::filesystem::path> paths(40, EXAMPLES "/summit.en.txt");
  int calls = 0;
  const auto full = [&](Statements&&) {
    ++calls;
    throw std::runtime_error("disk full");
  };
  CHECK_THROWS_WITH(pipeline().read_all(reader, paths, 2, full, {}), "disk full");
  CHECK(calls == 1);
}
