// SPDX-License-Identifier: Apache-2.0
// How a network does on examples while it learns.

#include <algorithm>
#include <set>
#include <tuple>

#include "training/word_network.hpp"

namespace relata {
namespace {

std::size_t best(const float* scores, std::size_t size) {
  return static_cast<std::size_t>(std::max_element(scores, scores + size) - scores);
}

using Chunk = std::tuple<std::size_t, std::size_t, std::string>;

// Spans of labels such as "B-PER", "I-PER", "E-PER", "S-PER", "O"; broken ones are left out.
std::set<Chunk> chunks(const std::vector<int>& tags, const Classes& labels) {
  std::set<Chunk> found;
  std::size_t begin = 0;
  std::string type;
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const std::string name = tags[i] < 0 ? "O" : labels.names()[static_cast<std::size_t>(tags[i])];
    const char place = name.front();
    const std::string kind = name.size() > 2 ? name.substr(2) : "";
    if (place == 'B' || place == 'S') begin = i, type = kind;
    if (kind != type) type.clear();
    if ((place == 'S' || place == 'E') && !type.empty()) found.emplace(begin, i, type);
    if (place == 'S' || place == 'E' || place == 'O') type.clear();
  }
  return found;
}

}  // namespace

WordNetwork::Scores WordNetwork::score(std::span<const WordExample> examples) const {
  Scores scores;
  Gradients unused(parameters_);
  Random random(0);
  constexpr std::size_t kBatch = 32;
  for (std::size_t begin = 0; begin < examples.size(); begin += kBatch) {
    std::vector<const WordExample*> batch;
    for (std::size_t i = begin; i < std::min(begin + kBatch, examples.size()); ++i)
      batch.push_back(&examples[i]);
    const Sequences steps = sequences(batch);
    Tape tape(parameters_, unused, random, false);
    const Outputs outputs = run(tape, steps, batch, random, false);
    std::vector<std::int64_t> heads(steps.rows(), -1);
    std::vector<int> head_of(steps.rows());
    for (std::size_t s = 0; s < steps.size(); ++s)
      for (std::size_t t = 0; t < steps.length(s); ++t) {
        const std::size_t row = steps.row(t, s);
        const float* left = tape[outputs.arc_left].row(row);
        const Matrix& right = tape[outputs.arc_right];
        std::vector<float> line{dot(left, parameters_.value(root_arc_).row(0), right.columns)};
        for (std::size_t h = 0; h < steps.length(s); ++h)
          line.push_back(h == t ? -1e9F : dot(left, right.row(steps.row(h, s)), right.columns));
        const std::size_t head = best(line.data(), line.size());
        head_of[row] = static_cast<int>(head);
        if (head > 0) heads[row] = static_cast<std::int64_t>(steps.row(head - 1, s));
      }
    const Matrix& labels = tape[label_scores(tape, outputs, heads)];
    for (std::size_t s = 0; s < steps.size(); ++s) {
      const WordExample& example = *batch[steps.order(s)];
      std::vector<int> entity;
      for (std::size_t t = 0; t < steps.length(s); ++t) {
        const std::size_t row = steps.row(t, s);
        const auto pick = [&](Tape::Value value) {
          return static_cast<int>(best(tape[value].row(row), tape[value].columns));
        };
        ++scores.words;
        for (std::size_t i = 0; i < scores.tags.size(); ++i)
          if (labels_.tags[i].size() > 0)
            scores.tags[i] += pick(outputs.tags[i]) == example.tags[i][t];
        entity.push_back(pick(outputs.tags[static_cast<std::size_t>(WordTag::entity)]));
        if (head_of[row] != example.heads[t]) continue;
        ++scores.heads;
        const std::string& said = labels_.deprel.names()[best(labels.row(row), labels.columns)];
        const std::string& gold =
            example.deprels[t] < 0
                ? said
                : labels_.deprel.names()[static_cast<std::size_t>(example.deprels[t])];
        scores.labelled += said.substr(0, said.find(':')) == gold.substr(0, gold.find(':'));
      }
      const std::set<Chunk> gold =
          chunks(example.tags[static_cast<std::size_t>(WordTag::entity)], labels_[WordTag::entity]);
      const std::set<Chunk> said = chunks(entity, labels_[WordTag::entity]);
      scores.entities += gold.size();
      scores.found += said.size();
      for (const Chunk& chunk : said) scores.right += gold.count(chunk);
    }
  }
  return scores;
}

}  // namespace relata
