// SPDX-License-Identifier: Apache-2.0
#include "statement/pattern_text.hpp"

#include <algorithm>
#include <cctype>

namespace relata {
namespace {

bool is_alphanumeric(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

char PatternText::peek() {
  while (i_ < text_.size() && text_[i_] == ' ') ++i_;
  return i_ < text_.size() ? text_[i_] : '\0';
}

bool PatternText::take(char c) {
  if (peek() != c) return false;
  ++i_;
  return true;
}

std::string_view PatternText::take_capture() {
  peek();
  std::size_t end = i_;
  while (end < text_.size() && is_alphanumeric(text_[end])) ++end;
  if (end == i_ || end == text_.size() || text_[end] != ':') return {};
  const std::string_view name = text_.substr(i_, end - i_);
  i_ = end + 1;
  return name;
}

std::string_view PatternText::word(std::string_view more) {
  peek();
  const std::size_t begin = i_;
  while (i_ < text_.size() &&
         (is_alphanumeric(text_[i_]) || more.find(text_[i_]) != std::string_view::npos))
    ++i_;
  if (i_ == begin) throw RuleProblem{"want a word before '" + next() + "'"};
  return since(begin);
}

std::string PatternText::class_name(const Folding& folding) {
  if (!take('\'')) return std::string(word("._-@%"));
  const std::size_t end = text_.find('\'', i_);
  if (end == std::string_view::npos) throw RuleProblem{"a quotation mark is not closed"};
  std::string literal = "'" + folding(text_.substr(i_, end - i_));
  i_ = end + 1;
  return literal;
}

unsigned PatternText::number() {
  constexpr unsigned kLargest = 1000;
  unsigned number = 0;
  for (; is_digit(peek()); ++i_)
    number = std::min(number * 10 + static_cast<unsigned>(text_[i_] - '0'), kLargest);
  return number == kLargest ? 0 : number;
}

int variable_number(std::vector<std::string>& variables, std::string_view name) {
  const auto known = std::find(variables.begin(), variables.end(), name);
  const auto number = static_cast<int>(known - variables.begin());
  if (known == variables.end()) variables.emplace_back(name);
  return number;
}

}  // namespace relata
