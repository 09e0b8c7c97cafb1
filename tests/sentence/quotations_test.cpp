// SPDX-License-Identifier: Apache-2.0
// What is a quotation, and who says it.

#include <catch2/catch.hpp>

#include "sentence/annotating.hpp"

using annotating::quotations;

namespace {
struct Case {
  const char *text, *quotations;
};
}  // namespace

TEST_CASE("quotations in Chinese") {
  const Case cases[] = {
      {"岸田文雄說：“我們會參加會議。”", "1: 我們會參加會議。 (岸田文雄)\n"},
      {"岸田文雄說：「我們會參加會議。」", "1: 我們會參加會議。 (岸田文雄)\n"},
      {"岸田文雄说：‘我们会参加会议。’", "1: 我们会参加会议。 (岸田文雄)\n"},
      {"岸田文雄说：\"我们会参加会议。\"他走了。", "1: 我们会参加会议。 (岸田文雄)\n"},
      {"聯合聲明指出：“俄羅斯打破了和平。它改變了秩序。”",
       "1: 俄羅斯打破了和平。 (聯合聲明)\n1: 它改變了秩序。 (聯合聲明)\n"},
      {"在與拜登會談後，岸田文雄說：“我們會參加。”", "1: 我們會參加。 (岸田文雄)\n"},
      {"岸田文雄對記者表示，“我們會參加會議”。", "1: 我們會參加會議 (岸田文雄對記者)\n"},
      {"“我們會參加會議。”岸田文雄說。", "1: 我們會參加會議。 (岸田文雄)\n"},
      {"“我們會參加會議，”岸田文雄說，“但不會投票。”",
       "1: 我們會參加會議， (岸田文雄)\n1: 但不會投票。 (岸田文雄)\n"},
      {"昨天，首相對我說：“我們會參加。”", "1: 我們會參加。 (首相對我)\n"},
      {"“為什麼？”他問道。", "1: 為什麼？ (他)\n"},
      {"聲明指出：“我們反對。”岸田文雄說：“我們支持。”",
       "1: 我們反對。 (聲明)\n2: 我們支持。 (岸田文雄)\n"},
      {"“我們反對。”岸田文雄說：“我們支持。”", "1: 我們反對。 ()\n2: 我們支持。 (岸田文雄)\n"},
      // Titles and words at a distance.
      {"習近平在北京談“一帶一路”建設。", ""},
      {"他參加了“民主峰會”和“四方會談”。", ""},
      {"聯合聲明說“一帶一路”倡議很重要。", ""},
      {"所謂的“邪惡軸心”國家反對。", ""},
      // A quotation in a quotation.
      {"岸田文雄說：“拜登說：‘我們支持日本。’我很高興。”",
       "1: 拜登說：‘我們支持日本。’ (岸田文雄)\n2.2: 我們支持日本。 (拜登)\n1: 我很高興。 "
       "(岸田文雄)\n"},
      {"岸田文雄說：「『一帶一路』很重要。」", "1: 『一帶一路』很重要。 (岸田文雄)\n"},
      // Over paragraphs: each begins with the mark, the last alone ends with it.
      {"岸田文雄說：“我們會參加。\n\n“我們也會投票。”\n\n他走了。",
       "1: 我們會參加。 (岸田文雄)\n1: 我們也會投票。 (岸田文雄)\n"},
      {"岸田文雄說：“我們會參加。\n\n廣告\n\n“我們也會投票。”",
       "1: 我們會參加。 (岸田文雄)\n1: 我們也會投票。 (岸田文雄)\n"},
      {"岸田文雄說：“我們會參加。”他又指出一點。“我們也會投票。”",
       "1: 我們會參加。 (岸田文雄)\n1: 我們也會投票。 (岸田文雄)\n"},
      // Marks that do not match.
      {"岸田文雄說：“我們會參加。他走了。\n\n中國反對。", "1: 我們會參加。 (岸田文雄)\n"},
      {"我們會參加。”他走了。", ""},
      {"“”。他說：“”。", ""},
  };
  for (const Case& example : cases) {
    CAPTURE(example.text);
    CHECK(quotations("zh", example.text) == example.quotations);
  }
}

TEST_CASE("quotations in English") {
  const Case cases[] = {
      {"“We will join,” Kishida said.", "1: We will join, (Kishida)\n"},
      {"\"We will join,\" Kishida said.", "1: We will join, (Kishida)\n"},
      {"“We will join,” said Kishida after a meeting with Biden.", "1: We will join, (Kishida)\n"},
      {"“We will join,” said Kishida, the prime minister.", "1: We will join, (Kishida)\n"},
      {"“We will join,” Kishida, the prime minister, said.",
       "1: We will join, (Kishida, the prime minister)\n"},
      {"Kishida told reporters in Tokyo, “We will join.”", "1: We will join. (Kishida)\n"},
      {"In Tokyo on Tuesday, Kishida said: “We will join. We will vote.”",
       "1: We will join. (Kishida)\n1: We will vote. (Kishida)\n"},
      {"“We will join,” he said, “and we will vote.”",
       "1: We will join, (he)\n1: and we will vote. (he)\n"},
      {"“We will join,” said Kishida, “and we will vote.”",
       "1: We will join, (Kishida)\n1: and we will vote. (Kishida)\n"},
      {"“Why?” he asked.", "1: Why? (he)\n"},
      {"“We will join,” Kishida said. “We will vote.”",
       "1: We will join, (Kishida)\n1: We will vote. (Kishida)\n"},
      {"\"We will join,\" Kishida said. \"We will vote.\"",
       "1: We will join, (Kishida)\n1: We will vote. (Kishida)\n"},
      {"Kishida said Japan “will stand with Ukraine” this year.",
       "1: will stand with Ukraine (Kishida)\n"},
      // Words at a distance, titles, apostrophes.
      {"He spoke about the “axis” of evil, and Biden left.", ""},
      {"Biden said the “Belt and Road” plan failed.", ""},
      {"Japan's and China's 'axis' isn't the workers' union.", ""},
      {"It was the '90s and rock 'n' roll, he said.", ""},
      // A quotation in a quotation.
      {"“Biden said, ‘We support Japan,’ and left,” Kishida said.",
       "1: Biden said, ‘We support Japan,’ and left, (Kishida)\n2.2: We support Japan, (Biden)\n"},
      {"\"Biden said, 'We support Japan,' and left,\" Kishida said.",
       "1: Biden said, 'We support Japan,' and left, (Kishida)\n2.2: We support Japan, (Biden)\n"},
      // Over paragraphs.
      {"Kishida said: “We will join the talks.\n\n“We will vote.”\n\nHe left.",
       "1: We will join the talks. (Kishida)\n1: We will vote. (Kishida)\n"},
      {"Kishida said: \"We will join the talks.\n\n\"We will vote.\"\n\nHe left.",
       "1: We will join the talks. (Kishida)\n1: We will vote. (Kishida)\n"},
      // Marks that do not match.
      {"We will join,\" he said. He left. \"We will vote,\" Biden said.",
       "1: We will vote, (Biden)\n"},
      {"Kishida said: “We will join. He left.\n\nChina did not.", "1: We will join. (Kishida)\n"},
  };
  for (const Case& example : cases) {
    CAPTURE(example.text);
    CHECK(quotations("en", example.text) == example.quotations);
  }
}
