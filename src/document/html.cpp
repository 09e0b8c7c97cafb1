// SPDX-License-Identifier: Apache-2.0
// HTML page -> Draft: its text, and what its head says of date, source and language. Door:
// read_html().

#include <algorithm>
#include <utility>

#include "document/code_points.hpp"
#include "document/draft.hpp"
#include "document/html_content.hpp"
#include "document/html_references.hpp"
#include "document/html_text.hpp"
#include "document/html_tokens.hpp"
#include "document/layout.hpp"
#include "document/normalization.hpp"

namespace relata::document {
namespace {

using Nodes = std::vector<HtmlNode>;

std::string value_of(const HtmlNode& node, std::string_view attribute) {
  return std::string(trimmed(dereference(node.attribute(attribute).value_or(""))));
}

// The content of the <meta> that is called by one of `names`, the first of which is the best.
std::string meta(const Nodes& nodes, std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names)
    for (const HtmlNode& node : nodes) {
      if (!node.named("meta")) continue;
      for (const char* key : {"property", "name", "itemprop", "http-equiv"})
        if (equals_ignoring_case(node.attribute(key).value_or(""), name))
          if (std::string value = value_of(node, "content"); !value.empty()) return value;
    }
  return {};
}

std::string date_of(const Nodes& nodes, const HtmlContent& content) {
  std::string date = meta(nodes, {"article:published_time", "datepublished", "og:published_time",
                                  "pubdate", "publishdate", "date", "dc.date", "dc.date.issued"});
  // The first <time> of the text, or of the page.
  for (const bool within : {true, false})
    for (std::size_t i = 0; i < nodes.size() && calendar_date(date).empty(); ++i)
      if (nodes[i].named("time") && (!within || (i > content.root && i < nodes[content.root].end)))
        date = value_of(nodes[i], "datetime");
  return calendar_date(date);
}

std::string language_of(const Nodes& nodes) {
  for (const HtmlNode& node : nodes)
    if (node.named("html"))
      for (const char* attribute : {"lang", "xml:lang"})
        if (std::string tag = value_of(node, attribute); !tag.empty()) return tag;
  return meta(nodes, {"content-language"});
}

bool is_blank_text(std::string_view text) { return trimmed(text).empty(); }

// What to show above a text that has no headline of its own: the last <h1> before it, or the
// <title>.
std::size_t headline_of(const Nodes& nodes, const HtmlContent& content) {
  std::size_t title = 0, headline = 0;
  for (std::size_t i = 0; i < nodes[content.root].end; ++i) {
    if (nodes[i].named("title") && title == 0 && !is_blank_text(nodes[i].text)) title = i;
    if (!nodes[i].named("h1") || content.left_out[i]) continue;
    if (i >= content.root) return 0;
    headline = i;
  }
  return headline != 0 ? headline : title;
}

// Each line of `text` that is not blank, without the white space around it.
std::vector<Block> blocks_of(std::string_view text, const std::vector<Block::Kind>& kinds) {
  std::vector<Block> blocks;
  std::size_t begin = 0;
  for (const Block::Kind kind : kinds) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view words = trimmed(text.substr(begin, end - begin));
    const auto at = static_cast<std::uint32_t>(words.data() - text.data());
    // Tables lay out old pages: a sentence in a cell is no entry of a table.
    const bool sentence = kind == Block::Kind::table_cell && ends_sentence(words);
    if (!words.empty())
      blocks.push_back({{at, at + static_cast<std::uint32_t>(words.size())},
                        sentence ? Block::Kind::paragraph : kind});
    begin = end + 1;
  }
  return blocks;
}

}  // namespace

Draft read_html(std::string&& page) {
  Draft draft;
  draft.input = std::move(page);
  std::string_view marked = draft.input;
  if (marked.starts_with(kByteOrderMark)) marked.remove_prefix(kByteOrderMark.size());
  const Nodes nodes = parse_html(marked);
  const HtmlContent content = find_content(nodes);
  const HtmlText html = render(draft.input, nodes, content, headline_of(nodes, content));
  draft.text = normalize(html.text);
  draft.blocks = blocks_of(draft.text.text, html.kinds);
  draft.language_hint = language_of(nodes);
  draft.date = date_of(nodes, content);
  draft.source = meta(nodes, {"og:site_name", "application-name", "publisher"});
  return draft;
}

}  // namespace relata::document
