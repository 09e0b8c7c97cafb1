// SPDX-License-Identifier: Apache-2.0
// Names of a file beside the treebank.

#include <catch2/catch.hpp>
#include <relata/evaluation.hpp>
#include <string>
#include <vector>

#include "support/conllu.hpp"

using namespace relata;

namespace {

const std::string kGold = test::tabbed(
    "# sent_id = s1\n1 Ann _ _ _ _ _ _ _ _\n2 Lee _ _ _ _ _ _ _ _\n3-4 can't _ _ _ _ _ _ _ _\n"
    "3 ca _ _ _ _ _ _ _ _\n4 n't _ _ _ _ _ _ _ _\n\n# sent_id = s2\n1 Rome _ _ _ _ _ _ _ _\n");

// The names of all sentences after reading `rows`, then what was told.
std::string names(const std::string& rows, const std::string& gold = kGold) {
  static const Languages languages(SCHEMA "/languages");
  ReadOptions options;
  options.language = "en";
  std::vector<Document> documents;
  std::string all, messages;
  const auto note = [&](const Diagnostic& diagnostic) { messages += to_string(diagnostic) + "\n"; };
  DocumentReader(languages, options)
      .read_bytes(
          "a.conllu", gold, [&](Document&& document) { documents.push_back(std::move(document)); },
          note);
  read_entities(documents, "n.iob2", test::tabbed(rows), note);
  for (const Document& document : documents)
    for (const AnnotatedSentence& sentence : document.annotation) {
      for (const NamedEntity& entity : sentence.entities)
        all += entity.type + std::to_string(entity.first) + "-" + std::to_string(entity.last) + " ";
      all += "| ";
    }
  return all + messages;
}

}  // namespace

TEST_CASE("names are found by the identifiers of their sentences") {
  CHECK(names("# sent_id = s2\n# text = Rome\n1 Rome B-LOC - x\n\n# sent_id = s1\n"
              "1 Ann B-PER - x\n2 Lee I-PER - x\n3 ca O - -\n4 n't O - -\n\n") ==
        "PER0-2 | LOC0-1 | ");
  CHECK(names("# sent_id = s2\n1 Rome B-LOC\n\n# sent_id = s9\n1 Rome B-LOC\n") ==
        "| LOC0-1 | n.iob2:4: the treebank has no such sentence\n");
}

TEST_CASE("or by the order of the sentences") {
  CHECK(names("# sent_id = x1\n1 Ann B-PER\n2 Lee B-PER\n3 ca O\n4 n't O\n\n1 Rome I-LOC") ==
        "PER0-1 PER1-2 | LOC0-1 | ");
  CHECK(names("1 Ann B-PER\n2 Lee I-LOC\n3 ca O\n4 n't O\n\n1 Rome O\n\n1 Rome O\n") ==
        "PER0-1 LOC1-2 | | n.iob2:8: the treebank has no such sentence\n");
}

TEST_CASE("words that are cut otherwise are compared by characters") {
  CHECK(names("1 AnnLee B-PER\n2 can't O\n\n1 Ro B-LOC\n2 me I-LOC\n") == "PER0-2 | LOC0-1 | ");
  CHECK(names("1 Ann O\n2 Leeca B-X\n3 n't O\n") == "X1-3 | | ");
  CHECK(names("1 Bob B-PER\n2 Lee I-PER\n3 ca O\n4 n't O\n") ==
        "| | n.iob2:1: the sentence has other letters than that of the treebank\n");
}

TEST_CASE("rows that are none say nothing") {
  CHECK(names("").starts_with("| | "));
  CHECK(names("\t\n\n\t\t\t\n").find("n.iob2:1: ") != std::string::npos);
  CHECK(names("1 Ann\n2 Lee X-PER\n3 ca B\n4 n't O\n") == "| | ");
}
