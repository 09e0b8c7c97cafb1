// SPDX-License-Identifier: Apache-2.0
// Times by regular expression and template: TimeFinder. Which words name a time and what date they
// mean stands in times.tsv of the language; here stands the calendar. Values follow the Extended
// Date/Time Format (loc.gov/standards/datetime), weeks ISO 8601.
//
// So that most text never meets a regular expression, each row is asked once for the pairs of
// characters that it can begin with: those after which its matcher wants to see more.

#include "statement/times.hpp"

#include <unicode/regex.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <bitset>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <map>
#include <optional>
#include <relata/error.hpp>
#include <relata/utf8.hpp>
#include <set>
#include <unordered_map>

namespace relata {
namespace {

constexpr int kLongestTime = 100;  // UTF-16 units that a row may match
constexpr int kClause = 100;       // UTF-16 units searched for a mark of tense, each way
constexpr int kDeepest = 8;        // names within names
// No match begins or ends within a word. Letters of the scripts that set words apart, and digits:
constexpr const char* kEdge = R"((?-i:(?<![0-9A-Za-z\u00C0-\u1FFF])|(?![0-9A-Za-z\u00C0-\u1FFF])))";

bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }
bool is_word(char16_t c) {
  return is_digit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') ||
         (c >= 0xC0 && c <= 0x1FFF);
}

// -- The calendar ---------------------------------------------------------------------------------

namespace chrono = std::chrono;
using Date = chrono::year_month_day;

enum class Unit { century, decade, year, part, quarter, month, week, weekday, day };
constexpr std::string_view kUnits[] = {"century", "decade", "year",    "part", "quarter",
                                       "month",   "week",   "weekday", "day"};

// Which one of the dates that recur. The first two are told by the words around.
enum class Tense { told, foretold, last, past, coming, next };
constexpr std::string_view kTenses[] = {"", "", "last", "past", "coming", "next"};

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

// Whether the moves name their year.
bool absolute(const Moves& moves) {
  const Move& first = moves.front();
  return first.sign == '=' && (first.unit == Unit::year || first.unit == Unit::century ||
                               (first.unit == Unit::decade && first.number >= 100));
}

// Whether they name a date that comes again and again: "31 January", "Tuesday".
bool recurrent(const Moves& moves) { return moves.front().sign == '=' && !absolute(moves); }

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

// -- The table ------------------------------------------------------------------------------------

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

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

std::string lower_case(std::string_view text) {
  std::string lower;
  return utf16(text).toLower().toUTF8String(lower);
}

// The parts of `text` between separators, without blanks around them.
std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    std::string_view part = text.substr(begin, end - begin);
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
    begin = end + 1;
  }
  return parts;
}

// Where the name of `text`, which begins with '{', ends; 0 if it has none, as "{1,3}".
std::size_t end_of_name(std::string_view text) {
  const std::size_t end = text.find('}');
  return end == std::string_view::npos || text[1] < 'a' || text[1] > 'z' ? 0 : end;
}

// "month2" is a second "month".
std::string without_number(std::string name) {
  while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.pop_back();
  return name;
}

// Reads times.tsv. The file describes its syntax.
class Reader {
 public:
  explicit Reader(const Language& language)
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
  std::unique_ptr<icu::RegexPattern> marks() {
    std::vector<std::string> groups;
    return compile(kEdge + ("(?:" + expand("{past}|{future}", "", groups)) + ")" + kEdge);
  }

  // About the row at hand.
  [[noreturn]] void fail(const std::string& problem) const {
    throw FormatError(table_.path, line_, problem);
  }

  // name -> word -> number
  const std::map<std::string, std::map<std::string, int>>& words() const { return words_; }

 private:
  static bool defines(const Language::Row& row) {
    const std::string_view cell = row.cells.front();
    return cell.starts_with('{') && end_of_name(cell) + 1 == cell.size();
  }

