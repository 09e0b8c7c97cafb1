// SPDX-License-Identifier: Apache-2.0
// A language that has a pack.json and a treebank, and nothing else.

#include <catch2/catch.hpp>
#include <relata/sentence.hpp>
#include <relata/training.hpp>

#include "support/conllu.hpp"
#include "support/documents.hpp"
#include "support/temporary_folder.hpp"

namespace relata {
namespace {

constexpr const char* kPack =
    R"({"code": "xx", "name": "Example", "scripts": ["Latn"], "spaced": true})";

// Two shapes of sentences, which differ in who does it.
std::string treebank() {
  std::string all;
  for (const std::string base : {"see", "meet", "hear"})
    for (const char* name : {"Ada", "Ben", "Cleo"})
      for (const char* noun : {"dog", "cat"}) {
        all += std::string("1 ") + name + " " + name + " PROPN N _ 2 nsubj _ _\n2 " + base + "s" +
               " " + base + " VERB V Tense=Pres 0 root _ _\n3 the the DET D _ 4 det _ _\n4 " +
               noun + " " + noun +
               " NOUN N _ 2 obj _ SpaceAfter=No\n5 . . PUNCT . _ 2 punct _ _\n\n";
        all += std::string("1 the the DET D _ 2 det _ _\n2 ") + noun + " " + noun +
               " NOUN N _ 3 nsubj _ _\n3 " + base + "s" + " " + base +
               " VERB V Tense=Pres 0 root _ _\n4 " + name + " " + name +
               " PROPN N _ 3 obj _ SpaceAfter=No\n5 . . PUNCT . _ 3 punct _ _\n\n";
      }
  return test::tabbed(all);
}

struct Trained {
  Trained() {
    folder.write("languages/xx/pack.json", kPack);
    folder.write("train.conllu", treebank());
    languages.emplace(folder.path() / "languages");
    TrainingData data;
    data.treebanks = {{folder.path() / "train.conllu", ""}};
    data.dev = data.treebanks.front();
    TrainingOptions words;
    words.network.embedding = words.network.units = 16;
    words.network.arc = words.network.label = 16;
    words.epochs = 80;
    words.batch_words = 60;
    words.rate = 1e-2F;
    words.least_words = words.least_parts = 1;
    const auto keep = [&](const std::string& line) { lines.push_back(line); };
    const auto pack = folder.path() / "languages" / "xx";
    train_words(*languages, "xx", gazetteer, data, words, pack, keep);
    SegmenterOptions segmenter;
    segmenter.embedding = segmenter.units = 16;
    segmenter.epochs = 10;
    segmenter.least = 1;
    segmenter.batch_atoms = 60;
    segmenter.rate = 1e-2F;
    train_segmenter(*languages, "xx", data, segmenter, pack, keep);
  }

  test::TemporaryFolder folder;
  Ontology ontology{SCHEMA "/ontology"};
  Gazetteer gazetteer{SCHEMA "/entities", ontology};
  std::optional<Languages> languages;
  std::vector<std::string> lines;
};

}  // namespace

TEST_CASE("a treebank and a pack.json are enough for a new language") {
  const Trained trained;
  const Annotator annotator(trained.languages->find("xx"), trained.gazetteer);
  const Document document = test::document_of("xx", "Cleo meets the cat. The dog hears Ada.");
  const std::vector<Sentence> sentences = annotator.annotate(document, {});
  REQUIRE(sentences.size() == 2);
  const std::vector<Token>& first = sentences[0].tokens;
  REQUIRE(first.size() == 5);
  CHECK(first[0].deprel == "nsubj");
  CHECK(first[0].head == 1);
  CHECK(first[1].upos == Upos::VERB);
  CHECK(first[1].feats == "Tense=Pres");
  CHECK(first[1].lemma == "meet");
  CHECK(first[1].head == -1);
  CHECK(first[3].deprel == "obj");
  CHECK(sentences[1].tokens[1].deprel == "nsubj");
  CHECK(sentences[1].tokens[3].deprel == "obj");
}

TEST_CASE("training with one seed gives the same bytes") {
  const Trained a, b;
  for (const char* file : {"/languages/xx/words.weights", "/languages/xx/segmenter.weights"})
    CHECK(test::file_bytes(a.folder.path().string() + file) ==
          test::file_bytes(b.folder.path().string() + file));
  CHECK(a.lines.size() == b.lines.size());
}

}  // namespace relata
