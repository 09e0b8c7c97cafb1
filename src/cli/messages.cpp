// SPDX-License-Identifier: Apache-2.0
#include "cli/messages.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdio>

#include "cli/options.hpp"

namespace relata::cli {

Messages::Messages(const Options& options, const char* found)
    : quiet_(options.quiet),
      verbose_(options.verbose),
      terminal_(::isatty(STDERR_FILENO) == 1),
      what_(found) {}

Messages::~Messages() { clear_progress(); }

void Messages::report(const Diagnostic& diagnostic) {
  const bool failure = diagnostic.severity == Diagnostic::Severity::failure;
  failed_ = failed_ || failure;
  if (quiet_ && !failure) return;
  clear_progress();
  fmt::print(stderr, "relata: {}{}\n", failure ? "" : "warning: ", to_string(diagnostic));
}

void Messages::count(std::size_t found) {
  ++documents_;
  found_ += found;
  show_progress();
}

void Messages::summarize() {
  clear_progress();
  const std::chrono::duration<double> seconds = Clock::now() - begin_;
  if (verbose_)
    fmt::print(stderr, "relata: {} documents, {} {}, {:.2f} s\n", documents_, found_, what_,
               seconds.count());
}

void Messages::require_documents(const Options& options) {
  if (documents_ == 0 && !failed_)
    report({.severity = Diagnostic::Severity::failure,
            .document = options.inputs.front(),
            .line = 0,
            .message = "no document found"});
}

void Messages::show_progress() {
  using namespace std::chrono_literals;
  const Clock::time_point now = Clock::now();
  if (!terminal_ || quiet_ || now - begin_ < 1s || now - shown_ < 100ms) return;
  shown_ = now;
  showing_ = true;
  fmt::print(stderr, "\r{} documents, {} {}", documents_, found_, what_);
}

void Messages::clear_progress() {
  if (showing_) fmt::print(stderr, "\r\033[K");
  showing_ = false;
}

}  // namespace relata::cli