  // A number, or that of a unit.
  int number(std::string_view text) const {
    const auto* unit = std::find(std::begin(kUnits), std::end(kUnits), text);
    if (unit != std::end(kUnits)) return static_cast<int>(unit - std::begin(kUnits));
    int value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end)
      fail("neither a number nor a unit: '" + std::string(text) + "'");
    return value;
  }

  void define(const Language::Row& row) {
    const std::string_view cell = row.cells.front();
    const std::string name(cell.substr(1, cell.size() - 2));
    const std::string value = folding_(row.cells[1]);
    std::string& expression = expressions_[name];
    if (row.cells.size() < 3) {
      expression += (expression.empty() ? "" : "|") + value;
      return;
    }
    for (const std::string_view word : split(value, '|')) {
      words_[name][std::string(word)] = number(row.cells[2]);
      expression += (expression.empty() ? "" : "|");
      expression += (lower_case(word) == word ? "(?:\\Q" : "(?-i:\\Q") + std::string(word) + "\\E)";
    }
  }

  // `text` with expressions for names. Names whose expression has none itself become groups.
  std::string expand(std::string_view text, const std::string& number,
                     std::vector<std::string>& groups, int depth = 0) {
    std::string expanded;
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::size_t end = text[i] == '{' ? end_of_name(text.substr(i)) : 0;
      if (end == 0) {
        expanded += text[i];
        continue;
      }
      const std::string name(text.substr(i + 1, end - 1));
      const auto found = expressions_.find(without_number(name));
      if (found == expressions_.end() || depth == kDeepest) fail("unknown name '" + name + "'");
      std::vector<std::string> inner;
      const std::string suffix = number + name.substr(without_number(name).size());
      const std::string expression = expand(found->second, suffix, inner, depth + 1);
      if (inner.empty()) groups.push_back(without_number(name) + suffix);
      groups.insert(groups.end(), inner.begin(), inner.end());
      expanded += (inner.empty() ? "(" : "(?:") + expression + ")";
      i += end;
    }
    return expanded;
  }

  std::unique_ptr<icu::RegexPattern> compile(const std::string& expression) const {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where;
    std::unique_ptr<icu::RegexPattern> pattern(
        icu::RegexPattern::compile(utf16(expression), UREGEX_CASE_INSENSITIVE, where, status));
    if (U_FAILURE(status)) fail(std::string("bad expression: ") + u_errorName(status));
    return pattern;
  }

  std::vector<Moment> moments(std::string_view cell, const std::vector<std::string>& groups) const {
    std::vector<Moment> moments;
    if (cell == "?") return moments;
    for (const std::string_view side : split(cell, '/')) {
      Moment& moment = moments.emplace_back();
      for (const std::string_view word : split(side, ' ')) {
        const auto* tense = std::find(std::begin(kTenses), std::end(kTenses), word);
        if (word == "..")
          moment.open = true;
        else if (tense != std::end(kTenses))
          moment.tense = static_cast<Tense>(tense - std::begin(kTenses));
        else
          moment.steps.push_back(step(word, groups));
      }
      if (moment.open != moment.steps.empty()) fail("want steps or '..'");
    }
    if (moments.empty() || moments.size() > 2) fail("want one date or two, set apart by '/'");
    return moments;
  }

  // "{n}", "7", "year"
  Term term(std::string_view text, const std::vector<std::string>& groups) const {
    if (!text.starts_with('{')) return {{}, number(text)};
    const std::string group(text.substr(1, end_of_name(text) - 1));
    if (std::find(groups.begin(), groups.end(), group) == groups.end())
      fail("no {" + group + "} in the expression");
    return {group};
  }

  Step step(std::string_view text, const std::vector<std::string>& groups) const {
    const std::size_t sign = text.find_first_of("=+-");
    if (sign == std::string_view::npos) fail("no step: '" + std::string(text) + "'");
    const std::string_view value = text.substr(sign + 1);
    const std::size_t then = std::min(value.find_first_of("+-*"), value.size());
    Step step{term(text.substr(0, sign), groups), text[sign], term(value.substr(0, then), groups)};
    if (then < value.size()) {
      step.then = value[then];
      step.operand = number(value.substr(then + 1));
    }
    return step;
  }

  const Folding& folding_;
  Language::Table table_;
  std::size_t line_ = 0;
  std::map<std::string, std::string> expressions_;
  std::map<std::string, std::map<std::string, int>> words_;
};

