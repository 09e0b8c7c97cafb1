// SPDX-License-Identifier: Apache-2.0
// Paragraphs of plain text. Door: lay_out(). A line is a paragraph unless the lines are
// hard-wrapped, which is measured: a wrapped line is full, that is, the first word of the next line
// had no place. Knows of languages only what Unicode says of their characters.

#include "document/layout.hpp"

#include <algorithm>
#include <optional>

#include "document/code_points.hpp"

namespace relata::document {
namespace {

constexpr int kNarrowest = 45, kWidest = 110;  // columns of hard-wrapped text
constexpr int kHeadingColumns = 80;
constexpr std::size_t kSampledLines = 2000;
constexpr std::size_t kMeasuredBytes = 600;  // of a line; longer lines are not wrapped

// A line without the white space around it.
struct Line {
  std::uint32_t begin, end;
  int indent;
  bool blank() const { return begin == end; }
};

class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view words = trimmed(text.substr(begin, end - begin));
      const auto from = static_cast<std::uint32_t>(words.data() - text.data());
      lines_.push_back({from, from + static_cast<std::uint32_t>(words.size()),
                        width_of(text.substr(begin, from - begin))});
      begin = end + 1;
    }
  }

  std::size_t size() const { return lines_.size(); }
  const Line& operator[](std::size_t i) const { return lines_[i]; }
  std::string_view words(std::size_t i) const {
    return text_.substr(lines_[i].begin, lines_[i].end - lines_[i].begin);
  }
  bool blank(std::size_t i) const { return i >= size() || lines_[i].blank(); }
  int width(std::size_t i) const { return lines_[i].indent + width_of(words(i)); }

 private:
  static int width_of(std::string_view text) {
    text = text.substr(0, kMeasuredBytes);
    int width = 0;
    for (std::size_t at = 0; at < text.size();) width += columns(next_code_point(text, at));
    return width;
  }

  std::string_view text_;
  std::vector<Line> lines_;
};

char32_t first_of(std::string_view words) {
  std::size_t at = 0;
  return next_code_point(words, at);
}

char32_t last_of(std::string_view words) {
  std::size_t at = words.size();
  return take_previous_code_point(words, at);
}

// Columns of what would have had to fit on the line before.
int first_word_columns(std::string_view words) {
  if (is_unspaced(first_of(words))) return 4;  // a character, and one that must not begin a line
  int width = 1;                               // the space
  for (std::size_t at = 0; at < words.size();) {
    const char32_t c = next_code_point(words, at);
    if (is_blank(c) || is_unspaced(c)) break;
    width += columns(c);
  }
  return width;
}

// Whether `words` end with a mark that has `property`, apart from brackets and quotation marks.
bool ends_with(std::string_view words, UProperty property) {
  for (std::size_t at = words.size(); at > 0;) {
    const auto c = static_cast<UChar32>(take_previous_code_point(words, at));
    const int type = u_charType(c);
    const bool closing =
        type == U_END_PUNCTUATION || type == U_FINAL_PUNCTUATION || c == '"' || c == '\'';
    if (!closing) return u_hasBinaryProperty(c, property) != 0;
  }
  return false;
}

// The length of the mark of a list item and the space behind it, 0 if the line is none.
std::uint32_t bullet_length(std::string_view words) {
  std::size_t at = 0;
  const char32_t c = next_code_point(words, at);
  const bool bullet = c == '-' || c == '*' || c == '+' || c == 0xB7 || c == 0x2022 || c == 0x2023 ||
                      c == 0x2043 || (c >= 0x25A0 && c <= 0x25FF);
  if (!bullet) return 0;
  const std::size_t mark = at;
  for (std::size_t next = at; next < words.size() && is_blank(next_code_point(words, next));)
    at = next;
  return at > mark || c > 0xFF ? static_cast<std::uint32_t>(at) : 0;
}

// The width to which the lines were cut, if they were.
std::optional<int> wrap_width(const Lines& lines) {
  std::vector<int> widths;
  std::vector<std::size_t> inner;  // lines that another follows
  for (std::size_t i = 0; i + 1 < std::min(lines.size(), kSampledLines); ++i) {
    if (lines.blank(i) || lines.blank(i + 1)) continue;
    inner.push_back(i);
    widths.push_back(lines.width(i));
  }
  if (inner.size() < 2) return {};
  const auto ninth_tenth = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() * 9 / 10);
  std::nth_element(widths.begin(), ninth_tenth, widths.end());
  const int width = *ninth_tenth;
  if (width < kNarrowest || width > kWidest) return {};
  std::size_t full = 0, complete = 0, capital = 0;
  for (const std::size_t i : inner) {
    full += lines.width(i) + first_word_columns(lines.words(i + 1)) > width;
    complete += ends_sentence(lines.words(i));
    capital += u_isupper(static_cast<UChar32>(first_of(lines.words(i + 1)))) != 0;
  }
  const bool wrapped = full * 10 >= inner.size() * 7 && complete * 10 <= inner.size() * 5 &&
                       capital * 10 <= inner.size() * 6;
  return wrapped ? std::optional(width) : std::nullopt;
}

