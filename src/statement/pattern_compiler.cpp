// SPDX-License-Identifier: Apache-2.0
// Compiles a pattern by recursive descent to instructions for a backtracking matcher, after
// Thompson (1968) and Cox, "Regular Expression Matching: the Virtual Machine Approach". Its one
// door is compile_pattern.

#include "statement/pattern_compiler.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace relata {
namespace {

using Op = Instruction::Op;

// One pattern.
class PatternCompiler {
 public:
  PatternCompiler(Rule& rule, ClassTable& classes, const Macros& macros, const Folding& folding)
      : rule_(rule), classes_(classes), macros_(macros), folding_(folding) {}

  void compile(std::string_view pattern) {
    read_all(PatternText(pattern), "the pattern");
    emit({});
    rule_.program.shrink_to_fit();
  }

 private:
  using Code = std::vector<Instruction>;

  void emit(Instruction instruction) { rule_.program.push_back(instruction); }
  std::uint32_t here() const { return static_cast<std::uint32_t>(rule_.program.size()); }

  // The whole of `text`, in the place of what is being read.
  void read_all(PatternText text, const std::string& where) {
    std::swap(text_, text);
    alternatives();
    if (text_.peek() != '\0')
      throw RuleProblem{"unexpected '" + std::string(1, text_.peek()) + "' in " + where};
    std::swap(text_, text);
  }

  // Move the code from `begin` on by one to make room for an instruction before it.
  void insert(std::uint32_t begin, Instruction instruction) {
    for (std::size_t k = begin; k < rule_.program.size(); ++k) {
      Instruction& other = rule_.program[k];
      if (other.op == Op::split || other.op == Op::jump || other.op == Op::ahead) ++other.a;
      if (other.op == Op::split) ++other.b;
    }
    rule_.program.insert(rule_.program.begin() + begin, instruction);
  }

  static Instruction at(Op op, std::uint32_t a, std::uint32_t b = 0) {
    Instruction instruction;
    instruction.op = op;
    instruction.a = a;
    instruction.b = b;
    return instruction;
  }

  void alternatives() {
    std::uint32_t begin = here();
    std::vector<std::uint32_t> exits;
    sequence();
    while (text_.take('|')) {
      insert(begin, at(Op::split, begin + 1, here() + 2));
      exits.push_back(here());
      emit(at(Op::jump, 0));
      begin = here();
      sequence();
      // Exits made before were not moved: insert() only shifts code behind `begin`.
    }
    for (const std::uint32_t exit : exits) rule_.program[exit].a = here();
  }

  void sequence() {
    while (text_.peek() != '\0' && text_.peek() != ')' && text_.peek() != '|') repeated();
  }

  void repeated() {
    const std::uint32_t begin = here();
    element();
    if (text_.take('?')) {
      insert(begin, at(Op::split, begin + 1, here() + 1));
    } else if (text_.take('*')) {
      loop(begin, text_.take('?'));
    } else if (text_.take('+')) {
      emit(at(Op::split, begin, here() + 1));
    } else if (text_.take('{')) {
      bounded(begin);
    }
  }

  // begin: split(body, behind); body; jump begin
  void loop(std::uint32_t begin, bool lazy) {
    const std::uint32_t behind = here() + 2;
    insert(begin, lazy ? at(Op::split, behind, begin + 1) : at(Op::split, begin + 1, behind));
    emit(at(Op::jump, begin));
  }

  // x{n}: up to n times
  void bounded(std::uint32_t begin) {
    const std::size_t count = text_.number();
    if (!text_.take('}') || count == 0 || count > 20)
      throw RuleProblem{"want {N} with N from 1 to 20"};
    const Code body(rule_.program.begin() + begin, rule_.program.end());
    rule_.program.resize(begin);
    const std::uint32_t size = static_cast<std::uint32_t>(body.size()) + 1;
    const auto behind = static_cast<std::uint32_t>(begin + size * count);
    for (std::size_t k = 0; k < count; ++k) {
      const std::uint32_t shift = here() + 1 - begin;
      emit(at(Op::split, here() + 1, behind));
      for (Instruction instruction : body) {
        if (instruction.op == Op::split || instruction.op == Op::jump ||
            instruction.op == Op::ahead)
          instruction.a += shift;
        if (instruction.op == Op::split) instruction.b += shift;
        emit(instruction);
      }
    }
  }