// -- The search -----------------------------------------------------------------------------------

// A sentence as it is matched. In languages without spaces those beside an ideograph are left out.
struct Text {
  std::u16string units;
  std::vector<std::uint32_t> begins;  // of the unit's character: a byte of Document::text
};

Text folded(const Document& document, Span span, const Folding& folding, bool spaced) {
  Text text;
  text.units.reserve(span.size());
  text.begins.reserve(span.size());
  const auto add = [&](char16_t unit, std::size_t begin) {
    text.units += unit;
    text.begins.push_back(static_cast<std::uint32_t>(begin));
  };
  const std::string_view bytes = std::string_view(document.text).substr(0, span.end);
  std::size_t blank = std::string_view::npos;
  for (std::size_t i = span.begin; i < bytes.size();) {
    const std::size_t begin = i;
    const char32_t c = folding(next_code_point(bytes, i));
    if (c <= 0x20 || c == 0xA0 || c == 0x3000) {
      if (spaced)
        add(u' ', begin);
      else
        blank = begin;
      continue;
    }
    const char16_t first = c > 0xFFFF ? U16_LEAD(c) : static_cast<char16_t>(c);
    if (blank != std::string_view::npos && !text.units.empty() && is_word(text.units.back()) &&
        is_word(first))
      add(u' ', blank);
    blank = std::string_view::npos;
    add(first, begin);
    if (c > 0xFFFF) add(U16_TRAIL(c), begin);
  }
  return text;
}

using Matcher = std::unique_ptr<icu::RegexMatcher>;

Matcher matcher_of(const icu::RegexPattern& pattern, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  Matcher matcher(pattern.matcher(text, status));
  matcher->useTransparentBounds(true);
  matcher->useAnchoringBounds(false);
  return matcher;
}

// The characters that each row can begin with: two of them, three where words are longer than that.
class Openings {
 public:
  explicit Openings(std::size_t length) : length_(length) {}

  // The row whose pattern `matcher` runs. `spelling` is the expression, which spells every
  // character that the row can begin with, or says that it is a digit. False if the row matches
  // less.
  bool enter(std::uint16_t row, icu::RegexMatcher& matcher, const icu::UnicodeString& spelling) {
    const Successors successors(spelling);
    return extend({}, row, matcher, successors);
  }

  // The rows that may match at unit `i`; null if none.
  const std::vector<std::uint16_t>* at(const std::u16string& units, std::size_t i) const {
    if (!first_[units[i]]) return nullptr;
    const auto found = rows_.find(key(std::u16string_view(units).substr(i, length_of(units[i]))));
    return found == rows_.end() ? nullptr : &found->second;
  }

 private:
  // Which character may follow which in a match: the one beside it in the expression, any one that
  // the expression spells if an operator stands between.
  class Successors {
   public:
    explicit Successors(const icu::UnicodeString& spelling) {
      constexpr std::u16string_view kOperators = u"()[]{}?*+|\\.^$";
      const auto is_operator = [&](int i) {
        return i >= spelling.length() || kOperators.find(spelling[i]) != kOperators.npos;
      };
      for (const char16_t digit : std::u16string_view(u"0123456789")) all_.insert(digit);
      free_ = all_;
      bool in_set = false;
      for (int i = 0; i < spelling.length(); ++i) {
        const char16_t c = spelling[i];
        in_set = c == u'[' || (in_set && c != u']');
        all_.insert(c);
        if (!is_operator(i + 1)) next_[c].insert(spelling[i + 1]);
        if (in_set || is_operator(i + 1) || is_operator(i + 2)) free_.insert(c);
      }
    }

