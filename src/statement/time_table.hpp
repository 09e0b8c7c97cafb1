// SPDX-License-Identifier: Apache-2.0
// times.tsv -> the rows that TimeFinder matches.
#pragma once

#include <unicode/regex.h>

#include <map>
#include <memory>
#include <relata/error.hpp>
#include <relata/language.hpp>
#include <string>
#include <vector>

#include "statement/calendar.hpp"

namespace relata::times {

// No match begins or ends within a word. Letters of the scripts that set words apart, and digits:
inline constexpr const char* kEdge =
    R"((?-i:(?<![0-9A-Za-z\u00C0-\u1FFF])|(?![0-9A-Za-z\u00C0-\u1FFF])))";

// A unit or a number: told by the word in a group, or the same for all matches.
struct Term {
  std::string group;
  int number = 0;
};

// "year={n}+1911"
struct Step {
  Term unit;
  char sign = '=';
  Term number;
  char then = 0;  // what to do with it: '+', '-', '*'
  int operand = 0;
};

struct Moment {
  bool open = false;  // ".."
  Tense tense = Tense::told;
  std::vector<Step> steps;
};

struct Row {
  std::unique_ptr<icu::RegexPattern> pattern;
  std::vector<std::string> groups;  // the name of each
  std::vector<Moment> moments;      // two for an interval, none for a time without value
};

icu::UnicodeString utf16(std::string_view text);
std::string lower_case(std::string_view text);
// "month2" is a second "month".
std::string without_number(std::string name);

// Reads times.tsv. The file describes its syntax.
class TimeTable {
 public:
  explicit TimeTable(const Language& language)
      : folding_(language.folding()), table_(language.table("times.tsv", 2)) {
    for (const Language::Row& row : table_.rows) {
      line_ = row.line;
      if (defines(row)) define(row);
    }
  }

  // Calls `use(row, opening, spelling)` for each; `opening` is its pattern without what stands
  // before, `spelling` has every character that it may begin with.
  template <typename Use>
  void each(Use use) {
    for (const Language::Row& cells : table_.rows) {
      if (defines(cells)) continue;
      line_ = cells.line;
      Row row;
      const std::string expression = "(?:" + expand(folding_(cells.cells[0]), "", row.groups) + ")";
      const std::string before =
          cells.cells.size() > 2 ? "(?<=" + folding_(cells.cells[2]) + ")" : std::string();
      row.pattern = compile(before + kEdge + expression + kEdge);
      const auto opening = compile(expression + kEdge);
      UErrorCode status = U_ZERO_ERROR;
      const std::unique_ptr<icu::RegexMatcher> matcher(opening->matcher(status));
      if (matcher->groupCount() != static_cast<int32_t>(row.groups.size()))
        fail("write '(?:' for a group");
      row.moments = moments(cells.cells[1], row.groups);
      use(std::move(row), *matcher, utf16(expression));
    }
  }

  // Words around a time: group 1 speaks of the past, group 2 of what is to come.
  std::unique_ptr<icu::RegexPattern> marks();

  // About the row at hand.
  [[noreturn]] void fail(const std::string& problem) const {
    throw FormatError(table_.path, line_, problem);
  }

  // name -> word -> number
  const std::map<std::string, std::map<std::string, int>>& words() const { return words_; }

 private:
  static bool defines(const Language::Row& row);

  // A number, or that of a unit.
  int number(std::string_view text) const;

  void define(const Language::Row& row);

  // `text` with expressions for names. Names whose expression has none itself become groups.
  std::string expand(std::string_view text, const std::string& number,
                     std::vector<std::string>& groups, int depth = 0);

  std::unique_ptr<icu::RegexPattern> compile(const std::string& expression) const;

  std::vector<Moment> moments(std::string_view cell, const std::vector<std::string>& groups) const;

  // "{n}", "7", "year"
  Term term(std::string_view text, const std::vector<std::string>& groups) const;

  Step step(std::string_view text, const std::vector<std::string>& groups) const;

  const Folding& folding_;
  Language::Table table_;
  std::size_t line_ = 0;
  std::map<std::string, std::string> expressions_;
  std::map<std::string, std::map<std::string, int>> words_;
};

}  // namespace relata::times
