// SPDX-License-Identifier: Apache-2.0
// Texts that nobody means: they take bounded time and harm nothing.

#include <catch2/catch.hpp>
#include <chrono>

#include "sentence/annotating.hpp"

using namespace relata;

namespace {

double seconds(const std::string& language, const std::string& text) {
  const auto begin = std::chrono::steady_clock::now();
  annotating::annotate(language, text);
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

std::string repeated(const std::string& part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

}  // namespace

TEST_CASE("random bytes are words of some kind") {
  unsigned seed = 7;
  const auto random = [&] { return (seed = seed * 1664525U + 1013904223U) >> 16; };
  for (int i = 0; i < 300; ++i) {
    std::string text;
    for (unsigned length = random() % 60; length > 0; --length)
      text += static_cast<char>(random() % 5 == 0 ? 0xE4 + random() % 3 : random() % 256);
    CHECK_NOTHROW(annotating::annotate(i % 2 == 0 ? "zh" : "en", text));
  }
}

TEST_CASE("one character, marks, emoji and right-to-left text take linear time") {
  for (const char* part : {"中", "，", "a", "😀", "👨‍👩‍👧 ", "שלום ", "مرحبا، "}) {
    CAPTURE(part);
    const double once = seconds("zh", repeated(part, 1500));
    const double four_times = seconds("zh", repeated(part, 6000));
    CHECK(four_times < 8 * once + 1);
  }
}

TEST_CASE("a sentence of 15,000 characters is cut into parts that have trees") {
  const auto result =
      annotating::annotate("zh", repeated("中國和日本在東京舉行會談並討論經濟合作", 790));
  CHECK(result.sentences.size() > 10);
  CHECK(result.messages.size() == 1);
  for (const Sentence& sentence : result.sentences) {
    int roots = 0;
    for (const Token& token : sentence.tokens) {
      roots += token.head < 0;
      CHECK(token.head < static_cast<int>(sentence.tokens.size()));
      CHECK_FALSE(token.deprel.empty());
    }
    CHECK(roots == 1);
  }
}