    // What may follow `prefix`, which may be in capitals.
    std::set<char16_t> of(const std::u16string& prefix) const {
      const char16_t last = prefix.empty() ? 0 : prefix.back();
      const auto lower = static_cast<char16_t>(u_tolower(last));
      std::set<char16_t> units;
      if (last == 0 || free_.count(last) != 0 || free_.count(lower) != 0) units = all_;
      for (const char16_t c : {last, lower})
        if (const auto next = next_.find(c); next != next_.end())
          units.insert(next->second.begin(), next->second.end());
      if (last == 0 || last != lower)
        for (const char16_t c : std::set<char16_t>(units))
          units.insert(static_cast<char16_t>(u_toupper(c)));
      return units;
    }

   private:
    std::set<char16_t> all_, free_;
    std::map<char16_t, std::set<char16_t>> next_;
  };

  bool extend(const std::u16string& prefix, std::uint16_t row, icu::RegexMatcher& matcher,
              const Successors& successors) {
    for (const char16_t c : successors.of(prefix)) {
      const std::u16string longer = prefix + c;
      const icu::UnicodeString text(false, longer.data(), static_cast<int32_t>(longer.size()));
      UErrorCode status = U_ZERO_ERROR;
      matcher.reset(text);
      const bool whole = matcher.lookingAt(status);
      if (!whole && !matcher.hitEnd()) continue;
      if (longer.size() == length_of(longer[0])) {
        first_.set(longer[0]);
        rows_[key(longer)].push_back(row);
      } else if (whole || !extend(longer, row, matcher, successors)) {
        return false;
      }
    }
    return true;
  }

  std::size_t length_of(char16_t first) const { return is_digit(first) ? 2 : length_; }

  static std::uint64_t key(std::u16string_view units) {
    std::uint64_t key = 0;
    for (const char16_t unit : units) key = key << 16 | unit;
    return key;
  }

  std::size_t length_;
  std::bitset<0x10000> first_;
  std::unordered_map<std::uint64_t, std::vector<std::uint16_t>> rows_;
};

std::optional<Point> resolve(const Moves& moves, std::optional<Date> from, Tense tense) {
  if (absolute(moves)) return walk(moves, new_year(1));
  if (!from) return std::nullopt;
  return recurrent(moves) ? nearest(moves, *from, tense) : walk(moves, *from);
}

}  // namespace

struct TimeFinder::Parts {
  const Folding* folding;
  bool spaced;
  std::vector<Row> rows;
  std::unique_ptr<icu::RegexPattern> marks;
  std::map<std::string, std::map<std::string, int>> words;
  std::u16string numerals;  // besides 0 to 9
  Openings openings;

  explicit Parts(const Language& language);
  bool is_numeral(char16_t c) const {
    return is_digit(c) || numerals.find(c) != std::u16string::npos;
  }
  bool within_word(const std::u16string& units, std::size_t i) const;
  std::optional<int> number(const std::string& name, const icu::UnicodeString& text) const;
  std::optional<Moves> moves(const Row& row, const Moment& moment, const icu::RegexMatcher&) const;
  std::string value(const Row& row, const icu::RegexMatcher& match, const icu::UnicodeString& text,
                    std::optional<Date> date) const;
  Tense tense(const icu::UnicodeString& text, int begin, int end) const;
};

TimeFinder::Parts::Parts(const Language& language)
    : folding(&language.folding()), spaced(language.spaced()), openings(spaced ? 3 : 2) {
  Reader reader(language);
  words = reader.words();
  for (const auto& [word, number] : words["digit"]) numerals += utf16(word)[0];
  reader.each([&](Row&& row, icu::RegexMatcher& opening, const icu::UnicodeString& spelling) {
    if (!openings.enter(static_cast<std::uint16_t>(rows.size()), opening, spelling))
      reader.fail("matches too little");
    rows.push_back(std::move(row));
  });
  if (!rows.empty()) marks = reader.marks();
}

