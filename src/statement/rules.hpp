// SPDX-License-Identifier: Apache-2.0
// The rule language: patterns over the items of a sentence, and what a match states. Its grammar is
// described in schema/languages/README.md.
#pragma once

#include <cstdint>
#include <relata/language.hpp>
#include <relata/ontology.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "statement/classes.hpp"
#include "statement/tree_pattern.hpp"

namespace relata {

/// One step of a compiled pattern.
struct Instruction {
  enum class Op : std::uint8_t {
    one_of,   ///< an item that has one of the classes of a test
    none_of,  ///< an item that has none of them
    split,    ///< try `a` first, then `b`
    jump,     ///< to `a`
    begin,    ///< only before the first item
    end,      ///< only behind the last item
    ahead,    ///< what follows matches up to `a` (or must not, if `b` is 1)
    match
  };
  Op op = Op::match;
  bool trigger = false;        ///< only the item that set the rule off
  std::int16_t variable = -1;  ///< what a matching item is captured as
  std::uint32_t a = 0, b = 0;
  std::uint32_t test = 0;  ///< which of Rule::tests; repetitions share them
};

/// What a match does.
struct Action {
  enum class Kind : std::uint8_t {
    relate,         ///< state `predicate` of x and y
    frame,          ///< state the relation of the trigger's frame of x and y
    chunk,          ///< put one item for x in the place of all
    mark,           ///< give x more classes
    source,         ///< x says what follows
    source_of_all,  ///< x says the whole sentence
    topic,          ///< x, if any, is what the following clauses speak of
    remember,       ///< x is what later rules mean by `remembered`, also in later sentences
    occasion,       ///< the same of `occasion`
    insert          ///< put x once more: behind the match, without words, or in the place of y
  };
  Kind kind = Kind::relate;
  std::string predicate;
  int x = -1, y = -1;                         ///< variables; kTopic, kSetting, ...
  bool home_of_x = false, home_of_y = false;  ///< the country that x or y is of takes its place
  bool or_remembered = false;                 ///< kRemembered, where the title y tells no body
  bool seat_of_y = false;                     ///< the body that the title y is of, as it tells
  bool owner_of_x = false;                    ///< who stands behind x takes its place
  int aspect = -1, label = -1;                ///< variables whose words say more of the relation
  std::vector<std::uint16_t> classes;         ///< that a chunk or x has besides its own
  int owner = -1;                             ///< variable: who stands behind a chunk
  int condition = -1;                         ///< variable; something is related only if it has
  std::uint16_t condition_class = 0;          ///< this class
  int clause = -1;                            ///< variable of a tree: the clause that a source says
  bool clears = false;  ///< the chunk has none of the classes of its head but these
};

inline constexpr int kTopic = -2, kSetting = -3, kRemembered = -4, kOccasion = -5;

struct Rule {
  std::string name;
  double confidence = 1;
  std::string construction;          ///< of the trigger, "%svo"; empty: no trigger
  std::uint16_t trigger = 0;         ///< the class of the same name, or 0
  std::vector<Instruction> program;  ///< of a rule over items in a row
  std::vector<Classes> tests;        ///< that `program` makes
  Classes opening;                   ///< the first item has one of them; all: not told
  TreeNode tree;                     ///< of a rule over trees
  std::vector<std::string> variables;
  std::vector<Action> actions;
  std::string path;
  std::size_t line = 0;
};

/// Rules that work on the same items; a phase sees the chunks that the phases before it made.
struct Phase {
  std::string name;
  std::vector<Rule> rules;  ///< in the order of the file; the first that matches a trigger wins
  std::vector<Rule> trees;  ///< the same over the tree, before `rules`
};

/// A role that an item plays for another: what `filler` captures plays it for the first node.
struct Role {
  std::uint16_t edge = 0;  ///< number of its name
  TreeNode pattern;
  int filler = -1;
};

/// All that the rules/ of a pack say.
struct Rules {
  std::vector<Phase> phases;
  std::vector<Role> roles;  ///< in the order of the files
  ClassTable edges;         ///< names of edges and roles of trees
};

/// Read every *.rules file in folder rules/ of the pack, in the order of their names. Throws
/// FormatError.
Rules read_rules(const Language& language, const Ontology& ontology, ClassTable& classes);

}  // namespace relata
