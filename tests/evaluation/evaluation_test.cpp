// SPDX-License-Identifier: Apache-2.0
// Scores of small annotations, counted by hand after the rules of the CoNLL 2018 shared task.

#include <catch2/catch.hpp>
#include <relata/error.hpp>
#include <relata/evaluation.hpp>
#include <string>
#include <vector>

#include "support/conllu.hpp"

using namespace relata;

namespace {

std::vector<Document> read(const std::string& rows) {
  static const Languages languages(SCHEMA "/languages");
  ReadOptions options;
  options.language = "en";
  options.format = ReadOptions::Format::conllu;
  std::vector<Document> documents;
  DocumentReader(languages, options)
      .read_bytes(
          "a", test::tabbed(rows),
          [&](Document&& document) { documents.push_back(std::move(document)); },
          [](const Diagnostic& diagnostic) { FAIL(to_string(diagnostic)); });
  return documents;
}

// "correct/system/gold" of a metric, " of N" for aligned words.
std::string told(const std::vector<Score>& scores, const std::string& metric) {
  for (const Score& score : scores)
    if (score.metric == metric)
      return std::to_string(score.correct) + "/" + std::to_string(score.system) + "/" +
             std::to_string(score.gold) +
             (score.aligned > 0 ? " of " + std::to_string(score.aligned) : "");
  return "none";
}

std::string score(const std::string& metric, const std::string& gold, const std::string& system) {
  return told(evaluate(read(gold), read(system)).scores, metric);
}

// Rows of words without anything else.
std::string words(const std::vector<std::string>& forms) {
  std::string rows;
  for (std::size_t i = 0; i < forms.size(); ++i)
    rows += std::to_string(i + 1) + " " + forms[i] + " _ _ _ _ _ _ _ _\n";
  return rows + "\n";
}

// A range and its words, numbered from `first`.
std::string multiword(std::size_t first, const std::string& form,
                      const std::vector<std::string>& parts) {
  std::string rows = std::to_string(first) + "-" + std::to_string(first + parts.size() - 1) + " " +
                     form + " _ _ _ _ _ _ _ _\n";
  for (std::size_t i = 0; i < parts.size(); ++i)
    rows += std::to_string(first + i) + " " + parts[i] + " _ _ _ _ _ _ _ _\n";
  return rows;
}

constexpr const char* kTree =
    "1 the the DET DT Definite=Def|PronType=Art 2 det _ _\n"
    "2 cats cat NOUN NNS Number=Plur 3 nsubj:pass _ _\n"
    "3 sleep sleep VERB VBP Mood=Ind|Tense=Pres 0 root _ _\n"
    "4 . . PUNCT . _ 3 punct _ _\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

std::string tree_with(const std::string& from, const std::string& to) {
  return replaced(kTree, from, to);
}

}  // namespace

TEST_CASE("precision, recall and F1") {
  const Score score{"m", 4, 5, 2, 3};
  CHECK(score.precision() == Approx(0.4));
  CHECK(score.recall() == Approx(0.5));
  CHECK(score.f1() == Approx(4.0 / 9));
  CHECK(score.aligned_accuracy() == Approx(2.0 / 3));
  CHECK(Score{}.f1() == 0);
}

TEST_CASE("an annotation is all right compared to itself") {
  const Evaluation same = evaluate(read(kTree), read(kTree));
  CHECK(same.scores.size() == 9);
  CHECK(same.entities.empty());
  for (const Score& score : same.scores) CHECK(score.f1() == 1);
  CHECK(evaluate({}, {}).scores.at(0).f1() == 0);
}

TEST_CASE("words are right if they cover the same characters") {
  CHECK(score("Words", words({"ab", "c", "d"}), words({"a", "bc", "d"})) == "1/3/3");
  CHECK(score("Words", words({"ab", "cd"}), words({"abcd"})) == "0/1/2");
  CHECK(score("Words", words({"a", "b", "c", "d"}), words({"ab", "c", "d"})) == "2/3/4");
  CHECK(score("Words", words({"a\u00A0b", "c"}), words({"ab", "c"})) == "2/2/2");
}

TEST_CASE("sentences are right if they cover the same characters") {
  const std::string gold = words({"a", "b"}) + words({"c"}) + words({"d"});
  CHECK(score("Sentences", gold, words({"a", "b"}) + words({"c", "d"})) == "1/2/3");
  CHECK(score("Sentences", gold, words({"a", "b", "c", "d"})) == "0/1/3");
  CHECK(score("Words", gold, words({"a", "b", "c", "d"})) == "4/4/4");
  CHECK(score("Sentences", gold,
              "# newdoc\n" + words({"a", "b"}) + "# newdoc\n" + words({"c"}) + "# newpar\n" +
                  words({"d"})) == "3/3/3");
}

