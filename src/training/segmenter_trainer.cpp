// SPDX-License-Identifier: Apache-2.0
// The loop over paragraphs, cut anew for each epoch. The door is train_segmenter().

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <optional>
#include <relata/training.hpp>

#include "training/lexicon.hpp"
#include "training/schedule.hpp"
#include "training/segmenter_examples.hpp"
#include "training/segmenter_scores.hpp"
#include "training/treebank.hpp"

namespace relata {
namespace {

constexpr unsigned kScoreEvery = 5;  // epochs
constexpr std::size_t kScored = 8;   // sentences of a paragraph that are scored together

// Words with ASCII in them are written with spaces around.
void list_words(const TrainingData& data, const Language& language, WordList& words) {
  const auto ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
  for (const std::filesystem::path& path : data.lexicons)
    read_lexicon(path, [&](const LexiconWord& listed) {
      const std::string& word = listed.word;
      if (std::none_of(word.begin(), word.end(), ascii))
        words.add(normal_form(word, language), listed.kind, listed.frequency);
    });
}

class SegmenterTrainer {
 public:
  SegmenterTrainer(const Language& language, const WordList& words,
                   const std::vector<Document>& documents, const SegmenterOptions& options)
      : spaced_(language.spaced()),
        options_(options),
        paragraphs_(paragraphs(documents)),
        examples_(language, words),
        random_(options.seed),
        adam_({}) {
    for (const SentenceRun& paragraph : paragraphs_) {
      const SegmenterExample example = examples_.make(paragraph, tags_);
      vocabulary_.count(example.bags);
      atoms_ += example.bags.size();
    }
    vocabulary_.close(options.least, options.least);
    network_.emplace(options, vocabulary_, tags_.size());
    gradients_.emplace(network_->parameters());
  }

  std::size_t vectors() const { return vocabulary_.rows(); }
  WeightsContent content() const { return network_->content(); }

  // Once over all paragraphs; returns the mean loss.
  double run_epoch() {
    const std::vector<SentenceRun> runs = random_runs(paragraphs_, spaced_, random_);
    const std::size_t first_step = step_;
    double loss = 0;
    for (std::size_t next = 0; next < runs.size(); ++step_) {
      std::vector<SegmenterExample> examples;
      std::size_t atoms = 0;
      for (; next < runs.size() && atoms < options_.batch_atoms; ++next) {
        examples.push_back(examples_.make(runs[next], tags_));
        atoms += examples.back().bags.size();
      }
      std::vector<const SegmenterExample*> batch;
      for (const SegmenterExample& example : examples) batch.push_back(&example);
      gradients_->clear();
      loss += network_->learn(batch, *gradients_, random_);
      adam_.step(network_->parameters(), *gradients_, rate());
      seen_ += atoms;
    }
    return loss / static_cast<double>(std::max<std::size_t>(step_ - first_step, 1));
  }

  SegmenterScores score(const std::vector<Document>& documents) {
    SegmenterScores scores;
    for (const SentenceRun& paragraph : paragraphs(documents))
      for (std::size_t first = paragraph.first; first < paragraph.last; first += kScored) {
        const SentenceRun run{paragraph.document, first, std::min(first + kScored, paragraph.last)};
        const SegmenterExample example = examples_.make(run, tags_);
        const SegmenterExample* one = &example;
        scores.add(run, examples_.atoms(run), network_->predict({&one, 1}).front());
      }
    return scores;
  }

 private:
  float rate() const {
    const float progress = static_cast<float>(static_cast<double>(seen_) /
                                              (static_cast<double>(atoms_) * options_.epochs));
    return scheduled_rate<float>(options_.rate, step_, progress);
  }

  bool spaced_;
  const SegmenterOptions& options_;
  std::vector<SentenceRun> paragraphs_;
  SegmenterExamples examples_;
  Classes tags_;
  FeatureVocabulary vocabulary_;
  std::optional<SegmenterNetwork> network_;
  std::optional<Gradients> gradients_;
  Random random_;
  Adam adam_;
  std::size_t step_ = 0, atoms_ = 0, seen_ = 0;
};

void learn(SegmenterTrainer& trainer, const std::vector<Document>& dev, unsigned epochs,
           const ProgressSink& progress) {
  const auto begin = std::chrono::steady_clock::now();
  for (unsigned epoch = 1; epoch <= epochs; ++epoch) {
    const double loss = trainer.run_epoch();
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    char line[80];
    std::snprintf(line, sizeof line, "epoch %u of %u: loss %.3f, %.0f s", epoch, epochs, loss,
                  time.count());
    progress(line);
    if (dev.empty() || (epoch % kScoreEvery != 0 && epoch != epochs)) continue;
    const SegmenterScores scores = trainer.score(dev);
    std::snprintf(line, sizeof line, "  dev: words %.2f sentences %.2f", 100 * scores.words(),
                  100 * scores.sentences());
    progress(line);
  }
}

}  // namespace

void train_segmenter(const Languages& languages, const std::string& code, const TrainingData& data,
                     const SegmenterOptions& options, const std::filesystem::path& folder,
                     const ProgressSink& progress) {
  const Language& language = languages.find(code);
  std::vector<Document> documents, dev;
  for (const TreebankFiles& files : data.treebanks)
    for (Document& document : read_trees(files.trees, languages, code))
      documents.push_back(std::move(document));
  if (!data.dev.trees.empty()) dev = read_trees(data.dev.trees, languages, code);
  WordList words;
  if (!language.spaced()) list_words(data, language, words);

  SegmenterTrainer trainer(language, words, documents, options);
  progress(std::to_string(documents.size()) + " documents, " + std::to_string(trainer.vectors()) +
           " vectors");
  learn(trainer, dev, options.epochs, progress);
  WeightsContent content = trainer.content();
  words.store(content);
  write_weights(content, folder / "segmenter.weights");
}

}  // namespace relata
