// SPDX-License-Identifier: Apache-2.0
// A segmenter that learns a language of its own.

#include <catch2/catch.hpp>
#include <relata/sentence.hpp>
#include <relata/training.hpp>

#include "support/temporary_folder.hpp"

using namespace relata;

namespace {

// Sentences end with "xx." and never with "yy.", whose full stop belongs to the word.
std::string treebank() {
  const auto word = [](int id, const std::string& form, bool space) {
    return std::to_string(id) + "\t" + form + "\t_\tNOUN\t_\t_\t" + std::to_string(id - 1) +
           "\tdep\t_\t" + (space ? "_" : "SpaceAfter=No") + "\n";
  };
  std::string all = "# newdoc id = d\n";
  for (int i = 0; i < 300; ++i)
    all += (i % 10 == 0 ? "# newpar\n" : "") + word(1, i % 3 == 0 ? "Ab" : "Cd", true) +
           word(2, "yy.", true) + word(3, "xx", false) + word(4, ".", true) + "\n";
  return all;
}

std::string trained(const std::filesystem::path& folder, unsigned epochs) {
  const Languages languages(SCHEMA "/languages");
  SegmenterOptions options;
  options.embedding = options.units = 16;
  options.epochs = epochs;
  options.batch_atoms = 100;
  options.rate = 1e-2F;
  TrainingData data;
  data.treebanks = {{folder / "train.conllu", ""}};
  data.dev = data.treebanks.front();
  std::string last;
  train_segmenter(languages, "en", data, options, folder,
                  [&](const std::string& line) { last = line; });
  return last;
}

}  // namespace

TEST_CASE("a segmenter learns where words and sentences end") {
  const test::TemporaryFolder a, b;
  for (const test::TemporaryFolder* folder : {&a, &b}) folder->write("train.conllu", treebank());
  CHECK(trained(a.path(), 12) == "  dev: words 100.00 sentences 100.00");
  trained(b.path(), 12);
  CHECK(test::file_bytes(a.path().string() + "/segmenter.weights") ==
        test::file_bytes(b.path().string() + "/segmenter.weights"));
}
