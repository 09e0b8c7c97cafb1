// SPDX-License-Identifier: Apache-2.0
/// @file
/// HTML page -> tags and stretches of text, each with its place in the page.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace relata::document {

struct HtmlToken {
  enum class Kind { text, start_tag, end_tag };

  Kind kind;
  std::string_view name;        ///< of the tag, as the page writes it
  std::string_view attributes;  ///< what stands between the name and ">"
  std::string_view text;        ///< with character references
};

/// Walks a page, which must outlive it. Leaves out comments, declarations and processing
/// instructions.
class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view page) : page_(page) {}

  /// The next token; none at the end of the page.
  std::optional<HtmlToken> next();

  /// Read on behind the end tag of the element `name` that was just opened, taking what lies
  /// between as one stretch of text ("<script>"). Nothing if the page has no such end tag.
  std::optional<std::string_view> raw_text(std::string_view name);

  /// Read nothing more.
  void stop() { at_ = page_.size(); }

 private:
  std::optional<HtmlToken> tag(std::size_t name_begin, HtmlToken::Kind kind);
  void skip_behind(std::string_view mark);

  std::string_view page_;
  std::size_t at_ = 0;
};

/// The value of an attribute, with references; none if it is not there.
std::optional<std::string_view> find_attribute(std::string_view attributes, std::string_view name);

/// Whether `text` is `lower` if upper-case letters of ASCII count as lower-case.
bool equals_ignoring_case(std::string_view text, std::string_view lower);

}  // namespace relata::document
