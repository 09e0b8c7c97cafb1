// SPDX-License-Identifier: Apache-2.0
// The text form of sentences, the law of offsets, and texts that nobody writes.

#include <catch2/catch.hpp>
#include <chrono>
#include <relata/utf8.hpp>
#include <sstream>

#include "sentence/annotating.hpp"
#include "support/temporary_folder.hpp"

using namespace relata;
using annotating::annotate;

namespace {

// Every span lies in the one around it, in order, and cuts code points nowhere.
void check_law(const annotating::Result& result) {
  const std::string& text = result.document.text;
  const auto boundary = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
  };
  std::uint32_t end = 0, number = 0;
  std::size_t bad = 0;
  for (const Sentence& sentence : result.sentences) {
    bad += sentence.number != ++number || sentence.span.begin < end || sentence.tokens.empty();
    end = sentence.span.begin;
    for (const Token& token : sentence.tokens) {
      bad +=
          token.span.begin < end || token.span.size() == 0 || !sentence.span.contains(token.span);
      bad += token.form != result.at(token.span) || !boundary(token.span.begin);
      // Nothing but blanks between words.
      bad += result.at({end, token.span.begin}).find_first_not_of(" \n\t\xE3\x80\x80\xC2\xA0") !=
             std::string::npos;
      end = token.span.end;
    }
    bad += end != sentence.span.end;
    for (const Quotation& quotation : sentence.quotations)
      bad += !sentence.span.contains(quotation.span) || quotation.span.size() == 0 ||
             !boundary(quotation.span.begin) || !boundary(quotation.span.end) ||
             quotation.number == 0 || quotation.speaker.end > text.size();
  }
  CHECK(bad == 0);
}

std::string repeated(const std::string& text, std::size_t bytes) {
  std::string all;
  while (all.size() < bytes) all += text;
  return all;
}

}  // namespace

TEST_CASE("spans of words, sentences and quotations") {
  check_law(annotate("zh", test::file_bytes(SCHEMA "/../examples/nato-japan.zh-Hant.txt")));
  check_law(
      annotate("en", "He said, “We’ll come — ‘soon’.” Japan’s U.S.-led  talks\nfailed.\n\nNo."));
  check_law(annotate("zh", "他說：「我們　會來。『好』」\r\n\r\n𠀀𠀁說：“A。\n“B。”"));
  check_law(annotate("en", "e\xCC\x81t\xC3\xA9 ❤️. \xFF\xFE?\x01 ok."));
}

TEST_CASE("CoNLL-U") {
  const auto result = annotate("en", "Japan’s  plans failed. \"No,\" he said.\n\n日本 x");
  std::ostringstream out;
  write_conllu(result.document, result.sentences, out);
  const std::string begin =
      "# newdoc id = a.txt\n# newpar\n# sent_id = a.txt-1\n# text = Japan’s plans failed.\n"
      "1\tJapan\tJapan\tPROPN\tNNP\tNumber=Sing\t3\tnmod:poss\t_\t"
      "Start=0|End=5|Entity=(LOC)|SpaceAfter=No\n"
      "2\t’s\t's\tPART\tPOS\t_\t1\tcase\t_\tStart=5|End=7\n"
      "3\tplans\tplan\tNOUN\tNNS\tNumber=Plur\t4\tnsubj\t_\tStart=9|End=14\n";
  CHECK(out.str().substr(0, begin.size()) == begin);
  // Ten columns, numbered from 1, whose forms make the text.
  std::istringstream lines(out.str());
  std::string line, text, made;
  std::size_t number = 0;
  while (std::getline(lines, line)) {
    if (line.starts_with("# text = ")) text = line.substr(9);
    if (line.starts_with("#")) continue;
    if (line.empty()) {
      while (made.ends_with(' ')) made.pop_back();
      CHECK(made == text);
      made.clear();
      number = 0;
      continue;
    }
    CAPTURE(line);
    std::vector<std::string> cells{""};
    for (const char c : line)
      if (c == '\t')
        cells.emplace_back();
      else
        cells.back() += c;
    REQUIRE(cells.size() == 10);
    CHECK(cells[0] == std::to_string(++number));
    for (const std::string& cell : cells) CHECK(!cell.empty());
    made += cells[1] + (cells[9].ends_with("SpaceAfter=No") ? "" : " ");
  }
}

TEST_CASE("a sentence that is too long is cut and reported") {
  const auto zh = annotate("zh", repeated("日本和中國合作，", 15000));
  CHECK(zh.messages.size() == 1);
  CHECK(zh.sentences.size() > 1);
  check_law(zh);
  const auto en = annotate("en", repeated("Japan and China work ", 15000));
  CHECK(en.messages.size() == 1);
  check_law(en);
}

TEST_CASE("texts of one piece take bounded time") {
  for (const char* piece : {"啊",
                            "a",
                            "1",
                            ".",
                            "。",
                            "“",
                            "”",
                            "\"",
                            "'",
                            "‘",
                            "「",
                            "a.b.c.",
                            "a. ",
                            "他說：“",
                            "“我們來。”他說。",
                            "\"We go,\" he said. ",
                            "say \"",
                            "1,",
                            "www.",
                            "@",
                            "❤️",
                            "Mr. ",
                            "A? "}) {
    CAPTURE(piece);
    const auto start = std::chrono::steady_clock::now();
    for (const char* language : {"zh", "en"})
      check_law(annotate(language, repeated(piece, 1 << 13)));
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    CHECK(seconds.count() < 15);  // with sanitizers; were it quadratic, minutes
  }
}
