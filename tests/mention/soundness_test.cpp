// SPDX-License-Identifier: Apache-2.0
// What holds of the mentions of any text: they are words of it, in order, and mean the same in
// every document.

#include <catch2/catch.hpp>
#include <map>

#include "mention/finding.hpp"

using relata::Mention;
using relata::test::Found;
using relata::test::found_in;

namespace {

struct Text {
  const char* language;
  const char* text;
};

const std::vector<Text> kTexts = {
    {"zh-Hant",
     "北約秘書長斯托爾滕貝格（Jens Stoltenberg）1月31日訪問日本，並與首相岸田文雄會談。\n"
     "「我們支持烏克蘭，」斯托爾滕貝格說。雙方發表聯合聲明。中方反對，莫斯科也批評該組織。\n"
     "日韓領導人隨後參加北約峰會。"},
    {"zh-Hans",
     "挪威首相奥尔森星期一抵达东京。他与日本外长佐藤健一举行会谈。\n"
     "两国同意加强合作。“我很满意，”佐藤说。美媒报道称，中俄对此表示关切。"},
    {"en",
     "NATO Secretary General Erik Solvang met Japanese Prime Minister Kenji Morita in Tokyo.\n"
     "“We welcome Finland,” Solvang said. The alliance and Japan signed an agreement. It was their "
     "first.\nThe Baltic Energy Forum (BEF) will open in Riga. Washington criticised Moscow."},
    {"zh-Hant", "A股「」（）、，。。…… 😀 日"},
    {"zh-Hant", "日中美英法德俄韓印意加澳日中美英法德俄"},
    {"en", "“ ” ( ) ((NATO) ' \" . ! President President of of President, the the"},
    {"en", "PRESIDENT OF JAPAN SAYS: NATO! UN? (EU) (US) - Mr. Mrs. Dr."},
    {"zh-Hans", "总统总统总统外长外长双方两国他她它我们该组织"},
    {"en", "We I he she it both sides the two countries the alliance the company"},
    {"en", "日本 met 俄羅斯 in Tokyo."},
    {"zh-Hant", "Japan 與 Russia 合作。"},
    {"en", ""},
    {"zh-Hant", "\n\n"}};

}  // namespace

TEST_CASE("every mention is words of the document, in order and apart from the others") {
  for (const Text& text : kTexts) {
    INFO(text.text);
    const Found found = found_in(text.language, text.text);
    const Mention* last = nullptr;
    for (const Mention& mention : found.mentions.mentions) {
      REQUIRE(mention.sentence < found.sentences.size());
      const relata::Sentence& sentence = found.sentences[mention.sentence];
      REQUIRE(mention.first < mention.last);
      REQUIRE(mention.last <= sentence.tokens.size());
      CHECK(mention.span.begin == sentence.tokens[mention.first].span.begin);
      CHECK(mention.span.end == sentence.tokens[mention.last - 1].span.end);
      CHECK(sentence.span.contains(mention.span));
      // The way back to the input gives the same words.
      const relata::Excerpt excerpt = found.document.excerpt(mention.span);
      CHECK(excerpt.text == found.text(mention));
      CHECK_FALSE(excerpt.text.empty());
      if (last) {
        CHECK(last->span.end <= mention.span.begin);
        CHECK(last->sentence <= mention.sentence);
      }
      REQUIRE_FALSE(mention.entities.empty());
      for (const std::uint32_t entity : mention.entities)
        CHECK(entity < found.mentions.entities.size());
      CHECK(mention.confidence > 0);
      CHECK(mention.confidence <= 1);
      CHECK_FALSE(mention.rule.empty());
      last = &mention;
    }
    for (const relata::Speaker& speaker : found.mentions.speakers)
      CHECK(speaker.mention < found.mentions.mentions.size());
  }
}

TEST_CASE("what no gazetteer knows is called by words of the document") {
  for (const Text& text : kTexts) {
    INFO(text.text);
    const Found found = found_in(text.language, text.text);
    std::map<std::string, int> ids;
    for (const relata::Entity& entity : found.mentions.entities) {
      CHECK(++ids[entity.id] == 1);
      CHECK_FALSE(entity.label.empty());
      if (!entity.id.starts_with("x:")) continue;
      CHECK(found.document.text.find(entity.label) != std::string::npos);
      for (const std::string& alias : entity.aliases)
        CHECK(found.document.text.find(alias) != std::string::npos);
    }
  }
}

TEST_CASE("an entity has one id in every document") {
  const auto id = [](const char* language, const char* text, const char* words) -> std::string {
    const Found found = found_in(language, text);
    for (const Mention& mention : found.mentions.mentions)
      if (found.text(mention) == words) return found.entity(mention.entities.at(0)).id;
    return {};
  };
  // of the gazetteer, in each language
  CHECK(id("zh-Hant", "日本很好。", "日本") == id("en", "I like Japan.", "Japan"));
  // of nobody but the documents, in both scripts
  const std::string person = id("zh-Hant", "日本首相佐藤健一抵達。", "佐藤健一");
  CHECK(person.starts_with("x:"));
  CHECK(person == id("zh-Hans", "会谈之后，日本外长佐藤健一离开。", "佐藤健一"));
  CHECK(person != id("zh-Hans", "日本外长佐藤健二离开。", "佐藤健二"));
  const std::string summit = id("zh-Hant", "北約峰會開幕。", "北約峰會");
  CHECK(summit.starts_with("x:"));
  CHECK(summit == id("zh-Hans", "北约峰会闭幕。", "北约峰会"));
  CHECK(id("en", "Prime Minister Helen Whitford arrived.", "Helen Whitford") ==
        id("en", "France met Foreign Minister Helen Whitford.", "Helen Whitford"));
}

TEST_CASE("the same document gives the same mentions") {
  for (const Text& text : kTexts)
    CHECK(found_in(text.language, text.text).all() == found_in(text.language, text.text).all());
}
