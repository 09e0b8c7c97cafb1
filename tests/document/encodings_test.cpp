// SPDX-License-Identifier: Apache-2.0
// Bytes of known encodings -> the sentence that was encoded.

#include <unicode/ucnv.h>

#include <catch2/catch.hpp>
#include <relata/error.hpp>

#include "document/reading.hpp"

namespace {

std::string encode(const std::string& utf8, const char* encoding) {
  const icu::UnicodeString units = icu::UnicodeString::fromUTF8(utf8);
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string bytes(utf8.size() * 4 + 16, '\0');
  const int32_t length =
      ucnv_fromUChars(converter, bytes.data(), static_cast<int32_t>(bytes.size()),
                      units.getBuffer(), units.length(), &status);
  ucnv_close(converter);
  INFO(encoding << " cannot hold " << utf8);
  REQUIRE(U_SUCCESS(status));
  bytes.resize(static_cast<std::size_t>(length));
  return bytes;
}

// What `bytes` were decoded to, or the messages if they were not.
std::string decode(std::string_view bytes, const std::string& encoding = "",
                   const std::string& name = "a.txt") {
  relata::ReadOptions options;
  options.encoding = encoding;
  options.language = "en";  // whatever the text: languages are another test
  const auto result = reading::read_bytes(name, bytes, options);
  return result.documents.empty() || !result.diagnostics.empty()
             ? result.messages()
             : result.documents[0].origin.input();
}

struct Sample {
  const char* encoding;
  const char* text;
};

// Sentences of our own, long and short, as news and notes have them.
const Sample kSamples[] = {
    {"GB18030", "外交部发言人表示，两国将继续在能源、贸易和教育领域扩大合作。"},
    {"GB18030", "代表团昨天抵达首都，会谈持续了三个小时。"},
    {"GB18030", "中方没有参加这次演习。"},
    {"GB18030", "公司与大学签署了协议，NATO也派人参加2023年的会议。"},
    {"GB18030", "中国队赢了。"},
    {"Big5", "外交部發言人表示，兩國將繼續在能源、貿易和教育領域擴大合作。"},
    {"Big5", "代表團昨天抵達首都，會談持續了三個小時。"},
    {"Big5", "日本打算參加下個月的會議。"},
    {"Big5", "總統在記者會上說：「我們不會退讓。」NATO沒有回應。"},
    {"Shift_JIS", "首相は来月、欧州の三か国を訪問する予定です。"},
    {"Shift_JIS", "両国は新しい協定に署名した。"},
    {"Shift_JIS", "エネルギー分野での協力を強化するとトヨタは発表した。"},
    {"EUC-JP", "首相は来月、欧州の三か国を訪問する予定です。"},
    {"EUC-JP", "両国は新しい協定に署名した。"},
    {"EUC-KR", "대통령은 다음 달에 유럽 세 나라를 방문할 예정이다."},
    {"EUC-KR", "두 나라는 새 협정에 서명했다."},
    {"windows-1252", "The café owners’ association said: “We won’t pay.”"},
    {"windows-1252", "She didn’t know that they’d left, but it wasn’t her fault."},
    {"windows-1252", "It was about 24°C in the capital when the talks began, and £5 for a tea."},
    {"windows-1252", "In the 1930’s nobody asked."},
    {"windows-1252", "Angela Müller visited São Paulo – and liked it."},
    {"windows-1252",
     "Der Präsident würde gern über die Verträge sprechen, müsste aber früher kommen."},
    {"windows-1251", "Министр иностранных дел прибыл в столицу с официальным визитом."},
    {"windows-1251", "Стороны подписали договор."},
    {"windows-1253", "Ο πρωθυπουργός θα επισκεφθεί την πρωτεύουσα τον επόμενο μήνα."},
    {"UTF-16LE", "The talks went on for three hours."},
    {"UTF-16BE", "The talks went on for three hours."},
    {"UTF-16LE", "代表團昨天抵達首都，會談持續了三個小時。"},
    {"UTF-16BE", "代表团昨天抵达首都，会谈持续了三个小时。\n第二段。"},
    {"UTF-32LE", "The talks went on for three hours."},
    {"UTF-8", "代表團昨天抵達首都。"},
};

}  // namespace

TEST_CASE("the encoding of a sentence is found out") {
  for (const Sample& sample : kSamples) {
    INFO(sample.encoding);
    CHECK(decode(encode(sample.text, sample.encoding)) == sample.text);
  }
}

TEST_CASE("a page of markup around the sentence does not hide its encoding") {
  const std::string markup =
      "<html><head><title>News</title><script>var a = 1;</script></head><body><div class=\"main\">";
  for (const Sample& sample : kSamples) {
    if (std::string_view(sample.encoding).starts_with("UTF-")) continue;
    INFO(sample.encoding);
    const std::string page = markup + sample.text + "</div></body></html>\n";
    CHECK(decode(encode(page, sample.encoding)) == page);
  }
}