  void element() {
    if (text_.take('^')) return emit(at(Op::begin, 0));
    if (text_.take('~')) return emit(at(Op::end, 0));
    if (text_.take('(')) return group();
    if (text_.take('$')) return macro();
    const bool negated = text_.take('!');
    Instruction instruction;
    Classes classes;
    instruction.op = negated ? Op::none_of : Op::one_of;
    if (negated && text_.take('(')) {
      do classes.set(classes_.intern(class_name()));
      while (text_.take('|'));
      if (!text_.take(')')) throw RuleProblem{"want ')' after !("};
      return emit_test(instruction, classes);
    }
    const std::string_view name = negated ? std::string_view() : text_.take_capture();
    if (!name.empty()) instruction.variable = variable(name);
    if (!negated && text_.take('.')) {
      instruction.op = Op::none_of;
    } else if (!name.empty() && text_.take('(')) {
      do add_class(instruction, classes, class_name());
      while (text_.take('|'));
      if (!text_.take(')')) throw RuleProblem{"want ')' after the words of " + std::string(name)};
    } else {
      add_class(instruction, classes, class_name());
    }
    emit_test(instruction, classes);
  }

  void emit_test(Instruction instruction, const Classes& classes) {
    const auto known = std::find(rule_.tests.begin(), rule_.tests.end(), classes);
    instruction.test = static_cast<std::uint32_t>(known - rule_.tests.begin());
    if (known == rule_.tests.end()) rule_.tests.push_back(classes);
    emit(instruction);
  }

  void add_class(Instruction& instruction, Classes& classes, const std::string& name) {
    if (name.starts_with('%')) {
      if (!rule_.construction.empty() && rule_.construction != name)
        throw RuleProblem{"two constructions in one rule"};
      rule_.construction = name;
      rule_.trigger = classes_.intern(name);
      instruction.trigger = true;
    }
    classes.set(classes_.intern(name));
  }

  void group() {
    if (text_.take('?')) {
      const bool negative = text_.take('!');
      if (!negative && !text_.take('=')) throw RuleProblem{"want (?= or (?!"};
      const std::uint32_t begin = here();
      emit(at(Op::ahead, 0, negative ? 1 : 0));
      alternatives();
      emit({});
      rule_.program[begin].a = here();
    } else {
      alternatives();
    }
    if (!text_.take(')')) throw RuleProblem{"a '(' is not closed"};
  }

  void macro() {
    const std::string name = class_name();
    const auto found = macros_.find(name);
    if (found == macros_.end()) throw RuleProblem{"unknown '$" + name + "'"};
    if (++depth_ > kDeepestMacro) throw RuleProblem{"'$" + name + "' uses itself"};
    read_all(PatternText(found->second), "'$" + name + "'");
    --depth_;
  }

  std::string class_name() { return text_.class_name(folding_); }

  std::int16_t variable(std::string_view name) {
    return static_cast<std::int16_t>(variable_number(rule_.variables, name));
  }

  Rule& rule_;
  ClassTable& classes_;
  const Macros& macros_;
  const Folding& folding_;
  static constexpr int kDeepestMacro = 20;
  PatternText text_{{}};
  int depth_ = 0;  // of macros in macros
};

// What a pattern may begin with, whatever it looks ahead to.
Classes opening_of(const Rule& rule) {
  const std::vector<Instruction>& program = rule.program;
  Classes opening;
  std::vector<bool> seen(program.size());
  for (std::vector<std::uint32_t> open{0}; !open.empty();) {
    const std::uint32_t pc = open.back();
    open.pop_back();
    if (seen[pc]) continue;
    seen[pc] = true;
    const Instruction& instruction = program[pc];
    switch (instruction.op) {
      case Instruction::Op::one_of:
        opening |= rule.tests[instruction.test];
        break;
      case Instruction::Op::split:
        open.push_back(instruction.b);
        [[fallthrough]];
      case Instruction::Op::jump:
      case Instruction::Op::ahead:
        open.push_back(instruction.a);
        break;
      case Instruction::Op::begin:
        open.push_back(pc + 1);
        break;
      case Instruction::Op::none_of:
      case Instruction::Op::end:
      case Instruction::Op::match:
        return opening.set();
    }
  }
  return opening;
}

}  // namespace

void compile_pattern(std::string_view pattern, const Macros& macros, const Folding& folding,
                     ClassTable& classes, Rule& rule) {
  PatternCompiler(rule, classes, macros, folding).compile(pattern);
  rule.opening = opening_of(rule);
}

}  // namespace relata
