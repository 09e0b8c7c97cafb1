// SPDX-License-Identifier: Apache-2.0
// Reads times.tsv; the file of the English pack describes the syntax.

#include "statement/time_table.hpp"

#include <algorithm>
#include <charconv>

namespace relata::times {
namespace {

constexpr int kDeepest = 8;  // names within names

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

}  // namespace

icu::UnicodeString utf16(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<int32_t>(text.size())});
}

std::string lower_case(std::string_view text) {
  std::string lower;
  return utf16(text).toLower().toUTF8String(lower);
}

std::string without_number(std::string name) {
  while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.pop_back();
  return name;
}

bool TimeTable::defines(const Language::Row& row) {
  const std::string_view cell = row.cells.front();
  return cell.starts_with('{') && end_of_name(cell) + 1 == cell.size();
}

int TimeTable::number(std::string_view text) const {
  const auto* unit = std::find(std::begin(kUnits), std::end(kUnits), text);
  if (unit != std::end(kUnits)) return static_cast<int>(unit - std::begin(kUnits));
  int value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end)
    fail("neither a number nor a unit: '" + std::string(text) + "'");
  return value;
}

void TimeTable::define(const Language::Row& row) {
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

std::string TimeTable::expand(std::string_view text, const std::string& number,
                              std::vector<std::string>& groups, int depth) {
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

std::unique_ptr<icu::RegexPattern> TimeTable::compile(const std::string& expression) const {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  std::unique_ptr<icu::RegexPattern> pattern(
      icu::RegexPattern::compile(utf16(expression), UREGEX_CASE_INSENSITIVE, where, status));
  if (U_FAILURE(status)) fail(std::string("bad expression: ") + u_errorName(status));
  return pattern;
}

std::vector<Moment> TimeTable::moments(std::string_view cell,
                                       const std::vector<std::string>& groups) const {
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

Term TimeTable::term(std::string_view text, const std::vector<std::string>& groups) const {
  if (!text.starts_with('{')) return {{}, number(text)};
  const std::string group(text.substr(1, end_of_name(text) - 1));
  if (std::find(groups.begin(), groups.end(), group) == groups.end())
    fail("no {" + group + "} in the expression");
  return {group};
}

Step TimeTable::step(std::string_view text, const std::vector<std::string>& groups) const {
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

std::unique_ptr<icu::RegexPattern> TimeTable::marks() {
  std::vector<std::string> groups;
  return compile(kEdge + ("(?:" + expand("{past}|{future}", "", groups)) + ")" + kEdge);
}

}  // namespace relata::times
