// SPDX-License-Identifier: Apache-2.0
// Annotated documents -> weights of the segmenter.
#pragma once

#include <functional>
#include <relata/atoms.hpp>
#include <span>
#include <string>
#include <vector>

#include "training/segmenter_options.hpp"

namespace relata {

/// Precision and recall in one number, from 0 to 1, of stretches that must be equal.
struct SegmenterScores {
  double words = 0, sentences = 0;
};

struct SegmenterProgress {
  std::size_t epoch = 0;  ///< from 1
  double loss = 0;
  SegmenterScores scores;  ///< on the development documents; zeros if it was not measured
};

/// Trains the segmenter of a language from documents with an annotation (CoNLL-U), and measures it
/// on `development` from time to time. `words` go into the weights. The result depends on nothing
/// but the arguments. Calls `sink` after each epoch. One thread.
WeightsContent train_segmenter(const Language& language, const WordList& words,
                               std::span<const Document> documents,
                               std::span<const Document> development,
                               const SegmenterOptions& options,
                               const std::function<void(const SegmenterProgress&)>& sink);

}  // namespace relata
