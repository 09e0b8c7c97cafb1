// SPDX-License-Identifier: Apache-2.0
/// @file
/// Other people's programs that read our files, where they are installed.
#pragma once

#include <cstdlib>
#include <iostream>
#include <set>
#include <string>

namespace relata::test {

/// Whether `program` is installed; where it is not, says once what is skipped.
inline bool has_program(const std::string& program) {
  if (std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) == 0) return true;
  static std::set<std::string> told;
  if (told.insert(program).second)
    std::cout << "SKIP: " << program << " is not installed, its checks are left out\n";
  return false;
}

/// Whether a command line of the shell ends with 0; what it prints is thrown away.
inline bool succeeds(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

}  // namespace relata::test
