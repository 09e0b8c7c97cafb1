// SPDX-License-Identifier: Apache-2.0
/// @file
/// Problems that do not stop the work: one bad document, one sentence that was cut.
#pragma once

#include <cstddef>
#include <functional>
#include <string>

namespace relata {

/// One problem among much good work. The text form is "document:line: message".
struct Diagnostic {
  /// Whether something that was asked for is missing from the result (`failure` makes the program
  /// end with status 1) or was only done differently.
  enum class Severity { warning, failure };

  Severity severity = Severity::failure;
  std::string document;  ///< Document::id or the name of the file
  std::size_t line = 0;  ///< from 1; 0 where a line means nothing
  std::string message;   ///< one line
};

std::string to_string(const Diagnostic& diagnostic);

/// Where the stages report to. The library itself never prints. A sink given to a call that works
/// with several threads is called by one thread at a time.
using DiagnosticSink = std::function<void(const Diagnostic&)>;

}  // namespace relata
