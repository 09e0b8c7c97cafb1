// SPDX-License-Identifier: Apache-2.0
#include "training/segmenter_trainer.hpp"

#include <algorithm>
#include <set>

#include "training/segmenter_examples.hpp"

namespace relata {
namespace {

double f1(std::size_t right, std::size_t said, std::size_t gold) {
  return said + gold == 0 ? 0 : 2.0 * static_cast<double>(right) / static_cast<double>(said + gold);
}

// Counts stretches of text that are right.
class Scorer {
 public:
  void add(const Document& document, const SentenceRun& run, const Atoms& atoms,
           const std::vector<int>& boundaries) {
    std::set<Span> words, sentences;
    for (std::size_t s = run.first; s < run.last; ++s) {
      sentences.insert(document.annotation[s].span());
      for (const AnnotatedWord& word : document.annotation[s].words) words.insert(word.span);
    }
    gold_words_ += words.size();
    gold_sentences_ += sentences.size();
    std::uint32_t word = 0, sentence = 0;
    for (std::size_t i = 0; i < atoms.items.size(); ++i) {
      const Span span = atoms.items[i].span;
      const bool last = i + 1 == atoms.items.size();
      if (i == 0) word = sentence = span.begin;
      const bool ends = last || boundaries[i] == static_cast<int>(Boundary::sentence);
      if (!ends && boundaries[i] != static_cast<int>(Boundary::word)) continue;
      ++words_;
      right_words_ += words.count({word, span.end});
      if (ends) {
        ++sentences_;
        right_sentences_ += sentences.count({sentence, span.end});
      }
      if (last) break;
      word = atoms.items[i + 1].span.begin;
      if (ends) sentence = word;
    }
  }
  SegmenterScores scores() const {
    return {f1(right_words_, words_, gold_words_),
            f1(right_sentences_, sentences_, gold_sentences_)};
  }

 private:
  std::size_t words_ = 0, right_words_ = 0, gold_words_ = 0;
  std::size_t sentences_ = 0, right_sentences_ = 0, gold_sentences_ = 0;
};

class Trainer {
 public:
  Trainer(const Language& language, const WordList& words, std::span<const Document> documents,
          std::span<const Document> development, const SegmenterOptions& options)
      : spaced_(language.spaced()),
        options_(options),
        paragraphs_(paragraphs(documents)),
        development_(paragraphs(development)),
        examples_(language, words) {}

  WeightsContent train(const std::function<void(const SegmenterProgress&)>& sink) {
    Classes tags;
    Vocabulary vocabulary;
    std::size_t atoms = 0;
    for (const SentenceRun& paragraph : paragraphs_) {
      const SegmenterExample example = examples_.make(paragraph, tags);
      vocabulary.count(example.bags);
      atoms += example.bags.size();
    }
    vocabulary.close(options_.rare, options_.rare);
    SegmenterNetwork network(options_, vocabulary, tags.size());
    Adam adam({});
    Gradients gradients(network.parameters());
    Random random(options_.seed);
    const double total = static_cast<double>(atoms * options_.epochs);
    for (std::size_t epoch = 1; epoch <= options_.epochs; ++epoch) {
      SegmenterProgress progress{.epoch = epoch};
      progress.loss = learn_epoch(network, adam, gradients, tags, random, total);
      if (epoch % 5 == 0 || epoch == options_.epochs) progress.scores = score(network, tags);
      sink(progress);
    }
    return network.content();
  }

 private:
  // The rate climbs for a while, stays, and falls to nothing.
  float rate(double total) const {
    constexpr float kWarm = 200, kFlat = 0.3F;
    const float done = static_cast<float>(static_cast<double>(seen_) / total);
    const float warm = std::min(1.0F, static_cast<float>(steps_ + 1) / kWarm);
    return options_.rate * warm * (done < kFlat ? 1.0F : std::max(0.02F, (1 - done) / (1 - kFlat)));
  }

  double learn_epoch(const SegmenterNetwork& network, Adam& adam, Gradients& gradients,
                     Classes& tags, Random& random, double total) {
    const std::vector<SentenceRun> runs = random_runs(paragraphs_, spaced_, random);
    double loss = 0;
    std::size_t steps = 0;
    for (std::size_t i = 0; i < runs.size();) {
      std::vector<SegmenterExample> examples;
      std::size_t atoms = 0;
      for (; i < runs.size() && atoms < options_.batch; ++i) {
        examples.push_back(examples_.make(runs[i], tags));
        atoms += examples.back().bags.size();
      }
      std::vector<const SegmenterExample*> batch;
      for (const SegmenterExample& example : examples) batch.push_back(&example);
      gradients.clear();
      loss += network.learn(batch, gradients, random);
      adam.step(const_cast<SegmenterNetwork&>(network).parameters(), gradients, rate(total));
      seen_ += atoms;
      ++steps_;
      ++steps;
    }
    return loss / static_cast<double>(std::max<std::size_t>(steps, 1));
  }

  SegmenterScores score(const SegmenterNetwork& network, Classes& tags) const {
    Scorer scorer;
    for (const SentenceRun& run : development_) {
      // Long paragraphs are measured in parts.
      for (std::size_t first = run.first; first < run.last; first += 8) {
        const SentenceRun part{run.document, first, std::min(first + 8, run.last)};
        const SegmenterExample example = examples_.make(part, tags);
        const SegmenterExample* one = &example;
        scorer.add(*run.document, part, examples_.atoms(part), network.predict({&one, 1}).front());
      }
    }
    return scorer.scores();
  }

  bool spaced_;
  SegmenterOptions options_;
  std::vector<SentenceRun> paragraphs_, development_;
  SegmenterExamples examples_;
  std::size_t seen_ = 0, steps_ = 0;
};

}  // namespace

WeightsContent train_segmenter(const Language& language, const WordList& words,
                               std::span<const Document> documents,
                               std::span<const Document> development,
                               const SegmenterOptions& options,
                               const std::function<void(const SegmenterProgress&)>& sink) {
  WeightsContent content = Trainer(language, words, documents, development, options).train(sink);
  words.store(content);
  return content;
}

}  // namespace relata
