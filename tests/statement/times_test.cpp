// SPDX-License-Identifier: Apache-2.0
#include "../../src/statement/times.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <regex>
#include <relata/error.hpp>

using namespace relata;

namespace {

const Language& language(const std::string& code) {
  static const Languages languages(SCHEMA "/languages");
  return languages.find(code);
}

const TimeFinder& finder(const std::string& code) {
  static const TimeFinder zh(language("zh")), en(language("en"));
  return code == "zh" ? zh : en;
}

Document document(std::string text, std::string date) {
  Document document;
  document.text = std::move(text);
  document.date = std::move(date);
  return document;
}

std::vector<TimeExpression> find(const TimeFinder& finder, const Document& document) {
  return finder.find(document, {0, static_cast<std::uint32_t>(document.text.size())});
}

// "1月31日=2023-01-31; 近年來="
std::string listed(const Document& document, const std::vector<TimeExpression>& times) {
  std::string list;
  for (const TimeExpression& time : times)
    list += (list.empty() ? "" : "; ") + std::string(document.at(time.span)) + "=" + time.value;
  return list;
}

bool is_edtf(const std::string& value) {
  static const std::string date =
      R"((\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|-(2[1-4]|3[3-6]|4[01])|-W([0-4]\d|5[0-3]))?|\d{3}X|\d\dXX))";
  static const std::regex shape(date + "|" + date + R"(/\.\.|\.\./)" + date + "|" + date + "/" +
                                date);
  return std::regex_match(value, shape);
}

struct Case {
  const char* language;
  const char* date;
  const char* text;
  const char* times;
};

constexpr const char* kWednesday = "2023-02-01";

const Case kCases[] = {
    // Dates, both scripts
    {"zh", kWednesday, "岸田文雄1月31日在首相官邸舉行了會談", "1月31日=2023-01-31"},
    {"zh", kWednesday, "2023年1月31日发表声明", "2023年1月31日=2023-01-31"},
    {"zh", "", "2023年1月31日發表聲明", "2023年1月31日=2023-01-31"},
    {"zh", "", "1月31日發表聲明", "1月31日="},
    {"zh", "2023-02", "1月31日發表聲明", "1月31日="},
    {"zh", kWednesday, "於 2022 年 6 月 5 日 簽署", "2022 年 6 月 5 日=2022-06-05"},
    {"zh", kWednesday, "2023年2月30日", "2023年2月30日="},
    {"zh", kWednesday, "2022年6月簽署", "2022年6月=2022-06"},
    {"zh", kWednesday, "２０２２年簽署", "２０２２年=2022"},
    {"zh", kWednesday, "二〇二三年三月五日", "二〇二三年三月五日=2023-03-05"},
    {"zh", kWednesday, "三月五日的會議", "三月五日=2022-03-05"},
    {"zh", kWednesday, "去年十二月三十一日", "去年十二月三十一日=2022-12-31"},
    {"zh", "2023-03-02", "二月廿八日", "二月廿八日=2023-02-28"},
    {"zh", kWednesday, "民國112年1月1日起實施", "民國112年1月1日起=2023-01-01/.."},
    {"zh", kWednesday, "中華民國元年", "中華民國元年=1912"},
    {"zh", kWednesday, "令和5年", "令和5年=2023"},
    {"zh", kWednesday, "2023-01-31", "2023-01-31=2023-01-31"},
    {"zh", kWednesday, "公元前221年", ""},
    // The year, month or week that is not named
    {"zh", kWednesday, "12月25日抵达", "12月25日=2022-12-25"},
    {"zh", kWednesday, "2月15日举行峰会", "2月15日=2023-02-15"},
    {"zh", kWednesday, "北約將於6月15日舉行峰會", "6月15日=2023-06-15"},
    {"zh", kWednesday, "外長6月15日將訪問北京", "6月15日=2023-06-15"},
    {"zh", kWednesday, "他6月15日說將訪問北京", "6月15日=2022-06-15"},
    {"zh", kWednesday, "將軍6月15日訪問北京", "6月15日=2022-06-15"},
    {"zh", "2023-03-01", "2月29日", "2月29日=2020-02-29"},
    {"zh", kWednesday, "31日上午", "31日上午=2023-01-31"},
    {"zh", "2023-03-15", "31日晚上8时30分", "31日晚上8时30分=2023-01-31"},
    {"zh", kWednesday, "昨(31)日", "昨(31)日=2023-01-31"},
    {"zh", kWednesday, "昨（31）日", "昨（31）日=2023-01-31"},
    {"zh", kWednesday, "周一會談", "周一=2023-01-30"},
    {"zh", kWednesday, "星期三", "星期三=2023-02-01"},
    {"zh", kWednesday, "總統計劃週五訪問", "週五=2023-02-03"},
    {"zh", kWednesday, "禮拜天(29日)", "禮拜天=2023-01-29; 29日=2023-01-29"},
    // Seen from the date of the document
    {"zh", kWednesday, "去年6月,今年,明年,前年",
     "去年6月=2022-06; 今年=2023; 明年=2024; 前年=2021"},
    {"zh", "", "去年6月", "去年6月="},
    {"zh", kWednesday, "昨天,昨日,今天,明天,前天",
     "昨天=2023-01-31; 昨日=2023-01-31; 今天=2023-02-01; 明天=2023-02-02; 前天=2023-01-30"},
    {"zh", kWednesday, "今天的烏克蘭可能是明天的東亞", "今天=2023-02-01; 明天=2023-02-02"},
    {"zh", kWednesday, "昨天晚上", "昨天晚上=2023-01-31"},
    {"zh", kWednesday, "上周三,本周,上週末", "上周三=2023-01-25; 本周=2023-W05; 上週末=2023-W04"},
    {"zh", "2021-01-03", "本周", "本周=2020-W53"},
    {"zh", kWednesday, "下月,上個月,本月底,下個月3日",
     "下月=2023-03; 上個月=2023-01; 本月底=2023-02; 下個月3日=2023-03-03"},
    {"zh", kWednesday, "年初,年底", "年初=2023; 年底=2023"},
    {"zh", kWednesday, "過去一年以前所未有的頻率", "過去一年=2022/2023"},
    {"zh", kWednesday, "近75年來,未來三年", "近75年來=1948/2023; 未來三年=2023/2026"},
    {"zh", kWednesday, "过去两个月,最近三周,近十天",
     "过去两个月=2022-12/2023-02; 最近三周=2023-W02/2023-W05; 近十天=2023-01-22/2023-02-01"},
    {"zh", kWednesday, "25年前,三天前,两个月前,半年前",
     "25年前=1998; 三天前=2023-01-29; 两个月前=2022-12; 半年前=2022-08"},
    {"zh", kWednesday, "近年來,幾年前,三年後,當天", "近年來=; 幾年前=; 三年後=; 當天="},
    // Greater and smaller units
    {"zh", "", "20世紀90年代", "20世紀90年代=199X"},
    {"zh", "", "二十世紀九十年代初", "二十世紀九十年代初=199X"},
    {"zh", "", "2020年代,19世紀末", "2020年代=202X; 19世紀末=18XX"},
    {"zh", kWednesday, "上世紀80年代,90年代,本世紀", "上世紀80年代=198X; 90年代=199X; 本世紀=20XX"},
    {"zh", kWednesday, "第一季度,2022年第四季度,第四季度",
     "第一季度=2023-33; 2022年第四季度=2022-36; 第四季度=2022-36"},
    {"zh", kWednesday, "今年上半年,去年冬天,上季度",
     "今年上半年=2023-40; 去年冬天=2022-24; 上季度=2022-36"},
    // Intervals
    {"zh", kWednesday, "於1月29日至2月1日相繼到訪", "1月29日至2月1日=2023-01-29/2023-02-01"},
    {"zh", "", "2022年12月30日至2023年1月2日",
     "2022年12月30日至2023年1月2日=2022-12-30/2023-01-02"},
    {"zh", kWednesday, "12月30日到1月2日", "12月30日到1月2日=2022-12-30/2023-01-02"},
    {"zh", kWednesday, "1月29日—31日,29至31日",
     "1月29日—31日=2023-01-29/2023-01-31; 31日=2023-01-31"},
    {"zh", kWednesday, "2014-2020年,去年1月至3月",
     "2014-2020年=2014/2020; 去年1月至3月=2022-01/2022-03"},
    {"zh", kWednesday, "2014年以來,自2014年起,2014年至今",
     "2014年以來=2014/..; 自2014年起=2014/..; 2014年至今=2014/.."},
    {"zh", kWednesday, "自去年6月,今年以来", "自去年6月=2022-06/..; 今年以来=2023/.."},
    {"zh", kWednesday, "2030年前,截至2022年底", "2030年前=../2030; 截至2022年底=../2022"},
    // No times
    {"zh", kWednesday, "本周日本首相將訪問", "本周=2023-W05"},
    {"zh", kWednesday, "周恩來,下周恩來,周日本,每周一", ""},
    {"zh", kWednesday, "三月革命,3個月,第3日,1.5日,今日俄羅斯,11個國家", ""},
    {"zh", kWednesday, "一個更加危險的世界", ""},
    {"zh", kWednesday, "", ""},
    // English: dates
    {"en", "", "on January 31, 2023, they met", "January 31, 2023=2023-01-31"},
    {"en", "", "on 31 January 2023", "31 January 2023=2023-01-31"},
    {"en", kWednesday, "They met on Jan. 31.", "Jan. 31=2023-01-31"},
    {"en", "", "They met on Jan. 31.", "Jan. 31="},
    {"en", "", "the 3rd of May, 2020", "3rd of May, 2020=2020-05-03"},
    {"en", "", "Wednesday, October 9, 2013", "Wednesday, October 9, 2013=2013-10-09"},
    {"en", "", "June 2022", "June 2022=2022-06"},
    {"en", "", "2023-01-31", "2023-01-31=2023-01-31"},
    {"en", "", "in 2019 and late 2020", "2019=2019; late 2020=2020"},
    {"en", kWednesday, "in early December", "early December=2022-12"},
    {"en", kWednesday, "NATO will meet in June", "June=2023-06"},
    {"en", kWednesday, "They may march on in May.", "May=2022-05"},
    // English: seen from the date of the document
    {"en", kWednesday, "last June, June of last year",
     "last June=2022-06; June of last year=2022-06"},
    {"en", kWednesday, "last year, this week, next month",
     "last year=2022; this week=2023-W05; next month=2023-03"},
    {"en", "", "last year, this week", "last year=; this week="},
    {"en", kWednesday, "yesterday, Today, TOMORROW",
     "yesterday=2023-01-31; Today=2023-02-01; TOMORROW=2023-02-02"},
    {"en", kWednesday, "on Monday, on Wednesday", "Monday=2023-01-30; Wednesday=2023-02-01"},
    {"en", kWednesday, "last Wednesday, next Wednesday",
     "last Wednesday=2023-01-25; next Wednesday=2023-02-08"},
    {"en", kWednesday, "He said on Tuesday that he will go", "Tuesday=2023-01-31"},
    {"en", kWednesday, "They will meet on Tuesday", "Tuesday=2023-02-07"},
    {"en", kWednesday, "On Friday morning, they will meet", "Friday morning=2023-02-03"},
    {"en", kWednesday, "two years ago, three weeks ago, several years ago",
     "two years ago=2021; three weeks ago=2023-W02; several years ago="},
    {"en", kWednesday, "over the past decade", "past decade=2013/2023"},
    {"en", kWednesday, "in the past three months", "past three months=2022-11/2023-02"},
    {"en", kWednesday, "the next five years", "next five years=2023/2028"},
    // English: greater units and intervals
    {"en", kWednesday, "the 1990s, the sixties, the 19th century",
     "1990s=199X; sixties=196X; 19th century=18XX"},
    {"en", kWednesday, "Q1 2023, the first quarter, summer 2022",
     "Q1 2023=2023-33; first quarter=2023-33; summer 2022=2022-22"},
    {"en", kWednesday, "from 29 January to 1 February",
     "from 29 January to 1 February=2023-01-29/2023-02-01"},
    {"en", "", "29 December to 2 January 2023",
     "29 December to 2 January 2023=2022-12-29/2023-01-02"},
    {"en", kWednesday, "January 29-31", "January 29-31=2023-01-29/2023-01-31"},
    {"en", "", "from 2014 to 2020, 2001–2003", "from 2014 to 2020=2014/2020; 2001–2003=2001/2003"},
    {"en", "", "from 2020 to 2014", "from 2020 to 2014="},
    {"en", kWednesday, "since 2014, since June", "since 2014=2014/..; since June=2022-06/.."},
    {"en", kWednesday, "by March, until 2025", "by March=../2023-03; until 2025=../2025"},
    // English: no times
    {"en", kWednesday, "Article 5 may be invoked. Theresa May said they march.", ""},
    {"en", kWednesday, "2000 troops, Russia Today, Good Friday, on the second, 1.5 days ago", ""},
};

}  // namespace

