// SPDX-License-Identifier: Apache-2.0
// Words that stand for something named elsewhere, and who says what is quoted.

#include <catch2/catch.hpp>

#include "mention/finding.hpp"

using relata::test::found_in;

namespace {

struct Case {
  const char* language;
  const char* text;
  const char* mention;  // "words=ids", the last one of them that is a pronoun
};

// The last pronoun of a text, "" if there is none.
std::string pronoun(const char* language, const char* text) {
  const auto found = found_in(language, text);
  std::string last;
  for (const relata::Mention& mention : found.mentions.mentions)
    if (mention.form == relata::Mention::Form::pronoun) last = found.said(mention);
  return last;
}

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    INFO(one.language << ": " << one.text);
    CHECK(pronoun(one.language, one.text) == one.mention);
  }
}

}  // namespace

TEST_CASE("the first person is the speaker, in the plural who the speaker speaks for") {
  check(
      {{"zh-Hant", "外長王毅說：「我反對戰爭。」", "我=wd:Q701801"},
       {"zh-Hans", "“我很满意。”法国总统马克龙说。", "我=person:emmanuel-macron"},
       {"zh-Hant", "北約秘書長斯托爾滕貝格說：「我們支持烏克蘭。」", "我們=org:nato"},
       {"zh-Hant", "波蘭外長諾瓦克說：「我們很滿意。」", "我們=wd:Q36"},
       {"zh-Hant", "日本說：「我們支持烏克蘭。」", "我們=wd:Q17"},
       {"en", "“I oppose war,” Emmanuel Macron said.", "I=person:emmanuel-macron"},
       {"en", "\"I am ready,\" said French President Emmanuel Macron.", "I=person:emmanuel-macron"},
       {"en", "French President Emmanuel Macron told reporters: “I am ready.”",
        "I=person:emmanuel-macron"},
       {"en", "“We support Ukraine,” NATO Secretary General Jens Stoltenberg said.", "We=org:nato"},
       {"en", "“We are ready,” Tesla said.", "We=company:tesla"}});
}

TEST_CASE("the first person outside of a quotation is nobody") {
  check({{"zh-Hant", "日本很好。我們支持烏克蘭。", ""},
         {"en", "Japan is here. We support Ukraine.", ""}});
}

TEST_CASE("the third person is who was named before") {
  check(
      {{"zh-Hans", "法国总统马克龙抵达。他很满意。", "他=person:emmanuel-macron"},
       {"zh-Hans", "挪威加入北约。该国很满意。", "该国=wd:Q20"},
       {"zh-Hant", "北約開會。該組織同意了。", "該組織=org:nato"},
       {"zh-Hant", "歐盟批評匈牙利。該組織很滿意。", "該組織=wd:Q458"},
       {"en", "French President Emmanuel Macron arrived. He smiled.", "He=person:emmanuel-macron"},
       {"en", "Germany arrived. It smiled.", "It=wd:Q183"},
       {"en", "NATO met. The alliance agreed.", "The alliance=org:nato"},
       {"en", "Toyota grew. The company smiled.", "The company=company:toyota"},
       {"en", "Norway joined NATO. The country smiled.", "The country=wd:Q20"},
       {"en", "Norway praised Tesla, its biggest donor.", "its=wd:Q20"},
       {"en", "Toyota thanked the company Tesla.", ""},
       {"zh-Hans", "天气很好。他很满意。", ""},
       {"en", "The weather is fine. It rains.", ""}});
}

TEST_CASE("two who were named") {
  check({{"zh-Hant", "日本與印度會談。雙方同意合作。", "雙方=wd:Q17+wd:Q668"},
         {"zh-Hans", "日本与印度会谈。两国同意合作。", "两国=wd:Q17+wd:Q668"},
         {"zh-Hans", "英法两国合作。", "两国=wd:Q145+wd:Q142"},
         {"zh-Hant", "天氣很好。雙方同意合作。", ""},
         {"zh-Hant", "日本開會。兩國同意合作。", ""}});
}

TEST_CASE("the speaker of a quotation") {
  struct Quoted {
    const char* language;
    const char* text;
    std::vector<std::string> speakers;
  };
  const std::vector<Quoted> cases = {
      {"zh-Hant", "外長王毅說：「我反對戰爭。」", {"王毅=wd:Q701801"}},
      {"zh-Hant", "「天氣很好。」法國說。", {"法國=wd:Q142"}},
      {"zh-Hans", "“天气很好。”法国总统马克龙说。", {"马克龙=person:emmanuel-macron"}},
      {"zh-Hant", "他喜歡「天氣」一詞。", {}},
      {"en", "\"The weather is fine,\" said Finland.", {"Finland=wd:Q33"}},
      {"en",
       "“The weather is fine,” Emmanuel Macron said. “It is warm.”",
       {"Emmanuel Macron=person:emmanuel-macron"}},
      {"en", "He likes the word “weather” most.", {}}};
  for (const Quoted& one : cases) {
    INFO(one.text);
    const auto found = found_in(one.language, one.text);
    std::vector<std::string> speakers;
    for (const relata::Speaker& speaker : found.mentions.speakers)
      speakers.push_back(found.said(found.mentions.mentions[speaker.mention]));
    CHECK(speakers == one.speakers);
  }
}
