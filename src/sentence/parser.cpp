// SPDX-License-Identifier: Apache-2.0
// One pass of the encoder over some dozen sentences, then the best tag of each word, the best tree
// and the best row of entity labels of each sentence. The door is Parser.

#include "sentence/parser.hpp"

#include <algorithm>
#include <relata/lemma_script.hpp>

#include "sentence/entity_labels.hpp"
#include "sentence/tree.hpp"

namespace relata {
namespace {

constexpr std::size_t kBatchWords = 2000;
constexpr float kSlope = 0.1F;  // of the leaky rectifier, as it was trained

std::size_t best(const float* scores, std::size_t size) {
  return static_cast<std::size_t>(std::max_element(scores, scores + size) - scores);
}

std::string_view best_label(const std::vector<std::string>& labels, const float* scores) {
  return labels.empty() ? std::string_view() : labels[best(scores, labels.size())];
}

void rectify(Matrix& values) {
  for (float& value : values.values) value = value > 0 ? value : kSlope * value;
}

// Rows of one sequence, one after the other, below `top` if it is given.
Matrix rows_of(const Matrix& states, const Sequences& sequences, std::size_t s,
               const Matrix* top = nullptr) {
  Matrix rows(sequences.length(s) + (top ? 1 : 0), states.columns);
  std::size_t next = 0;
  if (top) std::copy_n(top->row(0), states.columns, rows.row(next++));
  for (std::size_t t = 0; t < sequences.length(s); ++t)
    std::copy_n(states.row(sequences.row(t, s)), states.columns, rows.row(next++));
  return rows;
}

bool has_tags(const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& token) { return token.upos != Upos::X; });
}
bool has_tree(const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& token) { return !token.deprel.empty(); });
}

}  // namespace

Parser::Layer Parser::layer(const std::string& name) const {
  return {PackedMatrix(weights_.matrix(name + ".weight")), weights_.matrix(name + ".bias", 1)};
}

Parser::Tags Parser::tags(const std::string& name) const {
  std::vector<std::string> labels = weights_.lines(name + ".labels");
  return {{PackedMatrix(weights_.matrix(name + ".weight", encoder_.output_size(), labels.size())),
           weights_.matrix(name + ".bias", 1, labels.size())},
          std::move(labels)};
}

Parser::Parser(const Language& language, const KnownNames& names)
    : features_(language, names),
      weights_(language.path("words.weights")),
      encoder_(weights_),
      upos_(tags("upos")),
      xpos_(tags("xpos")),
      feats_(tags("feats")),
      lemma_(tags("lemma")),
      entity_(tags("entity")),
      may_follow_(entity_transitions(entity_.labels)),
      arc_dependent_(layer("arc.dependent")),
      arc_head_(layer("arc.head")),
      arc_(layer("arc")),
      label_dependent_(layer("label.dependent")),
      label_head_(layer("label.head")),
      label_by_dependent_(layer("label.by_dependent")),
      label_by_head_(layer("label.by_head")),
      label_weight_(weights_.matrix("label.weight")),
      arc_root_(weights_.matrix("arc.root", 1)),
      label_root_(weights_.matrix("label.root", 1)),
      deprels_(weights_.lines("deprel.labels")) {
  for (const std::string& name : upos_.labels) upos_labels_.push_back(upos_from(name));
}

Matrix Parser::apply(const Layer& layer, const Matrix& input) {
  Matrix output(input.rows, layer.weight.columns());
  for (std::size_t i = 0; i < output.rows; ++i)
    std::copy_n(layer.bias.row(0), output.columns, output.row(i));
  multiply(input.row(0), input.columns, input.rows, layer.weight, output.row(0), output.columns);
  return output;
}

void Parser::parse(std::span<Sentence> sentences) const {
  std::vector<Sentence*> order;
  for (Sentence& sentence : sentences)
    if (!sentence.tokens.empty()) order.push_back(&sentence);
  std::stable_sort(order.begin(), order.end(), [](const Sentence* a, const Sentence* b) {
    return a->tokens.size() > b->tokens.size();
  });
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin, words = 0;
    while (end < order.size() && words < kBatchWords) words += order[end++]->tokens.size();
    parse_batch(std::span(order).subspan(begin, end - begin));
    begin = end;
  }
}

