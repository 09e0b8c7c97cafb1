// SPDX-License-Identifier: Apache-2.0
// Rule files: phases, named patterns and rules. Patterns are left to compile_pattern.

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <relata/error.hpp>

#include "statement/pattern_compiler.hpp"
#include "statement/rules.hpp"

namespace relata {
namespace {

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
  if (name == "setting") return kSetting;
  if (name == "remembered") return kRemembered;
  if (name == "occasion") return kOccasion;
  const auto found = std::find(rule.variables.begin(), rule.variables.end(), name);
  if (found == rule.variables.end())
    throw RuleProblem{"the pattern captures no '" + std::string(name) + "'"};
  return static_cast<int>(found - rule.variables.begin());
}

// "chunk X", "chunk X as CLASS of Y", "chunk X only CLASS", "mark X as CLASS", "source X", "source
// X of all", "source X of C", "topic X", "topic none", "remember X", "occasion X", "insert X as
// CLASS for Y"
Action word_action(const Rule& rule, std::string_view text, ClassTable& classes) {
  std::vector<std::string_view> words = split(text, ' ');
  std::erase(words, std::string_view());
  const auto is = [&](std::size_t i, std::string_view word) {
    return i < words.size() && words[i] == word;
  };
  if (words.size() < 2) throw RuleProblem{"'" + std::string(text) + "' is no action"};
  Action action;
  if (is(0, "topic") && is(1, "none") && words.size() == 2) {
    action.kind = Action::Kind::topic;
    return action;
  }
  action.x = find_variable(rule, words[1]);
  if (is(0, "topic") && words.size() == 2) {
    action.kind = Action::Kind::topic;
  } else if (is(0, "remember") && words.size() == 2) {
    action.kind = Action::Kind::remember;
  } else if (is(0, "occasion") && words.size() == 2) {
    action.kind = Action::Kind::occasion;
  } else if (is(0, "source") && (words.size() == 2 || (words.size() == 4 && is(2, "of")))) {
    action.kind = is(3, "all") ? Action::Kind::source_of_all : Action::Kind::source;
    if (words.size() == 4 && !is(3, "all")) action.clause = find_variable(rule, words[3]);
  } else if (is(0, "mark") && words.size() == 4 && is(2, "as")) {
    action.kind = Action::Kind::mark;
    action.classes.push_back(classes.intern(words[3]));
  } else if (is(0, "chunk") || is(0, "insert")) {
    action.kind = is(0, "chunk") ? Action::Kind::chunk : Action::Kind::insert;
    for (std::size_t i = 2; i + 1 < words.size(); i += 2) {
      if (is(i, "only")) action.clears = true;
      if (is(i, "as") || is(i, "only"))
        action.classes.push_back(classes.intern(words[i + 1]));
      else if (is(i, "for"))
        action.y = find_variable(rule, words[i + 1]);
      else if (is(i, "of"))
        action.owner = find_variable(rule, words[i + 1]);
      else
        throw RuleProblem{"'" + std::string(text) + "' is no action"};
    }
  } else {
    throw RuleProblem{"'" + std::string(text) + "' is no action"};
  }
  return action;
}

// "predicate(X, Y)", "%(X, Y)", X may be "of X", both "home X", Y "seat Y" or "seat Y or
// remembered"; either followed by "aspect Z", "label Z" or "if Z CLASS"
Action parse_action(const Rule& rule, std::string_view text, const Ontology& ontology,
                    ClassTable& classes) {
  const std::size_t open = text.find('('), close = text.find(')');
  if (open == std::string_view::npos || close == std::string_view::npos)
    return word_action(rule, text, classes);
  Action action;
  const std::string_view name = trimmed(text.substr(0, open));
  const auto arguments = split(text.substr(open + 1, close - open - 1), ',');
  if (arguments.size() != 2) throw RuleProblem{"want two arguments in '" + std::string(text) + "'"};
  action.owner_of_x = arguments[0].starts_with("of ");
  action.home_of_x = arguments[0].starts_with("home ");
  action.x = find_variable(rule, trimmed(arguments[0].substr(action.owner_of_x  ? 3
                                                             : action.home_of_x ? 5
                                                                                : 0)));
  action.home_of_y = trimmed(arguments[1]).starts_with("home ");
  std::string_view y = trimmed(arguments[1]).substr(action.home_of_y ? 5 : 0);
  if (y.starts_with("seat ")) {
    constexpr std::string_view kElse = " or remembered";
    action.seat_of_y = true;
    action.or_remembered = y.ends_with(kElse);
    y = y.substr(5, y.size() - 5 - (action.or_remembered ? kElse.size() : 0));
  }
  action.y = find_variable(rule, trimmed(y));
  action.kind = name == "%" ? Action::Kind::frame : Action::Kind::relate;
  if (name == "%" && rule.construction.empty())
    throw RuleProblem{"no construction (%...) in the pattern"};
  if (name != "%") action.predicate = ontology.relation(name).id;
  const std::string_view rest = trimmed(text.substr(close + 1));
  if (rest.starts_with("aspect "))
    action.aspect = find_variable(rule, trimmed(rest.substr(7)));
  else if (rest.starts_with("label "))
    action.label = find_variable(rule, trimmed(rest.substr(6)));
  else if (rest.starts_with("if ")) {
    const auto words = split(rest, ' ');
    if (words.size() != 3) throw RuleProblem{"want 'if X CLASS' behind the arguments"};
    action.condition = find_variable(rule, words[1]);
    action.condition_class = classes.intern(words[2]);
  } else if (!rest.empty())
    throw RuleProblem{"unexpected '" + std::string(rest) + "'"};
  return action;
}

// One file.
class RuleFile {
 public:
  RuleFile(const Language& language, const Ontology& ontology, ClassTable& classes, Macros& macros,
           Rules& rules)
      : language_(language),
        ontology_(ontology),
        classes_(classes),
        macros_(macros),
        rules_(rules),
        phases_(rules.phases) {}

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
      else if (statement.starts_with("tree "))
        tree(statement.substr(5), line);
      else if (statement.starts_with("role "))
        role(statement.substr(5));
      else
        throw RuleProblem{"want 'phase', 'let', 'rule', 'role' or 'tree'"};
    } catch (const RuleProblem& problem) {
      throw FormatError(path_, line, problem.message);
    } catch (const UnknownName& error) {
      throw FormatError(path_, line, error.what());
    }
  }

  void phase(std::string_view name) {
    const auto known = std::find_if(phases_.begin(), phases_.end(),
                                    [&](const Phase& p) { return p.name == name; });
    current_ = static_cast<std::size_t>(known - phases_.begin());
    if (known == phases_.end()) phases_.push_back({std::string(name), {}, {}});
  }

  void let(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) throw RuleProblem{"want 'let NAME = PATTERN'"};
    macros_[std::string(trimmed(text.substr(0, equals)))] = trimmed(text.substr(equals + 1));
  }

  // NAME CONFIDENCE: PATTERN => ACTION; ACTION
  template <class Compile>
  Rule read_rule(std::string_view text, std::size_t line, const Compile& compile) {
    const std::size_t colon = text.find(':'), arrow = text.rfind("=>");
    if (colon == std::string_view::npos || arrow == std::string_view::npos || arrow < colon)
      throw RuleProblem{"want 'NAME CONFIDENCE: PATTERN => ACTION; ...'"};
    Rule rule;
    rule.path = path_;
    rule.line = line;
    const auto head = split(trimmed(text.substr(0, colon)), ' ');
    rule.name = head.front();
    if (head.size() != 2 ||
        std::from_chars(head[1].data(), head[1].data() + head[1].size(), rule.confidence).ec !=
            std::errc() ||
        rule.confidence <= 0 || rule.confidence > 1)
      throw RuleProblem{"want 'rule NAME CONFIDENCE', the confidence above 0 and up to 1"};
    compile(trimmed(text.substr(colon + 1, arrow - colon - 1)), rule);
    for (const std::string_view action : split(text.substr(arrow + 2), ';'))
      rule.actions.push_back(parse_action(rule, action, ontology_, classes_));
    return rule;
  }

  void rule(std::string_view text, std::size_t line) {
    if (current_ >= phases_.size()) throw RuleProblem{"a rule before the first phase"};
    phases_[current_].rules.push_back(
        read_rule(text, line, [&](std::string_view pattern, Rule& rule) {
          compile_pattern(pattern, macros_, language_.folding(), classes_, rule);
        }));
  }

  void tree(std::string_view text, std::size_t line) {
    if (current_ >= phases_.size()) throw RuleProblem{"a tree before the first phase"};
    phases_[current_].trees.push_back(
        read_rule(text, line, [&](std::string_view text_of_tree, Rule& rule) {
          TreePattern pattern =
              parse_tree_pattern(text_of_tree, language_.folding(), classes_, rules_.edges);
          rule.tree = std::move(pattern.node);
          rule.variables = std::move(pattern.variables);
          rule.construction = std::move(pattern.construction);
          if (!rule.construction.empty()) rule.trigger = classes_.intern(rule.construction);
        }));
  }

  // role NAME: PATTERN; A is what plays the role
  void role(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) throw RuleProblem{"want 'role NAME: PATTERN'"};
    TreePattern pattern = parse_tree_pattern(trimmed(text.substr(colon + 1)), language_.folding(),
                                             classes_, rules_.edges);
    const auto filler = std::find(pattern.variables.begin(), pattern.variables.end(), "A");
    if (filler == pattern.variables.end()) throw RuleProblem{"the pattern captures no 'A'"};
    rules_.roles.push_back({rules_.edges.intern(trimmed(text.substr(0, colon))),
                            std::move(pattern.node),
                            static_cast<int>(filler - pattern.variables.begin())});
  }

  const Language& language_;
  const Ontology& ontology_;
  ClassTable& classes_;
  Macros& macros_;
  Rules& rules_;
  std::vector<Phase>& phases_;
  std::string path_;
  std::size_t current_ = static_cast<std::size_t>(-1);
};

}  // namespace

Rules read_rules(const Language& language, const Ontology& ontology, ClassTable& classes) {
  // What holds for every language stands beside the packs.
  constexpr const char* kFolders[] = {"../../universal/rules", "rules"};
  std::vector<std::string> names;
  std::error_code none;
  for (const char* folder : kFolders)
    for (const auto& entry : std::filesystem::directory_iterator(language.path(folder), none))
      if (entry.path().extension() == ".rules")
        names.push_back(std::string(folder) + "/" + entry.path().filename().string());
  std::sort(names.begin(), names.end(), [](const std::string& a, const std::string& b) {
    return std::filesystem::path(a).filename() < std::filesystem::path(b).filename();
  });
  Rules rules;
  Macros macros;
  for (const std::string& name : names)
    RuleFile(language, ontology, classes, macros, rules).read(name);
  return rules;
}

}  // namespace relata
