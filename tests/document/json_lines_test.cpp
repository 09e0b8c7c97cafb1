// SPDX-License-Identifier: Apache-2.0
// JSON Lines -> a document a line.

#include <catch2/catch.hpp>

#include "document/reading.hpp"

using namespace relata;
using reading::read_bytes;

TEST_CASE("a line is a document") {
  const auto result = read_bytes(
      "news.jsonl",
      "\xEF\xBB\xBF{\"id\": \"a/1\", \"text\": \"The talks ended.\", \"date\": \"2023-01-31\", "
      "\"source\": \"The Paper\", \"lang\": \"en\", \"more\": {\"text\": [1, {}]}}\r\n"
      "\n"
      "{\"text\": \"\\u65e5\\u672c\\u6c92\\u6709\\ud840\\udc00\\u53c3\\u52a0\\u3002\"}\n"
      "{\"id\": 12345678901234567890123, \"text\": \"The talks\\r\\nof the two\", \"lang\": null}");
  CHECK(result.messages().empty());
  REQUIRE(result.documents.size() == 3);
  const Document& first = result.documents[0];
  CHECK(first.id == "a/1");
  CHECK(first.text == "The talks ended.");
  CHECK(first.date == "2023-01-31");
  CHECK(first.source == "The Paper");
  CHECK(first.language == "en");
  const Document& second = result.documents[1];
  CHECK(second.id == "news.jsonl:3");
  CHECK(second.language == "zh-Hant");
  CHECK(second.excerpt(reading::span_of(second, "參加")) == Excerpt{5, 7, "參加"});
  const Document& third = result.documents[2];
  CHECK(third.id == "12345678901234567890123");
  CHECK(third.text == "The talks\nof the two");
  CHECK(third.excerpt(reading::span_of(third, "of")) == Excerpt{11, 13, "of"});
}

TEST_CASE("a broken line is reported and the others are read") {
  const auto result = read_bytes("n.jsonl",
                                 "{\"text\": \"The first of it.\"}\n"
                                 "{\"text\": \"The second of it.\"}\n"
                                 "{\"text\": \"The third\n"
                                 "{\"text\": \"The fourth of it.\"}\n"
                                 "{\"text\": \"The fifth of it.\"}\n");
  CHECK(result.documents.size() == 4);
  CHECK(result.messages() ==
        "n.jsonl:3: not JSON at byte 20: Missing a closing quotation mark in string.");
}

TEST_CASE("every broken line says what is wrong") {
  const std::pair<std::string, std::string> cases[] = {
      {R"({"id": "a"})", "no \"text\""},
      {R"({"text": null})", "no \"text\""},
      {R"({"text": 5})", "\"text\" is not a string"},
      {R"({"text": ["The"]})", "\"text\" is not a string"},
      {R"({"text": "The", "id": {}})", "\"id\" is not a string"},
      {R"({"text": ""})", "no text"},
      {R"({"text": "\udc00 the"})", "\"text\" holds half of a surrogate pair"},
      {R"({"text": "The", "lang": "xx"})", "unknown language 'xx' (there are packs for en, zh)"},
      {R"({"text": "12345"})", "language not recognised"},
      {R"(["text"])", "not a JSON object"},
      {R"({"text": "The end"} x)",
       "not JSON at byte 21: The document root must not be followed by "
       "other values."}};
  for (const auto& [line, message] : cases) {
    const auto result = read_bytes("n.jsonl", line);
    CHECK(result.messages() == "n.jsonl:1: " + message);
    CHECK(result.documents.empty());
  }
  CHECK(read_bytes("n.jsonl", R"({"text": "\ud800 the"})").messages().find("surrogate") !=
        std::string::npos);
  CHECK(read_bytes("n.jsonl", std::string(500'000, '[')).diagnostics.size() == 1);
  CHECK(read_bytes("n.jsonl", "{\"text\": \"The\", \"x\": " + std::string(200'000, '[') +
                                  std::string(200'000, ']') + "}")
            .documents.size() == 1);
}

TEST_CASE("what is odd in a good line is a warning") {
  const auto result =
      read_bytes("n.jsonl",
                 "{\"id\": \"a\", \"text\": \"The first.\", \"date\": \"soon\"}\n"
                 "{\"id\": \"a\", \"text\": \"The second.\", \"date\": 20230131}\n");
  REQUIRE(result.documents.size() == 2);
  CHECK(result.documents[0].date.empty());
  CHECK(result.documents[1].date == "2023-01-31");
  CHECK(result.messages() ==
        "[n.jsonl:1: not a date: 'soon']\n[n.jsonl:2: id 'a' stands on line 1 already]");
}

TEST_CASE("dates are days of the calendar") {
  const auto date = [](const std::string& text) {
    return read_bytes("n.jsonl", "{\"text\": \"The end\", \"date\": \"" + text + "\"}")
        .documents.at(0)
        .date;
  };
  CHECK(date("2023-01-31") == "2023-01-31");
  CHECK(date("2023-01-31T08:00:00+08:00") == "2023-01-31");
  CHECK(date("2023/1/5 10:00") == "2023-01-05");
  CHECK(date("20230105") == "2023-01-05");
  for (const char* none :
       {"", "2023", "2023-02-30", "2023-13-01", "31.1.2023", "202301051", "yesterday"})
    CHECK(date(none).empty());
}
