// SPDX-License-Identifier: Apache-2.0
// Reads patterns by recursive descent.

#include "statement/tree_pattern.hpp"

#include "statement/pattern_text.hpp"

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
    if (text_.peek() != '\0') throw RuleProblem{"unexpected '" + text_.next() + "'"};
    return std::move(pattern_);
  }

 private:
  void add_class(TreeNode& node, const std::string& name) {
    if (name.starts_with('%')) {
      if (!pattern_.construction.empty()) throw RuleProblem{"two constructions in one rule"};
      pattern_.construction = name;
    }
    node.classes.set(classes_.intern(name));
  }

  // NAME:class, class|class, (class|class), !class; "." is any item
  TreeNode node() {
    TreeNode node;
    if (const std::string_view name = text_.take_capture(); !name.empty())
      node.variable = variable_number(pattern_.variables, name);
    node.none_of = text_.take('!');
    if (text_.take('.')) {
      node.none_of = true;
    } else if (text_.take('(')) {
      do add_class(node, text_.class_name(folding_));
      while (text_.take('|'));
      if (!text_.take(')')) throw RuleProblem{"a '(' is not closed"};
    } else {
      do add_class(node, text_.class_name(folding_));
      while (text_.take('|'));
    }
    return node;
  }

  void edges_of(TreeNode& from) {
    for (;;) {
      text_.peek();
      const std::size_t begin = text_.position();
      TreeEdge edge;
      edge.absent = text_.take('!');
      edge.up = text_.take('<');
      if (!edge.up && !text_.take('>')) {
        if (edge.absent) throw RuleProblem{"want '>' or '<' behind '!'"};
        return;
      }
      do edge.names.set(edges_.intern(text_.word(":*._")));
      while (text_.take('|'));
      if (text_.take('(')) {
        edge.node = node();
        edges_of(edge.node);
        if (!text_.take(')')) throw RuleProblem{"a '(' is not closed"};
      } else {
        edge.node = node();
      }
      edge.text = text_.since(begin);
      from.edges.push_back(std::move(edge));
    }
  }

  PatternText text_;
  const Folding& folding_;
  ClassTable& classes_;
  ClassTable& edges_;
  TreePattern pattern_;
};

}  // namespace

TreePattern parse_tree_pattern(std::string_view text, const Folding& folding, ClassTable& classes,
                               ClassTable& edges) {
  return TreePatternParser(text, folding, classes, edges).parse();
}

}  // namespace relata
