// SPDX-License-Identifier: Apache-2.0
// The loop over the examples: batches in two shares, one for each thread, whose gradients are added
// in one order. The door is train_words().

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <numeric>
#include <thread>

#include "training/lexicon.hpp"
#include "training/schedule.hpp"
#include "training/word_examples.hpp"

namespace relata {
namespace {

constexpr std::size_t kShares = 2;
constexpr unsigned kScoreEvery = 5;  // epochs

class WordTrainer {
 public:
  WordTrainer(const TrainingOptions& options, std::vector<WordExample> examples,
              WordNetwork& network)
      : options_(options),
        examples_(std::move(examples)),
        network_(network),
        order_(examples_.size()),
        shuffle_(options.seed),
        adam_({.average = options.average}) {
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    for (std::size_t i = 0; i < kShares; ++i) gradients_.emplace_back(network.parameters());
    for (const WordExample& example : examples_) words_ += example.bags.size();
  }

  // Once over all examples; returns the mean loss.
  double run_epoch() {
    shuffle_.shuffle(order_);
    double loss = 0;
    const std::uint64_t first_step = step_;
    for (std::size_t next = 0; next < order_.size(); ++step_) {
      std::vector<const WordExample*> shares[kShares];
      std::size_t sizes[kShares] = {};
      while (next < order_.size() && sizes[0] + sizes[1] < options_.batch_words) {
        const std::size_t share = sizes[1] < sizes[0];
        shares[share].push_back(&examples_[order_[next++]]);
        sizes[share] += shares[share].back()->bags.size();
      }
      loss += learn(shares);
      seen_ += sizes[0] + sizes[1];
    }
    return loss / static_cast<double>(kShares * (step_ - first_step));
  }

 private:
  double learn(const std::vector<const WordExample*> (&shares)[kShares]) {
    double losses[kShares] = {};
    const auto run = [&](std::size_t share) {
      gradients_[share].clear();
      if (shares[share].empty()) return;
      Random random(options_.seed * 1000003 + kShares * step_ + share);
      losses[share] = network_.learn(shares[share], gradients_[share], random);
    };
    std::thread other(run, 1);
    run(0);
    other.join();
    gradients_[0].add(gradients_[1]);
    const double progress =
        static_cast<double>(seen_) / (static_cast<double>(words_) * options_.epochs);
    adam_.step(network_.parameters(), gradients_[0],
               scheduled_rate<double>(options_.rate, step_, progress));
    return losses[0] + losses[1];
  }

  const TrainingOptions& options_;
  std::vector<WordExample> examples_;
  WordNetwork& network_;
  std::vector<std::size_t> order_;
  Random shuffle_;
  Adam adam_;
  std::vector<Gradients> gradients_;
  std::uint64_t step_ = 0, words_ = 0, seen_ = 0;
};

std::string report(const WordNetwork::Scores& scores) {
  const auto percent = [](std::size_t part, std::size_t all) {
    return all == 0 ? 0 : 100.0 * static_cast<double>(part) / static_cast<double>(all);
  };
  char line[160];
  std::snprintf(
      line, sizeof line,
      "  dev: UPOS %.2f XPOS %.2f UFeats %.2f lemmas %.2f UAS %.2f LAS %.2f entities %.2f",
      percent(scores.tags[0], scores.words), percent(scores.tags[1], scores.words),
      percent(scores.tags[2], scores.words), percent(scores.tags[3], scores.words),
      percent(scores.heads, scores.words), percent(scores.labelled, scores.words),
      percent(2 * scores.right, scores.entities + scores.found));
  return line;
}

}  // namespace

void train_words(const Languages& languages, const std::string& code, const Gazetteer& gazetteer,
                 const TrainingData& data, const TrainingOptions& options,
                 const std::filesystem::path& folder, const ProgressSink& progress) {
  const Language& language = languages.find(code);
  std::vector<TreebankSentence> sentences;
  for (const TreebankFiles& files : data.treebanks)
    for (TreebankSentence& sentence : read_treebank(files, languages, code))
      sentences.push_back(std::move(sentence));
  const KnownNames names(language, gazetteer);
  const WordFeatures features(language, names);
  const WordLabels labels = collect_labels(sentences, options.lemmas);
  std::vector<WordExample> examples = make_examples(sentences, features, labels), dev;
  if (!data.dev.trees.empty())
    dev = make_examples(read_treebank(data.dev, languages, code), features, labels);

  FeatureVocabulary vocabulary;
  for (const WordExample& example : examples) vocabulary.count(example.bags);
  for (const std::filesystem::path& lexicon : data.lexicons)
    read_lexicon(lexicon, [&](const LexiconWord& word) {
      vocabulary.list(feature_key(FeatureTemplate::listed, normal_form(word.word, language)),
                      word.kind);
    });
  if (options.lemmas)
    for (const TreebankSentence& sentence : sentences)
      for (const AnnotatedWord& word : sentence.annotation.words)
        vocabulary.list(lemma_key(word.upos, word.lemma), "lemma");
  vocabulary.close(options.least_words, options.least_parts);
  progress(std::to_string(sentences.size()) + " sentences, " + std::to_string(vocabulary.rows()) +
           " vectors, " + std::to_string(labels.deprel.size()) + " relations");

  WordNetwork network(options.network, vocabulary, labels, options.seed);
  WordTrainer trainer(options, std::move(examples), network);
  const auto begin = std::chrono::steady_clock::now();
  for (unsigned epoch = 1; epoch <= options.epochs; ++epoch) {
    const double loss = trainer.run_epoch();
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    char line[80];
    std::snprintf(line, sizeof line, "epoch %u of %u: loss %.3f, %.0f s", epoch, options.epochs,
                  loss, time.count());
    progress(line);
    if (dev.empty() || (epoch % kScoreEvery != 0 && epoch != options.epochs)) continue;
    network.parameters().swap_averages();
    progress(report(network.score(dev)));
    network.parameters().swap_averages();
  }
  network.parameters().swap_averages();
  write_weights(network.content(), folder / "words.weights");
}

}  // namespace relata
