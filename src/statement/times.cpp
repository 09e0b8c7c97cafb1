// SPDX-License-Identifier: Apache-2.0
// Times by regular expression and template: TimeFinder. Which words name a time and what date they
// mean stands in times.tsv of the language.
//
// So that most text never meets a regular expression, each row is asked once for the two or three
// characters that it can begin with: those after which its matcher wants to see more.

#include "statement/times.hpp"

#include <unicode/regex.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <map>
#include <optional>
#include <relata/utf8.hpp>

#include "statement/calendar.hpp"
#include "statement/openings.hpp"
#include "statement/time_table.hpp"

namespace relata {

using namespace times;

namespace {

constexpr int kLongestTime = 100;  // UTF-16 units that a row may match
constexpr int kClause = 100;       // UTF-16 units searched for a mark of tense, each way

bool is_digit(char16_t c) { return c >= u'0' && c <= u'9'; }
bool is_word(char16_t c) {
  return is_digit(c) || (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z') ||
         (c >= 0xC0 && c <= 0x1FFF);
}

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
  TimeTable reader(language);
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
  total += digit;
  return total < 10'000 ? std::optional(total) : std::nullopt;
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
