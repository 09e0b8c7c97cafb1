// SPDX-License-Identifier: Apache-2.0
// Block -> what kind of text it is.
#pragma once

#include <unicode/regex.h>

#include <memory>
#include <relata/document.hpp>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <vector>

namespace relata {

/// Tells prose from headlines, captions, bylines and other lines of a page by the patterns of the
/// pack (lines.tsv: kind, regular expression). Immutable.
class LineClassifier {
 public:
  /// Throws FormatError for a pattern that ICU does not accept.
  explicit LineClassifier(const Language& language);

  Sentence::Kind classify(const Document& document, const Block& block) const;

  /// How many bytes of a paragraph are its dateline: "TOKYO (AP) - ".
  std::uint32_t dateline(const Document& document, const Block& block) const;

 private:
  struct Pattern {
    Sentence::Kind kind;
    std::unique_ptr<icu::RegexPattern> pattern;
  };
  std::vector<Pattern> patterns_;
  std::vector<std::unique_ptr<icu::RegexPattern>> datelines_;
};

}  // namespace relata
