// SPDX-License-Identifier: Apache-2.0
// Names, titles and descriptions that stand in a text.

#include <catch2/catch.hpp>

#include "mention/finding.hpp"

using relata::test::found_in;

namespace {

using Words = std::vector<std::string>;

struct Case {
  const char* language;
  const char* text;
  Words mentions;  // "words=id"; "words=Person" for what the gazetteer does not know
};

void check(const std::vector<Case>& cases) {
  for (const Case& one : cases) {
    INFO(one.language << ": " << one.text);
    CHECK(found_in(one.language, one.text).all() == one.mentions);
  }
}

}  // namespace

TEST_CASE("a name of the gazetteer is one entity in every script and language") {
  check({{"zh-Hant", "日本和俄羅斯", {"日本=wd:Q17", "俄羅斯=wd:Q159"}},
         {"zh-Hans", "日本和俄罗斯", {"日本=wd:Q17", "俄罗斯=wd:Q159"}},
         {"en", "Japan and Russia", {"Japan=wd:Q17", "Russia=wd:Q159"}},
         {"zh-Hant", "北大西洋公約組織與歐盟", {"北大西洋公約組織=org:nato", "歐盟=wd:Q458"}},
         {"zh-Hans", "北大西洋公约组织与欧盟", {"北大西洋公约组织=org:nato", "欧盟=wd:Q458"}},
         {"en", "NATO and the European Union", {"NATO=org:nato", "European Union=wd:Q458"}},
         {"zh-Hant", "聯合國安理會開會。", {"聯合國安理會=org:un-security-council"}},
         {"zh-Hans", "联合国大会开幕。", {"联合国大会=org:un-general-assembly"}},
         {"en", "He works at Toyota.", {"Toyota=company:toyota"}}});
}

TEST_CASE("countries named by one character") {
  check({{"zh-Hant", "日韓領導人會談。", {"日韓領導人=wd:Q17+wd:Q884"}},
         {"zh-Hans", "美日韩举行演习。", {"美日韩=wd:Q30+wd:Q17+wd:Q884"}},
         {"zh-Hant", "中俄關係良好。", {"中俄=wd:Q148+wd:Q159"}},
         {"zh-Hans", "印巴冲突升级。", {"印巴=wd:Q668+wd:Q843"}},
         {"zh-Hant", "中方表示歡迎。", {"中方=wd:Q148"}},
         {"zh-Hant", "美方反對。", {"美方=wd:Q30"}},
         {"zh-Hant", "美媒報導此事。", {"美=wd:Q30"}},
         {"zh-Hans", "他抵韩访问。", {"韩=wd:Q884"}},
         {"zh-Hans", "反俄示威。", {"俄=wd:Q159"}},
         {"zh-Hant", "親美人士離開。", {"美=wd:Q30"}}});
}

TEST_CASE("a character in a word is no country") {
  check({{"zh-Hant", "中國人民很勤勞。", {"中國人民=wd:Q148"}},
         {"zh-Hant", "日前天氣很好。", {}},
         {"zh-Hant", "當日天氣很好。", {}},
         {"zh-Hant", "景色美麗。", {}},
         {"zh-Hans", "他在美丽的地方休息。", {}},
         {"zh-Hans", "当中有很多人。", {}},
         {"zh-Hans", "英雄事迹感人。", {}},
         {"en", "I saw turkey and china on the table.", {}},
         {"en", "Who said us?", {}}});
}

TEST_CASE("a government stands for its country, a ministry is itself") {
  check({{"zh-Hant", "意大利政府批准了。", {"意大利政府=wd:Q38"}},
         {"zh-Hant", "以色列政府抗議。", {"以色列政府=wd:Q801"}},
         {"zh-Hans", "法国当局逮捕了他。", {"法国当局=wd:Q142"}},
         {"zh-Hant", "日本外務省表示。", {"日本外務省=org:jp-foreign-ministry"}},
         {"zh-Hans", "白宫表示欢迎。", {"白宫=org:white-house"}},
         {"en", "The German government approved.", {"German government=wd:Q183"}},
         {"en", "The Japanese people work.", {"Japanese people=wd:Q17"}},
         {"en", "The Indian navy sailed.", {"Indian navy=org:in-navy"}}});
}