TEST_CASE("words of multiword tokens are aligned by their forms") {
  const std::string gold =
      "1 I _ _ _ _ _ _ _ _\n" + multiword(2, "don't", {"do", "n't"}) + "4 go _ _ _ _ _ _ _ _\n";
  CHECK(score("Tokens", gold, gold) == "3/3/3");
  CHECK(score("Words", gold, gold) == "4/4/4");
  // Plain words of the same characters are other tokens but the same words.
  CHECK(score("Tokens", gold, words({"I", "do", "n't", "go"})) == "2/4/3");
  CHECK(score("Words", gold, words({"I", "do", "n't", "go"})) == "4/4/4");
  CHECK(score("Words", words({"I", "do", "n't", "go"}), gold) == "4/4/4");
  CHECK(score("Words", gold, words({"I", "don't", "go"})) == "2/3/4");
  CHECK(score("Words", gold, replaced(gold, "2 do ", "2 DO ")) == "4/4/4");
  // Cut elsewhere: of the words in the region only those with the same form.
  CHECK(score("Words", gold, words({"I", "don", "'t", "go"})) == "2/4/4");
  // A word that reaches over the border of the region is no part of it.
  CHECK(score("Words", gold, words({"Ido", "n't", "go"})) == "2/3/4");
}

TEST_CASE("words that are no substrings, and tokens that overlap") {
  const std::string gold = multiword(1, "du", {"de", "le"}) + "3 x _ _ _ _ _ _ _ _\n";
  CHECK(score("Words", gold, multiword(1, "du", {"de", "la"}) + "3 x _ _ _ _ _ _ _ _\n") ==
        "2/3/3");
  CHECK(score("Words", gold, words({"du", "x"})) == "1/2/3");
  CHECK(score("Words", gold, multiword(1, "dux", {"de", "x"})) == "2/2/3");
  // The longest common subsequence of b c d a and a b c d is b c d.
  CHECK(score("Words", multiword(1, "xy", {"b", "c", "d", "a"}),
              multiword(1, "xy", {"a", "b", "c", "d"})) == "3/4/4");
  // xyz | w and x | yzw make one region, in which y and w are shared.
  CHECK(score("Words", multiword(1, "xyz", {"x1", "y"}) + "3 w _ _ _ _ _ _ _ _\n",
              "1 x _ _ _ _ _ _ _ _\n" + multiword(2, "yzw", {"y", "w"})) == "2/3/3");
}

TEST_CASE("tags, features and lemmas of aligned words") {
  CHECK(score("UPOS", kTree, tree_with("NOUN", "PROPN")) == "3/4/4 of 4");
  CHECK(score("XPOS", kTree, tree_with("NNS", "_")) == "3/4/4 of 4");
  CHECK(score("Lemmas", kTree, tree_with(" cat ", " cats ")) == "3/4/4 of 4");
  CHECK(score("Lemmas", kTree, tree_with(" cat ", " Cat ")) == "3/4/4 of 4");
  CHECK(score("Lemmas", tree_with(" cat ", " _ "), kTree) == "4/4/4 of 4");
  // The order of features means nothing, nor do those that are not universal.
  CHECK(score("UFeats", kTree,
              tree_with("Mood=Ind|Tense=Pres", "Tense=Pres|Typo=Yes|Person[subj]=3|Mood=Ind")) ==
        "4/4/4 of 4");
  CHECK(score("UFeats", kTree, tree_with("Tense=Pres", "Tense=Past")) == "3/4/4 of 4");
  CHECK(score("UFeats", kTree, tree_with("Number=Plur", "_")) == "3/4/4 of 4");
  // A word that is not aligned has no right tag.
  CHECK(score("UPOS", "1 ab _ X _ _ _ _ _ _\n2 c _ X _ _ _ _ _ _\n",
              "1 a _ X _ _ _ _ _ _\n2 b _ X _ _ _ _ _ _\n3 c _ X _ _ _ _ _ _\n") == "1/3/2 of 1");
}

