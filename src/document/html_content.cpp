// SPDX-License-Identifier: Apache-2.0
// Main text extraction by structure: landmarks first, then where the text is dense and links are
// few (as Kohlschuetter et al., Boilerplate Detection using Shallow Text Features, WSDM 2010, find
// both to tell most). Door: find_content(). Nothing that holds half of the text is ever taken for
// boilerplate.

#include "document/html_content.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "document/html_tokens.hpp"

namespace relata::document {
namespace {

using Nodes = std::vector<HtmlNode>;

constexpr std::size_t kShortLinkText = 60;  // bytes outside of links that a menu may have

bool is_word(std::string_view value, std::initializer_list<std::string_view> words) {
  return std::any_of(words.begin(), words.end(),
                     [value](std::string_view word) { return equals_ignoring_case(value, word); });
}

// Whether a class or id has one of the names that site templates give to what surrounds the text:
// "site-footer", "nav_menu".
bool names_chrome(std::string_view value) {
  constexpr std::string_view kBreaks = " \t\n-_";
  for (std::size_t begin = 0; begin < value.size();) {
    const std::size_t end = std::min(value.find_first_of(kBreaks, begin), value.size());
    if (is_word(
            value.substr(begin, end - begin),
            {"nav", "navbar", "menu", "sidebar", "footer", "breadcrumb", "breadcrumbs", "share",
             "social", "related", "comments", "advert", "ads", "cookie", "popup", "pagination"}))
      return true;
    begin = end + 1;
  }
  return false;
}

bool is_hidden(const HtmlNode& node) {
  if (node.element->is(HtmlElement::invisible) || node.attribute("hidden")) return true;
  if (is_word(node.attribute("aria-hidden").value_or(""), {"true"})) return true;
  std::string style(node.attribute("style").value_or(""));
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos ||
         style.find("visibility:hidden") != std::string::npos;
}

bool is_chrome(const Nodes& nodes, const HtmlNode& node) {
  if (node.element->is(HtmlElement::chrome)) {
    if (!node.named("header")) return true;
    // The header of an article holds its headline.
    for (std::uint32_t up = node.parent; up != 0; up = nodes[up].parent)
      if (nodes[up].named("article") || nodes[up].named("main")) return false;
    return true;
  }
  return is_word(node.attribute("role").value_or(""),
                 {"navigation", "banner", "contentinfo", "complementary", "search", "menu",
                  "menubar", "dialog", "alert", "toolbar"}) ||
         names_chrome(node.attribute("class").value_or("")) ||
         names_chrome(node.attribute("id").value_or(""));
}

class ContentFinder {
 public:
  explicit ContentFinder(const Nodes& nodes)
      : nodes_(nodes),
        left_out_(nodes.size()),
        text_(nodes.size()),
        links_(nodes.size()),
        link_count_(nodes.size()) {}

  HtmlContent find() {
    leave_out([](const HtmlNode& node) { return node.element->is(HtmlElement::invisible); }, false);
    leave_out(is_hidden, true);
    leave_out([this](const HtmlNode& node) { return is_chrome(nodes_, node); }, true);
    measure();
    const std::size_t landmark = find_landmark();
    const std::size_t root = landmark != 0 ? landmark : find_densest();
    if (landmark == 0 || text_[root] > 0) leave_out_menus(root);
    return {root, std::move(left_out_)};
  }

 private:
  // Leave out the elements for which `is` holds, with all that is in them. If `unless_main`, not
  // those with most of the text.
  template <typename Is>
  void leave_out(Is is, bool unless_main) {
    if (unless_main) measure();
    const std::size_t all = text_[0];
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      if (left_out_[nodes_[i].parent]) left_out_[i] = true;
      if (left_out_[i] || !nodes_[i].element || !is(nodes_[i])) continue;
      if (!unless_main || text_[i] * 2 < all) left_out_[i] = true;
    }
  }

