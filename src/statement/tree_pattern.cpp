// SPDX-License-Identifier: Apache-2.0
// Reads patterns by recursive descent.

#include "statement/tree_pattern.hpp"

#include <algorithm>
#include <cctype>

#include "statement/pattern_compiler.hpp"

namespace relata {
namespace {

class TreePatternParser {
 public:
  TreePatternParser(std::string_view text, const Folding& folding, ClassTable& classes,
                    ClassTable& edges)
      : text_(text), folding_(folding), classes_(classes), edges_(edges) {}

  TreePattern parse() {
    pattern_.node = node();
    edges_of(pattern_.node);
    if (peek() != '\0') fail("unexpected '" + std::string(text_.substr(i_, 8)) + "'");
    return std::move(pattern_);
  }

 private:
  [[noreturn]] static void fail(std::string message) { throw RuleProblem{std::move(message)}; }

  char peek() {
    while (i_ < text_.size() && text_[i_] == ' ') ++i_;
    return i_ < text_.size() ? text_[i_] : '\0';
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++i_;
    return true;
  }

  std::string word(std::string_view more) {
    peek();
    const std::size_t begin = i_;
    while (i_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[i_])) ||
                                 more.find(text_[i_]) != std::string_view::npos))
      ++i_;
    if (i_ == begin) fail("want a word before '" + std::string(text_.substr(i_, 8)) + "'");
    return std::string(text_.substr(begin, i_ - begin));
  }

  std::string class_name() {
    if (!take('\'')) return word("._-@%");
    const std::size_t end = text_.find('\'', i_);
    if (end == std::string_view::npos) fail("a quotation mark is not closed");
    std::string literal = "'" + folding_(text_.substr(i_, end - i_));
    i_ = end + 1;
    return literal;
  }

  void add_class(TreeNode& node, const std::string& name) {
    if (name.starts_with('%')) {
      if (!pattern_.construction.empty()) fail("two constructions in one rule");
      pattern_.construction = name;
    }
    node.classes.set(classes_.intern(name));
  }

  // NAME:class, class|class, (class|class), !class; "." is any item
  TreeNode node() {
    TreeNode node;
    peek();
    const std::size_t end = text_.find_first_not_of(kLetters, i_);
    if (end != std::string_view::npos && end > i_ && text_[end] == ':') node.variable = variable();
    node.none_of = take('!');
    if (take('.')) {
      node.none_of = true;
    } else if (take('(')) {
      do add_class(node, class_name());
      while (take('|'));
      if (!take(')')) fail("a '(' is not closed");
    } else {
      do add_class(node, class_name());
      while (take('|'));
    }
    return node;
  }

  int variable() {
    const std::string name = word("");
    take(':');
    const auto known = std::find(pattern_.variables.begin(), pattern_.variables.end(), name);
    const auto number = static_cast<int>(known - pattern_.variables.begin());
    if (known == pattern_.variables.end()) pattern_.variables.push_back(name);
    return number;
  }

  void edges_of(TreeNode& from) {
    for (;;) {
      peek();
      const std::size_t begin = i_;
      TreeEdge edge;
      edge.absent = take('!');
      edge.up = take('<');
      if (!edge.up && !take('>')) {
        if (edge.absent) fail("want '>' or '<' behind '!'");
        return;
      }
      do edge.names.set(edges_.intern(word(":*._")));
      while (take('|'));
      if (take('(')) {
        edge.node = node();
        edges_of(edge.node);
        if (!take(')')) fail("a '(' is not closed");
      } else {
        edge.node = node();
      }
      edge.text = text_.substr(begin, i_ - begin);
      from.edges.push_back(std::move(edge));
    }
  }

  static constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  std::string_view text_;
  const Folding& folding_;
  ClassTable& classes_;
  ClassTable& edges_;
  TreePattern pattern_;
  std::size_t i_ = 0;
};

}  // namespace

TreePattern parse_tree_pattern(std::string_view text, const Folding& folding, ClassTable& classes,
                               ClassTable& edges) {
  return TreePatternParser(text, folding, classes, edges).parse();
}

TreeMatcher::TreeMatcher(const ItemTree& tree, std::span<const Item> items, std::uint16_t same,
                         std::uint16_t also)
    : tree_(tree), items_(items) {
  if (same != 0) same_.set(same);
  if (also != 0) also_.set(also);
}

bool TreeMatcher::fits(const TreeNode& node, std::uint32_t item) const {
  return (items_[item].classes & node.classes).any() != node.none_of;
}

// The item or what is the same, and what is coordinated with it.
void TreeMatcher::capture(const TreeNode& node, std::uint32_t item, Captures& captures) const {
  std::vector<std::uint32_t> all{item};
  for (std::size_t i = 0; i < all.size(); ++i) {
    std::vector<std::uint32_t> names{all[i]};
    if (!fits(node, all[i])) tree_.follow(all[i], false, same_, names);
    for (const std::uint32_t name : names)
      if (const std::pair capture(node.variable, name);
          fits(node, name) &&
          std::find(captures.begin(), captures.end(), capture) == captures.end())
        captures.push_back(capture);
    std::vector<std::uint32_t> others;
    for (const std::uint32_t name : names) tree_.follow(name, false, also_, others);
    for (const std::uint32_t other : others)
      if (std::find(all.begin(), all.end(), other) == all.end()) all.push_back(other);
  }
}

bool TreeMatcher::edges_hold(const TreeNode& node, std::uint32_t item, bool exactly,
                             Captures& captures) const {
  std::vector<std::uint32_t> candidates;
  for (const TreeEdge& edge : node.edges) {
    candidates.clear();
    tree_.follow(item, edge.up, edge.names, candidates);
    bool found = false;
    for (const std::uint32_t candidate : candidates) {
      Captures own;
      if (!edge.node.edges.empty() && !edges_hold(edge.node, candidate, exactly, own)) continue;
      if (exactly || edge.node.variable < 0) {
        if (!fits(edge.node, candidate)) continue;
        if (edge.node.variable >= 0) own.emplace_back(edge.node.variable, candidate);
      } else {
        const std::size_t before = own.size();
        capture(edge.node, candidate, own);
        if (own.size() == before) continue;
      }
      found = true;
      captures.insert(captures.end(), own.begin(), own.end());
    }
    if (found != edge.absent) continue;
    missing_ = &edge;
    return false;
  }
  return true;
}

bool TreeMatcher::match_exactly(const TreeNode& node, std::uint32_t item,
                                Captures& captures) const {
  captures.clear();
  if (!fits(node, item) || !edges_hold(node, item, true, captures)) return false;
  if (node.variable >= 0) captures.emplace_back(node.variable, item);
  return true;
}

bool TreeMatcher::match(const TreeNode& node, std::uint32_t item, Captures& captures) {
  captures.clear();
  missing_ = nullptr;
  if (!fits(node, item) || !edges_hold(node, item, false, captures)) return false;
  if (node.variable >= 0) captures.emplace_back(node.variable, item);
  return true;
}

}  // namespace relata