// Whether unit `i` goes on with a word, a numeral or a decimal fraction.
bool TimeFinder::Parts::within_word(const std::u16string& units, std::size_t i) const {
  if (i == 0) return false;
  const char16_t before = units[i - 1], c = units[i];
  if (is_word(before) && is_word(c)) return true;
  if (is_numeral(before) && is_numeral(c)) return true;
  return is_digit(c) && (before == u'.' || before == u',') && i > 1 && is_digit(units[i - 2]);
}

// What a group says: a word of its table, or a numeral.
std::optional<int> TimeFinder::Parts::number(const std::string& name,
                                             const icu::UnicodeString& text) const {
  std::string word;
  text.toUTF8String(word);
  if (const auto table = words.find(without_number(name)); table != words.end()) {
    auto found = table->second.find(word);
    if (found == table->second.end()) found = table->second.find(lower_case(word));
    if (found != table->second.end()) return found->second;
  }
  const auto digits = words.find("digit");
  int total = 0, digit = 0;
  for (std::size_t i = 0; i < word.size() && digit < 10'000;) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(word, i);
    int n = static_cast<int>(c) - '0';
    if (n < 0 || n > 9) {
      if (digits == words.end()) return std::nullopt;
      const auto found = digits->second.find(word.substr(begin, i - begin));
      if (found == digits->second.end()) return std::nullopt;
      n = found->second;
    }
    if (n < 10) {
      digit = 10 * digit + n;
    } else {  // tens, hundreds
      total += std::max(digit, 1) * n;
      digit = 0;
    }
  }
  return total + digit;
}

// The text of a group, empty if it has no part in the match.
icu::UnicodeString group_of(const Row& row, const std::string& name,
                            const icu::RegexMatcher& match) {
  UErrorCode status = U_ZERO_ERROR;
  for (int i = 0; i < match.groupCount(); ++i)
    if (row.groups[static_cast<std::size_t>(i)] == name && match.start(i + 1, status) >= 0)
      return match.group(i + 1, status);
  return {};
}

// The steps whose groups have part in the match; nothing if one is no number, or none is left.
std::optional<Moves> TimeFinder::Parts::moves(const Row& row, const Moment& moment,
                                              const icu::RegexMatcher& match) const {
  Moves moves;
  for (const Step& step : moment.steps) {
    std::optional<int> numbers[] = {step.unit.number, step.number.number};
    bool part = true;
    for (const Term* term : {&step.unit, &step.number}) {
      if (term->group.empty()) continue;
      const icu::UnicodeString text = group_of(row, term->group, match);
      if (text.isEmpty()) part = false;
      numbers[term == &step.number] = number(term->group, text);
    }
    if (!part) continue;
    auto [unit, n] = numbers;
    if (!unit || !n || *unit < 0 || *unit >= static_cast<int>(std::size(kUnits)))
      return std::nullopt;
    if (step.then == '+') *n += step.operand;
    if (step.then == '-') *n -= step.operand;
    if (step.then == '*') *n *= step.operand;
    moves.push_back({static_cast<Unit>(*unit), step.sign, *n});
  }
  return moves.empty() ? std::nullopt : std::optional(moves);
}

// The tense that the words of the clause tell: the last before the time, else the first after it.
Tense TimeFinder::Parts::tense(const icu::UnicodeString& text, int begin, int end) const {
  const auto breaks = [&](int i) {  // full stops within a sentence belong to abbreviations
    return text[i] != u'.' && u_hasBinaryProperty(text[i], UCHAR_TERMINAL_PUNCTUATION);
  };
  int from = begin, to = end;
  while (from > 0 && begin - from < kClause && !breaks(from - 1)) --from;
  if (to < text.length() && breaks(to)) ++to;  // "On Monday, they will"
  while (to < text.length() && to - end < kClause && !breaks(to)) ++to;
  const Matcher matcher = matcher_of(*marks, text);
  UErrorCode status = U_ZERO_ERROR;
  std::optional<Tense> tense;
  const auto next = [&] {
    if (!matcher->find(status)) return false;
    tense = matcher->start(1, status) >= 0 ? Tense::told : Tense::foretold;
    return true;
  };
  matcher->region(from, begin, status);
  while (next()) continue;
  matcher->region(end, to, status);
  if (!tense) next();
  return tense.value_or(Tense::told);
}

