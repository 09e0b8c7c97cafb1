// SPDX-License-Identifier: Apache-2.0
// The calendar of TimeFinder. Values follow the Extended Date/Time Format
// (loc.gov/standards/datetime), weeks ISO 8601.

#include "statement/calendar.hpp"

#include <cstdio>

namespace relata::times {
namespace {

namespace chrono = std::chrono;

Date plus_days(Date date, int days) { return chrono::sys_days(date) + chrono::days(days); }
Date new_year(int year) { return chrono::year(year) / 1 / 1; }
int year_of(Date date) { return static_cast<int>(date.year()); }
int month_of(Date date) { return static_cast<int>(static_cast<unsigned>(date.month())); }
int day_of(Date date) { return static_cast<int>(static_cast<unsigned>(date.day())); }

// 0 for Monday.
int days_into_week(Date date) {
  return static_cast<int>(chrono::weekday(chrono::sys_days(date)).iso_encoding()) - 1;
}

// The month in which a part of the year begins: seasons 21-24, quarters 33-36, halves 40-41.
int first_month(int part) {
  return part < 33 ? 3 * (part - 21) + 3 : part < 40 ? 3 * (part - 33) + 1 : 6 * (part - 40) + 1;
}

Date moved(Date date, const Move& move) {
  const int year = year_of(date), n = move.sign == '-' ? -move.number : move.number;
  const auto months = [&](int count) {
    return (date.year() / date.month() + chrono::months(count)) / 1;
  };
  const bool set = move.sign == '=';
  switch (move.unit) {
    case Unit::century:
      return new_year(set ? 100 * (n - 1) : year - year % 100 + 100 * n);
    case Unit::decade:
      if (set) return new_year(n < 100 ? year - year % 100 + n : n);
      return new_year(year - year % 10 + 10 * n);
    case Unit::year:
      return new_year(set ? n : year + n);
    case Unit::part:
      return date.year() / first_month(n) / 1;
    case Unit::quarter:
      return months(3 * n - (month_of(date) - 1) % 3);
    case Unit::month:
      return set ? date.year() / n / 1 : months(n);
    case Unit::week:
      return plus_days(date, 7 * n);
    case Unit::weekday:
      return plus_days(date, n - 1 - days_into_week(date));
    case Unit::day:
      return set ? date.year() / date.month() / n : plus_days(date, n);
  }
  return date;
}

// Where the moves lead; nothing if there is no such day.
std::optional<Point> walk(const Moves& moves, Date from) {
  Point point{from};
  for (const Move& move : moves) {
    point.date = moved(point.date, move);
    if (!point.date.ok() || year_of(point.date) < 0 || year_of(point.date) > 9999)
      return std::nullopt;
    point.precision = move.unit;
    if (move.unit == Unit::part) point.part = move.number;
    if (move.unit == Unit::quarter) {
      point.precision = Unit::part;
      point.part = 33 + (month_of(point.date) - 1) / 3;
    }
    if (move.unit == Unit::weekday) point.precision = Unit::day;
  }
  return point;
}

// What such a date recurs with. `slack`: days that it may lie on the other side than the words
// around tell. They are no proof, and nobody writes of what is almost a whole period away like
// that.
struct Period {
  Unit unit;
  int slack;
};

Period period_of(const Moves& moves) {
  switch (moves.front().unit) {
    case Unit::decade:
      return {Unit::century, 0};
    case Unit::day:
      return {Unit::month, 2};
    case Unit::weekday:
      return {Unit::week, 0};
    default:
      return {Unit::year, 31};
  }
}

// The first day of what `precision` makes of `date`.
Date beginning(Date date, Unit precision) {
  if (precision == Unit::decade) return new_year(year_of(date) - year_of(date) % 10);
  return precision == Unit::day ? date : date.year() / date.month() / 1;
}

// Whether a date is on the side of `here` that `tense` tells.
bool fits(Date date, Date here, Tense tense, int slack) {
  switch (tense) {
    case Tense::told:
      return date <= plus_days(here, slack);
    case Tense::foretold:
      return date >= plus_days(here, -slack);
    case Tense::last:
      return date < here;
    case Tense::past:
      return date <= here;
    case Tense::coming:
      return date >= here;
    case Tense::next:
      return date > here;
  }
  return false;
}

}  // namespace

// Whether the moves name their year.
bool absolute(const Moves& moves) {
  const Move& first = moves.front();
  return first.sign == '=' && (first.unit == Unit::year || first.unit == Unit::century ||
                               (first.unit == Unit::decade && first.number >= 100));
}

// Whether they name a date that comes again and again: "31 January", "Tuesday".
bool recurrent(const Moves& moves) { return moves.front().sign == '=' && !absolute(moves); }

// The nearest one of the dates that recur on that side of `from`.
std::optional<Point> nearest(const Moves& moves, Date from, Tense tense) {
  const Period period = period_of(moves);
  const bool ahead = tense == Tense::foretold || tense == Tense::coming || tense == Tense::next;
  std::optional<Point> best;
  for (int k = -4; k <= 4 && !(ahead && best); ++k) {  // leap days are four years apart
    const std::optional<Point> point = walk(moves, moved(from, {period.unit, '+', k}));
    if (point && fits(point->date, beginning(from, point->precision), tense, period.slack))
      best = point;
  }
  return best;
}

// Where the moves lead from the date of the document, if that is known.
std::optional<Point> resolve(const Moves& moves, std::optional<Date> from, Tense tense) {
  if (absolute(moves)) return walk(moves, new_year(1));
  if (!from) return std::nullopt;
  return recurrent(moves) ? nearest(moves, *from, tense) : walk(moves, *from);
}

std::string to_edtf(const Point& point) {
  const int year = year_of(point.date);
  char text[32] = "";
  const auto print = [&](const char* format, auto... values) {
    std::snprintf(text, sizeof text, format, values...);
  };
  switch (point.precision) {
    case Unit::century:
      print("%02dXX", year / 100);
      break;
    case Unit::decade:
      print("%03dX", year / 10);
      break;
    case Unit::year:
      print("%04d", year);
      break;
    case Unit::part:
    case Unit::quarter:
      print("%04d-%02d", year, point.part);
      break;
    case Unit::month:
      print("%04d-%02d", year, month_of(point.date));
      break;
    case Unit::week: {  // a week belongs to the year of its Thursday
      const Date thursday = plus_days(point.date, 3 - days_into_week(point.date));
      const auto days = chrono::sys_days(thursday) - chrono::sys_days(new_year(year_of(thursday)));
      print("%04d-W%02d", year_of(thursday), static_cast<int>(days.count()) / 7 + 1);
      break;
    }
    case Unit::weekday:
    case Unit::day:
      print("%04d-%02d-%02d", year, month_of(point.date), day_of(point.date));
  }
  return text;
}

std::optional<Date> date_from(const std::string& text) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(text.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3) return std::nullopt;
  const Date date = chrono::year(year) / month / day;
  return date.ok() && year > 0 ? std::optional(date) : std::nullopt;
}

}  // namespace relata::times
