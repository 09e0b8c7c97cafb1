// SPDX-License-Identifier: Apache-2.0
// Patterns over trees, on trees and roles made by hand.

#include <catch2/catch.hpp>
#include <relata/error.hpp>
#include <sstream>

#include "statement/pattern_compiler.hpp"
#include "statement/rule_files.hpp"
#include "statement/tree_matcher.hpp"

using namespace relata;
using relata::test::problem_of;

namespace {

// Words are "classes/head/relation", classes joined by "+", heads from 1.
struct Parsed {
  Sentence sentence;
  std::vector<Item> items;
  ClassTable classes, edges;

  explicit Parsed(const std::string& words) {
    std::istringstream list(words);
    for (std::string word; list >> word;) {
      std::istringstream row(word);
      std::string names, head, relation;
      std::getline(row, names, '/');
      std::getline(row, head, '/');
      std::getline(row, relation, '/');
      Item item;
      item.first = static_cast<std::uint32_t>(items.size());
      item.last = item.first + 1;
      std::istringstream all(names);
      for (std::string name; std::getline(all, name, '+');) item.classes.set(classes.intern(name));
      items.push_back(item);
      Token token;
      token.head = std::stoi(head) - 1;
      token.deprel = relation;
      sentence.tokens.push_back(token);
    }
  }
};

// "A=1,3 B=2" for what the pattern captures at the first item where it matches, "" if nowhere.
// `roles` are "holder role filler" with items from 1.
std::string matched(const std::string& pattern, const std::string& words,
                    const std::vector<std::tuple<int, std::string, int>>& roles = {}) {
  Parsed parsed(words);
  const TreePattern compiled = parse_tree_pattern(pattern, Folding(), parsed.classes, parsed.edges);
  for (const auto& role : roles) parsed.edges.intern(std::get<1>(role));
  ItemTree tree(parsed.sentence, parsed.items, parsed.edges);
  for (const auto& [holder, role, filler] : roles)
    tree.add_role(static_cast<std::uint32_t>(holder - 1), parsed.edges.find(role),
                  static_cast<std::uint32_t>(filler - 1));
  TreeMatcher matcher(tree, parsed.items, parsed.edges.find("same"), parsed.edges.find("also"));
  TreeMatcher::Captures captures;
  for (std::uint32_t i = 0; i < parsed.items.size(); ++i) {
    if (!matcher.match(compiled.node, i, captures)) continue;
    std::string text;
    for (std::size_t v = 0; v < compiled.variables.size(); ++v) {
      text += (v == 0 ? "" : " ") + compiled.variables[v] + "=";
      bool first = true;
      for (const auto& [variable, item] : captures)
        if (variable == static_cast<int>(v))
          text += (first ? "" : ",") + std::to_string(item + 1), first = false;
    }
    return text.empty() ? "yes" : text;
  }
  return {};
}

std::string problem(const std::string& pattern) {
  ClassTable classes, edges;
  try {
    parse_tree_pattern(pattern, Folding(), classes, edges);
  } catch (const RuleProblem& found) {
    return found.message;
  }
  return {};
}

constexpr const char* kAttack = "name/2/nsubj verb/0/root name/2/obj name/3/conj mark/4/case";

}  // namespace

TEST_CASE("what a tree pattern finds") {
  struct Case {
    const char* pattern;
    const char* words;
    std::vector<std::tuple<int, std::string, int>> roles;
    const char* expected;
  };
  const std::vector<Case> cases = {
      {"V:verb >nsubj A:name >obj B:name", kAttack, {}, "V=2 A=1 B=3"},
      {"V:verb >nsubj A:name >iobj B:name", kAttack, {}, ""},
      {"A:name <obj verb", kAttack, {}, "A=3"},
      {"verb !>iobj .", kAttack, {}, "yes"},
      {"verb !>obj .", kAttack, {}, ""},
      {"verb >obj (A:. >conj (B:name >case mark))", kAttack, {}, "A=3 B=4"},
      {"verb >nsubj|obj A:name", kAttack, {}, "A=1,3"},
      {"verb >nsubj A:!name", kAttack, {}, ""},
      {"verb >obj A:(mark|name)", kAttack, {}, "A=3"},
      // A subtype of a relation is another one, unless all are meant.
      {"verb >obl A:.", "verb/0/root name/1/obl:agent", {}, ""},
      {"verb >obl* A:.", "verb/0/root name/1/obl:agent", {}, "A=2"},
      {"verb >obl:agent A:.", "verb/0/root name/1/obl:agent", {}, "A=2"},
      // Roles are edges, in both directions.
      {"verb >object A:name", kAttack, {{2, "object", 1}}, "A=1"},
      {"A:name <object verb", kAttack, {{2, "object", 1}}, "A=1"},
      // What is captured is joined by what is coordinated; what has not the class by its name.
      {"verb >obj A:name", kAttack, {{3, "also", 4}}, "A=3,4"},
      {"verb >obj A:name", "verb/0/root title/1/obj name/2/flat", {{2, "same", 3}}, "A=3"},
      {"verb >obj A:name", "verb/0/root title/1/obj name/2/flat", {}, ""},
  };
  for (const Case& one : cases) {
    INFO(one.pattern << " on " << one.words);
    CHECK(matched(one.pattern, one.words, one.roles) == one.expected);
  }
}

TEST_CASE("words of one item are one node") {
  // "the (United States)": its governor is that of the word nearest to the root.
  Parsed parsed("det/3/det adj/3/amod noun/4/nsubj verb/0/root");
  std::vector<Item> items{parsed.items[0], parsed.items[1], parsed.items[3]};
  items[1].last = 3;
  parsed.edges.intern("nsubj");
  const ItemTree tree(parsed.sentence, items, parsed.edges);
  CHECK(tree.parent(0) == 1);
  CHECK(tree.parent(1) == 2);
  CHECK(tree.parent(2) == ItemTree::kNone);
  CHECK(tree.order()[0] == 2);
  CHECK(tree.extent(1) == std::pair<std::uint32_t, std::uint32_t>(0, 2));
}

TEST_CASE("a tree pattern that is wrong is told") {
  CHECK(problem("") == "want a word before ''");
  CHECK(problem("verb >nsubj") == "want a word before ''");
  CHECK(problem("verb nsubj") == "unexpected 'nsubj'");
  CHECK(problem("verb >nsubj (A:name") == "a '(' is not closed");
  CHECK(problem("verb >nsubj A:'x") == "a quotation mark is not closed");
  CHECK(problem("verb !nsubj A:.") == "want '>' or '<' behind '!'");
  CHECK(problem("V:%svo >nsubj A:%with") == "two constructions in one rule");
}

TEST_CASE("roles and trees in rule files") {
  CHECK(problem_of(
            "role subject: . >nsubj A:.\nphase p\ntree t 0.5: V:%svo >subject A:. => %(A, A)\n")
            .empty());
  CHECK(problem_of("role subject: . >nsubj B:.\n") == "1.rules:1: the pattern captures no 'A'");
  CHECK(problem_of("role subject\n") == "1.rules:1: want 'role NAME: PATTERN'");
  CHECK(problem_of("tree t 0.5: x >y A:. => open(A, A)\n") ==
        "1.rules:1: a tree before the first phase");
  CHECK(problem_of("phase p\ntree t 0.5: x >y A:. => %(A, A)\n") ==
        "1.rules:2: no construction (%...) in the pattern");
}
