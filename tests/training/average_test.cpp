// SPDX-License-Identifier: Apache-2.0
// Averages of weights, also of rows that are seldom used.
#include <catch2/catch.hpp>

#include "training/parameters.hpp"

namespace relata {

TEST_CASE("averages are those of all steps, whether a row was used or not") {
  constexpr double kSpan = 0.5;
  Random random(1);
  Parameters parameters;
  parameters.add_embeddings(3, 16, random);
  parameters.add("weight", 2, 16, random);
  Adam adam({.average = kSpan});
  Matrix table = parameters.embeddings(), weight = parameters.value(0);
  for (int step = 1; step <= 9; ++step) {
    Gradients gradients(parameters);
    for (float& value : gradients.matrices[0].values) value = random.uniform() - 0.5F;
    const auto row = static_cast<std::uint32_t>(step % 4 == 0);  // the last row never
    for (int c = 0; c < 16; ++c) gradients.embedding(row)[c] = random.uniform() - 0.5F;
    adam.step(parameters, gradients, 0.1F);
    const auto left = static_cast<float>(kSpan * step / (kSpan * step + 1));
    const auto average = [&](Matrix& sum, const Matrix& now) {
      for (std::size_t i = 0; i < sum.values.size(); ++i)
        sum.values[i] = left * sum.values[i] + (1 - left) * now.values[i];
    };
    average(table, parameters.embeddings());
    average(weight, parameters.value(0));
  }
  const Matrix now = parameters.embeddings();
  parameters.swap_averages();
  for (std::size_t i = 0; i < table.values.size(); ++i)
    CHECK(parameters.embeddings().values[i] == Approx(table.values[i]).margin(1e-5));
  for (std::size_t i = 0; i < weight.values.size(); ++i)
    CHECK(parameters.value(0).values[i] == Approx(weight.values[i]).margin(1e-5));
  parameters.swap_averages();
  CHECK(parameters.embeddings().values == now.values);
}

}  // namespace relata
