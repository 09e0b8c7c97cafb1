// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch.hpp>
#include <relata/network.hpp>

#include "support/noise.hpp"

namespace relata {

using test::noise;

TEST_CASE("sequences stand in step, the longest first") {
  const std::size_t lengths[] = {2, 4, 0, 4};
  const Sequences sequences(lengths);
  CHECK(sequences.rows() == 10);
  CHECK(sequences.steps() == 4);
  CHECK(sequences.order(0) == 1);
  CHECK(sequences.order(1) == 3);
  CHECK(sequences.order(2) == 0);
  CHECK(sequences.active(0) == 3);
  CHECK(sequences.active(3) == 2);
  CHECK(sequences.row(2, 1) == 7);
  CHECK(Sequences().rows() == 0);
}

TEST_CASE("what a sequence gives does not depend on its neighbours") {
  constexpr std::size_t kUnits = 16;
  const Matrix recurrent = noise(kUnits, 4 * kUnits, 1);
  const std::size_t lengths[] = {3, 7, 1, 7, 5};
  const Sequences together(lengths);
  for (const bool backwards : {false, true}) {
    Matrix gates = noise(together.rows(), 4 * kUnits, 2);
    Matrix hidden(together.rows(), kUnits);
    Matrix copy = gates;
    run_lstm(together, backwards, copy, FixedMatrix(recurrent), hidden, 0);
    for (std::size_t s = 0; s < together.size(); ++s) {
      const std::size_t length[] = {together.length(s)};
      const Sequences alone(length);
      Matrix own(length[0], 4 * kUnits), states(length[0], kUnits);
      for (std::size_t t = 0; t < length[0]; ++t)
        std::copy_n(gates.row(together.row(t, s)), 4 * kUnits, own.row(t));
      run_lstm(alone, backwards, own, FixedMatrix(recurrent), states, 0);
      for (std::size_t t = 0; t < length[0]; ++t)
        for (std::size_t u = 0; u < kUnits; ++u)
          CHECK(states.row(t)[u] == hidden.row(together.row(t, s))[u]);
    }
  }
}

}  // namespace relata
