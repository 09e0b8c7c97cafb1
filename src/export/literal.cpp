// SPDX-License-Identifier: Apache-2.0
// Datatypes of literals. Dates: https://www.w3.org/TR/xmlschema11-2/#date and EDTF
// (https://www.loc.gov/standards/datetime/), which takes what XML Schema does not.

#include "export/literal.hpp"

#include <algorithm>
#include <array>

namespace relata {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// Whether `text` has the shape of `pattern`, in which 0 stands for a digit.
bool has_shape(std::string_view text, std::string_view pattern) {
  return std::equal(text.begin(), text.end(), pattern.begin(), pattern.end(),
                    [](char c, char p) { return p == '0' ? is_digit(c) : c == p; });
}

int number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

bool is_month(std::string_view digits) { return number(digits) >= 1 && number(digits) <= 12; }

bool is_day(std::string_view date) {
  constexpr std::array kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const int year = number(date.substr(0, 4)), month = number(date.substr(5, 2));
  if (!is_month(date.substr(5, 2))) return false;
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  const int last = kDays[static_cast<std::size_t>(month) - 1] + (month == 2 && leap ? 1 : 0);
  const int day = number(date.substr(8, 2));
  return day >= 1 && day <= last;
}

std::string_view date_type(std::string_view text) {
  if (has_shape(text, "0000-00-00") && is_day(text)) return "xsd:date";
  if (has_shape(text, "0000-00") && is_month(text.substr(5))) return "xsd:gYearMonth";
  if (has_shape(text, "0000")) return "xsd:gYear";
  return "edtf:EDTF";
}

}  // namespace

Value date_value(std::string_view text) {
  return {std::string(text), {}, full_iri(date_type(text)), false};
}

bool is_language_tag(std::string_view tag) {
  bool first = true;
  while (!tag.empty()) {
    const std::string_view part = tag.substr(0, tag.find('-'));
    if (part.empty() || part.size() > 8 || !std::all_of(part.begin(), part.end(), [&](char c) {
          return is_letter(c) || (!first && is_digit(c));
        }))
      return false;
    if (part.size() == tag.size()) return true;
    tag.remove_prefix(part.size() + 1);
    first = false;
  }
  return false;
}

}  // namespace relata
