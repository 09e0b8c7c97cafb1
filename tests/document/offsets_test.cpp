// SPDX-License-Identifier: Apache-2.0
// The offsets law of the contract: cutting the input there gives exactly the text of the excerpt.

#include <unicode/normalizer2.h>

#include <catch2/catch.hpp>
#include <chrono>
#include <random>

#include "document/reading.hpp"

using namespace relata;
using reading::cut;

namespace {

std::string nfc(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* normalizer = icu::Normalizer2::getNFCInstance(status);
  std::string utf8;
  normalizer->normalize(icu::UnicodeString::fromUTF8(text), status).toUTF8String(utf8);
  return utf8;
}

// `input` as plain text in whatever language; without text if it holds none.
Document plain(const std::string& input, const std::string& name = "a.txt") {
  ReadOptions options;
  options.language = "en";
  auto result = reading::read_bytes(name, input, options);
  return result.documents.empty() ? Document() : std::move(result.documents[0]);
}

bool is_boundary(const std::string& text, std::size_t at) {
  return at >= text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

void check_law(const Origin& origin, Span span) {
  const Excerpt excerpt = origin.excerpt(span);
  CHECK(excerpt.start <= excerpt.end);
  CHECK(excerpt.text == cut(origin.input(), excerpt.start, excerpt.end));
}

}  // namespace

TEST_CASE("offsets count code points of the input") {
  struct Case {
    const char *input, *words;  // words: of the normalised text
    Excerpt excerpt;
  };
  const Case cases[] = {
      {"日本和中國", "中國", {3, 5, "中國"}},
      {"𠀀𠀁 NATO", "NATO", {3, 7, "NATO"}},
      {"one\r\ntwo\r\nthree", "three", {10, 15, "three"}},
      {"one\r\ntwo\r\nthree", "one\ntwo", {0, 8, "one\r\ntwo"}},
      {"\xEF\xBB\xBFJapan", "Japan", {1, 6, "Japan"}},
      {"Cafe\xCC\x81 Noir", "Café", {0, 5, "Cafe\xCC\x81"}},
      {"Cafe\xCC\x81 Noir", "Noir", {6, 10, "Noir"}},
      {"Cafe\xCC\x81 Noir", "é", {3, 5, "e\xCC\x81"}},
      {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB국",
       "한국",
       {0, 4, "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB국"}},
      {"\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB국", "국", {3, 4, "국"}},
      {"ＮＡＴＯ説明", "説明", {4, 6, "説明"}},
      {"co\xC2\xADop x", "coop", {0, 5, "co\xC2\xADop"}},
      {"co\xC2\xADop x", "co", {0, 2, "co"}},
      {"a\xE2\x80\xA8 b", "b", {3, 4, "b"}},
      {"\xEF\xA4\x80 x", "豈", {0, 1, "\xEF\xA4\x80"}}};  // a compatibility ideograph
  for (const Case& test : cases) {
    INFO(test.input);
    const Document document = plain(test.input);
    const Span span = reading::span_of(document, test.words);
    REQUIRE(span.size() > 0);
    const Excerpt excerpt = document.excerpt(span);
    CHECK(excerpt.start == test.excerpt.start);
    CHECK(excerpt.end == test.excerpt.end);
    CHECK(excerpt.text == test.excerpt.text);
  }
}

TEST_CASE("empty spans, whole texts and spans out of range are cut too") {
  const Document document = plain("one\r\nCafe\xCC\x81\r\n");
  const Origin& origin = document.origin;
  const auto size = static_cast<std::uint32_t>(document.text.size());
  CHECK(origin.excerpt({0, 0}) == Excerpt{0, 0, ""});
  CHECK(origin.excerpt({4, 4}) == Excerpt{5, 5, ""});
  CHECK(origin.excerpt({0, size}).text == origin.input());
  CHECK(origin.excerpt({0, size + 100}).text == origin.input());
  CHECK(origin.excerpt({size, size}).text.empty());
  CHECK(Origin().excerpt({0, 0}) == Excerpt{});
  CHECK(Origin("日本").excerpt({3, 6}) == Excerpt{1, 2, "本"});
  // A span that cuts a code point takes all of it.
  CHECK(Origin("日本").excerpt({1, 4}) == Excerpt{0, 2, "日本"});
}

TEST_CASE("the law holds for random mixtures") {
  const std::vector<std::string> pieces = {"a",
                                           "Z",
                                           " ",
                                           "\n",
                                           "\r\n",
                                           "\r",
                                           "\r\r\n",
                                           "\xEF\xBB\xBF",
                                           "\xC2\xAD",
                                           "\xE2\x80\x8B",
                                           "é",
                                           "e\xCC\x81",
                                           "a\xCC\xA3\xCC\x82",
                                           "a\xCC\x82\xCC\xA3",
                                           "\xCC\x81",
                                           "\xE3\x82\xAB\xE3\x82\x99",
                                           "日",
                                           "國",
                                           "𠀀",
                                           "😀",
                                           "Ａ",
                                           "０",
                                           "\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB",
                                           "\xE1\x84\x92\xE1\x85\xA1",
                                           "\xE1\x86\xAB",
                                           "가",
                                           "\xEF\xA4\x80",
                                           "\xE2\x80\xA9",
                                           "\xC2\x85",
                                           "\xE2\x84\xAB",
                                           "\xE0\xA5\x98",
                                           "ﬀ",
                                           "\xF0\xAF\xA0\x80"};
  std::mt19937 random(20240501);
  for (int round = 0; round < 300; ++round) {
    std::string input;
    for (auto count = random() % (round % 10 == 0 ? 600 : 40); count > 0; --count)
      input += pieces[random() % pieces.size()];
    const Document document = plain(input);
    const std::string& text = document.text;
    REQUIRE(text == nfc(text));
    REQUIRE(text.find('\r') == std::string::npos);
    for (int tries = 0; tries < 20; ++tries) {
      std::size_t begin = random() % (text.size() + 1);
      std::size_t end = begin + random() % (text.size() + 1 - begin);
      while (!is_boundary(text, begin)) --begin;
      while (!is_boundary(text, end)) ++end;
      check_law(document.origin,
                {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
    // Characters that are alike in both texts are found at their place.
    for (const std::string same : {"Z", "國", "𠀀", "😀", "０"})
      for (std::size_t at = text.find(same); at != std::string::npos;
           at = text.find(same, at + 1)) {
        const auto begin = static_cast<std::uint32_t>(at);
        CHECK(document.excerpt({begin, begin + static_cast<std::uint32_t>(same.size())}).text ==
              same);
      }
  }
}

TEST_CASE("the law holds for joined lines and for pages") {
  const std::string wrapped =
      "The ministers of the two countries met in the capital on Monday and\r\n"
      "talked about the border, about trade and about the cafe\xCC\x81 in which\r\n"
      "they had met before, and agreed that the next meeting would be held\r\n"
      "in the spring.\r\n";
  const std::string page =
      "\xEF\xBB\xBF<html><body><p>The <b>AT&amp;T</b> cafe\xCC\x81 was &#x65e5;&#26412;\n the one "
      "&eacute;&mdash; that&nbsp;it <i> had</i> 𠀀.</p></body></html>";
  for (const char* name : {"a.txt", "a.html"}) {
    const Document document = plain(name == std::string("a.txt") ? wrapped : page, name);
    REQUIRE(document.blocks.size() == 1);
    const auto size = static_cast<std::uint32_t>(document.text.size());
    for (std::uint32_t begin = 0; begin < size; ++begin)
      for (std::uint32_t end = begin + 1; end <= size; end += 3)
        check_law(document.origin, {begin, end});
  }
}

TEST_CASE("a long line is read and cut in bounded time") {
  std::string input;
  while (input.size() < 5'000'000) input += "the ministers of the 日本 cafe\xCC\x81 met and ";
  const auto begin = std::chrono::steady_clock::now();
  const auto result = reading::read_bytes("long.txt", input);
  REQUIRE(result.documents.size() == 1);
  const Document& document = result.documents[0];
  for (std::uint32_t at = 0; at + 100 < document.text.size(); at += 50'000)
    document.excerpt({at, at + 100});
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  CHECK(seconds.count() < 30);  // with sanitizers on a busy machine; quadratic work takes hours
}

TEST_CASE("random bytes never break the reader") {
  std::mt19937 random(7);
  const std::string_view marks = "<>&;\"'=/!-{}[]:,#xp \n\\u";
  for (int round = 0; round < 400; ++round) {
    std::string bytes;
    for (auto count = random() % 300; count > 0; --count)
      bytes += round % 2 == 0 ? static_cast<char>(random()) : marks[random() % marks.size()];
    for (const char* name : {"a.txt", "a.html", "a.jsonl", "a"}) {
      const auto result = reading::read_bytes(name, bytes);
      CHECK(result.documents.size() + result.diagnostics.size() > 0);
      for (const Document& document : result.documents)
        for (const Block& block : document.blocks) check_law(document.origin, block.span);
    }
  }
}