std::string TimeFinder::Parts::value(const Row& row, const icu::RegexMatcher& match,
                                     const icu::UnicodeString& text,
                                     std::optional<Date> date) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto point = [&](const Moment& moment, const Moves& moves) {
    Tense tense = moment.tense;
    if (tense == Tense::told && date && recurrent(moves))
      tense = this->tense(text, match.start(status), match.end(status));
    return resolve(moves, date, tense);
  };
  std::vector<std::optional<Moves>> sides;
  for (const Moment& moment : row.moments) {
    sides.push_back(moment.open ? Moves() : moves(row, moment, match));
    if (!sides.back()) return {};
  }
  if (sides.empty()) return {};
  if (sides.size() == 1) {
    const auto only = point(row.moments[0], *sides[0]);
    return only ? to_edtf(*only) : std::string();
  }
  const Moves &left = *sides[0], &right = *sides[1];
  std::optional<Point> begin, end;
  if (!left.empty() && !right.empty() && recurrent(left) && absolute(right)) {
    end = point(row.moments[1], right);
    if (end) begin = nearest(left, end->date, Tense::past);
  } else {
    if (!left.empty()) begin = point(row.moments[0], left);
    if (begin && !right.empty() && recurrent(right))
      end = nearest(right, begin->date, Tense::coming);
    else if (!right.empty())
      end = point(row.moments[1], right);
  }
  if ((!begin && !left.empty()) || (!end && !right.empty())) return {};
  if (begin && end && begin->date > end->date) return {};
  return (begin ? to_edtf(*begin) : "..") + "/" + (end ? to_edtf(*end) : "..");
}

TimeFinder::TimeFinder(const Language& language) : parts_(std::make_unique<Parts>(language)) {}
TimeFinder::~TimeFinder() = default;
TimeFinder::TimeFinder(TimeFinder&&) noexcept = default;

std::vector<TimeExpression> TimeFinder::find(const Document& document, Span sentence) const {
  std::vector<TimeExpression> found;
  const Text folded_text = folded(document, sentence, *parts_->folding, parts_->spaced);
  const std::u16string& units = folded_text.units;
  const auto size = static_cast<int>(units.size());
  const icu::UnicodeString text(false, units.data(), size);
  std::vector<Matcher> matchers(parts_->rows.size());  // made when they are first wanted
  for (int i = 0; i + 1 < size; ++i) {
    const auto* rows = parts_->openings.at(units, i);
    if (rows == nullptr || parts_->within_word(units, i)) continue;
    int end = i;
    std::size_t best = 0;
    for (const std::uint16_t row : *rows) {
      Matcher& matcher = matchers[row];
      if (!matcher) matcher = matcher_of(*parts_->rows[row].pattern, text);
      UErrorCode status = U_ZERO_ERROR;
      matcher->region(i, std::min(size, i + kLongestTime), status);
      if (!matcher->lookingAt(status) || matcher->end(status) <= end) continue;
      end = matcher->end(status);
      best = row;
    }
    if (end == i) continue;
    std::size_t last = folded_text.begins[end - 1];
    next_code_point(document.text, last);
    found.push_back(
        {{folded_text.begins[i], static_cast<std::uint32_t>(last)},
         parts_->value(parts_->rows[best], *matchers[best], text, date_from(document.date))});
    i = end - 1;
  }
  return found;
}

}  // namespace relata
