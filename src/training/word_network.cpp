// SPDX-License-Identifier: Apache-2.0
// A biaffine parser (Dozat & Manning 2017) that shares its encoder with taggers: parts of speech
// are told by the first layer, trees and entities by the last (Soegaard & Goldberg 2016). UPOS,
// which depends on the tree as well, is told by both.

#include "training/word_network.hpp"

#include <algorithm>

namespace relata {

WordNetwork::Linear WordNetwork::add_linear(const std::string& name, std::size_t rows,
                                            std::size_t columns, Random& random, float scale) {
  const std::size_t weight = parameters_.add(name + ".weight", rows, columns, random, scale);
  return {weight, parameters_.add(name + ".bias", 1, columns, random, 0)};
}

WordNetwork::WordNetwork(const WordNetworkOptions& options, const FeatureVocabulary& vocabulary,
                         const WordLabels& labels, std::uint64_t seed)
    : options_(options), vocabulary_(vocabulary), labels_(labels) {
  Random random(seed);
  parameters_.add_embeddings(vocabulary.rows(), options.embedding, random);
  std::size_t width = options.embedding;
  for (std::size_t i = 0; i < options.layers; ++i) {
    lstm_.push_back(
        parameters_.add_lstm("lstm." + std::to_string(i), width, options.units, random));
    width = 2 * options.units;
  }
  for (std::size_t i = 0; i < tags_.size(); ++i)
    tags_[i] = add_linear(kWordTagNames[i], width, labels.tags[i].size(), random);
  late_upos_ = add_linear("upos.late", width, labels[WordTag::upos].size(), random);
  arc_left_ = add_linear("arc.dependent", width, options.arc, random);
  arc_right_ = add_linear("arc.head", width, options.arc, random);
  arc_ = add_linear("arc", options.arc, options.arc, random, 0.5F);
  label_left_ = add_linear("label.dependent", width, options.label, random);
  label_right_ = add_linear("label.head", width, options.label, random);
  label_from_left_ = add_linear("label.by_dependent", options.label, labels.deprel.size(), random);
  label_from_right_ = add_linear("label.by_head", options.label, labels.deprel.size(), random);
  label_ = parameters_.add("label.weight", options.label, options.label * labels.deprel.size(),
                           random, 0.5F);
  root_arc_ = parameters_.add("arc.root", 1, options.arc, random);
  root_label_ = parameters_.add("label.root", 1, options.label, random);
}

Sequences WordNetwork::sequences(std::span<const WordExample* const> examples) const {
  std::vector<std::size_t> lengths;
  for (const WordExample* example : examples) lengths.push_back(example->bags.size());
  return Sequences(lengths);
}

WordNetwork::Outputs WordNetwork::run(Tape& tape, const Sequences& sequences,
                                      std::span<const WordExample* const> examples, Random& random,
                                      bool learning) const {
  std::vector<std::uint32_t> rows, first{0};
  for (std::size_t t = 0; t < sequences.steps(); ++t)
    for (std::size_t s = 0; s < sequences.active(t); ++s) {
      const auto bag = examples[sequences.order(s)]->bags.bag(t);
      if (learning)
        vocabulary_.append_rows(bag, rows, options_.word_dropout, options_.part_dropout, random);
      else
        vocabulary_.append_rows(bag, rows);
      first.push_back(static_cast<std::uint32_t>(rows.size()));
    }
  Tape::Value state = tape.embed(std::move(rows), std::move(first));
  state = tape.dropout(state, options_.input_dropout);
  const auto run_layer = [&](std::size_t i) {
    state = tape.dropout(tape.lstm(state, sequences, lstm_[i], options_.recurrent_dropout),
                         options_.layer_dropout);
  };
  const auto linear = [&](const Linear& l) { return tape.linear(state, l.weight, l.bias); };
  const auto hidden = [&](const Linear& l) {
    return tape.dropout(tape.leaky(linear(l)), options_.layer_dropout);
  };
  Outputs outputs{};
  const auto tag = [&](WordTag which) -> Tape::Value& {
    return outputs.tags[static_cast<std::size_t>(which)];
  };
  run_layer(0);
  for (const WordTag which : {WordTag::upos, WordTag::xpos, WordTag::feats, WordTag::lemma})
    tag(which) = linear(tags_[static_cast<std::size_t>(which)]);
  for (std::size_t i = 1; i < lstm_.size(); ++i) run_layer(i);
  tag(WordTag::upos) = tape.sum(tag(WordTag::upos), linear(late_upos_));
  tag(WordTag::entity) = linear(tags_[static_cast<std::size_t>(WordTag::entity)]);
  outputs.arc_left = tape.linear(hidden(arc_left_), arc_.weight, arc_.bias);
  outputs.arc_right = hidden(arc_right_);
  outputs.label_left = hidden(label_left_);
  outputs.label_right = hidden(label_right_);
  return outputs;
}

Tape::Value WordNetwork::label_scores(Tape& tape, const Outputs& outputs,
                                      std::vector<std::int64_t> heads) const {
  const Tape::Value right = tape.gather(outputs.label_right, std::move(heads), root_label_);
  const Tape::Value both = tape.bilinear(outputs.label_left, right, label_, labels_.deprel.size());
  const Tape::Value apart =
      tape.sum(tape.linear(outputs.label_left, label_from_left_.weight, label_from_left_.bias),
               tape.linear(right, label_from_right_.weight, label_from_right_.bias));
  return tape.sum(both, apart);
}

double WordNetwork::learn(std::span<const WordExample* const> examples, Gradients& gradients,
                          Random& random) const {
  const Sequences steps = sequences(examples);
  Tape tape(parameters_, gradients, random, true);
  const Outputs outputs = run(tape, steps, examples, random, true);
  std::array<std::vector<int>, kWordTagNames.size()> tags;
  std::vector<int> heads, deprels;
  std::vector<std::int64_t> head_rows;
  for (std::size_t t = 0; t < steps.steps(); ++t)
    for (std::size_t s = 0; s < steps.active(t); ++s) {
      const WordExample& example = *examples[steps.order(s)];
      for (std::size_t i = 0; i < tags.size(); ++i) tags[i].push_back(example.tags[i][t]);
      heads.push_back(example.heads[t]);
      deprels.push_back(example.deprels[t]);
      head_rows.push_back(example.heads[t] <= 0
                              ? -1
                              : static_cast<std::int64_t>(
                                    steps.row(static_cast<std::size_t>(example.heads[t] - 1), s)));
    }
  double loss = 0;
  for (std::size_t i = 0; i < tags.size(); ++i)
    loss += tape.softmax_loss(outputs.tags[i], tags[i], options_.tag_weights[i]);
  loss += tape.head_loss(outputs.arc_left, outputs.arc_right, root_arc_, steps, heads, 1);
  loss += tape.softmax_loss(label_scores(tape, outputs, std::move(head_rows)), deprels, 1);
  tape.run_backwards();
  return loss;
}

WeightsContent WordNetwork::content() const {
  WeightsContent content;
  for (std::size_t i = 0; i < parameters_.size(); ++i)
    content.matrices[parameters_.name(i)] = parameters_.value(i);
  content.embeddings = parameters_.embeddings();
  for (const auto& [key, row] : vocabulary_.row_of()) content.keys.emplace_back(key, row);
  std::sort(content.keys.begin(), content.keys.end());
  for (std::size_t i = 0; i < tags_.size(); ++i)
    content.texts[std::string(kWordTagNames[i]) + ".labels"] = labels_.tags[i].names();
  content.texts["deprel.labels"] = labels_.deprel.names();
  return content;
}

}  // namespace relata
