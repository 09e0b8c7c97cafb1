// SPDX-License-Identifier: Apache-2.0
// Lemma scripts and entity labels.
#include <catch2/catch.hpp>
#include <relata/entity_labels.hpp>
#include <relata/lemma_script.hpp>

namespace relata {

TEST_CASE("a script makes the lemma that it was made of, and the like") {
  struct Row {
    const char *form, *lemma, *script, *other, *result;
  };
  const Row rows[] = {
      {"talks", "talk", "l1+", "Walks", "walk"}, {"Cities", "city", "l3+y", "parties", "party"},
      {"was", "be", "=be", "were", "be"},        {"Japan", "Japan", "k0+", "Kenya", "Kenya"},
      {"went", "go", "=go", "x", "go"},          {"Zürich", "Zürich", "k0+", "Genf", "Genf"},
      {"ran", "run", "l2+un", "an", "an"},
  };
  for (const Row& row : rows) {
    CHECK(lemma_script(row.form, row.lemma) == row.script);
    CHECK(apply_lemma_script(row.form, row.script) == row.lemma);
    CHECK(apply_lemma_script(row.other, row.script) == row.result);
  }
  for (const char* broken : {"", "l", "+", "l9+x", "k3", "=", "lx+"})
    CHECK_FALSE(apply_lemma_script("word", broken).empty());
}

TEST_CASE("the best labels make whole entities") {
  const std::vector<std::string> labels{"O", "B-PER", "I-PER", "E-PER", "S-PER", "B-ORG", "E-ORG"};
  const auto may_follow = entity_transitions(labels);
  Matrix scores(4, labels.size());
  scores.row(0)[1] = 3;  // B-PER
  scores.row(1)[6] = 4;  // E-ORG: not after B-PER
  scores.row(1)[3] = 3;  // E-PER
  scores.row(3)[4] = 2;  // S-PER
  const std::vector<NamedEntity> entities = best_entities(scores, labels, may_follow);
  REQUIRE(entities.size() == 2);
  CHECK(entities[0].first == 0);
  CHECK(entities[0].last == 2);
  CHECK(entities[0].type == "PER");
  CHECK(entities[1].first == 3);
  CHECK(entities[1].last == 4);
  Matrix open(1, labels.size());
  open.row(0)[1] = 5;  // B-PER alone is none
  CHECK(best_entities(open, labels, may_follow).empty());
  CHECK(best_entities(Matrix(0, labels.size()), labels, may_follow).empty());
}

}  // namespace relata
