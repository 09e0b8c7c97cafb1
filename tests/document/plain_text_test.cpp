// SPDX-License-Identifier: Apache-2.0
// Layouts of plain text -> blocks.

#include <catch2/catch.hpp>

#include "document/reading.hpp"

using Lines = std::vector<std::string>;

namespace {

Lines blocks(const std::string& text) {
  const auto result = reading::read_bytes("a.txt", text);
  return result.documents.empty() ? Lines{result.messages()} : reading::blocks(result.documents[0]);
}

}  // namespace

TEST_CASE("a line is a paragraph") {
  CHECK(blocks("The talks ended.\nThe ministers left.\n") ==
        Lines{"paragraph: The talks ended.", "paragraph: The ministers left."});
  CHECK(blocks("\n\n  一行。  \n　　第二行。\n\n\n") ==
        Lines{"paragraph: 一行。", "paragraph: 第二行。"});
  CHECK(blocks(" \n\t\n") == Lines{"a.txt: no text"});
}

TEST_CASE("a short line at the top or alone is a heading") {
  CHECK(blocks("Talks end without result\nThe ministers left.\n") ==
        Lines{"heading: Talks end without result", "paragraph: The ministers left."});
  CHECK(blocks("會談沒有結果\n\n部長們離開了首都。\n\n下一步\n\n沒有人知道。") ==
        Lines{"heading: 會談沒有結果", "paragraph: 部長們離開了首都。", "heading: 下一步",
              "paragraph: 沒有人知道。"});
  CHECK(blocks("The ministers met") == Lines{"paragraph: The ministers met"});
  CHECK(blocks("He said \"no.\"\nThey left.") ==
        Lines{"paragraph: He said \"no.\"", "paragraph: They left."});
}

TEST_CASE("lines that fill a width are one paragraph") {
  CHECK(blocks("The ministers of the two countries met in the capital on Monday and\n"
               "talked about the border, about trade and about a long-\n"
               "term agreement, and they agreed that the next meeting would be held\n"
               "in the spring.\n"
               "\n"
               "Nobody said who would pay for it, and the journalists who had come to\n"
               "the hotel were not let in.\n") ==
        Lines{"paragraph: The ministers of the two countries met in the capital on Monday and "
              "talked about the border, about trade and about a long-term agreement, and they "
              "agreed that the next meeting would be held in the spring.",
              "paragraph: Nobody said who would pay for it, and the journalists who had come to "
              "the hotel were not let in."});
}

TEST_CASE("wrapped Chinese is joined without spaces") {
  CHECK(
      blocks("　　外交部發言人昨天在記者會上表示，兩國將在能源、貿易以及教\n"
             "育等領域繼續擴大合作，並且計劃在明年春天舉行下一次會談。雙方\n"
             "沒有提到邊界問題。\n"
             "　　會後沒有發表聯合聲明，記者也沒有機會提出問題，代表團當天晚\n"
             "上就離開了首都。\n") ==
      Lines{
          "paragraph: "
          "外交部發言人昨天在記者會上表示，兩國將在能源、貿易以及教育等領域繼續擴大合作，並且"
          "計劃在明年春天舉行下一次會談。雙方沒有提到邊界問題。",
          "paragraph: 會後沒有發表聯合聲明，記者也沒有機會提出問題，代表團當天晚上就離開了首都。"});
}

TEST_CASE("lines of similar width that are sentences or headlines stay apart") {
  CHECK(blocks("The ministers of the two countries met in the capital on Monday.\n"
               "The talks about the border and about trade went on for five hours.\n"
               "The next meeting will be held in the spring of the next year again.\n"
               "Nobody said who would pay for it or who would be invited to come.\n")
            .size() == 4);
  CHECK(blocks("Ministers of the Two Countries Meet in the Capital on Monday\n"
               "Talks about the Border and Trade Go On for Another Five Hours\n"
               "Next Meeting Will Be Held in the Spring of the Following Year\n"
               "Nobody Says Who Will Pay for the Hotel or for the Journalists\n")
            .size() == 4);
}

TEST_CASE("list items lose their marks") {
  CHECK(blocks("They agreed:\n- to meet again\n* to trade\n• 擴大合作\n-5 degrees\n") ==
        Lines{"paragraph: They agreed:", "list_item: to meet again", "list_item: to trade",
              "list_item: 擴大合作", "paragraph: -5 degrees"});
}
