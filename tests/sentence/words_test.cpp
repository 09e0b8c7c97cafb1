// SPDX-License-Identifier: Apache-2.0
// Words as in Universal Dependencies, and their parts of speech.

#include <catch2/catch.hpp>

#include "sentence/annotating.hpp"
#include "support/temporary_folder.hpp"

using namespace relata;
using annotating::annotate;
using annotating::words;

namespace {

std::string tags(const std::string& language, const std::string& text) {
  std::string all;
  for (const Sentence& sentence : annotate(language, text).sentences)
    for (const Token& token : sentence.tokens)
      all += (all.empty() ? "" : " ") + std::string(to_string(token.upos));
  return all;
}

}  // namespace

TEST_CASE("words of English") {
  struct Case {
    const char *text, *words;
  };
  const Case cases[] = {
      {"They don't go.", "They do n't go ."},
      {"They can't, and cannot, go.", "They ca n't , and can not , go ."},
      {"They don’t and Japan’s won’t.", "They do n’t and Japan ’s wo n’t ."},
      {"O’Brien’s and O'Brien's", "O’Brien ’s and O'Brien 's"},
      {"the workers' union", "the workers ' union"},
      {"the U.S.-led talks", "the U.S. - led talks"},
      {"a well-known $5bn deal", "a well - known $ 5 bn deal"},
      {"It costs 1,000.50 or 10.5%.", "It costs 1,000.50 or 10.5 % ."},
      {"one,two 1,two", "one , two 1 , two"},
      {"rock 'n' roll", "rock 'n' roll"},
      {"tell 'em", "tell 'em"},
      {"mail john.doe@example.com now", "mail john.doe@example.com now"},
      {"see https://example.com/a-b?c=d, now", "see https://example.com/a-b?c=d , now"},
      {"see www.example.com.", "see www.example.com ."},
      {"Mr. W. Bush of AT&T Inc. came.", "Mr. W. Bush of AT&T Inc. came ."},
      {"wait... what?!", "wait ... what ?!"},
      {"(NATO) \"axis\"", "( NATO ) \" axis \""},
      {"and/or", "and / or"},
      {"great 👍🏽 ❤️ 👨‍👩‍👧 day",
       "great 👍🏽 ❤️ 👨‍👩‍👧 day"},
      {"習近平 met him", "習近平 met him"},
  };
  for (const Case& example : cases) CHECK(words("en", example.text) == example.words);
}

TEST_CASE("words of Chinese") {
  struct Case {
    const char *text, *words;
  };
  const Case cases[] = {
      {"日本参加北约会议。", "日本 参加 北约 会议 。"},
      {"日本參加北約會議。", "日本 參加 北約 會議 。"},
      {"2022年", "2022 年"},
      {"２０２２年", "２０２２ 年"},
      {"在2021,2022年", "在 2021,2022 年"},
      {"在2021，2022年", "在 2021 ， 2022 年"},
      {"增长３．５％", "增长 ３．５ ％"},
      {"使用ChatGPT的5G手机", "使用 ChatGPT 的 5G 手机"},
      {"北约(NATO)——军事组织……", "北约 ( NATO ) —— 军事 组织 ……"},
  };
  for (const Case& example : cases) CHECK(words("zh", example.text) == example.words);
}

TEST_CASE("both scripts give the same words") {
  const std::string hant =
      "據共同社報導，岸田文雄1月31日在首相官邸與來訪的斯托爾滕貝格舉行了會談。雙方會後還發表了聯合"
      "聲明。";
  const std::string hans =
      "据共同社报导，岸田文雄1月31日在首相官邸与来访的斯托尔滕贝格举行了会谈。双方会后还发表了联合"
      "声明。";
  const auto a = annotate("zh", hant), b = annotate("zh", hans);
  REQUIRE(a.sentences.size() == b.sentences.size());
  for (std::size_t s = 0; s < a.sentences.size(); ++s) {
    REQUIRE(a.sentences[s].tokens.size() == b.sentences[s].tokens.size());
    for (std::size_t t = 0; t < a.sentences[s].tokens.size(); ++t) {
      CHECK(a.sentences[s].tokens[t].lemma == b.sentences[s].tokens[t].lemma);
      CHECK(a.sentences[s].tokens[t].upos == b.sentences[s].tokens[t].upos);
    }
  }
}

TEST_CASE("no word crosses the edge of a name of the gazetteer") {
  std::string text;
  for (const KnownEntity& known : annotating::gazetteer().entities())
    for (const auto& [tag, names] : known.names)
      if (tag.starts_with("zh"))
        for (const std::string& name : names) text += "他在" + name + "的\n";
  // A line is a paragraph; some names hold what may end a sentence.
  const auto result = annotate("zh", text);
  std::string crossed;
  for (std::size_t s = 0; s < result.sentences.size(); ++s) {
    const Sentence& sentence = result.sentences[s];
    const auto& tokens = sentence.tokens;
    const bool first = s == 0 || result.sentences[s - 1].paragraph != sentence.paragraph;
    const bool last =
        s + 1 == result.sentences.size() || result.sentences[s + 1].paragraph != sentence.paragraph;
    if ((first && (tokens[0].form != "他" || tokens.size() < 2 || tokens[1].form != "在")) ||
        (last && tokens.back().form != "的"))
      crossed += result.document.at(sentence.span);
  }
  CHECK(result.sentences.size() > 4000);
  CHECK(crossed == "");
}

TEST_CASE("a name that no list knows is cut alike all over a document") {
  const auto result =
      annotate("zh", test::file_bytes(SCHEMA "/../examples/nato-japan.zh-Hant.txt"));
  std::size_t whole = 0;
  for (const Sentence& sentence : result.sentences)
    for (const Token& token : sentence.tokens)
      if (token.form.find("奎") != std::string::npos) {
        CHECK(token.form == "林德奎斯特");
        ++whole;
      }
  CHECK(whole > 5);
}

TEST_CASE("parts of speech of simple sentences") {
  struct Case {
    const char *language, *text, *tags;
  };
  const Case cases[] = {
      {"en", "Japan joined the meeting.", "PROPN VERB DET NOUN PUNCT"},
      {"en", "He said, \"We will not leave.\"",
       "PRON VERB PUNCT PUNCT PRON AUX PART VERB PUNCT PUNCT"},
      {"en", "China's president visited Russia in 2023.",
       "PROPN PART NOUN VERB PROPN ADP NUM PUNCT"},
      {"en", "Prices rose 5 %.", "NOUN VERB NUM SYM PUNCT"},
      {"zh", "日本参加会议。", "PROPN VERB NOUN PUNCT"},
      {"zh", "他访问了2个国家。", "PRON VERB AUX NUM NOUN NOUN PUNCT"},
  };
  for (const Case& example : cases) {
    CAPTURE(example.text);
    CHECK(tags(example.language, example.text) == example.tags);
  }
}

TEST_CASE("lemmas are base forms") {
  const auto lemmas = [](const std::string& text) {
    std::string all;
    const auto result = annotate("en", text);
    for (const Token& token : result.sentences.at(0).tokens) all += token.lemma + " ";
    return all;
  };
  CHECK(lemmas("They don’t want it.") == "they do not want it . ");
  CHECK(lemmas("She invited ministers.") == "she invite minister . ");
}