void Parser::parse_batch(std::span<Sentence* const> batch) const {
  std::vector<std::size_t> lengths;
  std::vector<FeatureBags> bags(batch.size());
  for (std::size_t i = 0; i < batch.size(); ++i) {
    lengths.push_back(batch[i]->tokens.size());
    features_.extract(batch[i]->tokens, bags[i]);
  }
  const Sequences sequences(lengths);
  FeatureBags rows;
  for (std::size_t t = 0; t < sequences.steps(); ++t)
    for (std::size_t s = 0; s < sequences.active(t); ++s) {
      const auto bag = bags[sequences.order(s)].bag(t);
      rows.keys.insert(rows.keys.end(), bag.begin(), bag.end());
      if (!weights_.knows(bag.front())) rows.add(feature_key(FeatureTemplate::unknown_word, ""));
      rows.end_bag();
    }
  const Matrix states = encoder_.encode(sequences, rows);
  tag(batch, sequences, states);
  attach(batch, sequences, states);
}

void Parser::tag(std::span<Sentence* const> batch, const Sequences& sequences,
                 const Matrix& states) const {
  const Matrix upos = apply(upos_.layer, states), xpos = apply(xpos_.layer, states);
  const Matrix feats = apply(feats_.layer, states), lemma = apply(lemma_.layer, states);
  const Matrix entity = apply(entity_.layer, states);
  for (std::size_t s = 0; s < sequences.size(); ++s) {
    Sentence& sentence = *batch[sequences.order(s)];
    if (!has_tags(sentence))
      for (std::size_t t = 0; t < sequences.length(s); ++t) {
        const std::size_t row = sequences.row(t, s);
        Token& token = sentence.tokens[t];
        token.upos = upos_labels_[best(upos.row(row), upos.columns)];
        token.xpos = best_label(xpos_.labels, xpos.row(row));
        token.feats = best_label(feats_.labels, feats.row(row));
        if (!lemma_.labels.empty())
          token.lemma = apply_lemma_script(token.lemma, best_label(lemma_.labels, lemma.row(row)));
      }
    if (sentence.entities.empty())
      sentence.entities = best_entities(rows_of(entity, sequences, s), entity_.labels, may_follow_);
  }
}

void Parser::attach(std::span<Sentence* const> batch, const Sequences& sequences,
                    const Matrix& states) const {
  Matrix dependents = apply(arc_dependent_, states), heads = apply(arc_head_, states);
  Matrix label_dependents = apply(label_dependent_, states);
  Matrix label_heads = apply(label_head_, states);
  for (Matrix* values : {&dependents, &heads, &label_dependents, &label_heads}) rectify(*values);
  const Matrix turned = apply(arc_, dependents);
  for (std::size_t s = 0; s < sequences.size(); ++s) {
    Sentence& sentence = *batch[sequences.order(s)];
    if (has_tree(sentence)) continue;
    const Matrix left = rows_of(turned, sequences, s);
    const Matrix right = rows_of(heads, sequences, s, &arc_root_);
    Matrix scores(left.rows, right.rows);
    multiply(left.row(0), left.columns, left.rows, PackedMatrix(right, true), scores.row(0),
             scores.columns);
    for (std::size_t t = 0; t < scores.rows; ++t) scores.row(t)[t + 1] = -1e9F;
    const std::vector<int> tree = best_tree(scores);
    for (std::size_t t = 0; t < tree.size(); ++t) sentence.tokens[t].head = tree[t];
    label(sentence.tokens, rows_of(label_dependents, sequences, s),
          rows_of(label_heads, sequences, s, &label_root_));
  }
}

void Parser::label(std::span<Token> tokens, const Matrix& dependents, const Matrix& heads) const {
  Matrix governors(tokens.size(), heads.columns);
  for (std::size_t t = 0; t < tokens.size(); ++t)
    std::copy_n(heads.row(static_cast<std::size_t>(tokens[t].head + 1)), heads.columns,
                governors.row(t));
  Matrix scores = apply(label_by_dependent_, dependents);
  const Matrix by_head = apply(label_by_head_, governors);
  Matrix turned(dependents.rows, label_weight_.columns());
  multiply(dependents.row(0), dependents.columns, dependents.rows, label_weight_, turned.row(0),
           turned.columns);
  const std::size_t width = heads.columns;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    for (std::size_t k = 0; k < scores.columns; ++k)
      scores.row(t)[k] +=
          by_head.row(t)[k] + dot(turned.row(t) + k * width, governors.row(t), width);
    // "root" is what stands under the root, and nothing else.
    tokens[t].deprel = deprels_[best(scores.row(t), scores.columns)];
  }
}

}  // namespace relata
