// SPDX-License-Identifier: Apache-2.0
// Our decoder against ICU's, on bytes of every kind.

#include <unicode/utf8.h>

#include <catch2/catch.hpp>
#include <random>
#include <relata/utf8.hpp>

using namespace relata;

#pragma GCC diagnostic ignored "-Wconversion"  // within ICU's macro

TEST_CASE("code points are read as ICU reads them") {
  std::mt19937 random(7);
  const unsigned char lively[] = {0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2,
                                  0xDF, 0xE0, 0xE4, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF};
  std::size_t different = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int k = 0; k < 8; ++k) text += static_cast<char>(lively[random() % std::size(lively)]);
    std::size_t ours = 0;
    for (int32_t theirs = 0; ours < text.size();) {
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(text.data(), theirs, static_cast<int32_t>(text.size()), c);
      different += next_code_point(text, ours) != static_cast<char32_t>(c) ||
                   ours != static_cast<std::size_t>(theirs);
    }
  }
  CHECK(different == 0);
}

TEST_CASE("code points are written and read back") {
  for (const char32_t c : {U'\0', U'a', U'\x7F', U'\x80', U'\x7FF', U'\x800', U'\xD7FF', U'\xE000',
                           U'\xFFFF', U'\x10000', U'\x10FFFF'}) {
    std::string text = "x";
    append_code_point(text, c);
    CHECK((code_point_at(text, 1) == c));
    CHECK(previous_code_point(text, text.size()) == 1);
    CHECK(count_code_points(text) == 2);
  }
  CHECK((code_point_at("", 0) == 0));
}
