// SPDX-License-Identifier: Apache-2.0
#include "training/segmenter_examples.hpp"

#include <algorithm>

namespace relata {

Span span_of(const SentenceRun& run) {
  const auto& sentences = run.document->annotation;
  return {sentences[run.first].span().begin, sentences[run.last - 1].span().end};
}

std::vector<SentenceRun> paragraphs(std::span<const Document> documents) {
  std::vector<SentenceRun> all;
  for (const Document& document : documents) {
    std::size_t first = 0;
    for (const Block& block : document.blocks) {
      std::size_t last = first;
      while (last < document.annotation.size() &&
             document.annotation[last].span().begin < block.span.end)
        ++last;
      if (last > first) all.push_back({&document, first, last});
      first = last;
    }
  }
  return all;
}

std::vector<SentenceRun> random_runs(std::span<const SentenceRun> paragraphs, bool spaced,
                                     Random& random) {
  constexpr std::size_t kMostSentences = 6;
  std::vector<SentenceRun> runs;
  for (const SentenceRun& paragraph : paragraphs) {
    if (spaced && random.uniform() < 0.5F) {
      runs.push_back(paragraph);
      continue;
    }
    for (std::size_t first = paragraph.first; first < paragraph.last;) {
      const std::size_t last = std::min(first + 1 + random.below(kMostSentences), paragraph.last);
      runs.push_back({paragraph.document, first, last});
      first = last;
    }
  }
  random.shuffle(runs);
  return runs;
}

Atoms SegmenterExamples::atoms(const SentenceRun& run) const {
  return atomizer_.cut(run.document->text, span_of(run));
}

SegmenterExample SegmenterExamples::make(const SentenceRun& run, Classes& tags) const {
  SegmenterExample example;
  const Atoms atoms = this->atoms(run);
  features_.extract(run.document->text, atoms, example.bags);
  example.boundaries.assign(atoms.items.size(), static_cast<int>(Boundary::none));
  example.tags.assign(atoms.items.size(), -1);
  std::size_t i = 0;
  for (std::size_t s = run.first; s < run.last; ++s) {
    const AnnotatedSentence& sentence = run.document->annotation[s];
    for (const AnnotatedWord& word : sentence.words) {
      const int tag = tags.add(word.xpos.empty() ? word.upos : word.xpos);
      for (; i < atoms.items.size() && atoms.items[i].span.end <= word.span.end; ++i) {
        example.tags[i] = tag;
        if (atoms.items[i].span.end == word.span.end)
          example.boundaries[i] = static_cast<int>(Boundary::word);
      }
    }
    if (i > 0 && atoms.items[i - 1].span.end == sentence.span().end)
      example.boundaries[i - 1] = static_cast<int>(Boundary::sentence);
  }
  if (!example.boundaries.empty()) example.boundaries.back() = -1;  // is known anyway
  return example;
}

}  // namespace relata
