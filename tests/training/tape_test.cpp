// SPDX-License-Identifier: Apache-2.0
// Gradients against differences of the loss.
#include "training/tape.hpp"

#include <catch2/catch.hpp>
#include <functional>

namespace relata {
namespace {

constexpr float kStep = 1e-2F;

// Checks the gradients of `loss` for all parameters; it is called often.
void check(Parameters& parameters, const std::function<double(Tape&)>& loss) {
  Gradients gradients(parameters), unused(parameters);
  const auto run = [&](Gradients& into, bool backwards) {
    Random random(5);
    Tape tape(parameters, into, random, true);
    const double value = loss(tape);
    if (backwards) tape.run_backwards();
    return value;
  };
  run(gradients, true);
  const auto compare = [&](float& value, float gradient) {
    const float kept = value;
    value = kept + kStep;
    const double above = run(unused, false);
    value = kept - kStep;
    const double below = run(unused, false);
    value = kept;
    CHECK(gradient == Approx((above - below) / (2 * kStep)).margin(2e-3).epsilon(0.02));
  };
  for (std::size_t p = 0; p < parameters.size(); ++p) {
    CAPTURE(parameters.name(p));
    for (std::size_t i = 0; i < parameters.value(p).values.size(); i += 5)
      compare(parameters.value(p).values[i], gradients.matrices[p].values[i]);
  }
  for (std::uint32_t row = 0; row < parameters.embeddings().rows; ++row)
    compare(parameters.embeddings().row(row)[1], gradients.embedding(row)[1]);
}

// Three sequences of 4, 2 and 1 items, and their embeddings.
const std::size_t kLengths[] = {2, 4, 1};
const Sequences kSequences(kLengths);

Tape::Value items(Tape& tape) {
  return tape.embed({0, 1, 2, 3, 1, 4, 0, 2, 4}, {0, 1, 3, 4, 5, 6, 8, 9});
}

}  // namespace

TEST_CASE("linear layers, dropout and cross entropy") {
  Random random(1);
  Parameters parameters;
  parameters.add_embeddings(5, 6, random);
  const std::size_t weight = parameters.add("weight", 6, 4, random);
  const std::size_t bias = parameters.add("bias", 1, 4, random, 0.5F);
  check(parameters, [&](Tape& tape) {
    const Tape::Value scores =
        tape.leaky(tape.linear(tape.dropout(items(tape), 0.3F), weight, bias));
    const int targets[] = {0, 1, 2, 3, -1, 2, 1};
    return tape.softmax_loss(tape.sum(scores, scores), targets, 1.5F);
  });
}

TEST_CASE("LSTM layers in both directions") {
  Random random(2);
  Parameters parameters;
  parameters.add_embeddings(5, 6, random);
  std::vector<std::size_t> weights;
  for (int direction = 0; direction < 2; ++direction) {
    weights.push_back(parameters.add("input", 6, 64, random));
    weights.push_back(parameters.add("recurrent", 16, 64, random));
    weights.push_back(parameters.add("bias", 1, 64, random));
  }
  const std::size_t weight = parameters.add("weight", 32, 3, random);
  for (const float dropout : {0.0F, 0.4F})
    check(parameters, [&](Tape& tape) {
      const Tape::Value states = tape.lstm(items(tape), kSequences, weights, dropout);
      const int targets[] = {0, 1, 2, 0, 1, 2, 1};
      return tape.softmax_loss(tape.linear(states, weight), targets, 1);
    });
}

TEST_CASE("heads and labels of arcs") {
  Random random(3);
  Parameters parameters;
  parameters.add_embeddings(5, 6, random);
  const std::size_t root = parameters.add("root", 1, 6, random);
  const std::size_t arc = parameters.add("arc", 6, 6, random);
  const std::size_t label = parameters.add("label", 6, 6 * 3, random);
  check(parameters, [&](Tape& tape) {
    const Tape::Value states = items(tape);
    const int heads[] = {2, 0, 0, 0, 1, 2, 3};
    const int labels[] = {0, 1, 2, 0, 1, 2, 1};
    double loss = tape.head_loss(tape.linear(states, arc), states, root, kSequences, heads, 1);
    const Tape::Value governors = tape.gather(states, {3, -1, -1, -1, 1, 0, 5}, root);
    return loss + tape.softmax_loss(tape.bilinear(states, governors, label, 3), labels, 1);
  });
}

}  // namespace relata