TEST_CASE("heads are compared as words, relations without their subtypes, marks count") {
  CHECK(score("LAS", kTree, tree_with("nsubj:pass", "nsubj:outer")) == "4/4/4 of 4");
  CHECK(score("LAS", kTree, tree_with("nsubj:pass", "obj")) == "3/4/4 of 4");
  CHECK(score("UAS", kTree, tree_with("nsubj:pass", "obj")) == "4/4/4 of 4");
  CHECK(score("UAS", kTree, tree_with("3 punct", "2 punct")) == "3/4/4 of 4");
  CHECK(score("LAS", kTree, tree_with("3 punct", "2 punct")) == "3/4/4 of 4");
  // cats is the root, and sleep hangs on it.
  const std::string turned =
      replaced(tree_with("3 nsubj:pass", "0 root"), "0 root _ _\n4", "2 acl _ _\n4");
  CHECK(score("UAS", kTree, turned) == "2/4/4 of 4");
  // The system splits cats: the words on it have a head that is no word of gold.
  const std::string split =
      "1 the the DET _ _ 2 det _ _\n2 cat cat NOUN _ _ 4 nsubj _ _\n3 s s X _ _ 2 dep _ _\n"
      "4 sleep sleep VERB _ _ 0 root _ _\n5 . . PUNCT _ _ 4 punct _ _\n";
  CHECK(score("UAS", kTree, split) == "2/5/4 of 3");
  CHECK(score("LAS", kTree, split) == "2/5/4 of 3");
  // A word with the same number in another sentence is another head.
  const std::string two =
      "1 a a X _ _ 0 root _ _\n2 b b X _ _ 1 dep _ _\n\n"
      "1 c c X _ _ 0 root _ _\n2 d d X _ _ 1 dep _ _\n";
  const std::string one =
      "1 a a X _ _ 0 root _ _\n2 b b X _ _ 1 dep _ _\n"
      "3 c c X _ _ 1 dep _ _\n4 d d X _ _ 1 dep _ _\n";
  CHECK(score("UAS", two, one) == "2/4/4 of 4");
}

TEST_CASE("what has no tree has no right head") {
  CHECK(score("UAS", words({"a", "b"}), words({"a", "b"})) == "none");
  CHECK(score("UAS", kTree, words({"the", "cats", "sleep", "."})) == "0/4/4 of 4");
}

TEST_CASE("names are right if type and characters are") {
  const auto row = [](int id, const std::string& form, const std::string& entity) {
    return std::to_string(id) + " " + form + " _ _ _ _ _ _ _ " + entity + "\n";
  };
  const std::string gold = row(1, "Ann", "Entity=(PER") + row(2, "Lee", "Entity=PER)") +
                           row(3, "left", "_") + row(4, "NATO", "Entity=(ORG)") +
                           row(5, "Rome", "Entity=(LOC)");
  const auto names = [&](const std::string& system) {
    const Evaluation evaluation = evaluate(read(gold), read(system));
    std::string all;
    for (const Score& score : evaluation.entities)
      all += score.metric + " " + told(evaluation.entities, score.metric) + "; ";
    return all;
  };
  CHECK(names(gold) == "LOC 1/1/1; ORG 1/1/1; PER 1/1/1; all 3/3/3; ");
  CHECK(names(words({"Ann", "Lee", "left", "NATO", "Rome"})) ==
        "LOC 0/0/1; ORG 0/0/1; PER 0/0/1; all 0/0/3; ");
  // Other words, the same characters; a name that is too short; another type.
  CHECK(names(row(1, "AnnLee", "Entity=(PER)") + row(2, "left", "_") +
              row(3, "NA", "Entity=(ORG)") + row(4, "TO", "_") + row(5, "Rome", "Entity=(MISC)")) ==
        "LOC 0/0/1; MISC 0/1/0; ORG 0/1/1; PER 1/1/1; all 1/3/3; ");
}

TEST_CASE("texts that differ are told with the place") {
  CHECK_THROWS_WITH(
      evaluate(read(words({"the", "cats", "sleep"})), read(words({"the", "dogs"}))),
      "the texts differ behind 3 characters: gold has 'catssleep', system has 'dogs'");
  CHECK_THROWS_AS(evaluate(read(words({"a", "b"})), read(words({"a"}))), Error);
}

TEST_CASE("what an annotator finds out is taken away") {
  const Document gold = read(kTree).at(0);
  CHECK(without_annotation(gold).annotation.empty());
  CHECK(without_annotation(gold).text == gold.text);
  const Document bare = without_tags(gold);
  REQUIRE(bare.annotation.at(0).words.size() == 4);
  const AnnotatedWord& cats = bare.annotation[0].words[1];
  CHECK(cats.form == "cats");
  CHECK(cats.span == gold.annotation[0].words[1].span);
  CHECK((cats.lemma + cats.upos + cats.xpos + cats.feats + cats.deprel).empty());
  CHECK(cats.head == -1);
}
