// SPDX-License-Identifier: Apache-2.0
#include <unicode/uchar.h>

#include <algorithm>
#include <charconv>
#include <relata/lemma_script.hpp>
#include <relata/utf8.hpp>
#include <vector>

namespace relata {
namespace {

std::string small(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size();)
    append_code_point(
        result, static_cast<char32_t>(u_tolower(static_cast<UChar32>(next_code_point(text, i)))));
  return result;
}

// Bytes that both texts begin with, in whole code points.
std::size_t common_prefix(std::string_view a, std::string_view b) {
  std::size_t same = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size(); same = i)
    if (next_code_point(a, i) != next_code_point(b, k)) break;
  return same;
}

}  // namespace

std::string lemma_script(std::string_view form, std::string_view lemma) {
  const bool keeps_case = small(lemma) != lemma;
  const std::string base = keeps_case ? std::string(form) : small(form);
  const std::size_t same = common_prefix(base, lemma);
  if (same == 0) return "=" + std::string(lemma);
  return (keeps_case ? "k" : "l") +
         std::to_string(count_code_points(std::string_view(base).substr(same))) + "+" +
         std::string(lemma.substr(same));
}

std::string apply_lemma_script(std::string_view form, std::string_view script) {
  if (script.starts_with('=') && script.size() > 1) return std::string(script.substr(1));
  const std::size_t plus = script.find('+');
  if (plus == script.npos || plus == 0) return std::string(form);
  std::string lemma = script.front() == 'l' ? small(form) : std::string(form);
  std::size_t cut = 0;
  std::from_chars(script.data() + 1, script.data() + plus, cut);
  if (cut >= count_code_points(lemma)) return std::string(form);
  for (; cut > 0; --cut) lemma.resize(previous_code_point(lemma, lemma.size()));
  return lemma += script.substr(plus + 1);
}

}  // namespace relata
