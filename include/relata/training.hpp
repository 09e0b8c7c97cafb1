// SPDX-License-Identifier: Apache-2.0
/// @file
/// Treebanks -> language pack. Learns the weights that the sentence stage reads.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <relata/entity.hpp>
#include <relata/language.hpp>
#include <string>
#include <vector>

namespace relata {

/// A treebank in CoNLL-U, with the file of named entities that belongs to it, if there is one.
struct TreebankFiles {
  std::filesystem::path trees;
  std::filesystem::path entities;  ///< as read_entities() reads it; empty: none
};

/// What a pack is learnt from.
struct TrainingData {
  std::vector<TreebankFiles> treebanks;
  TreebankFiles dev;  ///< scored while it learns, never learnt from; may be empty
  /// Words of a lexicon, one a line: word, frequency and kind, set apart by blanks; a word alone is
  /// of the kind that the file's name tells.
  std::vector<std::filesystem::path> lexicons;
};

/// Sizes and rates of the network that reads words.
struct WordNetworkOptions {
  std::size_t embedding = 128;        ///< a multiple of 16
  std::size_t units = 128;            ///< of an LSTM layer in each direction; a multiple of 16
  std::size_t layers = 2;             ///< all tags but names are told by the first
  std::size_t arc = 128, label = 48;  ///< of the vectors that words are attached and labelled by
  float word_dropout = 0.25F;         ///< c: a word seen n times is left out in c of c + n cases
  float part_dropout = 0.1F;          ///< of other features
  float input_dropout = 0.25F, layer_dropout = 0.33F, recurrent_dropout = 0.2F;
  /// Of the losses: parts of speech, those of the language, features, lemmas, entities.
  std::array<float, 5> tag_weights{0.5F, 0.3F, 0.2F, 0.2F, 1};
};

struct TrainingOptions {
  WordNetworkOptions network;
  unsigned epochs = 30;
  std::size_t batch_words = 800;
  float rate = 2e-3F;
  std::uint64_t seed = 1;
  float average = 0.1F;  ///< share of the steps so far that weights are averaged over
  std::uint32_t least_words = 2, least_parts = 3;  ///< how often a feature is seen to be learnt
  bool lemmas = true;                              ///< else the folded word is its own lemma
};

/// Sizes and rates of the network that finds words and sentences.
struct SegmenterOptions {
  std::size_t embedding = 64;  ///< a multiple of 16
  std::size_t units = 96;      ///< of an LSTM layer in each direction; a multiple of 16
  std::size_t layers = 1;
  float atom_dropout = 0.1F;   ///< how often an atom itself is left out
  float pair_dropout = 0.3F;   ///< two atoms
  float place_dropout = 0.1F;  ///< what the lexicon says
  float part_dropout = 0.1F;   ///< all other features
  float input_dropout = 0.2F, layer_dropout = 0.3F, recurrent_dropout = 0.1F;
  float tag_weight = 0.3F;  ///< of the loss of parts of speech, which help to learn words
  std::uint32_t least = 4;  ///< how often a feature is seen to be learnt
  unsigned epochs = 32;
  std::size_t batch_atoms = 1000;
  float rate = 2e-3F;
  std::uint64_t seed = 1;
};

/// Receives a line on how far it is.
using ProgressSink = std::function<void(const std::string&)>;

/// Learn the network that tags and parses, with two threads, and write words.weights to `folder`.
/// The same data and options give the same bytes. Throws IoError and FormatError.
void train_words(const Languages& languages, const std::string& code, const Gazetteer& gazetteer,
                 const TrainingData& data, const TrainingOptions& options,
                 const std::filesystem::path& folder, const ProgressSink& progress);

/// Learn the network that finds words and sentences, with one thread, and write segmenter.weights
/// to `folder`. The lexicons go into it for languages without spaces; they should be as large as
/// can be. The same data and options give the same bytes. Throws IoError and FormatError.
void train_segmenter(const Languages& languages, const std::string& code, const TrainingData& data,
                     const SegmenterOptions& options, const std::filesystem::path& folder,
                     const ProgressSink& progress);

}  // namespace relata
