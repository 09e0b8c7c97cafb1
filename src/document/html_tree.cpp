// SPDX-License-Identifier: Apache-2.0
// A tree from tags that may be wrong. Door: parse_html(). Follows the HTML Standard (13.2.6) in
// which tags end which elements; does not move nodes, since the order of the page must stay.

#include "document/html_tree.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <unordered_map>

#include "document/html_tokens.hpp"

namespace relata::document {
namespace {

constexpr std::size_t kDeepest = 300;

using E = HtmlElement;
using Kind = Block::Kind;

constexpr unsigned kBlock = E::block, kEmpty = E::empty, kHidden = E::invisible,
                   kRaw = E::raw | E::invisible, kChrome = E::block | E::chrome,
                   kLabel = E::block | E::labels_text, kCell = E::block | E::labels_text | E::cell,
                   kTable = E::block | E::table_part;

constexpr HtmlElement kElements[] = {
    {"a"},
    {"address", kBlock},
    {"area", kEmpty},
    {"article", kBlock},
    {"aside", kChrome},
    {"audio", kHidden},
    {"base", kEmpty},
    {"blockquote", kBlock},
    {"body", kBlock, {}, " head ", {}},
    {"br", kEmpty},
    {"button", E::chrome},
    {"canvas", kHidden},
    {"caption", kCell, Kind::caption},
    {"center", kBlock},
    {"col", kEmpty},
    {"datalist", kHidden},
    {"dd", kLabel, Kind::list_item, " dd dt ", " dl "},
    {"details", kBlock},
    {"dialog", kChrome},
    {"dir", kBlock},
    {"div", kBlock},
    {"dl", kBlock},
    {"dt", kLabel, Kind::list_item, " dd dt ", " dl "},
    {"embed", kEmpty},
    {"fieldset", kBlock},
    {"figcaption", kLabel, Kind::caption},
    {"figure", kBlock},
    {"footer", kChrome},
    {"form", kChrome},
    {"frame", kEmpty},
    {"h1", kLabel, Kind::heading},
    {"h2", kLabel, Kind::heading},
    {"h3", kLabel, Kind::heading},
    {"h4", kLabel, Kind::heading},
    {"h5", kLabel, Kind::heading},
    {"h6", kLabel, Kind::heading},
    {"head", kHidden},
    {"header", kChrome},
    {"hr", kBlock | kEmpty},
    {"html", 0},
    {"iframe", kRaw},
    {"img", kEmpty},
    {"input", kEmpty},
    {"legend", kBlock},
    {"li", kLabel, Kind::list_item, " li ", " ul ol menu dir "},
    {"link", kEmpty},
    {"main", kBlock},
    {"math", kHidden},
    {"menu", kChrome},
    {"meta", kEmpty},
    {"nav", kChrome},
    {"noembed", kRaw},
    {"noframes", kRaw},
    {"noscript", kHidden},
    {"object", kHidden},
    {"ol", kBlock},
    {"optgroup", kHidden},
    {"option", kHidden, {}, " option ", " select datalist "},
    {"p", kBlock | E::paragraph},
    {"param", kEmpty},
    {"pre", kBlock},
    {"rp", kHidden},
    {"rt", kHidden, {}, " rt rp ", " ruby "},
    {"script", kRaw},
    {"section", kBlock},
    {"select", kHidden},
    {"source", kEmpty},
    {"style", kRaw},
    {"summary", kBlock},
    {"svg", kHidden},
    {"table", kTable},
    {"tbody", kTable, {}, " td th tr thead tbody tfoot ", " table "},
    {"td", kCell, Kind::table_cell, " td th ", " tr table "},
    {"template", kHidden},
    {"textarea", kRaw},
    {"time"},
    {"tfoot", kTable, {}, " td th tr thead tbody tfoot ", " table "},
    {"th", kCell, Kind::table_cell, " td th ", " tr table "},
    {"thead", kTable, {}, " td th tr thead tbody tfoot ", " table "},
    {"title", kRaw},
    {"tr", kTable, {}, " td th tr ", " table "},
    {"track", kEmpty},
    {"ul", kBlock},
    {"video", kHidden},
    {"wbr", kEmpty},
    {"xmp", kRaw}};

constexpr HtmlElement kPage{"#page", kBlock}, kOther{"#other"};

const HtmlElement& find_element(std::string_view name) {
  static const auto elements = [] {
    std::unordered_map<std::string_view, const HtmlElement*> map;
    for (const HtmlElement& element : kElements) map.emplace(element.name, &element);
    return map;
  }();
  std::array<char, 12> lower{};  // longer than every name
  if (name.size() >= lower.size()) return kOther;
  std::transform(name.begin(), name.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  const auto found = elements.find(std::string_view(lower.data(), name.size()));
  return found == elements.end() ? kOther : *found->second;
}

bool lists(std::string_view names, std::string_view name) {
  const std::size_t at = names.find(name);
  return at != std::string_view::npos && at > 0 && names[at - 1] == ' ' &&
         names[at + name.size()] == ' ';
}

class Builder {
 public:
  explicit Builder(std::string_view page) : tokens_(page) { open(kPage, {}, {}); }

  std::vector<HtmlNode> build() {
    while (const auto token = tokens_.next()) {
      if (token->kind == HtmlToken::Kind::start_tag)
        start(*token);
      else if (token->kind == HtmlToken::Kind::end_tag)
        end(*token);
      else
        text(token->text);
    }
    close_from(0);
    return std::move(nodes_);
  }

 private:
  // An open element; elements that the table does not know are told apart by their names.
  struct Open {
    std::uint32_t node;
    const HtmlElement* element;
    std::string_view name;
  };

  void add(const HtmlElement* element, std::string_view attributes, std::string_view text) {
    const auto index = static_cast<std::uint32_t>(nodes_.size());
    nodes_.push_back({element, attributes, text, open_.empty() ? 0 : open_.back().node, index + 1});
  }

  void open(const HtmlElement& element, std::string_view name, std::string_view attributes) {
    add(&element, attributes, {});
    open_.push_back({static_cast<std::uint32_t>(nodes_.size() - 1), &element, name});
  }

  // Close the open elements from the `depth`-th on.
  void close_from(std::size_t depth) {
    for (; open_.size() > depth; open_.pop_back())
      nodes_[open_.back().node].end = static_cast<std::uint32_t>(nodes_.size());
  }

  // Close the innermost open element for which `ends` holds, unless one for which `stops` holds
  // lies further in.
  template <typename Ends, typename Stops>
  void close(Ends ends, Stops stops) {
    for (std::size_t depth = open_.size(); depth-- > 1;) {
      if (ends(open_[depth])) return close_from(depth);
      if (stops(open_[depth])) return;
    }
  }

  void text(std::string_view text) {
    const bool blank = text.find_first_not_of(" \t\n\f\r") == std::string_view::npos;
    if (!blank) leave_head();
    add(nullptr, {}, text);
  }

  // Text and blocks stand in the body, even if the page forgot to say so.
  void leave_head() {
    if (open_.back().element->name == "head") close_from(open_.size() - 1);
  }

  void start(const HtmlToken& token) {
    const HtmlElement& element = find_element(token.name);
    if (element.is(E::block)) {
      leave_head();
      close([](const Open& open) { return open.element->is(E::paragraph); },
            [](const Open& open) { return open.element->is(E::cell); });
    }
    if (!element.closes.empty()) close_siblings(element);
    if (element.is(E::empty)) return add(&element, token.attributes, {});
    if (element.is(E::raw)) return raw(element, token);
    const bool closed = token.attributes.ends_with('/') && &element == &kOther;  // XHTML
    if (closed || open_.size() >= kDeepest) return add(&element, token.attributes, {});
    open(element, token.name, token.attributes);
  }

  // Scripts end with the page if nothing else ends them; other elements without an end tag count
  // for nothing, or a "<title>" would swallow the page.
  void raw(const HtmlElement& element, const HtmlToken& token) {
    if (unclosed_.count(&element) != 0) return;
    const auto text = tokens_.raw_text(element.name);
    if (text) return add(&element, token.attributes, *text);
    unclosed_.insert(&element);
    if (element.name == "script" || element.name == "style") tokens_.stop();
  }

  void close_siblings(const HtmlElement& element) {
    std::size_t outermost = open_.size();
    for (std::size_t depth = open_.size(); depth-- > 1;) {
      if (lists(element.within, open_[depth].element->name)) break;
      if (lists(element.closes, open_[depth].element->name)) outermost = depth;
    }
    close_from(outermost);
  }

  void end(const HtmlToken& token) {
    const HtmlElement& element = find_element(token.name);
    const auto ends = [&](const Open& open) {
      return open.element == &element && (&element != &kOther || open.name == token.name);
    };
    // Parts of tables end what is in them, blocks stop at the cell that they stand in, and the rest
    // at the block.
    const auto stops = [&](const Open& open) {
      if (element.is(E::table_part)) return false;
      return open.element->is(element.is(E::block) ? E::cell : E::block);
    };
    close(ends, stops);
  }

  HtmlTokens tokens_;
  std::vector<HtmlNode> nodes_;
  std::vector<Open> open_;
  std::set<const HtmlElement*> unclosed_;  // raw elements that have no end tag from here on
};

}  // namespace

std::optional<std::string_view> HtmlNode::attribute(std::string_view name) const {
  return find_attribute(attributes, name);
}

std::vector<HtmlNode> parse_html(std::string_view page) { return Builder(page).build(); }

}  // namespace relata::document
