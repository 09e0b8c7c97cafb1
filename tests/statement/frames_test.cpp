// SPDX-License-Identifier: Apache-2.0
// Frames and rules of the packs belong together: a construction that only one of them knows does
// nothing, and so does a word that no text can hold. Prints which relations have words in which
// language.

#include "statement/frames.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <iomanip>
#include <iostream>
#include <set>
#include <sstream>

#include "statement/extracting.hpp"
#include "statement/items.hpp"
#include "statement/rules.hpp"

using namespace relata;
using relata::test::Finding;
using relata::test::Schema;

namespace {

// The statement stage's knowledge of one language.
struct Knowledge {
  explicit Knowledge(const std::string& tag)
      : code(tag),
        frames(read_frames(language, Schema::opened().ontology, classes)),
        rules(read_rules(language, Schema::opened().ontology, classes)),
        vocabulary(language, Schema::opened().ontology, frames, classes) {}

  // Whether the words of a text that is just `word` are those of `frame`.
  bool finds(const std::string& word, const Frame& frame) const {
    const Document document = test::document_of(code, word);
    const auto sentences = Finding::of(code).annotator.annotate(document, [](const Diagnostic&) {});
    if (sentences.size() != 1) return false;
    const Mentions none;
    for (const Item& item : vocabulary.items(sentences[0], {}, none, {}))
      if (item.frames && item.first == 0 && item.last == sentences[0].tokens.size() &&
          std::find(item.frames->begin(), item.frames->end(), &frame) != item.frames->end())
        return true;
    return false;
  }

  std::string code;
  const Language& language = Finding::of(code).language;
  ClassTable classes;
  std::vector<Frame> frames;
  Rules rules;
  Vocabulary vocabulary;
};

using Names = std::set<std::string>;

Names constructions_of_rules(const Knowledge& knowledge) {
  Names names;
  for (const Phase& phase : knowledge.rules.phases)
    for (const Rule& rule : phase.rules)
      if (!rule.construction.empty()) names.insert(rule.construction);
  for (const Phase& phase : knowledge.rules.phases)
    for (const Rule& rule : phase.trees)
      if (!rule.construction.empty()) names.insert(rule.construction);
  return names;
}

// The cells of frames.tsv itself, as the numbers of classes have no way back to names.
Names constructions_of_frames(const Knowledge& knowledge) {
  Names names;
  for (const Frame& frame : knowledge.frames)
    if (frame.owner) names.insert("%owner");  // by the option
  for (const Language::WordRow& row : knowledge.language.words("frames.tsv", 3)) {
    std::istringstream cell(row.cells[1]);
    for (std::string name; std::getline(cell, name, ',');) {
      std::erase(name, ' ');
      names.insert("%" + name);
    }
  }
  return names;
}

Names without(const Names& all, const Names& some) {
  Names rest;
  std::set_difference(all.begin(), all.end(), some.begin(), some.end(),
                      std::inserter(rest, rest.end()));
  return rest;
}

std::string listed(const Names& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : " ") + name;
  return list;
}

}  // namespace

TEST_CASE("the relations that frames and rules of each language can state") {
  const Knowledge zh("zh"), en("en");
  const auto count = [](const Knowledge& knowledge, const std::string& relation) {
    std::size_t words = 0;
    for (const Frame& frame : knowledge.frames)
      if (frame.relation->id == relation) words += frame.words.size();
    for (const Phase& phase : knowledge.rules.phases)
      for (const Rule& rule : phase.rules)
        for (const Action& action : rule.actions) words += action.predicate == relation;
    return words;
  };
  std::cout << "words and rules for each relation\n"
            << std::left << std::setw(20) << "relation" << std::setw(6) << "zh"
            << "en\n";
  for (const RelationType& relation : Schema::opened().ontology.relations()) {
    const std::size_t in_zh = count(zh, relation.id), in_en = count(en, relation.id);
    std::cout << std::setw(20) << relation.id << std::setw(6) << in_zh << in_en
              << (in_zh == 0 || in_en == 0 ? "  <- none" : "") << '\n';
    // A relation that neither language can state is dead.
    if (relation.id != "says" && relation.id != "childOf") {
      INFO(relation.id);
      CHECK(in_zh + in_en > 0);
    }
  }
}

TEST_CASE("every row of frames has words that a text can hold") {
  for (const char* code : {"zh", "en"}) {
    const Knowledge knowledge(code);
    std::string dead;
    for (const Frame& frame : knowledge.frames) {
      std::size_t found = 0;
      for (const std::string& word : frame.words) {
        const bool finds = knowledge.finds(word, frame);
        found += finds;
        if (!finds) dead += (dead.empty() ? "" : ", ") + word;
      }
      INFO(frame.words.front() << " (" << frame.relation->id << ")");
      if (frame.words.front() != "restore relations") CHECK(found > 0);  // known today
    }
    std::cout << code << ": words of frames.tsv that do not find themselves: " << dead << '\n';
  }
}

TEST_CASE("frames and rules know the same constructions") {
  struct Case {
    const char* code;
    Names no_rule;  // known today: frames that wait for a rule
  };
  const std::vector<Case> cases = {
      {"zh", {"%control", "%dui.object", "%joint.object", "%light", "%svo.sell", "%with.object"}},
      {"en", {}}};
  // Rules that all languages share may wait for the frames of one.
  Names all;
  for (const Case& one : cases) all.merge(constructions_of_frames(Knowledge(one.code)));
  for (const Case& one : cases) {
    const Knowledge knowledge(one.code);
    const Names rules = constructions_of_rules(knowledge);
    const Names frames = constructions_of_frames(knowledge);
    INFO(one.code);
    CHECK(listed(without(without(frames, rules), one.no_rule)) == "");
    CHECK(listed(without(rules, all)) == "");
  }
}
