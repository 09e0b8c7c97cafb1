// SPDX-License-Identifier: Apache-2.0
// The tokenizer of the HTML Standard (13.2.5) as far as text needs it. Doors: HtmlTokens,
// find_attribute(). Reads every byte once and knows its place, which parsers that build a tree do
// not tell: that is why there is no library here.

#include "document/html_tokens.hpp"

#include <algorithm>

namespace relata::document {
namespace {

constexpr std::string_view kSpace = " \t\n\f\r";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }
bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
bool is_space(char c) { return kSpace.find(c) != std::string_view::npos; }

std::size_t skip_space(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(kSpace, at), text.size());
}

// Where the attribute that begins at `at` ends; sets its name and value.
std::size_t read_attribute(std::string_view text, std::size_t at, std::string_view& name,
                           std::string_view& value) {
  // A leading "=" is part of a name, so that every call moves on.
  const std::size_t name_end = std::min(text.find_first_of(" \t\n\f\r=/>", at + 1), text.size());
  name = text.substr(at, name_end - at);
  value = {};
  at = skip_space(text, name_end);
  if (at >= text.size() || text[at] != '=') return name_end;
  at = skip_space(text, at + 1);
  if (at >= text.size() || text[at] == '>') return at;
  const char quote = text[at];
  if (quote != '"' && quote != '\'') {
    const std::size_t end = std::min(text.find_first_of(" \t\n\f\r>", at), text.size());
    value = text.substr(at, end - at);
    return end;
  }
  const std::size_t end = std::min(text.find(quote, at + 1), text.size());
  value = text.substr(at + 1, end - at - 1);
  return std::min(end + 1, text.size());
}

// Where the next attribute begins, or ">" or the end.
std::size_t skip_to_attribute(std::string_view text, std::size_t at) {
  while (at < text.size() && (is_space(text[at]) || text[at] == '/')) ++at;
  return at;
}

}  // namespace

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
  return std::equal(text.begin(), text.end(), lower_case.begin(), lower_case.end(),
                    [](char a, char b) { return lower(a) == b; });
}

std::optional<std::string_view> find_attribute(std::string_view attributes, std::string_view name) {
  std::string_view key, value;
  for (std::size_t at = skip_to_attribute(attributes, 0); at < attributes.size();
       at = skip_to_attribute(attributes, at)) {
    at = read_attribute(attributes, at, key, value);
    if (equals_ignoring_case(key, name)) return value;
  }
  return {};
}

void HtmlTokens::skip_behind(std::string_view mark) {
  const std::size_t end = page_.find(mark, at_);
  at_ = end == std::string_view::npos ? page_.size() : end + mark.size();
}

std::optional<HtmlToken> HtmlTokens::tag(std::size_t name_begin, HtmlToken::Kind kind) {
  const std::size_t name_end =
      std::min(page_.find_first_of(" \t\n\f\r/>", name_begin), page_.size());
  std::size_t at = name_end;
  std::string_view name, value;
  while ((at = skip_to_attribute(page_, at)) < page_.size() && page_[at] != '>')
    at = read_attribute(page_, at, name, value);
  at_ = std::min(at + 1, page_.size());
  if (at >= page_.size()) return {};  // a tag that the end of the page cuts
  return HtmlToken{kind,
                   page_.substr(name_begin, name_end - name_begin),
                   page_.substr(name_end, at - name_end),
                   {}};
}

std::optional<HtmlToken> HtmlTokens::next() {
  while (at_ < page_.size()) {
    const std::string_view rest = page_.substr(at_);
    if (rest.starts_with("<!--")) {
      at_ += rest.starts_with("<!-->") || rest.starts_with("<!--->") ? 2 : 4;
      skip_behind(rest.starts_with("<!-->") || rest.starts_with("<!--->") ? ">" : "-->");
    } else if (rest.size() > 1 && rest[0] == '<' && is_letter(rest[1])) {
      return tag(at_ + 1, HtmlToken::Kind::start_tag);
    } else if (rest.size() > 2 && rest.starts_with("</") && is_letter(rest[2])) {
      return tag(at_ + 2, HtmlToken::Kind::end_tag);
    } else if (rest.starts_with("<!") || rest.starts_with("<?") || rest.starts_with("</")) {
      skip_behind(">");
    } else {
      const std::size_t begin = at_;
      at_ = std::min(page_.find('<', at_ + 1), page_.size());
      return HtmlToken{HtmlToken::Kind::text, {}, {}, page_.substr(begin, at_ - begin)};
    }
  }
  return {};
}

std::optional<std::string_view> HtmlTokens::raw_text(std::string_view name) {
  const std::size_t begin = at_;
  for (std::size_t at = page_.find("</", at_); at != std::string_view::npos;
       at = page_.find("</", at + 2)) {
    const std::size_t end = at + 2 + name.size();
    const bool closes = end < page_.size() &&
                        equals_ignoring_case(page_.substr(at + 2, name.size()), name) &&
                        (is_space(page_[end]) || page_[end] == '/' || page_[end] == '>');
    if (!closes) continue;
    at_ = end;
    skip_behind(">");
    return page_.substr(begin, at - begin);
  }
  return {};
}

}  // namespace relata::document
