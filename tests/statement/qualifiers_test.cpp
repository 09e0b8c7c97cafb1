// SPDX-License-Identifier: Apache-2.0
// What a statement carries along: time, place, field, its words and where they stand.

#include <catch2/catch.hpp>

#include "statement/extracting.hpp"

using namespace relata;
using relata::test::statements_in;

namespace {

struct Case {
  const char* language;
  const char* text;
  const char* expected;
};

// Of every statement, one a line.
template <typename Print>
std::string listed(const Case& one, Print print) {
  const Statements statements = statements_in(one.language, one.text, "2023-02-03");
  std::string list;
  for (const Statement& statement : statements.statements)
    list += (list.empty() ? "" : "\n") + print(statement, statements);
  return list;
}

template <typename Print>
void check(const std::vector<Case>& cases, Print print) {
  for (const Case& one : cases) {
    INFO(one.language << ": " << one.text);
    CHECK(listed(one, print) == one.expected);
  }
}

}  // namespace

TEST_CASE("the time of a statement, as the text has it and by the calendar") {
  check({{"zh-Hant", "日本1月31日譴責俄羅斯。", "condemns 1月31日=2023-01-31"},
         {"zh-Hans", "法国周四访问印度。", "visits 周四=2023-02-02"},
         {"zh-Hant", "日本明年將加入北約。", "joins 明年=2024"},
         {"zh-Hans", "中国和俄罗斯2021年结盟。", "alliedWith 2021年=2021"},
         {"zh-Hant", "日本譴責俄羅斯。", "condemns ="},
         {"en", "Japan condemned Russia on January 31.", "condemns January 31=2023-01-31"},
         {"en", "On 24 February 2022, Russia invaded Ukraine.",
          "invades 24 February 2022=2022-02-24"},
         {"en", "Germany sanctioned Iran last year.", "sanctions last year=2022"},
         {"en", "France visited India on Thursday.", "visits Thursday=2023-02-02"},
         {"en", "Russia invaded Georgia in 2008.", "invades 2008=2008"},
         {"en", "Yesterday Turkey supported Sweden.", "supports Yesterday=2023-02-02"}},
        [](const Statement& statement, const Statements&) {
          return statement.predicate + " " + statement.qualifiers.time + "=" +
                 statement.qualifiers.time_value;
        });
}

TEST_CASE("the place of a statement") {
  check({{"zh-Hant", "波蘭在日內瓦會見法國。", "meets 日內瓦"},
         {"zh-Hant", "波蘭會見法國。", "meets "},
         {"en", "Vietnam met Laos in Geneva.", "meets Geneva"},
         {"en", "Poland and France held talks in Berlin.", "meets Berlin"},
         {"en", "Vietnam met Laos.", "meets "}},
        [](const Statement& statement, const Statements& statements) {
          const auto& place = statement.qualifiers.place;
          return statement.predicate + " " +
                 (place ? statements.entities[place->entity].label : std::string());
        });
}

TEST_CASE("the field of a statement, and the post of a person") {
  check({{"zh-Hans", "美国与韩国进行军事合作。", "cooperates military"},
         {"zh-Hant", "中國與巴西加強經濟合作。", "cooperates economic"},
         {"zh-Hans", "法国和德国开展科技合作。", "cooperates scientific"},
         {"zh-Hant", "韓國外長朴世勳抵達。", "holdsPosition 外長\naffiliatedWith "},
         {"en", "China and Brazil expanded economic cooperation.", "cooperates economic"},
         {"en", "NATO Secretary General Erik Solvang arrived.",
          "headOf \nholdsPosition Secretary General"}},
        [](const Statement& statement, const Statements&) {
          return statement.predicate + " " + statement.qualifiers.aspect;
        });
}

TEST_CASE("a statement shows its words and where they stand") {
  for (const Case& one : {Case{"zh-Hant", "天氣很好。日本強烈譴責俄羅斯。",
                               "日本 譴責 俄羅斯 日本強烈譴責俄羅斯。 2"},
                          Case{"en", "It rains. Japan condemned Russia.",
                               "Japan condemned Russia Japan condemned Russia. 2"}}) {
    const std::string text = one.text;
    CHECK(listed(one, [](const Statement& s, const Statements&) {
            return s.subject.mention.text + " " + s.surface + " " + s.object.mention.text + " " +
                   s.provenance.excerpt.text + " " + std::to_string(s.provenance.sentence);
          }) == one.expected);
  }
  const Statements statements = statements_in("zh-Hant", "天氣很好。日本強烈譴責俄羅斯。");
  REQUIRE(statements.statements.size() == 1);
  const Statement& statement = statements.statements[0];
  CHECK(statement.subject.mention == Excerpt{5, 7, "日本"});
  CHECK(statement.object.mention == Excerpt{11, 14, "俄羅斯"});
  CHECK(statement.provenance.excerpt == Excerpt{5, 15, "日本強烈譴責俄羅斯。"});
  CHECK(statement.provenance.document == "d");
  CHECK(statement.provenance.rule == "svo");
  CHECK(statement.id.starts_with("s:"));
  CHECK(statement.id.size() == 18);
}

TEST_CASE("a document gives the same statements alone and among others") {
  const std::vector<std::pair<const char*, const char*>> texts = {
      {"zh-Hant", "日本首相佐藤健一訪問挪威。佐藤說：「我們支持烏克蘭。」兩國加強合作。"},
      {"en", "Prime Minister Helen Whitford visited Norway. She praised Japan."},
      {"zh-Hans", "挪威外长奥尔森会见法国外长马丁。双方举行会谈。"},
      {"zh-Hant", "該組織譴責俄羅斯。他批評日本。雙方合作。"},
      {"en", "It condemned Japan. The two sides cooperate. We support Russia."}};
  const auto said = [](const Statements& statements) {
    std::string text;
    for (const Statement& statement : statements.statements)
      text += statement.id + " " + to_string(statement, statements) + " " +
              std::to_string(statement.confidence) + "\n";
    return text;
  };
  std::vector<std::string> alone, upwards, downwards;
  for (const auto& [language, text] : texts) alone.push_back(said(statements_in(language, text)));
  for (int round = 0; round < 2; ++round) {
    upwards.clear();
    for (const auto& [language, text] : texts)
      upwards.push_back(said(statements_in(language, text)));
    downwards.clear();
    for (auto text = texts.rbegin(); text != texts.rend(); ++text)
      downwards.insert(downwards.begin(), said(statements_in(text->first, text->second)));
    CHECK(upwards == alone);
    CHECK(downwards == alone);
  }
  CHECK_FALSE(alone[0].empty());
}

TEST_CASE("an explanation changes nothing") {
  const test::Found found = test::found_in("en", "Japan condemned Russia. Poland did not.");
  Explanation explanation;
  const Extractor& extractor = test::extractor_of("en");
  const Statements told =
      extractor.extract(found.document, found.sentences, found.mentions, &explanation);
  const Statements quiet = extractor.extract(found.document, found.sentences, found.mentions);
  REQUIRE(told.statements.size() == quiet.statements.size());
  CHECK(told.statements.at(0).id == quiet.statements.at(0).id);
  CHECK_FALSE(explanation.steps.empty());
}
