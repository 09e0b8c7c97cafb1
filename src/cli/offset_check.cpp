// SPDX-License-Identifier: Apache-2.0
// Counts code points by itself, so that it does not repeat a mistake of Origin.

#include "cli/offset_check.hpp"

#include <fmt/core.h>

#include <relata/utf8.hpp>

namespace relata::cli {

OffsetCheck::OffsetCheck(const Document& document, const DiagnosticSink& diagnostics)
    : document_(document), diagnostics_(diagnostics) {
  const std::string& input = document.origin.input();
  for (std::size_t i = 0; i < input.size(); next_code_point(input, i)) bytes_.push_back(i);
  bytes_.push_back(input.size());
}

void OffsetCheck::check(const char* what, const Excerpt& excerpt) {
  ++checked_;
  const bool inside = excerpt.start <= excerpt.end && excerpt.end < bytes_.size();
  const std::string cut =
      inside ? document_.origin.input().substr(bytes_[excerpt.start],
                                               bytes_[excerpt.end] - bytes_[excerpt.start])
             : std::string();
  if (inside && cut == excerpt.text) return;
  diagnostics_({.severity = Diagnostic::Severity::failure,
                .document = document_.id,
                .line = 0,
                .message = fmt::format("{} [{},{}) is '{}' but the input has '{}'", what,
                                       excerpt.start, excerpt.end, excerpt.text, cut)});
}

void OffsetCheck::check(const char* what, Span span) {
  if (span.size() != 0) check(what, document_.excerpt(span));
}

void OffsetCheck::check(const Reading& reading) {
  for (const Sentence& sentence : reading.sentences) {
    check("sentence", sentence.span);
    for (const Token& token : sentence.tokens) check("word", token.span);
    for (const Quotation& quotation : sentence.quotations) {
      check("quotation", quotation.span);
      check("speaker", quotation.speaker);
    }
  }
  for (const Mention& mention : reading.mentions.mentions) check("mention", mention.span);
  for (const Statement& statement : reading.statements.statements) {
    check("statement", statement.provenance.excerpt);
    check("subject", statement.subject.mention);
    check("object", statement.object.mention);
  }
}

}  // namespace relata::cli
