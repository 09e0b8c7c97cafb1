// SPDX-License-Identifier: Apache-2.0
// Words -> parts of speech, trees and entities, by one network.
#pragma once

#include <relata/features.hpp>
#include <relata/network.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <vector>

namespace relata {

/// A biaffine parser (Dozat & Manning 2017) with taggers on the same encoder. Immutable.
class Parser {
 public:
  /// Reads words.weights of the pack. Keeps references. Throws FormatError.
  Parser(const Language& language, const KnownNames& names);

  /// Sets `upos`, `xpos`, `feats`, `head` and `deprel` of the tokens and `entities` of sentences
  /// that do not have them. Sentences are read together, the result of each does not depend on the
  /// others.
  void parse(std::span<Sentence> sentences) const;

 private:
  /// A linear layer.
  struct Layer {
    PackedMatrix weight;
    Matrix bias;
  };
  struct Tags {
    Layer layer;
    std::vector<std::string> labels;
  };

  Layer layer(const std::string& name) const;
  Tags tags(const std::string& name) const;
  static Matrix apply(const Layer& layer, const Matrix& input);
  void parse_batch(std::span<Sentence* const> batch) const;
  void tag(std::span<Sentence* const> batch, const Sequences& sequences,
           const Matrix& states) const;
  void attach(std::span<Sentence* const> batch, const Sequences& sequences,
              const Matrix& states) const;
  void label(std::span<Token> tokens, const Matrix& dependents, const Matrix& heads) const;
  void find_entities(Sentence& sentence, const Matrix& scores, std::size_t place,
                     const Sequences& sequences) const;

  WordFeatures features_;
  Weights weights_;
  Encoder encoder_;
  std::vector<Upos> upos_labels_;
  Tags upos_, xpos_, feats_, lemma_, entity_;
  std::vector<std::vector<bool>> may_follow_;  // entity labels: [label][label before]
  Layer arc_dependent_, arc_head_, arc_, label_dependent_, label_head_;
  Layer label_by_dependent_, label_by_head_;
  PackedMatrix label_weight_;
  Matrix arc_root_, label_root_;
  std::vector<std::string> deprels_;
};

}  // namespace relata
