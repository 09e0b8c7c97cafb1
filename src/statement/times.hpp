// SPDX-License-Identifier: Apache-2.0
// Sentence -> the times that it names.
#pragma once

#include <memory>
#include <relata/document.hpp>
#include <relata/language.hpp>
#include <string>
#include <vector>

namespace relata {

/// A time that the text names.
struct TimeExpression {
  Span span;          ///< bytes of Document::text
  std::string value;  ///< ISO 8601 or EDTF, "2023-01-29/2023-02-01"; empty if it cannot be told

  friend bool operator==(const TimeExpression&, const TimeExpression&) = default;
};

/// Finds dates and other times by the patterns of the pack (times.tsv, which describes its own
/// syntax) and resolves them against the date of the document. Knows no more of the text than the
/// clause: a year named in an earlier sentence does not count. Immutable, safe to share between
/// threads.
class TimeFinder {
 public:
  /// Keeps a reference to `language`. Throws FormatError for a row that it cannot read.
  explicit TimeFinder(const Language& language);
  ~TimeFinder();
  TimeFinder(TimeFinder&&) noexcept;

  /// The times in `sentence`, ascending and not overlapping; of those that begin at one place the
  /// longest. Without Document::date only those that name their year have a value. Takes time
  /// linear in the length of the sentence.
  std::vector<TimeExpression> find(const Document& document, Span sentence) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace relata
