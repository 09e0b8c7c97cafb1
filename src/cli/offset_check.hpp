// SPDX-License-Identifier: Apache-2.0
/// @file
/// The offsets law: cutting the decoded input at the code points of an excerpt gives its words.
#pragma once

#include <cstddef>
#include <relata/document.hpp>
#include <relata/pipeline.hpp>
#include <string>
#include <vector>

namespace relata::cli {

/// Holds excerpts of one document against its input. Refers to the document.
class OffsetCheck {
 public:
  OffsetCheck(const Document& document, const DiagnosticSink& diagnostics);

  /// All sentences, words, quotations, mentions and statements.
  void check(const Reading& reading);

  std::size_t checked() const { return checked_; }

 private:
  void check(const char* what, Span span);
  void check(const char* what, const Excerpt& excerpt);

  const Document& document_;
  const DiagnosticSink& diagnostics_;
  std::vector<std::size_t> bytes_;  // where each code point of the input begins, and its end
  std::size_t checked_ = 0;
};

}  // namespace relata::cli
