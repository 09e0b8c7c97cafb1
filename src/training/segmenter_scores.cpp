// SPDX-License-Identifier: Apache-2.0
#include "training/segmenter_scores.hpp"

#include <set>

namespace relata {

void SegmenterScores::add(const SentenceRun& run, const Atoms& atoms,
                          const std::vector<int>& boundaries) {
  std::set<Span> words, sentences;
  for (std::size_t s = run.first; s < run.last; ++s) {
    sentences.insert(run.document->annotation[s].span());
    for (const AnnotatedWord& word : run.document->annotation[s].words) words.insert(word.span);
  }
  words_.gold += words.size();
  sentences_.gold += sentences.size();
  std::uint32_t word = 0, sentence = 0;  // where they begin
  bool new_word = true, new_sentence = true;
  for (std::size_t i = 0; i < atoms.items.size(); ++i) {
    const Span span = atoms.items[i].span;
    if (new_word) word = span.begin;
    if (new_sentence) sentence = span.begin;
    new_sentence =
        i + 1 == atoms.items.size() || boundaries[i] == static_cast<int>(Boundary::sentence);
    new_word = new_sentence || boundaries[i] == static_cast<int>(Boundary::word);
    words_.found += new_word;
    words_.right += new_word && words.count({word, span.end}) != 0;
    sentences_.found += new_sentence;
    sentences_.right += new_sentence && sentences.count({sentence, span.end}) != 0;
  }
}

}  // namespace relata
