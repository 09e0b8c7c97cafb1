// SPDX-License-Identifier: Apache-2.0
// Compiles a pattern by recursive descent to instructions for a backtracking matcher, after
// Thompson (1968) and Cox, "Regular Expression Matching: the Virtual Machine Approach". Its one
// door is compile_pattern.

#include "statement/pattern_compiler.hpp"

#include <algorithm>
#include <cctype>
#include <vector>

namespace relata {
namespace {

using Op = Instruction::Op;

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '.' || c == '_' || c == '@' ||
         c == '%' || c == '-';
}

// One pattern.
class PatternCompiler {
 public:
  PatternCompiler(Rule& rule, ClassTable& classes, const Macros& macros, const Folding& folding)
      : rule_(rule), classes_(classes), macros_(macros), folding_(folding) {}

  void compile(std::string_view pattern) {
    text_ = pattern;
    i_ = 0;
    alternatives();
    if (i_ < text_.size())
      throw RuleProblem{"unexpected '" + std::string(1, text_[i_]) + "' in the pattern"};
    emit({});
  }

 private:
  using Code = std::vector<Instruction>;

  void emit(Instruction instruction) { rule_.program.push_back(std::move(instruction)); }
  std::uint32_t here() const { return static_cast<std::uint32_t>(rule_.program.size()); }

  char peek() {
    while (i_ < text_.size() && text_[i_] == ' ') ++i_;
    return i_ < text_.size() ? text_[i_] : '\0';
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++i_;
    return true;
  }

  // Move the code from `begin` on by one to make room for an instruction before it.
  void insert(std::uint32_t begin, Instruction instruction) {
    for (std::size_t k = begin; k < rule_.program.size(); ++k) {
      Instruction& other = rule_.program[k];
      if (other.op == Op::split || other.op == Op::jump || other.op == Op::ahead) ++other.a;
      if (other.op == Op::split) ++other.b;
    }
    rule_.program.insert(rule_.program.begin() + begin, std::move(instruction));
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
    while (take('|')) {
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
    while (peek() != '\0' && peek() != ')' && peek() != '|') repeated();
  }

  void repeated() {
    const std::uint32_t begin = here();
    element();
    if (take('?')) {
      insert(begin, at(Op::split, begin + 1, here() + 1));
    } else if (take('*')) {
      loop(begin, take('?'));
    } else if (take('+')) {
      emit(at(Op::split, begin, here() + 1));
    } else if (take('{')) {
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
    std::size_t count = 0;
    while (std::isdigit(static_cast<unsigned char>(peek())))
      count = count * 10 + static_cast<std::size_t>(text_[i_++] - '0');
    if (!take('}') || count == 0 || count > 20) throw RuleProblem{"want {N} with N from 1 to 20"};
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
        emit(std::move(instruction));
      }
    }
  }

  void element() {
    if (take('^')) return emit(at(Op::begin, 0));
    if (take('~')) return emit(at(Op::end, 0));
    if (take('(')) return group();
    if (take('$')) return macro();
    const bool negated = take('!');
    Instruction instruction;
    instruction.op = negated ? Op::none_of : Op::one_of;
    if (negated && take('(')) {
      do instruction.classes.set(word_class());
      while (take('|'));
      if (!take(')')) throw RuleProblem{"want ')' after !("};
      return emit(std::move(instruction));
    }
    if (!negated && peek() == '.') {
      ++i_;
      instruction.op = Op::none_of;
      return emit(std::move(instruction));
    }
    std::string name = word();
    if (!negated && take(':')) {
      instruction.variable = variable(name);
      if (take('(')) {
        do add_class(instruction, word());
        while (take('|'));
        if (!take(')')) throw RuleProblem{"want ')' after the words of " + name};
        return emit(std::move(instruction));
      }
      if (take('.')) {
        instruction.op = Op::none_of;
        return emit(std::move(instruction));
      }
      name = word();
    }
    add_class(instruction, name);
    emit(std::move(instruction));
  }

  void add_class(Instruction& instruction, const std::string& name) {
    if (name.starts_with('%')) {
      if (!rule_.construction.empty() && rule_.construction != name)
        throw RuleProblem{"two constructions in one rule"};
      rule_.construction = name;
      rule_.trigger = classes_.intern(name);
      instruction.trigger = true;
    }
    instruction.classes.set(classes_.intern(name));
  }

  void group() {
    if (take('?')) {
      const bool negative = take('!');
      if (!negative && !take('=')) throw RuleProblem{"want (?= or (?!"};
      const std::uint32_t begin = here();
      emit(at(Op::ahead, 0, negative ? 1 : 0));
      alternatives();
      emit({});
      rule_.program[begin].a = here();
    } else {
      alternatives();
    }
    if (!take(')')) throw RuleProblem{"a '(' is not closed"};
  }

  void macro() {
    const std::string name = word();
    const auto found = macros_.find(name);
    if (found == macros_.end()) throw RuleProblem{"unknown '$" + name + "'"};
    if (++depth_ > kDeepestMacro) throw RuleProblem{"'$" + name + "' uses itself"};
    const std::string_view text = text_;
    const std::size_t i = i_;
    text_ = found->second;
    i_ = 0;
    alternatives();
    if (i_ < text_.size()) throw RuleProblem{"unexpected ')' in '$" + name + "'"};
    text_ = text;
    i_ = i;
    --depth_;
  }

  std::uint16_t word_class() { return classes_.intern(word()); }

  std::string word() {
    if (take('\'')) {
      const std::size_t end = text_.find('\'', i_);
      if (end == std::string_view::npos) throw RuleProblem{"a quotation mark is not closed"};
      const std::string literal = "'" + folding_(text_.substr(i_, end - i_));
      i_ = end + 1;
      return literal;
    }
    peek();
    const std::size_t begin = i_;
    while (i_ < text_.size() && is_word(text_[i_])) ++i_;
    if (i_ == begin)
      throw RuleProblem{"want a word class before '" + std::string(text_.substr(i_, 8)) + "'"};
    return std::string(text_.substr(begin, i_ - begin));
  }

  std::int16_t variable(const std::string& name) {
    const auto found = std::find(rule_.variables.begin(), rule_.variables.end(), name);
    if (found != rule_.variables.end())
      return static_cast<std::int16_t>(found - rule_.variables.begin());
    rule_.variables.push_back(name);
    return static_cast<std::int16_t>(rule_.variables.size() - 1);
  }

  Rule& rule_;
  ClassTable& classes_;
  const Macros& macros_;
  const Folding& folding_;
  static constexpr int kDeepestMacro = 20;
  std::string_view text_;
  std::size_t i_ = 0;
  int depth_ = 0;  // of macros in macros
};

}  // namespace

void compile_pattern(std::string_view pattern, const Macros& macros, const Folding& folding,
                     ClassTable& classes, Rule& rule) {
  PatternCompiler(rule, classes, macros, folding).compile(pattern);
}

}  // namespace relata