TEST_CASE("a capital is a place, with the government that it may stand for") {
  struct Capital {
    const char* language;
    const char* text;
    Words places, governments;
  };
  const std::vector<Capital> cases = {
      {"zh-Hant", "莫斯科威脅基輔。", {"place:moscow", "place:kyiv"}, {"wd:Q159", "wd:Q212"}},
      {"zh-Hans",
       "北京批评华盛顿。",
       {"place:beijing", "place:washington-dc"},
       {"wd:Q148", "wd:Q30"}},
      {"en", "London warned Moscow.", {"place:london", "place:moscow"}, {"wd:Q145", "wd:Q159"}}};
  for (const Capital& one : cases) {
    INFO(one.text);
    const auto found = found_in(one.language, one.text);
    Words places, governments;
    for (const relata::Mention& mention : found.mentions.mentions) {
      REQUIRE(mention.entities.size() == 1);
      REQUIRE(mention.government != relata::Mention::kNone);
      places.push_back(found.entity(mention.entities[0]).id);
      governments.push_back(found.entity(mention.government).id);
    }
    CHECK(places == one.places);
    CHECK(governments == one.governments);
  }
}

TEST_CASE("people of the gazetteer with their titles, then by the surname") {
  check({{"zh-Hant",
          "北約秘書長斯托爾滕貝格抵達。",
          {"北約=org:nato", "斯托爾滕貝格=person:jens-stoltenberg"}},
         {"zh-Hant",
          "法國總統馬克龍和德國總理肖爾茨會面。",
          {"法國=wd:Q142", "馬克龍=person:emmanuel-macron", "德國=wd:Q183",
           "肖爾茨=person:olaf-scholz"}},
         {"zh-Hans",
          "日本首相岸田文雄抵达。岸田随后离开。",
          {"日本=wd:Q17", "岸田文雄=person:fumio-kishida", "岸田=person:fumio-kishida"}},
         {"en",
          "NATO Secretary General Jens Stoltenberg arrived. Stoltenberg left.",
          {"NATO=org:nato", "Jens Stoltenberg=person:jens-stoltenberg",
           "Stoltenberg=person:jens-stoltenberg"}},
         {"en",
          "Tesla CEO Elon Musk arrived. Musk left.",
          {"Tesla=company:tesla", "Elon Musk=person:elon-musk", "Musk=person:elon-musk"}}});
}

TEST_CASE("people whom nobody knows, by their titles and the shape of their names") {
  check({{"zh-Hant",
          "日本首相佐藤健一抵達。佐藤隨後離開。",
          {"日本=wd:Q17", "佐藤健一=Person", "佐藤=Person"}},
         {"zh-Hant", "研究員陳志豪表示同意。", {"陳志豪=Person"}},
         {"zh-Hans", "教授王晓明表示同意。", {"王晓明=Person"}},
         {"zh-Hant",
          "韓國總統韓在俊抵達。隨後韓在俊離開。",
          {"韓國=wd:Q884", "韓在俊=Person", "韓在俊=Person"}},
         {"zh-Hans", "公司董事长周文海抵达。", {"周文海=Person"}},
         {"zh-Hant", "記者林美玲報導。", {"林美玲=Person"}},
         {"zh-Hans", "越南总理阮德明抵达。", {"越南=wd:Q881", "阮德明=Person"}},
         {"zh-Hant", "韓國總統朴仁錫抵達。", {"韓國=wd:Q884", "朴仁錫=Person"}},
         {"zh-Hans",
          "加拿大外长约翰·麦克兰抵达。麦克兰随后离开。",
          {"加拿大=wd:Q16", "约翰·麦克兰=Person", "麦克兰=Person"}},
         {"zh-Hant",
          "中國外交部發言人林國棟回答提問。",
          {"中國外交部=org:cn-foreign-ministry", "林國棟=Person"}},
         {"en",
          "Brazilian President Carlos Andrade arrived. Andrade left.",
          {"Brazilian=wd:Q155", "Carlos Andrade=Person", "Andrade=Person"}},
         {"en",
          "Prime Minister Helen Whitford arrived. Whitford left.",
          {"Helen Whitford=Person", "Whitford=Person"}},
         {"en", "Maria Lopez arrived. Lopez left.", {"Maria Lopez=Person", "Lopez=Person"}},
         {"en",
          "Anna Larsen, foreign minister of Norway, arrived.",
          {"Anna Larsen=Person", "Norway=wd:Q20"}},
         {"en", "Professor Robert Whitman arrived.", {"Robert Whitman=Person"}}});
}