  // Bytes of text, and of text in links, below each node.
  void measure() {
    std::fill(text_.begin(), text_.end(), 0);
    std::fill(links_.begin(), links_.end(), 0);
    std::fill(link_count_.begin(), link_count_.end(), 0);
    for (std::size_t i = nodes_.size(); i-- > 1;) {
      const HtmlNode& node = nodes_[i];
      if (left_out_[i]) continue;
      if (!node.element)
        text_[i] = static_cast<std::size_t>(
            std::count_if(node.text.begin(), node.text.end(),
                          [](char byte) { return static_cast<unsigned char>(byte) > ' '; }));
      if (node.named("a")) {
        links_[i] = text_[i];
        link_count_[i] = 1;
      }
      text_[node.parent] += text_[i];
      links_[node.parent] += links_[i];
      link_count_[node.parent] += link_count_[i];
    }
  }

  std::size_t prose(std::size_t i) const { return text_[i] - std::min(text_[i], links_[i]); }

  // The <article> or <main> with most of the prose; the innermost of those that have the same.
  std::size_t find_landmark() const {
    std::size_t best = 0, most = 0, second = 0;
    for (std::size_t i = 1; i < nodes_.size(); ++i) {
      const HtmlNode& node = nodes_[i];
      if (left_out_[i] || !node.element) continue;
      const bool landmark = node.named("article") || node.named("main") ||
                            is_word(node.attribute("role").value_or(""), {"main", "article"}) ||
                            is_word(node.attribute("itemprop").value_or(""), {"articleBody"});
      if (!landmark || prose(i) == 0) continue;
      const bool within = best != 0 && i < nodes_[best].end;
      if (within ? prose(i) * 10 >= most * 6 : prose(i) > most) {
        second = within ? second : most;
        best = i;
        most = prose(i);
      } else if (!within) {
        second = std::max(second, prose(i));
      }
    }
    // A page of many articles is a list of them; a landmark with little of the text is none.
    const bool one = second * 2 <= most;
    return one && most * 10 >= prose(0) * 3 ? best : 0;
  }

  // From the page downwards, as long as one child holds nearly all prose.
  std::size_t find_densest() const {
    std::size_t root = 0;
    for (std::size_t i = 1; i < nodes_[root].end;) {
      const bool block = nodes_[i].element && !nodes_[i].element->is(HtmlElement::paragraph) &&
                         nodes_[i].element->kind == Block::Kind::paragraph;
      if (block && !left_out_[i] && prose(i) > 0 && prose(i) * 100 >= prose(0) * 85) {
        root = i++;
      } else {
        i = nodes_[i].end;
      }
    }
    return root;
  }

  // Lists, tables and sections that consist of links. Not headings, which often are links.
  void leave_out_menus(std::size_t root) {
    if (prose(root) == 0) return;  // a page of links is a page of headlines
    for (std::size_t i = root + 1; i < nodes_[root].end; ++i) {
      if (left_out_[nodes_[i].parent]) left_out_[i] = true;
      if (left_out_[i] || !nodes_[i].element || !nodes_[i].element->is(HtmlElement::block))
        continue;
      if (nodes_[i].element->kind == Block::Kind::heading || link_count_[i] == 0) continue;
      const bool menu = link_count_[i] >= 3 && links_[i] * 10 > text_[i] * 6 &&
                        (links_[i] * 10 > text_[i] * 8 || prose(i) < kShortLinkText);
      const bool lone_link = links_[i] * 10 >= text_[i] * 9;
      if ((menu || lone_link) && !holds_heading(i)) left_out_[i] = true;
    }
  }

  bool holds_heading(std::size_t root) const {
    for (std::size_t i = root + 1; i < nodes_[root].end; ++i)
      if (nodes_[i].named("h1")) return true;
    return false;
  }

  const Nodes& nodes_;
  std::vector<bool> left_out_;
  std::vector<std::size_t> text_, links_, link_count_;
};

}  // namespace

HtmlContent find_content(const Nodes& nodes) { return ContentFinder(nodes).find(); }

}  // namespace relata::document