TEST_CASE("every byte order mark names its encoding") {
  const std::string text = "Talks — 會談.";
  const auto with = [&](std::string_view bom, const char* encoding) {
    return std::string(bom) + encode(text, encoding);
  };
  using namespace std::string_view_literals;
  CHECK(decode(with("\xFF\xFE"sv, "UTF-16LE")) == text);
  CHECK(decode(with("\xFE\xFF"sv, "UTF-16BE")) == text);
  CHECK(decode(with("\xFF\xFE\0\0"sv, "UTF-32LE")) == text);
  CHECK(decode(with("\0\0\xFE\xFF"sv, "UTF-32BE")) == text);
  CHECK(decode(with("\xEF\xBB\xBF"sv, "UTF-8"), "GB18030") == "\xEF\xBB\xBF" + text);
}

TEST_CASE("a given encoding is used") {
  CHECK(decode(encode("두 나라는", "EUC-KR"), "EUC-KR") == "두 나라는");
  CHECK(decode(encode("中方", "GB18030"), "GB2312") == "中方");
}

TEST_CASE("the charset that a page declares is used unless it is wrong") {
  const auto page = [](const std::string& head, const char* encoding, const std::string& text) {
    return head + "<p>" + encode(text, encoding) + "</p>";
  };
  const auto decoded = [&](const std::string& head, const char* encoding, const std::string& text) {
    return decode(page(head, encoding, text), "", "a.html") == page(head, "UTF-8", text);
  };
  CHECK(decoded("<META CHARSET=\"gbk\">", "GB18030", "中方"));
  CHECK(decoded("<!-- x --><meta http-equiv='Content-Type' content='text/html; charset=euc-kr'>",
                "EUC-KR", "나라"));
  CHECK(decoded("<?xml version='1.0' encoding='big5'?><html>", "Big5", "中方"));
  CHECK(decoded("<meta charset=gbk>", "UTF-8", "中方"));
  CHECK(decoded("<meta charset=utf-8>", "Big5", "日本打算參加下個月的會議。"));
  CHECK(decoded("<meta charset=no-such>", "Big5", "日本打算參加下個月的會議。"));
  CHECK(decoded("<meta charset", "Big5", "日本打算參加下個月的會議。"));
}

TEST_CASE("malformed bytes become U+FFFD, one for each maximal subpart") {
  // The example of Unicode 15, table 3-11, and others.
  const std::pair<std::string, std::string> cases[] = {
      {"\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64",
       "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd"},
      {"\xC0\xAF\xE0\x80\xBF\x41", "\uFFFD\uFFFD\uFFFD\uFFFD\uFFFDA"},
      {"\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD"},
      {"\xF4\x91\x92\x93", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"x\xE4\xB8", "x\uFFFD"}};
  relata::ReadOptions options;
  options.encoding = "UTF-8";
  const std::string words =
      "The talks of the two ministers went on for three hours, and it was not the "
      "end of them, since nobody wanted to go home. ";
  for (const auto& [bytes, text] : cases) {
    const auto result = reading::read_bytes("a.txt", words + bytes, options);
    REQUIRE(result.documents.size() == 1);
    CHECK(result.documents[0].origin.input() == words + text);
    CHECK(result.diagnostics.size() == 1);
  }
}

TEST_CASE("a few bad bytes in UTF-8 do not change the encoding, and are reported") {
  const std::string text =
      "The talks went on.\nThe minister \xE6\x97\xA5\xE6\x9C\xAC "
      "\xE5\x8C\x97\xE7\xB4\x84\xE5 came.\xFF\n";
  const auto result = reading::read_bytes("note.txt", text);
  REQUIRE(result.documents.size() == 1);
  CHECK(result.documents[0].text == "The talks went on.\nThe minister 日本 北約� came.�\n");
  CHECK(result.messages() ==
        "[note.txt:2: 2 malformed byte sequences were replaced, here the first]");
}

TEST_CASE("what is not text is refused") {
  using namespace std::string_view_literals;
  CHECK(reading::read_bytes("a", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0\x08\6\0"sv)
            .messages() == "a: not text");
  CHECK(reading::read_bytes("b", std::string(100, '\0')).messages() == "b: not text");
  CHECK(reading::read_bytes("c.txt", "").messages() == "c.txt: no text");
  CHECK(reading::read_bytes("d.txt", "\xEF\xBB\xBF \n\n").messages() == "d.txt: no text");
  CHECK(reading::read_bytes("e.html", "<p> &nbsp; </p>").messages() == "e.html: no text");
  CHECK(reading::read_bytes("f.jsonl", "\n").messages() == "f.jsonl: no text");
  // One control character in much text is no reason.
  CHECK(reading::read_bytes("g.txt",
                            "The talks of the two ministers went on for \0 three hours, and "
                            "it was not the end of them."sv)
            .documents.size() == 1);
}

TEST_CASE("an unknown encoding or language is refused at once") {
  relata::ReadOptions options;
  options.encoding = "no-such";
  CHECK_THROWS_AS(relata::DocumentReader(reading::languages(), options), relata::UnknownName);
  options = {};
  options.language = "xx";
  CHECK_THROWS_AS(relata::DocumentReader(reading::languages(), options), relata::UnknownName);
}