TEST_CASE("the post of somebody tells of a body") {
  check({{"zh-Hant", "教育部長周文海抵達。", {"教育部=Government", "周文海=Person"}},
         {"zh-Hans", "水利部长周文海抵达。", {"水利部=Government", "周文海=Person"}},
         {"zh-Hant", "太空中心主任林美玲抵達。", {"太空中心=Organization", "林美玲=Person"}},
         {"zh-Hant", "教育部長抵達。", {}},
         {"zh-Hant", "日本教育部長佐藤健一抵達。", {"日本=wd:Q17", "佐藤健一=Person"}}});
}

TEST_CASE("the end of a name, and a surname with a title, mean whom the text has named so") {
  const auto last_is_first = [](const char* language, const char* text) {
    const auto found = found_in(language, text);
    const auto& mentions = found.mentions.mentions;
    INFO(text);
    REQUIRE(mentions.size() >= 2);
    return mentions.back().entities == mentions.front().entities;
  };
  CHECK(last_is_first("zh-Hant", "國家太空中心開會。太空中心同意了。"));
  CHECK(last_is_first("zh-Hans", "国家太空中心开会。太空中心同意了。"));
  CHECK(last_is_first("zh-Hant", "研究員陳志豪抵達。陳先生同意了。"));
  CHECK(last_is_first("en", "The Baltic Grain Union met Norlink Holdings. The union agreed."));
  // Of two of one surname it tells neither.
  check({{"zh-Hant",
          "研究員陳志豪和教授陳文海抵達。陳先生同意了。",
          {"陳志豪=Person", "陳文海=Person", "陳=Person"}}});
}

TEST_CASE("a surname alone is the person who was named in full") {
  const auto one = [](const char* language, const char* text) {
    const auto found = found_in(language, text);
    const auto& mentions = found.mentions.mentions;
    INFO(text);
    REQUIRE(mentions.size() >= 2);
    CHECK(mentions.back().entities == mentions[mentions.size() - 2].entities);
    return found.entity(mentions.back().entities.at(0)).label;
  };
  CHECK(one("zh-Hant", "日本首相佐藤健一抵達。佐藤隨後離開。") == "佐藤健一");
  CHECK(one("zh-Hans", "加拿大外长约翰·麦克兰抵达。麦克兰随后离开。") == "约翰·麦克兰");
  CHECK(one("en", "Prime Minister Helen Whitford arrived. Whitford left.") == "Helen Whitford");
}

TEST_CASE("what stands in brackets is another name") {
  check({{"zh-Hant",
          "北大西洋理事會（NAC）開會。NAC同意了。",
          {"北大西洋理事會=org:north-atlantic-council", "NAC=org:north-atlantic-council"}},
         {"zh-Hans",
          "国际原子能机构(IAEA)开会。IAEA同意了。",
          {"国际原子能机构=org:iaea", "IAEA=org:iaea"}},
         {"zh-Hant",
          "世界衛生組織（世衛）開會。世衛同意了。",
          {"世界衛生組織=org:who", "世衛=org:who"}},
         {"en",
          "The Baltic Energy Forum (BEF) opened. BEF closed.",
          {"Baltic Energy Forum=Event", "BEF=Event"}}});
  const auto found = found_in("en", "The Baltic Energy Forum (BEF) opened. BEF closed.");
  REQUIRE(found.mentions.mentions.size() == 2);
  CHECK(found.mentions.mentions[0].entities == found.mentions.mentions[1].entities);
  const relata::Entity& forum = found.entity(found.mentions.mentions[0].entities.at(0));
  CHECK(forum.label == "Baltic Energy Forum");
  CHECK(forum.aliases == Words{"BEF"});
}

TEST_CASE("a name and a noun make one name") {
  check(
      {{"zh-Hant", "北約峰會開幕。", {"北約峰會=Event"}},
       {"zh-Hans", "东盟外长会议开幕。", {"东盟外长会议=Event"}},
       {"zh-Hant", "亞太經合組織領導人會議開幕。", {"亞太經合組織領導人會議=Event"}},
       {"zh-Hant", "東盟峰會和北約外長會議開幕。", {"東盟峰會=Event", "北約外長會議=Event"}},
       {"zh-Hans", "欧盟委员会开会。", {"欧盟委员会=org:european-commission"}},
       {"en", "The NATO summit opened.", {"NATO summit=Event"}},
       {"en", "The G7 foreign ministers' meeting opened.", {"G7 foreign ministers' meeting=Event"}},
       {"en", "Hanoi University opened.", {"Hanoi University=University"}}});
}
