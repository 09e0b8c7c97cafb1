// SPDX-License-Identifier: Apache-2.0
// The rule language: what a rule file may say, and where it is wrong.

#include <catch2/catch.hpp>
#include <relata/error.hpp>

#include "statement/rule_files.hpp"

using namespace relata;
using relata::test::problem_of;
using relata::test::RulePack;

namespace {

std::string rule(const std::string& pattern, const std::string& actions = "open(A, B)") {
  return "phase p\nrule r 0.5: " + pattern + " => " + actions + "\n";
}

}  // namespace

TEST_CASE("a rule file that is wrong is told with its line") {
  struct Case {
    const char* name;
    std::string rules;
    std::string problem;
  };
  const std::string confidence =
      "2: want 'rule NAME CONFIDENCE', the confidence above 0 and up to 1";
  const std::vector<Case> cases = {
      {"relation", rule("A:x B:y", "frobs(A, B)"), "2: unknown relation 'frobs'"},
      {"relation, later", rule("A:x B:y", "open(A, B); frobs(A, B)"),
       "2: unknown relation 'frobs'"},
      {"class", rule("A:x [y]"), "2: want a word before '[y]'"},
      {"class after a colon", rule("A: | B:y"), "2: want a word before '| B:y'"},
      {"lonely star", rule("* A:x B:y"), "2: want a word before '* A:x B:"},
      {"constructions", rule("A:%svo B:%dui"), "2: two constructions in one rule"},
      {"group", rule("A:x (B:y"), "2: a '(' is not closed"},
      {"group in a group", rule("((A:x) B:y"), "2: a '(' is not closed"},
      {"capture", rule("A:(x|y B:z"), "2: want ')' after the words of A"},
      {"negated group", rule("A:x !(y B:z"), "2: want ')' after !("},
      {"bracket too many", rule("A:x) B:y"), "2: unexpected ')' in the pattern"},
      {"lookahead", rule("(?x A:x) B:y"), "2: want (?= or (?!"},
      {"quotation mark", rule("A:'x B:y"), "2: a quotation mark is not closed"},
      {"no times", rule("A:x{0} B:y"), "2: want {N} with N from 1 to 20"},
      {"too many times", rule("A:x{21} B:y"), "2: want {N} with N from 1 to 20"},
      {"times", rule("A:x{n} B:y"), "2: want {N} with N from 1 to 20"},
      {"let", rule("$who B:y"), "2: unknown '$who'"},
      {"let without =", "let who x\n", "1: want 'let NAME = PATTERN'"},
      {"bracket in a let", "let who = x)\n" + rule("$who A:x B:y"), "3: unexpected ')' in '$who'"},
      {"confidence 0", "phase p\nrule r 0: A:x B:y => open(A, B)\n", confidence},
      {"confidence above 1", "phase p\nrule r 1.5: A:x B:y => open(A, B)\n", confidence},
      {"confidence in words", "phase p\nrule r high: A:x B:y => open(A, B)\n", confidence},
      {"no confidence", "phase p\nrule r: A:x B:y => open(A, B)\n", confidence},
      {"phase", "rule r 0.5: A:x B:y => open(A, B)\n", "1: a rule before the first phase"},
      {"arrow", "phase p\nrule r 0.5: A:x B:y\n",
       "2: want 'NAME CONFIDENCE: PATTERN => ACTION; ...'"},
      {"word", "phase p\n\n# a comment\nrules r\n",
       "4: want 'phase', 'let', 'rule', 'role' or 'tree'"},
      {"variable", rule("A:x B:y", "open(A, C)"), "2: the pattern captures no 'C'"},
      {"variable of an aspect", rule("A:x B:y", "open(A, B) aspect C"),
       "2: the pattern captures no 'C'"},
      {"arguments", rule("A:x B:y", "open(A)"), "2: want two arguments in 'open(A)'"},
      {"behind the arguments", rule("A:x B:y", "open(A, B) twice"), "2: unexpected 'twice'"},
      {"no construction", rule("A:x B:y", "%(A, B)"), "2: no construction (%...) in the pattern"},
      {"action", rule("A:x B:y", "eat A"), "2: 'eat A' is no action"},
      {"chunk", rule("A:x B:y", "chunk A if B"), "2: 'chunk A if B' is no action"},
      {"no action", rule("A:x B:y", ""), "2: '' is no action"},
      {"a rule of two lines", "phase p\nrule r 0.5: A:x\n  (B:y\n  => open(A, B)\nphase q\n",
       "2: a '(' is not closed"},
      {"the second of two rules", rule("A:x B:y") + "rule s 2: A:x B:y => open(A, B)\n",
       "3: want 'rule NAME CONFIDENCE', the confidence above 0 and up to 1"}};
  for (const Case& one : cases) {
    INFO(one.name);
    CHECK_THAT(problem_of(one.rules), Catch::StartsWith("1.rules:" + one.problem));
  }
}

