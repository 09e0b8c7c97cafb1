// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <chrono>
#include <relata/error.hpp>
#include <relata/language.hpp>
#include <relata/utf8.hpp>

#include "support/temporary_folder.hpp"

using namespace relata;

namespace {

const Languages& languages() {
  static const Languages all(SCHEMA "/languages");
  return all;
}

// What a call throws, without the folder of the pack; "" if nothing.
template <typename Call>
std::string problem(const test::TemporaryFolder& folder, Call call) {
  try {
    call();
  } catch (const Error& error) {
    std::string what = error.what();
    if (const auto at = what.find(folder.path().string()); at != what.npos)
      what.erase(at, folder.path().string().size() + 1);
    return what;
  }
  return {};
}

}  // namespace

TEST_CASE("packs are found by the primary language of a tag") {
  CHECK(languages().find("zh-Hant-TW").code() == "zh");
  CHECK(languages().find("en_US").code() == "en");
  CHECK_FALSE(languages().find("zh").spaced());
  CHECK_THROWS_WITH(languages().find("de"), "unknown language 'de' (there are packs for en, zh)");
  CHECK_THROWS_AS(Languages("/nowhere"), IoError);
}

TEST_CASE("folding keeps one character for each") {
  const Folding& fold = languages().find("zh").folding();
  CHECK(fold("俄羅斯與臺灣發表聯合聲明。") == "俄罗斯与台湾发表联合声明。");
  CHECK(fold("ＮＡＴＯ２０２２％，") == "NATO2022%,");
  CHECK(fold("Café 𠀀 😀") == "Café 𠀀 😀");
  std::size_t changed = 0, again = 0;
  for (char32_t c = 0x3400; c < 0x30000; ++c) {
    if (c == 0xD800) c = 0xE000;
    std::string text;
    append_code_point(text, c);
    const std::string folded = fold(text);
    CHECK((count_code_points(folded) == 1));
    changed += folded != text;
    again += fold(folded) != folded && c < 0xFF00;
  }
  CHECK(changed > 4000);
  CHECK(again == 0);
}

TEST_CASE("languages are told apart") {
  struct Case {
    const char *text, *tag;
  };
  const Case cases[] = {
      {"日本與北約發表聯合聲明", "zh-Hant"},
      {"日本与北约发表联合声明", "zh-Hans"},
      {"俄羅斯", "zh-Hant"},
      {"俄罗斯", "zh-Hans"},
      {"Japan and NATO", "en"},
      {"Putin visits Beijing", "en"},
      {"Japan, NATO sign statement", "en"},
      {"Ukraine war: Russian missile strikes kill 12 near Kyiv", "en"},
      {"美國總統拜登(Joe Biden)在白宮會見北約秘書長(Jens Stoltenberg)", "zh-Hant"},
      {"苹果公司Apple发布新款iPhone 15 Pro Max手机", "zh-Hans"},
      {"Xi Jinping (習近平) met Joe Biden (拜登) in Bali on Monday.", "en"},
      {"The minister told reporters that 岸田文雄 would not attend.", "en"},
      {"Die Bundesregierung hat am Mittwoch in Berlin neue Maßnahmen gegen Russland beschlossen.",
       ""},
      {"Das ist alles, was an dem Vorschlag gut war, sagte der Sprecher.", ""},
      {"Le président français a déclaré mardi que la France ne reconnaîtrait pas le gouvernement.",
       ""},
      {"On a vu les soldats sur la place, a dit le ministre or ils sont partis.", ""},
      {"El presidente de Estados Unidos ha dicho que no hay acuerdo con China.", ""},
      {"日本政府は火曜日、北大西洋条約機構の会議に出席すると発表した。", ""},
      {"Президент России заявил, что переговоры будут продолжены.", ""},
      {"2023 1.5% 😀", ""},
      {"", ""},
  };
  for (const Case& example : cases) {
    CAPTURE(example.text);
    CHECK(languages().detect(example.text) == example.tag);
  }
}

TEST_CASE("detection reads a text in no time") {
  std::string text;
  while (text.size() < 10 << 20) text += "日本與北約 Japan and NATO \xFF";
  const auto start = std::chrono::steady_clock::now();
  CHECK(languages().detect(text) == "zh-Hant");
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  CHECK(seconds.count() < 1);  // of 64 KiB, with sanitizers
}

TEST_CASE("broken packs tell where") {
  struct Case {
    const char *json, *problem;
  };
  const Case cases[] = {
      {"{\n \"code\": \"xx\"\n", "pack.json:3: Missing a comma or '}' after an object member."},
      {"[]", "pack.json:1: not a JSON object"},
      {"{\"scripts\": [\"Latn\"]}", "pack.json:1: no \"code\""},
      {"{\"code\": \"xx\"}", "pack.json:1: no \"scripts\""},
      {"{\"code\": \"xx\", \"scripts\": \"Latn\"}", "pack.json:1: no \"scripts\""},
      {"{\"code\": \"xx\", \"scripts\": [\"Klingon\"]}", "pack.json:1: unknown script 'Klingon'"},
      {"{\"code\": \"xx\", \"scripts\": [\"Latn\"]}", ""},
  };
  for (const Case& example : cases) {
    const test::TemporaryFolder folder;
    folder.write("pack.json", example.json);
    CHECK(problem(folder, [&] { Language{folder.path()}; }) == example.problem);
  }
  const test::TemporaryFolder folder;
  CHECK(problem(folder, [&] { Language{folder.path()}; }) == "cannot open pack.json");
  folder.write("pack.json", R"({"code": "xx", "scripts": ["Hani"], "fold": "none.json"})");
  CHECK_THROWS_AS(Language(folder.path()), IoError);
}

TEST_CASE("tables") {
  const test::TemporaryFolder folder;
  folder.write("pack.json", R"({"code": "xx", "scripts": ["Latn"]})");
  const Language language(folder.path());
  folder.write("a.tsv", "# no row\n\na\tb\r\nc\td\te\n\t\n");
  Language::Table moved;
  moved = language.table("a.tsv", 2);
  const Language::Table table = std::move(moved);
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[0].line == 3);
  CHECK(table.rows[0].cells[1] == "b");
  CHECK(table.rows[1].cells.size() == 3);
  CHECK(table.rows[2].cells[0] == "");
  CHECK(language.table("none.tsv", 2).rows.empty());
  CHECK(problem(folder, [&] { language.table("a.tsv", 3); }) ==
        "a.tsv:3: want 3 cells set apart by tabs");
  folder.write("w.tsv", "one, two\tx\nthree,,four\ty\n");
  CHECK(problem(folder, [&] { language.words("w.tsv", 2); }) ==
        "w.tsv:2: an empty word in 'three,,four'");
}
