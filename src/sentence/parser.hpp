// SPDX-License-Identifier: Apache-2.0
// Words -> parts of speech, lemmas, trees and entities, by one network.
#pragma once

#include <relata/features.hpp>
#include <relata/network.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "sentence/output_layers.hpp"

namespace relata {

/// A biaffine parser (Dozat & Manning 2017) with taggers on the same encoder. Immutable.
class Parser {
 public:
  static constexpr const char* kFile = "words.weights";

  /// Reads kFile of the pack. Keeps references. Throws IoError and FormatError.
  Parser(const Language& language, const KnownNames& names);

  /// Sets `upos`, `xpos`, `feats`, `lemma`, `head` and `deprel` of the tokens, and `entities`, of
  /// sentences that do not have them. Sentences are read together; what one gives does not depend
  /// on the others.
  void parse(std::span<Sentence> sentences) const;

 private:
  struct Tags {
    Slice slice;
    std::vector<std::string> labels;
  };
  /// Sentences that are read in step; each word has a row with the columns of all layers over the
  /// first LSTM layer (`tags`) and over the last (`outputs`).
  struct Batch {
    std::vector<Sentence*> sentences;
    Sequences sequences;
    Matrix tags, outputs;
  };

  Tags add_tags(OutputLayers& layers, const std::string& name) const;
  std::size_t best_upos(const Batch& batch, std::size_t row) const;
  std::string lemma(const Token& token, const float* scores) const;
  Batch read(std::span<Sentence* const> sentences) const;
  void tag(const Batch& batch, std::size_t place) const;
  void name_unseen(Sentence& sentence) const;
  void attach(const Batch& batch, std::size_t place) const;
  void label(const Batch& batch, std::size_t place) const;

  WordFeatures features_;
  Weights weights_;
  Encoder encoder_;
  Tags upos_, xpos_, feats_, lemma_, entity_;
  std::vector<Upos> upos_labels_;
  std::vector<std::vector<bool>> may_follow_;  // entity labels: [label][label before]
  Slice late_upos_, arc_dependent_, arc_head_, label_dependent_, label_head_;
  LinearLayer tags_, outputs_, arc_, label_by_dependent_, label_by_head_;
  FixedMatrix label_;
  Matrix arc_root_, label_root_;  // one row
  std::vector<std::string> deprels_;
  std::unordered_set<std::string> table_words_;             // of the pack
  std::unordered_map<std::string, std::string> irregular_;  // of verbs: form, lemma
};

}  // namespace relata
