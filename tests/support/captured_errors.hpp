// SPDX-License-Identifier: Apache-2.0
/// @file
/// What is printed to standard error, by us or by the libraries below.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <string>

#include "support/temporary_folder.hpp"

namespace relata::test {

/// Catches standard error from its construction to its destruction.
class CapturedErrors {
 public:
  CapturedErrors() : file_(folder_.write("stderr", "")), saved_(dup(STDERR_FILENO)) {
    std::fflush(stderr);
    if (!std::freopen(file_.c_str(), "w", stderr)) throw std::runtime_error("cannot capture");
  }
  CapturedErrors(const CapturedErrors&) = delete;
  ~CapturedErrors() {
    std::fflush(stderr);
    dup2(saved_, STDERR_FILENO);
    close(saved_);
  }

  std::string bytes() const {
    std::fflush(stderr);
    return file_bytes(file_);
  }

 private:
  TemporaryFolder folder_;
  std::string file_;
  int saved_;
};

}  // namespace relata::test
