// SPDX-License-Identifier: Apache-2.0
// Rules and items made by hand.
#pragma once

#include <relata/error.hpp>
#include <relata/language.hpp>
#include <relata/ontology.hpp>
#include <string>
#include <vector>

#include "statement/matcher.hpp"
#include "statement/rules.hpp"
#include "support/temporary_folder.hpp"

namespace relata::test {

/// A language pack with nothing but rules.
class RulePack {
 public:
  explicit RulePack(const std::string& rules) {
    folder_.write("pack.json", R"({"code": "xx", "scripts": ["Latn"]})");
    add("1.rules", rules);
  }
  void add(const std::string& name, const std::string& rules) const {
    folder_.write("rules/" + name, rules);
  }

  std::vector<Phase> read(ClassTable& classes) const {
    static const Ontology ontology(SCHEMA "/ontology");
    const Language language(folder_.path());
    return read_rules(language, ontology, classes).phases;
  }

 private:
  TemporaryFolder folder_;
};

/// "1.rules:2: unknown relation 'frobs'", or "" if the file can be read.
inline std::string problem_of(const std::string& rules) {
  ClassTable classes;
  try {
    RulePack(rules).read(classes);
  } catch (const FormatError& error) {
    const std::string message = error.what();
    return message.substr(message.rfind('/') + 1);
  }
  return {};
}

/// What `pattern` matches first among items whose classes are single letters: "1-3 X=1 Y=2", or ""
/// if it matches nowhere. `trigger` is the item that set the rule off.
inline std::string matched(const std::string& pattern, const std::string& letters,
                           std::size_t trigger = Matcher::kNoTrigger) {
  ClassTable classes;
  const RulePack pack("phase p\nrule r 1: " + pattern + " => topic topic\n");
  const std::vector<Phase> phases = pack.read(classes);
  const Rule& rule = phases.at(0).rules.at(0);
  std::vector<Item> items(letters.size());
  for (std::size_t i = 0; i < letters.size(); ++i) {
    // A capital is a word that is "%" and its small letter: the trigger.
    const char c = letters[i];
    const bool capital = c >= 'A' && c <= 'Z';
    items[i].classes.set(classes.intern(
        capital ? "%" + std::string(1, static_cast<char>(c - 'A' + 'a')) : std::string(1, c)));
  }
  Matcher matcher(rule, items, trigger);
  Match match;
  for (std::size_t first = 0; first <= items.size(); ++first) {
    if (first == items.size() && !items.empty()) break;
    if (!matcher.match(first, match)) continue;
    std::string text = std::to_string(match.first) + "-" + std::to_string(match.last);
    for (std::size_t variable = 0; variable < rule.variables.size(); ++variable) {
      const auto captured = match.items(static_cast<int>(variable));
      for (std::size_t k = 0; k < captured.size(); ++k)
        text += (k == 0 ? " " + rule.variables[variable] + "=" : ",") + std::to_string(captured[k]);
    }
    return text;
  }
  return {};
}

}  // namespace relata::test