TEST_CASE("times are found and resolved") {
  for (const Case& row : kCases) {
    CAPTURE(row.language, row.date, row.text);
    const Document input = document(row.text, row.date);
    CHECK(listed(input, find(finder(row.language), input)) == row.times);
  }
}

TEST_CASE("values are EDTF, spans ascend and stay in the sentence") {
  for (const Case& row : kCases) {
    const std::string before = "……昨天。", after = "年初 2019";
    const Document input = document(before + row.text + after, row.date);
    const Span sentence{static_cast<std::uint32_t>(before.size()),
                        static_cast<std::uint32_t>(input.text.size() - after.size())};
    const auto times = finder(row.language).find(input, sentence);
    CAPTURE(row.text);
    CHECK(listed(input, times) == row.times);
    std::uint32_t end = sentence.begin;
    for (const TimeExpression& time : times) {
      CHECK(time.span.begin >= end);
      CHECK(time.span.size() > 0);
      CHECK(sentence.contains(time.span));
      CHECK((time.value.empty() || is_edtf(time.value)));
      end = time.span.end;
    }
  }
}

TEST_CASE("any bytes are read, in linear time") {
  const std::string parts[] = {"1",        "2023",     "一",   "十",           "月",
                               "1月1日至", "1月 ",     "年",   "January 31, ", "last ",
                               "between ", "\xFF\xE5", "今天", "\U0001F600"};
  for (const std::string& part : parts) {
    std::string text;
    while (text.size() < 45'000) text += part;
    const Document input = document(text, kWednesday);
    for (const char* code : {"zh", "en"})
      for (const TimeExpression& time : find(finder(code), input))
        CHECK(time.span.end <= text.size());
  }
}

TEST_CASE("a bad table of times is told with its line") {
  const auto folder = std::filesystem::temp_directory_path() / "relata_times_test";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "pack.json") << R"({"code": "xx", "scripts": ["Latn"]})";
  const auto problem = [&](const std::string& rows) -> std::string {
    std::ofstream(folder / "times.tsv", std::ios::trunc)
        << "{past}\twas\n{future}\twill\n{n}\t\\d+\n"
        << rows << "\n";
    const Language pack(folder);
    try {
      const TimeFinder made(pack);
    } catch (const FormatError& error) {
      const std::string what = error.what();
      return what.substr(what.find("times.tsv"));
    }
    return {};
  };
  CHECK(problem("now {n}\tyear={n}").empty());
  CHECK(problem("now (\tyear=1") == "times.tsv:4: bad expression: U_REGEX_MISMATCHED_PAREN");
  CHECK(problem("now (a)\tyear=1") == "times.tsv:4: write '(?:' for a group");
  CHECK(problem("now {m}\tyear=1") == "times.tsv:4: unknown name 'm'");
  CHECK(problem("{m}\t{m}x\nnow {m}\tyear=1") == "times.tsv:5: unknown name 'm'");
  CHECK(problem("now {n}\tyear={m}") == "times.tsv:4: no {m} in the expression");
  CHECK(problem("now {n}\tyears={n}") == "times.tsv:4: neither a number nor a unit: 'years'");
  CHECK(problem("now {n}\tyear={n}*") == "times.tsv:4: neither a number nor a unit: ''");
  CHECK(problem("now {n}\tnow") == "times.tsv:4: no step: 'now'");
  CHECK(problem("now {n}\tyear=1 / year=2 / year=3") ==
        "times.tsv:4: want one date or two, set apart by '/'");
  CHECK(problem("x?\tyear=1") == "times.tsv:4: matches too little");
  CHECK(problem("{m}\ta|b\tc") == "times.tsv:4: neither a number nor a unit: 'c'");
  std::filesystem::remove_all(folder);
}
