// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>

#include "sentence/annotating.hpp"

using annotating::sentences;

namespace {
struct Case {
  const char* language;
  std::vector<std::string> sentences;  // set apart by a blank in English
};

std::string joined(const Case& example) {
  std::string text;
  for (const std::string& sentence : example.sentences)
    text += (text.empty() || example.language[0] == 'z' ? "" : " ") + sentence;
  return text;
}
}  // namespace

TEST_CASE("sentences end with their terminal and closing marks") {
  const Case cases[] = {
      {"zh", {"日本參加會議。", "中國反對。"}},
      {"zh", {"他說:“我們會來。”", "會後他離開。"}},
      {"zh", {"他說:「我們會來。」", "會後他離開。"}},
      {"zh", {"他說:『我們會來。』", "會後他離開。"}},
      {"zh", {"他说:‘我们会来。’", "会后他离开。"}},
      {"zh", {"他说“我们会来”。", "会后他离开。"}},
      {"zh", {"他問:“為什麼?”", "沒有人回答。"}},
      {"zh", {"“為什麼?”他問道。", "沒有人回答。"}},
      {"zh", {"他高喊“打倒戰爭!”的口號。", "人們離開。"}},
      {"zh", {"真的嗎?!", "他不信。"}},
      {"zh", {"我……我不知道。", "他說。"}},
      {"zh", {"我們不知道……"}},
      {"zh", {"聯合聲明指出:“這違反了憲章。", "我們反對。", "這很重要。”", "他離開。"}},
      {"zh", {"經濟增長3.5%,達到10.5萬億。", "這是好消息。"}},
      {"zh", {"增長3.5%。", "完。"}},
      {"zh", {"美國Apple Inc.公司發布了產品。", "很好。"}},
      {"zh", {"日本和中国合作!", "俄罗斯反对?", "没有"}},
      {"zh", {"他的網站是https://a.cn/b?c=1。", "請看。"}},
      {"zh", {"他說(這是真的。)", "完。"}},
      {"en", {"Japan joined.", "China did not."}},
      {"en", {"Mr. Kishida met Dr. Smith and Gen. Milley.", "They talked."}},
      {"en", {"He left the U.S. President at home.", "She stayed."}},
      {"en", {"They went to the U.S.", "The talks failed."}},
      {"en", {"It fell at 5 p.m. Tokyo time.", "It was cold."}},
      {"en", {"It fell at 5 p.m.", "He saw it."}},
      {"en", {"He works at Apple Inc.", "It makes phones."}},
      {"en", {"George W. Bush and J. R. R. Tolkien met.", "Nobody came."}},
      {"en", {"He chose plan B.", "She chose plan C."}},
      {"en", {"It was No. 5 on the list.", "Is it?", "No.", "He left."}},
      {"en", {"It grew 3.5 percent.", "That is 10.5% more than $1.5bn."}},
      {"en", {"See https://example.com/a.b?c=D for more.", "Or www.example.com."}},
      {"en", {"\"Why did you come?\" he asked.", "Nobody knew."}},
      {"en", {"“Why did you come?” he asked.", "Nobody knew."}},
      {"en", {"He asked, \"Why did you come?\"", "Nobody knew."}},
      {"en", {"\"We will stay.\"", "\"We will go.\""}},
      {"en", {"He said: \"We will stay.\"", "Then he left (alone).", "That was it."}},
      {"en", {"Wait ... what is this?", "Nothing."}},
      {"en", {"1. Japan joined the talks.", "2. China did not."}},
      {"en", {"That is great!", "😀"}},
      {"en", {"He came in 2020.", "Then he left without a word"}},
      {"en", {"In Zürich.", "In Besançon."}},
  };
  for (const Case& example : cases) {
    CAPTURE(joined(example));
    CHECK(sentences(example.language, joined(example)) == example.sentences);
  }
}

TEST_CASE("full-width forms and ASCII marks in Chinese") {
  CHECK(sentences("zh", "增長３．５％。好。") ==
        std::vector<std::string>{"增長３．５％。", "好。"});
  CHECK(sentences("zh", "日本来了. 中国走了.") ==
        std::vector<std::string>{"日本来了.", "中国走了."});
  CHECK(sentences("zh", "他說:\"為什麼?\"沒有人回答。") ==
        std::vector<std::string>{"他說:\"為什麼?\"", "沒有人回答。"});
  CHECK(sentences("zh", "约翰.史密斯来了。好。") ==
        std::vector<std::string>{"约翰.史密斯来了。", "好。"});
}

TEST_CASE("sentences of different blocks stand apart") {
  CHECK(sentences("en", "A title without a mark\n\nJapan joined the talks in Tokyo.") ==
        std::vector<std::string>{"A title without a mark", "Japan joined the talks in Tokyo."});
  CHECK(sentences("en", "").empty());
  CHECK(sentences("en", "\n \n").empty());
}
