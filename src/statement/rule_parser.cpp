// SPDX-License-Identifier: Apache-2.0
// Reads rule files by recursive descent and compiles patterns to instructions for a backtracking
// matcher, after Thompson (1968) and Cox, "Regular Expression Matching: the Virtual Machine
// Approach".

#include <algorithm>
#include <cctype>
#include <charconv>
#include <filesystem>
#include <map>
#include <relata/error.hpp>

#include "statement/rules.hpp"

namespace relata {
namespace {

using Op = Instruction::Op;
using Macros = std::map<std::string, std::string, std::less<>>;

struct Problem {
  std::string message;
};

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
      throw Problem{"unexpected '" + std::string(1, text_[i_]) + "' in the pattern"};
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
    if (!take('}') || count == 0 || count > 20) throw Problem{"want {N} with N from 1 to 20"};
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
      if (!take(')')) throw Problem{"want ')' after !("};
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
        if (!take(')')) throw Problem{"want ')' after the words of " + name};
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
        throw Problem{"two constructions in one rule"};
      rule_.construction = name;
      rule_.trigger = classes_.intern(name);
      instruction.trigger = true;
    }
    instruction.classes.set(classes_.intern(name));
  }

  void group() {
    if (take('?')) {
      const bool negative = take('!');
      if (!negative && !take('=')) throw Problem{"want (?= or (?!"};
      const std::uint32_t begin = here();
      emit(at(Op::ahead, 0, negative ? 1 : 0));
      alternatives();
      emit({});
      rule_.program[begin].a = here();
    } else {
      alternatives();
    }
    if (!take(')')) throw Problem{"a '(' is not closed"};
  }

  void macro() {
    const std::string name = word();
    const auto found = macros_.find(name);
    if (found == macros_.end()) throw Problem{"unknown '$" + name + "'"};
    if (++depth_ > kDeepestMacro) throw Problem{"'$" + name + "' uses itself"};
    const std::string_view text = text_;
    const std::size_t i = i_;
    text_ = found->second;
    i_ = 0;
    alternatives();
    if (i_ < text_.size()) throw Problem{"unexpected ')' in '$" + name + "'"};
    text_ = text;
    i_ = i;
    --depth_;
  }

  std::uint16_t word_class() { return classes_.intern(word()); }

  std::string word() {
    if (take('\'')) {
      const std::size_t end = text_.find('\'', i_);
      if (end == std::string_view::npos) throw Problem{"a quotation mark is not closed"};
      const std::string literal = "'" + folding_(text_.substr(i_, end - i_));
      i_ = end + 1;
      return literal;
    }
    peek();
    const std::size_t begin = i_;
    while (i_ < text_.size() && is_word(text_[i_])) ++i_;
    if (i_ == begin)
      throw Problem{"want a word class before '" + std::string(text_.substr(i_, 8)) + "'"};
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

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r'))
    text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return parts;
}

int find_variable(const Rule& rule, std::string_view name) {
  if (name == "topic") return kTopic;
  const auto found = std::find(rule.variables.begin(), rule.variables.end(), name);
  if (found == rule.variables.end())
    throw Problem{"the pattern captures no '" + std::string(name) + "'"};
  return static_cast<int>(found - rule.variables.begin());
}

// "chunk X", "chunk X as CLASS of Y", "chunk X only CLASS", "source X", "source X of all", "topic
// X"
Action word_action(const Rule& rule, std::string_view text, ClassTable& classes) {
  std::vector<std::string_view> words = split(text, ' ');
  std::erase(words, std::string_view());
  const auto is = [&](std::size_t i, std::string_view word) {
    return i < words.size() && words[i] == word;
  };
  if (words.size() < 2) throw Problem{"'" + std::string(text) + "' is no action"};
  Action action;
  action.x = find_variable(rule, words[1]);
  if (is(0, "topic") && words.size() == 2) {
    action.kind = Action::Kind::topic;
  } else if (is(0, "source") && (words.size() == 2 || (is(2, "of") && is(3, "all")))) {
    action.kind = words.size() == 2 ? Action::Kind::source : Action::Kind::source_of_all;
  } else if (is(0, "chunk")) {
    action.kind = Action::Kind::chunk;
    for (std::size_t i = 2; i + 1 < words.size(); i += 2) {
      if (is(i, "only")) action.clears = true;
      if (is(i, "as") || is(i, "only"))
        action.classes.push_back(classes.intern(words[i + 1]));
      else if (is(i, "of"))
        action.owner = find_variable(rule, words[i + 1]);
      else
        throw Problem{"'" + std::string(text) + "' is no action"};
    }
  } else {
    throw Problem{"'" + std::string(text) + "' is no action"};
  }
  return action;
}

