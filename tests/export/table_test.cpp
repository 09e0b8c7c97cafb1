// SPDX-License-Identifier: Apache-2.0
// What people look at: the table and the picture.

#include <catch2/catch.hpp>

#include "export/written.hpp"

using namespace relata;
using relata::test::graph_of;
using relata::test::StatementsBuilder;
using relata::test::written;

namespace {

const std::string kJapan = "\xE6\x97\xA5\xE6\x9C\xAC";  // two characters, four columns

std::string line_of(const std::string& text, std::size_t number) {
  std::istringstream lines(text);
  std::string line;
  for (std::size_t i = 0; i < number && std::getline(lines, line); ++i) {
  }
  return line;
}

}  // namespace

TEST_CASE("columns line up, and Chinese is two columns wide") {
  StatementsBuilder document("a.txt");
  document.say(kJapan, "condemns", "B");
  document.say("e\xCC\x81tat", "condemns", kJapan + kJapan);
  CHECK(written("table", graph_of({document})) ==
        "subject  relation  object    qualifiers  documents\n"
        "e\xCC\x81tat     condemns  " +
            kJapan + kJapan + "              1\n" + kJapan +
            "     condemns  B                     1\n");
}

TEST_CASE("qualifiers are told, each once") {
  StatementsBuilder a("a.txt"), b("b.txt");
  for (StatementsBuilder* document : {&a, &b}) {
    Statement& statement = document->say("A", "condemns", "B");
    statement.qualifiers.polarity = Polarity::negative;
    statement.qualifiers.modality = Modality::planned;
    statement.qualifiers.attribution = document->argument(document == &a ? "C" : "D");
    statement.qualifiers.place = document->argument("P");
    statement.qualifiers.time = "then";
    if (document == &b) statement.qualifiers.time_value = "2023-01-31";
    statement.qualifiers.aspect = "arms";
  }
  CHECK(line_of(written("table", graph_of({a, b})), 2) ==
        "A        condemns  B       not; planned; according to C, D; time 2023-01-31, then; "
        "place P; aspect arms  2");
  StatementsBuilder own("c.txt");
  own.say("A", "condemns", "B");
  StatementsBuilder other("d.txt");
  other.say("A", "condemns", "B").qualifiers.attribution = other.argument("C");
  CHECK(line_of(written("table", graph_of({own, other})), 2) ==
        "A        condemns  B                   2");  // one document says so itself
}

TEST_CASE("words are in the language of the documents, or as asked") {
  StatementsBuilder document("a.txt", "zh-Hant");
  document.entity(kJapan).labels = {{"en", "Japan"}};
  document.say(kJapan, "participates", "B");
  const Graph graph = graph_of({document});
  CHECK(written("table", graph).find("\xE5\x8F\x83\xE5\x8A\xA0") != std::string::npos);
  CHECK(written("dot", graph).find("\xE5\x8F\x83\xE5\x8A\xA0") != std::string::npos);
  const std::string english = written("table", graph, {"en", "https://x.example/"});
  CHECK(english.find("Japan    participates in  B") != std::string::npos);
  const std::string simplified = written("table", graph, {"zh-CN", "https://x.example/"});
  CHECK(simplified.find("\xE5\x8F\x82\xE5\x8A\xA0") != std::string::npos);
}

TEST_CASE("the terminal is safe from names") {
  StatementsBuilder document("a.txt");
  document.say("\x1B[31mred\n", "meets", "\xE2\x80\xAEltr \xC2\x9B");
  const std::string table = written("table", graph_of({document}));
  CHECK(table.find("\\u001b[31mred\\u000a") != std::string::npos);
  CHECK(table.find("\\u202eltr \\u009b") != std::string::npos);
}

TEST_CASE("a long name is not cut") {
  StatementsBuilder document("a.txt");
  document.say(std::string(300, 'x'), "meets", "B");
  CHECK(written("table", graph_of({document})).find(std::string(300, 'x')) != std::string::npos);
}

TEST_CASE("a picture shows what kind of claim an edge is") {
  const auto edge = [](auto change) {
    StatementsBuilder document("a.txt");
    Statement& statement = document.say("A", "condemns", "B");
    change(statement, document);
    return line_of(written("dot", graph_of({document})), 7);
  };
  const std::string plain = edge([](Statement&, StatementsBuilder&) {});
  CHECK(plain.find("label=\"condemns\"") != std::string::npos);
  CHECK(plain.find("style=") == std::string::npos);
  CHECK(plain.find("A condemns B\\na.txt") != std::string::npos);
  const std::string denied =
      edge([](Statement& s, StatementsBuilder&) { s.qualifiers.polarity = Polarity::negative; });
  CHECK(denied.find("label=\"not condemns\"") != std::string::npos);
  const std::string planned =
      edge([](Statement& s, StatementsBuilder&) { s.qualifiers.modality = Modality::planned; });
  CHECK(planned.find("label=\"condemns (planned)\"") != std::string::npos);
  CHECK(planned.find("style=\"dashed\"") != std::string::npos);
  const std::string attributed = edge([](Statement& s, StatementsBuilder& document) {
    s.qualifiers.attribution = document.argument("C");
  });
  CHECK(attributed.find("style=\"dotted\"") != std::string::npos);
}
