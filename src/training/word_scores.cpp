// SPDX-License-Identifier: Apache-2.0
// How a network does on examples while it learns.

#include <algorithm>
#include <relata/entity_labels.hpp>

#include "training/word_network.hpp"

namespace relata {
namespace {

std::size_t best(const float* scores, std::size_t size) {
  return static_cast<std::size_t>(std::max_element(scores, scores + size) - scores);
}

// The names in a row of labels.
std::vector<NamedEntity> names_of(const std::vector<int>& labels, const Classes& classes,
                                  const std::vector<std::vector<bool>>& may_follow) {
  Matrix scores(labels.size(), classes.size());
  for (std::size_t t = 0; t < labels.size(); ++t)
    if (labels[t] >= 0) scores.row(t)[labels[t]] = 1;
  return best_entities(scores, classes.names(), may_follow);
}

}  // namespace

WordNetwork::Scores WordNetwork::score(std::span<const WordExample> examples) const {
  Scores scores;
  Gradients unused(parameters_);
  Random random(0);
  const auto may_follow = entity_transitions(labels_[WordTag::entity].names());
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
      Matrix entity(steps.length(s), labels_[WordTag::entity].size());
      for (std::size_t t = 0; t < steps.length(s); ++t) {
        const std::size_t row = steps.row(t, s);
        const auto pick = [&](Tape::Value value) {
          return static_cast<int>(best(tape[value].row(row), tape[value].columns));
        };
        ++scores.words;
        for (std::size_t i = 0; i < scores.tags.size(); ++i)
          if (labels_.tags[i].size() > 0)
            scores.tags[i] += pick(outputs.tags[i]) == example.tags[i][t];
        std::copy_n(tape[outputs.tags[static_cast<std::size_t>(WordTag::entity)]].row(row),
                    entity.columns, entity.row(t));
        if (head_of[row] != example.heads[t]) continue;
        ++scores.heads;
        const std::string& said = labels_.deprel.names()[best(labels.row(row), labels.columns)];
        const std::string& gold =
            example.deprels[t] < 0
                ? said
                : labels_.deprel.names()[static_cast<std::size_t>(example.deprels[t])];
        scores.labelled += said.substr(0, said.find(':')) == gold.substr(0, gold.find(':'));
      }
      const std::vector<std::string>& names = labels_[WordTag::entity].names();
      const std::vector<NamedEntity> gold =
          names_of(example.tags[static_cast<std::size_t>(WordTag::entity)],
                   labels_[WordTag::entity], may_follow);
      const std::vector<NamedEntity> said = best_entities(entity, names, may_follow);
      scores.entities += gold.size();
      scores.found += said.size();
      for (const NamedEntity& name : said)
        scores.right += std::find(gold.begin(), gold.end(), name) != gold.end();
    }
  }
  return scores;
}

}  // namespace relata