// Whether line `i` + 1 continues the paragraph of line `i`.
bool continues(const Lines& lines, std::size_t i, int width) {
  if (lines.blank(i + 1) || bullet_length(lines.words(i + 1)) > 0) return false;
  if (lines[i + 1].indent > lines[i].indent + 1 && bullet_length(lines.words(i)) == 0) return false;
  if (lines.width(i) + first_word_columns(lines.words(i + 1)) > width) return true;
  return lines.width(i) * 10 >= width * 7 && !ends_sentence(lines.words(i));
}

// Lines [first, last] as a block; `begin` and `end` are in the text that the blocks point into.
struct Paragraph {
  std::size_t first, last;
  Span span;
};

Block::Kind kind_of(const Lines& lines, const Paragraph& paragraph, bool top, bool only) {
  if (bullet_length(lines.words(paragraph.first)) > 0) return Block::Kind::list_item;
  const bool isolated =
      lines.blank(paragraph.last + 1) && (paragraph.first == 0 || lines.blank(paragraph.first - 1));
  const bool heading = !only && paragraph.first == paragraph.last && (top || isolated) &&
                       lines.width(paragraph.first) <= kHeadingColumns &&
                       !ends_with(lines.words(paragraph.first), UCHAR_TERMINAL_PUNCTUATION);
  return heading ? Block::Kind::heading : Block::Kind::paragraph;
}

// The lines of each paragraph as one. Sets the spans.
AlignedText unwrap(std::string_view text, const Lines& lines, std::vector<Paragraph>& paragraphs) {
  AlignedText whole;
  whole.text.reserve(text.size());
  for (Paragraph& paragraph : paragraphs) {
    if (!whole.text.empty()) whole.insert("\n");
    paragraph.span.begin = static_cast<std::uint32_t>(whole.text.size());
    for (std::size_t i = paragraph.first; i <= paragraph.last; ++i) {
      const Line& line = lines[i];
      if (i > paragraph.first) {
        const std::string_view between = joint(last_of(whole.text), first_of(lines.words(i)));
        if (!between.empty()) whole.change(between, lines[i - 1].end, line.begin);
      }
      whole.keep(lines.words(i), line.begin);
    }
    paragraph.span.end = static_cast<std::uint32_t>(whole.text.size());
  }
  return whole;
}

std::vector<Paragraph> group(const Lines& lines, std::optional<int> width) {
  std::vector<Paragraph> paragraphs;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines.blank(i)) continue;
    const std::size_t first = i;
    while (width && continues(lines, i, *width)) ++i;
    paragraphs.push_back({first, i, {lines[first].begin, lines[i].end}});
  }
  return paragraphs;
}

}  // namespace

bool ends_sentence(std::string_view words) { return ends_with(words, UCHAR_S_TERM); }

std::string_view joint(char32_t before, char32_t after) {
  const bool unspaced = is_unspaced(before) || is_unspaced(after);
  const bool hyphen = before == '-' && u_islower(static_cast<UChar32>(after));
  return unspaced || hyphen || before == 0x2014 ? "" : " ";
}

std::vector<Block> lay_out(AlignedText& text) {
  std::vector<Block> blocks;
  const Lines lines(text.text);
  const std::optional<int> width = wrap_width(lines);
  std::vector<Paragraph> paragraphs = group(lines, width);
  AlignedText whole;
  if (width) whole = unwrap(text.text, lines, paragraphs);
  for (const Paragraph& paragraph : paragraphs) {
    const bool top = &paragraph == &paragraphs.front();
    Block block{paragraph.span, kind_of(lines, paragraph, top, paragraphs.size() == 1)};
    if (block.kind == Block::Kind::list_item)
      block.span.begin += bullet_length(lines.words(paragraph.first));
    if (block.span.begin < block.span.end) blocks.push_back(block);
  }
  if (width) text = through(std::move(whole), text);
  return blocks;
}

}  // namespace relata::document
