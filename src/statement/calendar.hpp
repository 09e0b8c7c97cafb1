// SPDX-License-Identifier: Apache-2.0
// Steps to a date -> date, and its text form.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relata::times {

using Date = std::chrono::year_month_day;

enum class Unit { century, decade, year, part, quarter, month, week, weekday, day };
inline constexpr std::string_view kUnits[] = {"century", "decade", "year",    "part", "quarter",
                                              "month",   "week",   "weekday", "day"};

// Which one of the dates that recur. The first two are told by the words around.
enum class Tense { told, foretold, last, past, coming, next };
inline constexpr std::string_view kTenses[] = {"", "", "last", "past", "coming", "next"};

// A step to a date: set a unit of it ('='), or go on or back.
struct Move {
  Unit unit;
  char sign;
  int number;
};
using Moves = std::vector<Move>;

struct Point {
  Date date;
  Unit precision = Unit::day;
  int part = 0;  // of the year, as EDTF numbers them
};

// Whether the moves name their year.
bool absolute(const Moves& moves);
// Whether they name a date that comes again and again: "31 January", "Tuesday".
bool recurrent(const Moves& moves);
// The nearest one of the dates that recur on that side of `from`.
std::optional<Point> nearest(const Moves& moves, Date from, Tense tense);
// Where the moves lead from the date of the document, if that is known.
std::optional<Point> resolve(const Moves& moves, std::optional<Date> from, Tense tense);

std::string to_edtf(const Point& point);
// "2023-01-31..."; nothing if there is no such day.
std::optional<Date> date_from(const std::string& text);

}  // namespace relata::times
