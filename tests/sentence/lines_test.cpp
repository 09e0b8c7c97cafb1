// SPDX-License-Identifier: Apache-2.0
// Which lines of a page are read.

#include <catch2/catch.hpp>

#include "sentence/annotating.hpp"

using Kind = relata::Sentence::Kind;

TEST_CASE("kinds of lines") {
  struct Case {
    const char *language, *line;
    Kind kind;
  };
  const Case cases[] = {
      {"zh", "廣告", Kind::boilerplate},
      {"zh", "訪問主要內容", Kind::boilerplate},
      {"zh", "發表時間: 2023年2月1日", Kind::boilerplate},
      {"zh", "记者:王小明", Kind::boilerplate},
      {"zh", "版權所有 不得轉載", Kind::boilerplate},
      {"zh", "© 2023 法新社", Kind::boilerplate},
      {"zh", "斯托爾滕貝格與岸田文雄資料圖片", Kind::caption},
      {"zh", "图为岸田文雄在东京", Kind::caption},
      {"zh", "岸田文雄在東京 圖片來源:路透社", Kind::caption},
      {"zh", "北約秘書長訪日:日本可指望北約", Kind::heading},
      {"zh", "美公布擊落氣球照片引發爭議", Kind::heading},
      {"zh", "印太縱覽", Kind::heading},
      {"zh", "他來了。", Kind::prose},
      {"zh", "該社轉載了這篇文章。", Kind::prose},
      {"zh", "他公布了照片。", Kind::prose},
      {"en", "Advertisement", Kind::boilerplate},
      {"en", "Published at 5:30 p.m. EST", Kind::boilerplate},
      {"en", "Updated: 1 February 2023", Kind::boilerplate},
      {"en", "By Jane Smith and John Doe", Kind::boilerplate},
      {"en", "Reporting by Jane Smith in Tokyo", Kind::boilerplate},
      {"en", "Copyright 2023 The Paper", Kind::boilerplate},
      {"en", "© 2023 Reuters. All rights reserved.", Kind::boilerplate},
      {"en", "Mr. Kishida in Tokyo. Photo: Reuters", Kind::caption},
      {"en", "Photo by Jane Smith/AP", Kind::caption},
      {"en", "Kishida meets Stoltenberg (Reuters)", Kind::caption},
      {"en", "Japan and NATO sign a joint statement", Kind::heading},
      {"en", "He came.", Kind::prose},
      {"en", "The court ruled on copyright law.", Kind::prose},
      {"en", "The photo by Reuters shows a tank.", Kind::prose},
      {"en", "By Tuesday the army had left.", Kind::prose},
      {"en", "Published in 2020, the book won a prize.", Kind::prose},
  };
  for (const Case& example : cases) {
    CAPTURE(example.line);
    const auto result = annotating::annotate(example.language, example.line);
    REQUIRE(!result.sentences.empty());
    CHECK(static_cast<int>(result.sentences[0].kind) == static_cast<int>(example.kind));
  }
}

TEST_CASE("a dateline is no part of the first sentence") {
  struct Case {
    const char* language;
    const char* line;
    const char* dateline;  // "" for none
  };
  const std::vector<Case> cases = {
      {"en", "LISBON, March 3 (Wire) - The port was shut on Monday.", "LISBON, March 3 (Wire) -"},
      {"en", "Lisbon (Wire) — The port was shut on Monday.", "Lisbon (Wire) —"},
      {"en", "PORTO, Portugal – 12 May 2024 – The mill was sold.",
       "PORTO, Portugal – 12 May 2024 –"},
      {"en", "The port - once the largest - was shut.", ""},
      {"en", "Ana Brito - a sailor from Porto - won.", ""},
      {"zh", "本報里斯本3月3日電（記者 林青）港口週一關閉。", "本報里斯本3月3日電（記者 林青）"},
      {"zh", "【記者林青／里斯本3日電】港口週一關閉。", "【記者林青／里斯本3日電】"},
      {"zh", "（綜合外電里斯本報導）港口週一關閉。", "（綜合外電里斯本報導）"},
      {"zh", "3月3日電視台報導港口關閉。", ""},
      {"zh", "港口3日停電，居民等了一夜。", ""},
  };
  for (const Case& one : cases) {
    INFO(one.line);
    const auto sentences = annotating::annotate(one.language, one.line).sentences;
    REQUIRE(!sentences.empty());
    const bool cut = sentences[0].kind == Kind::boilerplate;
    CHECK(cut == (one.dateline[0] != '\0'));
    if (cut) CHECK(sentences.size() == 2);
  }
}
