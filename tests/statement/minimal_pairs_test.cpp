// SPDX-License-Identifier: Apache-2.0
// A sentence that states something, and others that differ in one thing: they deny it, ask it, plan
// it, suppose it or have somebody else say it. None of them may state it as a fact.

#include <algorithm>
#include <catch2/catch.hpp>

#include "statement/extracting.hpp"

using namespace relata;

namespace {

struct Pairs {
  const char* language;
  const char* plain;
  std::vector<const char*> others;
};

// The text form of what the document itself says as a fact.
std::vector<std::string> asserted(const std::string& language, const std::string& text) {
  const Statements statements = test::statements_in(language, text);
  std::vector<std::string> list;
  for (const Statement& statement : statements.statements)
    if (statement.asserted()) list.push_back(to_string(statement, statements));
  return list;
}

const std::vector<Pairs> kPairs = {
    {"zh-Hant",
     "日本支持印度。",
     {"日本不支持印度。",
      "日本沒有支持印度。",
      "日本未支持印度。",
      "日本並未支持印度。",
      "日本從未支持印度。",
      "日本拒絕支持印度。",
      "日本停止支持印度。",
      "日本不再支持印度。",
      "日本將支持印度。",
      "日本會支持印度。",
      "日本擬支持印度。",
      "日本打算支持印度。",
      "日本考慮支持印度。",
      "日本可能支持印度。",
      "日本也許支持印度。",
      "日本希望支持印度。",
      "日本應該支持印度。",
      "日本是否支持印度？",
      "日本支持印度嗎？",
      "日本會不會支持印度？",
      "如果日本支持印度，情況會改變。",
      "若日本支持印度，情況會改變。",
      "據法新社報導，日本支持印度。",
      "法國說日本支持印度。",
      "法國認為日本支持印度。",
      "法國表示，日本支持印度。",
      "法國希望日本支持印度。",
      "法國呼籲日本支持印度。",
      "法國要求日本支持印度。",
      "法國否認日本支持印度。",
      "法國懷疑日本支持印度。",
      "法國詢問日本是否支持印度。",
      "法國反對日本支持印度。",
      "日本誓言支持印度。",
      "日本暫不支持印度。",
      "日本差點支持印度。"}},
    {"zh-Hans",
     "俄罗斯攻击了波兰。",
     {"俄罗斯没有攻击波兰。",
      "俄罗斯不会攻击波兰。",
      "俄罗斯并没有攻击波兰。",
      "俄罗斯从未攻击波兰。",
      "俄罗斯否认攻击波兰。",
      "俄罗斯威胁攻击波兰。",
      "俄罗斯企图攻击波兰。",
      "俄罗斯准备攻击波兰。",
      "俄罗斯可能攻击波兰。",
      "俄罗斯攻击波兰的可能性很小。",
      "一旦俄罗斯攻击波兰，北约将会回应。",
      "假如俄罗斯攻击波兰，北约将会回应。",
      "俄罗斯为什么攻击波兰？",
      "俄罗斯会攻击波兰吗？",
      "俄罗斯攻击波兰了没有？",
      "波兰担心俄罗斯攻击波兰。",
      "德国担心俄罗斯攻击波兰。",
      "德国阻止俄罗斯攻击波兰。",
      "德国说，俄罗斯攻击了波兰。",
      "德国称俄罗斯攻击了波兰。",
      "“俄罗斯攻击了波兰。”德国说。",
      "德国外长说：“俄罗斯攻击了波兰。”",
      "据德国说，俄罗斯攻击了波兰。",
      "俄罗斯被指攻击波兰。",
      "俄罗斯涉嫌攻击波兰。",
      "俄罗斯未能攻击波兰。",
      "俄罗斯放弃攻击波兰。",
      "俄罗斯避免攻击波兰。",
      "为防止俄罗斯攻击波兰，北约加强部署。"}},
    {"zh-Hans",
     "乌克兰被俄罗斯攻击。",
     {"如果乌克兰被俄罗斯攻击，德国会回应。", "乌克兰是否被俄罗斯攻击？"}},
    {"zh-Hant",
     "韓國與越南合作。",
     {"韓國不與越南合作。", "韓國沒有與越南合作。", "韓國拒絕與越南合作。", "韓國將與越南合作。",
      "韓國可能與越南合作。", "韓國希望與越南合作。", "韓國是否與越南合作？",
      "如果韓國與越南合作，情況會改變。", "韓國停止與越南合作。", "日本說，韓國與越南合作。",
      "韓國與越南從未合作。", "韓國與越南沒有合作。", "韓國與越南將合作。",
      "韓國和越南考慮合作。"}},
    {"zh-Hant",
     "德國對伊朗實施制裁。",
     {"德國沒有對伊朗實施制裁。", "德國不對伊朗實施制裁。", "德國對伊朗沒有實施制裁。",
      "德國將對伊朗實施制裁。", "德國是否對伊朗實施制裁？", "德國解除對伊朗的制裁。",
      "德國取消對伊朗的制裁。", "德國拒絕對伊朗實施制裁。", "德國考慮對伊朗實施制裁。"}},
    {"en",
     "Japan supports India.",
     {"Japan does not support India.",
      "Japan doesn't support India.",
      "Japan never supported India.",
      "Japan no longer supports India.",
      "Japan refused to support India.",
      "Japan declined to support India.",
      "Japan failed to support India.",
      "Japan stopped supporting India.",
      "Japan will support India.",
      "Japan plans to support India.",
      "Japan may support India.",
      "Japan might support India.",
      "Japan could support India.",
      "Japan should support India.",
      "Japan must support India.",
      "Japan wants to support India.",
      "Japan hopes to support India.",
      "Japan is ready to support India.",
      "Japan would support India.",
      "Does Japan support India?",
      "Why does Japan support India?",
      "Japan supports India?",
      "If Japan supports India, things will change.",
      "Unless Japan supports India, nothing will change.",
      "Whether Japan supports India is unclear.",
      "It is unclear whether Japan supports India.",
      "Japan reportedly supports India.",
      "France said Japan supports India.",
      "France says that Japan supports India.",
      "France said: \"Japan supports India.\"",
      "\"Japan supports India,\" France said.",
      "Japan supports India, France said.",
      "France believes that Japan supports India.",
      "France denied that Japan supports India.",
      "France asked whether Japan supports India.",
      "France urged Japan to support India.",
      "France wants Japan to support India.",
      "Japan neither supports nor opposes India.",
      "Japan cannot support India.",
      "Japan hardly supports India.",
      "Japan agreed to support India.",
      "Japan threatened to support India.",
      "Japan was asked to support India."}},
    {"en",
     "Poland was attacked by Russia.",
     {"Poland was not attacked by Russia.", "Poland was never attacked by Russia.",
      "Poland may be attacked by Russia.", "Poland will be attacked by Russia.",
      "Poland could be attacked by Russia.", "If Poland is attacked by Russia, NATO will respond.",
      "Was Poland attacked by Russia?", "Poland fears being attacked by Russia.",
      "Germany said Poland was attacked by Russia."}},
    {"en",
     "Russia attacked Poland.",
     {"Russia did not attack Poland.", "Russia denied that it attacked Poland.",
      "Russia denied attacking Poland.", "Russia plans an attack on Poland.",
      "Russia threatened to attack Poland.", "Germany warned Russia not to attack Poland.",
      "Germany accused Russia of attacking Poland.",
      "Had Russia attacked Poland, NATO would have responded.",
      "Russia was accused of attacking Poland.", "Russia would never attack Poland."}},
    {"en",
     "South Korea cooperates with Vietnam.",
     {"South Korea does not cooperate with Vietnam.", "South Korea will cooperate with Vietnam.",
      "South Korea refuses to cooperate with Vietnam.", "South Korea may cooperate with Vietnam.",
      "South Korea should cooperate with Vietnam.", "Will South Korea cooperate with Vietnam?",
      "If South Korea cooperates with Vietnam, Laos will benefit.",
      "Japan said South Korea cooperates with Vietnam."}},
    {"en",
     "Germany imposed sanctions on Iran.",
     {"Germany did not impose sanctions on Iran.", "Germany may impose sanctions on Iran.",
      "Germany will impose sanctions on Iran.", "Germany refused to impose sanctions on Iran.",
      "Germany threatened to impose sanctions on Iran.", "Germany called for sanctions on Iran.",
      "Germany has never imposed sanctions on Iran."}}};

}  // namespace

TEST_CASE("what is denied, asked, planned, supposed or quoted is not asserted") {
  for (const Pairs& pairs : kPairs) {
    const std::vector<std::string> facts = asserted(pairs.language, pairs.plain);
    INFO(pairs.plain);
    CHECK(facts.size() == 1);
    for (const char* other : pairs.others) {
      INFO(other);
      for (const std::string& fact : asserted(pairs.language, other))
        CHECK(std::find(facts.begin(), facts.end(), fact) == facts.end());
    }
  }
}
