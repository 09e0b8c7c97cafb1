// SPDX-License-Identifier: Apache-2.0
// Annotated documents -> examples for the segmenter.
#pragma once

#include <map>
#include <relata/atoms.hpp>
#include <string>
#include <vector>

#include "training/classes.hpp"
#include "training/random.hpp"
#include "training/segmenter_network.hpp"

namespace relata {

/// Consecutive sentences of a paragraph.
struct SentenceRun {
  const Document* document;
  std::size_t first, last;  ///< sentences [first, last) of its annotation
};

/// The paragraphs of documents. A document without marks of paragraphs is one.
std::vector<SentenceRun> paragraphs(std::span<const Document> documents);

/// Cut each paragraph into runs at random, so that the network sees sentences alone and many
/// together. `spaced`: half of the paragraphs stay whole.
std::vector<SentenceRun> random_runs(std::span<const SentenceRun> paragraphs, bool spaced,
                                     Random& random);

/// Makes examples of runs.
class SegmenterExamples {
 public:
  /// Keeps references.
  SegmenterExamples(const Language& language, const WordList& words)
      : atomizer_(language), features_(language, words) {}

  /// Numbers parts of speech that it has not met.
  SegmenterExample make(const SentenceRun& run, Classes& tags) const;

  Atoms atoms(const SentenceRun& run) const;

 private:
  Atomizer atomizer_;
  AtomFeatures features_;
};

/// The bytes of a run.
Span span_of(const SentenceRun& run);

}  // namespace relata