// "predicate(X, Y)", "%(X, Y)", X may be "of X"; either followed by "aspect Z" or "label Z"
Action parse_action(const Rule& rule, std::string_view text, const Ontology& ontology,
                    ClassTable& classes) {
  const std::size_t open = text.find('('), close = text.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos)
    return word_action(rule, text, classes);
  Action action;
  const std::string_view name = trimmed(text.substr(0, open));
  const auto arguments = split(text.substr(open + 1, close - open - 1), ',');
  if (arguments.size() != 2) throw Problem{"want two arguments in '" + std::string(text) + "'"};
  action.owner_of_x = arguments[0].starts_with("of ");
  action.x = find_variable(rule, trimmed(arguments[0].substr(action.owner_of_x ? 3 : 0)));
  action.y = find_variable(rule, arguments[1]);
  action.kind = name == "%" ? Action::Kind::frame : Action::Kind::relate;
  if (name == "%" && rule.construction.empty())
    throw Problem{"no construction (%...) in the pattern"};
  if (name != "%") action.predicate = ontology.relation(name).id;
  const std::string_view rest = trimmed(text.substr(close + 1));
  if (rest.starts_with("aspect "))
    action.aspect = find_variable(rule, trimmed(rest.substr(7)));
  else if (rest.starts_with("label "))
    action.label = find_variable(rule, trimmed(rest.substr(6)));
  else if (!rest.empty())
    throw Problem{"unexpected '" + std::string(rest) + "'"};
  return action;
}

// One file.
class RuleFile {
 public:
  RuleFile(const Language& language, const Ontology& ontology, ClassTable& classes, Macros& macros,
           std::vector<Phase>& phases)
      : language_(language),
        ontology_(ontology),
        classes_(classes),
        macros_(macros),
        phases_(phases) {}

  void read(const std::string& name) {
    const std::string bytes = language_.file(name);
    path_ = language_.path(name);
    std::size_t number = 0, first = 0;
    std::string statement;  // a line and those that continue it, which are indented
    for (const std::string_view line : split_lines(bytes)) {
      ++number;
      const bool continues = line.starts_with(' ') || line.starts_with('\t');
      if (!continues) {
        finish(statement, first);
        statement.clear();
        first = number;
      }
      const std::string_view content = trimmed(line);
      if (!content.empty() && !content.starts_with('#'))
        statement += (statement.empty() ? "" : " ") + std::string(content);
    }
    finish(statement, first);
  }

 private:
  static std::vector<std::string_view> split_lines(std::string_view bytes) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin < bytes.size();) {
      const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
      lines.push_back(bytes.substr(begin, end - begin));
      begin = end + 1;
    }
    return lines;
  }

  void finish(std::string_view statement, std::size_t line) {
    if (statement.empty()) return;
    try {
      if (statement.starts_with("phase "))
        phase(trimmed(statement.substr(6)));
      else if (statement.starts_with("let "))
        let(statement.substr(4));
      else if (statement.starts_with("rule "))
        rule(statement.substr(5), line);
      else
        throw Problem{"want 'phase', 'let' or 'rule'"};
    } catch (const Problem& problem) {
      throw FormatError(path_, line, problem.message);
    } catch (const UnknownName& error) {
      throw FormatError(path_, line, error.what());
    }
  }

  void phase(std::string_view name) {
    const auto known = std::find_if(phases_.begin(), phases_.end(),
                                    [&](const Phase& p) { return p.name == name; });
    current_ = static_cast<std::size_t>(known - phases_.begin());
    if (known == phases_.end()) phases_.push_back({std::string(name), {}});
  }

  void let(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) throw Problem{"want 'let NAME = PATTERN'"};
    macros_[std::string(trimmed(text.substr(0, equals)))] = trimmed(text.substr(equals + 1));
  }

  // rule NAME CONFIDENCE: PATTERN => ACTION; ACTION
  void rule(std::string_view text, std::size_t line) {
    const std::size_t colon = text.find(':'), arrow = text.rfind("=>");
    if (colon == std::string_view::npos || arrow == std::string_view::npos || arrow < colon)
      throw Problem{"want 'rule NAME CONFIDENCE: PATTERN => ACTION; ...'"};
    if (current_ >= phases_.size()) throw Problem{"a rule before the first phase"};
    Rule rule;
    rule.path = path_;
    rule.line = line;
    const auto head = split(trimmed(text.substr(0, colon)), ' ');
    rule.name = head.front();
    if (head.size() != 2 ||
        std::from_chars(head[1].data(), head[1].data() + head[1].size(), rule.confidence).ec !=
            std::errc() ||
        rule.confidence <= 0 || rule.confidence > 1)
      throw Problem{"want 'rule NAME CONFIDENCE', the confidence above 0 and up to 1"};
    PatternCompiler(rule, classes_, macros_, language_.folding())
        .compile(trimmed(text.substr(colon + 1, arrow - colon - 1)));
    for (const std::string_view action : split(text.substr(arrow + 2), ';'))
      rule.actions.push_back(parse_action(rule, action, ontology_, classes_));
    phases_[current_].rules.push_back(std::move(rule));
  }

  const Language& language_;
  const Ontology& ontology_;
  ClassTable& classes_;
  Macros& macros_;
  std::vector<Phase>& phases_;
  std::string path_;
  std::size_t current_ = static_cast<std::size_t>(-1);
};

}  // namespace

std::vector<Phase> read_rules(const Language& language, const Ontology& ontology,
                              ClassTable& classes) {
  std::vector<std::string> names;
  std::error_code none;
  for (const auto& entry : std::filesystem::directory_iterator(language.path("rules"), none))
    if (entry.path().extension() == ".rules")
      names.push_back("rules/" + entry.path().filename().string());
  std::sort(names.begin(), names.end());
  std::vector<Phase> phases;
  Macros macros;
  for (const std::string& name : names)
    RuleFile(language, ontology, classes, macros, phases).read(name);
  return phases;
}

}  // namespace relata
