// SPDX-License-Identifier: Apache-2.0
// Text as a browser lays it out: white space collapses (CSS Text 3, section 4.1), blocks and <br>
// begin lines, character references are replaced. Door: render().

#include "document/html_text.hpp"

#include "document/code_points.hpp"
#include "document/html_references.hpp"
#include "document/layout.hpp"

namespace relata::document {
namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

// White space that collapses. NUL is not text for a browser either.
bool collapses(char32_t c) { return c == ' ' || c == '\t' || c == 0 || is_line_end(c); }

class Renderer {
 public:
  Renderer(std::string_view page, const std::vector<HtmlNode>& nodes)
      : page_(page), nodes_(nodes) {}

  void render(std::size_t root, const std::vector<bool>& left_out) {
    end_block();
    for (std::size_t i = root; i < nodes_[root].end; ++i) {
      const HtmlNode& node = nodes_[i];
      if (left_out[i] && i != root) continue;
      if (!node.element) {
        if (node.parent != parent_) enter(node.parent);
        add_text(node.text);
      } else if (node.element->is(HtmlElement::block) || node.named("br")) {
        end_block();
      }
    }
    end_block();
  }

  void render_raw(std::size_t node) {
    end_block();
    kind_ = Block::Kind::heading;
    add_text(nodes_[node].text);
    end_block();
    parent_ = kNone;
  }

  HtmlText take() { return std::move(html_); }

 private:
  // Text of element `parent` follows: a new block, if it stands in another block than before.
  void enter(std::uint32_t parent) {
    parent_ = parent;
    std::uint32_t owner = parent;
    preformatted_ = false;
    for (; owner != 0 && !nodes_[owner].element->is(HtmlElement::block);
         owner = nodes_[owner].parent)
      continue;
    if (owner != owner_) end_block();
    owner_ = owner;
    kind_ = Block::Kind::paragraph;
    bool labelled = false;
    for (std::uint32_t up = owner; up != 0; up = nodes_[up].parent) {
      const HtmlElement& element = *nodes_[up].element;
      preformatted_ |= element.name == "pre";
      if (!labelled && element.is(HtmlElement::labels_text)) kind_ = element.kind;
      labelled |= element.is(HtmlElement::labels_text);
    }
  }

  void end_block() {
    blank_ = false;
    if (html_.text.text.size() == block_begin_) return;
    html_.text.insert("\n");
    html_.kinds.push_back(kind_);
    block_begin_ = html_.text.text.size();
  }

  void add_text(std::string_view text) {
    const auto base = static_cast<std::size_t>(text.data() - page_.data());
    std::size_t kept = 0;  // bytes before it are done
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      const char byte = text[at];
      // Most characters stay as they are and need no look.
      if (static_cast<unsigned char>(byte) > ' ' && byte != '&' && byte != '\xC2' &&
          byte != '\xE2') {
        ++at;
        continue;
      }
      char32_t c = next_reference(text, at);
      const bool reference = c != 0;
      if (!reference) c = next_code_point(text, at);
      if (!reference && !collapses(c)) continue;
      keep(text.substr(kept, begin - kept), base + kept);
      kept = at;
      if (collapses(c))
        add_blank(c, base + begin, base + at);
      else
        add_reference(c, base + begin, base + at);
    }
    keep(text.substr(kept), base + kept);
  }

  void add_blank(char32_t c, std::size_t begin, std::size_t end) {
    if (preformatted_ && is_line_end(c)) return end_block();
    if (!blank_) blank_begin_ = begin;
    line_end_ = is_line_end(c) || (blank_ && line_end_);
    blank_ = true;
    blank_end_ = end;
  }

  void add_reference(char32_t c, std::size_t begin, std::size_t end) {
    std::string bytes;
    append_code_point(bytes, c);
    flush_blank(c);
    html_.text.change(bytes, begin, end);
  }

  void keep(std::string_view bytes, std::size_t begin) {
    if (bytes.empty()) return;
    std::size_t at = 0;
    if (blank_) flush_blank(next_code_point(bytes, at));
    html_.text.keep(bytes, begin);
  }

  // White space stood before `next`.
  void flush_blank(char32_t next) {
    const std::string& text = html_.text.text;
    if (blank_ && text.size() > block_begin_) {
      std::size_t at = text.size();
      const std::string_view space =
          line_end_ ? joint(take_previous_code_point(text, at), next) : " ";
      if (space == page_.substr(blank_begin_, blank_end_ - blank_begin_))
        html_.text.keep(space, blank_begin_);
      else if (!space.empty())
        html_.text.change(space, blank_begin_, blank_end_);
    }
    blank_ = false;
  }

  std::string_view page_;
  const std::vector<HtmlNode>& nodes_;
  HtmlText html_;
  std::uint32_t parent_ = kNone, owner_ = 0;
  Block::Kind kind_ = Block::Kind::paragraph;
  bool preformatted_ = false;
  std::size_t block_begin_ = 0;
  bool blank_ = false,
       line_end_ = false;  // white space that is not written yet, and a line end in it
  std::size_t blank_begin_ = 0, blank_end_ = 0;
};

}  // namespace

HtmlText render(std::string_view page, const std::vector<HtmlNode>& nodes,
                const HtmlContent& content, std::size_t headline) {
  Renderer renderer(page, nodes);
  if (headline != 0 && headline < content.root) {
    if (nodes[headline].element->is(HtmlElement::raw))
      renderer.render_raw(headline);
    else
      renderer.render(headline, std::vector<bool>(nodes.size()));
  }
  renderer.render(content.root, content.left_out);
  return renderer.take();
}

}  // namespace relata::document
