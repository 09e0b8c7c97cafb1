// SPDX-License-Identifier: Apache-2.0
/// @file
/// CoNLL-U that is easy to read in a test.
#pragma once

#include <string>
#include <string_view>

namespace relata::test {

/// `rows` with tabs for blanks in all lines but comments.
inline std::string tabbed(std::string_view rows) {
  std::string text(rows);
  bool comment = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i == 0 || text[i - 1] == '\n') comment = text[i] == '#';
    if (text[i] == ' ' && !comment) text[i] = '\t';
  }
  return text;
}

}  // namespace relata::test
