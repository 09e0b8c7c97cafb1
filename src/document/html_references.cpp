// SPDX-License-Identifier: Apache-2.0
// Character references (HTML Standard, 13.2.5.72 and following) by libxml2's table of names. Door:
// next_reference().

#include "document/html_references.hpp"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>

#include "document/code_points.hpp"

namespace relata::document {
namespace {

constexpr std::size_t kLongestName = 16;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const auto lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_alphanumeric(char c) {
  const auto lower = static_cast<char>(c | 0x20);
  return is_digit(c) || (lower >= 'a' && lower <= 'z');
}

// Numbers 128 to 159 mean the characters of windows-1252.
char32_t repaired(char32_t c) {
  constexpr std::array<char16_t, 32> kWindows1252 = {
      0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6,  0x2030, 0x160,
      0x2039, 0x152,  0x8D,   0x17D,  0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
      0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  if (c >= 0x80 && c < 0xA0) return kWindows1252[c - 0x80];
  const bool valid = c != 0 && c <= 0x10FFFF && !(c >= 0xD800 && c < 0xE000);
  return valid ? c : 0xFFFD;
}

// `at` stands behind "&#".
char32_t number(std::string_view page, std::size_t& at) {
  std::size_t i = at;
  const bool hex = i < page.size() && (page[i] | 0x20) == 'x';
  if (hex) ++i;
  const std::size_t begin = i;
  char32_t c = 0;
  for (; i < page.size() && (hex ? hex_value(page[i]) >= 0 : is_digit(page[i])); ++i)
    c = std::min<char32_t>(c * (hex ? 16 : 10) + hex_value(page[i]), 0x110000);
  if (i == begin) return 0;
  at = i + (i < page.size() && page[i] == ';');
  return repaired(c);
}

// `at` stands behind "&". Without a semicolon only the oldest names count, as in browsers.
char32_t named(std::string_view page, std::size_t& at) {
  std::size_t i = at;
  while (i < page.size() && i - at < kLongestName && is_alphanumeric(page[i])) ++i;
  const std::string name(page.substr(at, i - at));
  const htmlEntityDesc* entity = htmlEntityLookup(reinterpret_cast<const xmlChar*>(name.c_str()));
  const bool closed = i < page.size() && page[i] == ';';
  if (!entity || !(closed || entity->value < 256)) return 0;
  at = i + closed;
  return entity->value;
}

}  // namespace

char32_t next_reference(std::string_view page, std::size_t& at) {
  if (at + 1 >= page.size() || page[at] != '&') return 0;
  const bool numeric = page[at + 1] == '#';
  std::size_t i = at + (numeric ? 2 : 1);
  const char32_t c = numeric ? number(page, i) : named(page, i);
  if (c != 0) at = i;
  return c;
}

std::string dereference(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    if (const char32_t c = next_reference(text, at); c != 0)
      append_code_point(plain, c);
    else
      plain += text[at++];
  }
  return plain;
}

}  // namespace relata::document
