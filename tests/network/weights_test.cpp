// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <fstream>
#include <relata/error.hpp>
#include <relata/network.hpp>
#include <relata/read_file.hpp>

#include "support/temporary_folder.hpp"

namespace relata {
namespace {

WeightsContent content() {
  WeightsContent content;
  content.matrices["a"] = Matrix(2, 3);
  content.matrices["a"].values = {1, 2, 3, 4, 5, 6};
  content.texts["labels"] = {"NOUN", "", "VERB"};
  content.embeddings = Matrix(2, 16);
  for (std::size_t i = 0; i < 16; ++i) content.embeddings.row(1)[i] = 0.5F * static_cast<float>(i);
  content.keys = {{feature_key(1, "x"), 0}, {feature_key(1, "y"), 1}, {feature_key(2, "y"), 1}};
  return content;
}

}  // namespace

TEST_CASE("weights come back as they were written") {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "some.weights";
  write_weights(content(), path);
  const Weights weights(path);
  CHECK(weights.matrix("a", 2, 3).values == content().matrices["a"].values);
  CHECK(weights.lines("labels") == content().texts["labels"]);
  CHECK(weights.embedding_size() == 16);
  CHECK(weights.knows(feature_key(1, "x")));
  CHECK_FALSE(weights.knows(feature_key(2, "x")));
  Matrix sum(1, 16);
  const std::uint64_t keys[] = {feature_key(1, "y"), feature_key(2, "y"), feature_key(3, "?")};
  weights.add_embeddings(keys, sum.row(0));
  for (std::size_t i = 0; i < 16; ++i)
    CHECK(sum.row(0)[i] == Approx(static_cast<float>(i)).margin(0.1));
  CHECK_THROWS_AS(weights.matrix("b"), FormatError);
  CHECK_THROWS_AS(weights.matrix("a", 3, 2), FormatError);
  CHECK_THROWS_AS(weights.lines("a"), FormatError);
}

TEST_CASE("a file that is no file of weights, or is cut short, is refused") {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "some.weights";
  CHECK_THROWS_AS(Weights(folder.path() / "none"), IoError);
  write_weights(content(), path);
  const std::string bytes = read_file(path);
  for (std::size_t size = 0; size < bytes.size(); size += 37) {
    std::ofstream(path, std::ios::binary) << bytes.substr(0, size);
    CHECK_THROWS_AS(Weights(path), FormatError);
  }
}

TEST_CASE("damaged weights are refused or read, never more than that") {
  const test::TemporaryFolder folder;
  const auto path = folder.path() / "some.weights";
  write_weights(content(), path);
  const std::string bytes = read_file(path);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    std::string damaged = bytes;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
    std::ofstream(path, std::ios::binary) << damaged;
    try {
      const Weights weights(path);
      weights.knows(feature_key(1, "x"));
      weights.matrix("a");
    } catch (const FormatError&) {
    }
  }
}

}  // namespace relata