TEST_CASE("a rule says what it is made of") {
  ClassTable classes;
  const auto phases = RulePack(R"(# comment
phase names
let who = A:@actor (and A:@actor){2}

phase clauses
rule svo 0.85: $who V:%svo
  # a comment between
  B:'Rome'
  => %(A, B) aspect V; accuses(of A, topic) label B
phase names
rule name 1: M:x O:y => chunk M as p as q of O; chunk M only z; source M; source M of all; topic M
)")
                          .read(classes);
  REQUIRE(phases.size() == 2);
  CHECK(phases[0].name == "names");  // a phase that is opened again goes on
  CHECK(phases[1].name == "clauses");
  REQUIRE(phases[1].rules.size() == 1);
  const Rule& svo = phases[1].rules[0];
  CHECK(svo.name == "svo");
  CHECK(svo.confidence == 0.85);
  CHECK(svo.construction == "%svo");
  CHECK(svo.trigger == classes.find("%svo"));
  CHECK(svo.variables == std::vector<std::string>{"A", "V", "B"});
  CHECK(svo.line == 6);
  REQUIRE(svo.actions.size() == 2);
  CHECK(svo.actions[0].kind == Action::Kind::frame);
  CHECK(svo.actions[0].aspect == 1);
  CHECK(svo.actions[1].kind == Action::Kind::relate);
  CHECK(svo.actions[1].predicate == "accuses");
  CHECK(svo.actions[1].owner_of_x);
  CHECK(svo.actions[1].y == kTopic);
  CHECK(svo.actions[1].label == 2);
  CHECK(classes.find("'Rome") != 0);
  REQUIRE(phases[0].rules.size() == 1);
  const Rule& name = phases[0].rules[0];
  CHECK(name.trigger == 0);
  REQUIRE(name.actions.size() == 5);
  CHECK(name.actions[0].classes ==
        std::vector<std::uint16_t>{classes.find("p"), classes.find("q")});
  CHECK(name.actions[0].owner == 1);
  CHECK_FALSE(name.actions[0].clears);
  CHECK(name.actions[1].clears);
  CHECK(name.actions[2].kind == Action::Kind::source);
  CHECK(name.actions[3].kind == Action::Kind::source_of_all);
  CHECK(name.actions[4].kind == Action::Kind::topic);
}

TEST_CASE("rule files are read in the order of their names, and share what let names") {
  RulePack pack("phase a\nlet who = A:x\n");
  pack.add("2.rules", "phase b\nrule two 1: $who => topic A\n");
  pack.add("0.rules", "phase c\n");
  pack.add("3.text", "no rules\n");
  ClassTable classes;
  std::string order;
  for (const Phase& phase : pack.read(classes))
    order += phase.name + std::to_string(phase.rules.size());
  CHECK(order == "c0a0b1");
}

TEST_CASE("what quotation marks hold is folded like the text") {
  ClassTable classes;
  const test::TemporaryFolder folder;
  folder.write("pack.json", R"({"code": "xx", "scripts": ["Hani"], "fold": "t2s.json"})");
  folder.write("rules/1.rules", "phase p\nrule r 1: A:'對' => topic A\n");
  read_rules(Language(folder.path()), Ontology(SCHEMA "/ontology"), classes);
  CHECK(classes.find("'对") != 0);
}
