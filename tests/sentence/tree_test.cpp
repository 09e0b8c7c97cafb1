// SPDX-License-Identifier: Apache-2.0
// The best tree against all trees.
#include "sentence/tree.hpp"

#include <catch2/catch.hpp>
#include <chrono>

namespace relata {
namespace {

Matrix noise(std::size_t words, unsigned& seed) {
  Matrix scores(words, words + 1);
  for (float& value : scores.values) {
    seed = seed * 1664525U + 1013904223U;
    value = static_cast<float>(seed >> 8) * 0x1p-23F - 1;
  }
  for (std::size_t i = 0; i < words; ++i) scores.row(i)[i + 1] = -1e9F;
  return scores;
}

bool is_tree(const std::vector<int>& heads) {
  int roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] < 0;
    int at = static_cast<int>(i);
    for (std::size_t steps = 0; at >= 0; at = heads[static_cast<std::size_t>(at)])
      if (++steps > heads.size()) return false;
  }
  return roots == 1;
}

double sum(const Matrix& scores, const std::vector<int>& heads) {
  double total = 0;
  for (std::size_t i = 0; i < heads.size(); ++i)
    total += scores.row(i)[static_cast<std::size_t>(heads[i] + 1)];
  return total;
}

double best_sum(const Matrix& scores) {
  std::vector<int> heads(scores.rows, -1);
  double best = -1e30;
  while (true) {
    if (is_tree(heads)) best = std::max(best, sum(scores, heads));
    std::size_t i = 0;
    while (i < heads.size() && ++heads[i] == static_cast<int>(heads.size())) heads[i++] = -1;
    if (i == heads.size()) return best;
  }
}

}  // namespace

TEST_CASE("no tree is better than the best one") {
  unsigned seed = 1;
  for (std::size_t words = 1; words <= 5; ++words)
    for (int round = 0; round < 60; ++round) {
      const Matrix scores = noise(words, seed);
      const std::vector<int> heads = best_tree(scores);
      REQUIRE(is_tree(heads));
      CHECK(sum(scores, heads) == Approx(best_sum(scores)));
    }
}

TEST_CASE("a sentence full of cycles has its tree in bounded time") {
  constexpr std::size_t kWords = 500;
  Matrix scores(kWords, kWords + 1);
  for (std::size_t i = 0; i < kWords; ++i) {
    scores.row(i)[i + 1] = -1e9F;
    scores.row(i)[(i ^ 1) + 1] = 5;  // pairs that hold on to each other
    scores.row(i)[(i ^ 2) % kWords + 1] = 4;
  }
  const auto begin = std::chrono::steady_clock::now();
  CHECK(is_tree(best_tree(scores)));
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(60));
  CHECK(best_tree(Matrix(0, 1)).empty());
}

}  // namespace relata
