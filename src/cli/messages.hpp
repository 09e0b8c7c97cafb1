// SPDX-License-Identifier: Apache-2.0
/// @file
/// What the program tells on standard error while it works.
#pragma once

#include <chrono>
#include <cstddef>
#include <relata/diagnostic.hpp>
#include <string>

namespace relata::cli {

struct Options;

/// Prints diagnostics and remembers whether something failed. When standard error is a terminal and
/// the work takes more than a second, it shows how far the work is.
class Messages {
 public:
  /// `found` is what the command looks for in documents, in the plural.
  explicit Messages(const Options& options, const char* found = "statements");
  Messages(const Messages&) = delete;
  ~Messages();

  void report(const Diagnostic& diagnostic);
  DiagnosticSink sink() {
    return [this](const Diagnostic& diagnostic) { report(diagnostic); };
  }

  /// A document was read, in which so much was found.
  void count(std::size_t found);
  /// With -v: how much was read, in which time.
  void summarize();
  /// Report it if nothing was read and nobody has told why, as for an empty folder.
  void require_documents(const Options& options);

  std::size_t documents() const { return documents_; }
  bool failed() const { return failed_; }
  int exit_status() const { return failed_ ? 1 : 0; }

 private:
  using Clock = std::chrono::steady_clock;

  void show_progress();
  void clear_progress();

  bool quiet_, verbose_, terminal_;
  bool failed_ = false;
  std::size_t documents_ = 0;
  const char* what_;
  std::size_t found_ = 0;
  Clock::time_point begin_ = Clock::now();
  Clock::time_point shown_ = begin_;
  bool showing_ = false;
};

}  // namespace relata::cli
