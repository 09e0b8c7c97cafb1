// SPDX-License-Identifier: Apache-2.0
// The text of a pattern while it is read: what patterns over rows of items and over trees share.
#pragma once

#include <relata/language.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// What is wrong with a rule; who reads the file knows where it stands.
struct RuleProblem {
  std::string message;
};

/// Reads from left to right. Blanks before what is read are skipped. Keeps the text, not a copy.
class PatternText {
 public:
  explicit PatternText(std::string_view text) : text_(text) {}

  /// The next character, or 0 at the end.
  char peek();
  /// Whether the next character is `c`, which is taken then.
  bool take(char c);
  /// Takes a capture "NAME:" if one is next; else an empty text.
  std::string_view take_capture();
  /// Takes ASCII letters, digits and characters of `more`. Throws RuleProblem if there are none.
  std::string_view word(std::string_view more);
  /// Takes the name of a class: a word, or 'text', which is folded and keeps its first mark.
  std::string class_name(const Folding& folding);
  /// Takes digits. 0 if there are none, or if the number is too large for a pattern.
  unsigned number();

  /// The begin of what was not taken yet, for messages.
  std::string next() const { return std::string(text_.substr(i_, 8)); }
  std::size_t position() const { return i_; }
  std::string_view since(std::size_t position) const {
    return text_.substr(position, i_ - position);
  }

 private:
  std::string_view text_;
  std::size_t i_ = 0;
};

/// The place of `name` in `variables`, behind all others if it is new.
int variable_number(std::vector<std::string>& variables, std::string_view name);

}  // namespace relata
