// SPDX-License-Identifier: Apache-2.0
// How fast each stage is, on the example texts repeated to the size of a long report. Not a test:
// build with -DRELATA_BENCHMARKS=ON and run build/<preset>/tests/bench_stages.

#include <benchmark/benchmark.h>

#include <relata/pipeline.hpp>
#include <sstream>
#include <string>

#include "network/kernels.hpp"

namespace relata {
namespace {

constexpr int kCopies = 8;

// One language's examples, opened once.
struct Text {
  explicit Text(const std::string& file)
      : ontology(SCHEMA "/ontology"),
        gazetteer(SCHEMA "/entities", ontology),
        languages(SCHEMA "/languages") {
    DocumentReader(languages).read(EXAMPLES "/" + file,
                                   [&](Document&& read) { document = std::move(read); }, {});
    std::string text;
    for (int i = 0; i < kCopies; ++i) text += document.text + "\n";
    DocumentReader(languages, {.language = document.language})
        .read_bytes(file, text, [&](Document&& read) { document = std::move(read); }, {});
    annotator.emplace(languages.find(document.language), gazetteer);
    finder.emplace(languages.find(document.language), gazetteer, ontology);
    extractor.emplace(languages.find(document.language), ontology);
    sentences = annotator->annotate(document, {});
    mentions = finder->find(document, sentences);
    for (const Sentence& sentence : sentences) words += sentence.tokens.size();
  }

  Ontology ontology;
  Gazetteer gazetteer;
  Languages languages;
  Document document;
  std::optional<Annotator> annotator;
  std::optional<MentionFinder> finder;
  std::optional<Extractor> extractor;
  std::vector<Sentence> sentences;
  Mentions mentions;
  std::size_t words = 0;
};

const Text& text(const benchmark::State& state) {
  static const Text english("summit.en.txt"), chinese("nato-japan.zh-Hant.txt");
  return state.range(0) == 0 ? english : chinese;
}

void count_words(benchmark::State& state) {
  state.SetItemsProcessed(static_cast<std::int64_t>(text(state).words) * state.iterations());
  state.SetLabel(text(state).document.language);
}

void open_pack(benchmark::State& state) {
  const Text& given = text(state);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        Annotator(given.languages.find(given.document.language), given.gazetteer));
  state.SetLabel(given.document.language);
}

void annotate(benchmark::State& state) {
  text(state);  // opened before the clock starts
  for (auto _ : state)
    benchmark::DoNotOptimize(text(state).annotator->annotate(text(state).document, {}));
  count_words(state);
}

// Sentences and words are given; what is left is tags, trees and names.
void parse(benchmark::State& state) {
  Document document = text(state).document;
  document.annotation = to_annotation(text(state).sentences, {});
  for (AnnotatedSentence& sentence : document.annotation) {
    sentence.entities.clear();
    for (AnnotatedWord& word : sentence.words) {
      word.upos.clear();
      word.deprel.clear();
    }
  }
  for (auto _ : state) benchmark::DoNotOptimize(text(state).annotator->annotate(document, {}));
  count_words(state);
}

void find_mentions(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(text(state).finder->find(text(state).document, text(state).sentences));
  count_words(state);
}

void extract_statements(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(text(state).extractor->extract(
        text(state).document, text(state).sentences, text(state).mentions));
  count_words(state);
}

// Sums a second, in the sizes of an LSTM layer, for each instruction set.
void products(benchmark::State& state) {
  const Kernels& kernels = *all_kernels()[static_cast<std::size_t>(state.range(0))];
  const std::size_t rows = 32, depth = 384, columns = 768;
  const Matrix weights(depth, columns);
  const FixedMatrix fixed(weights);
  std::vector<std::int32_t> left(rows * kernels.left_words * fixed.groups(), 1);
  std::vector<float> factors(rows, 1);
  Matrix result(rows, columns);
  for (auto _ : state)
    kernels.multiply_fixed(left.data(), factors.data(), rows, fixed, result.row(0), columns);
  state.SetItemsProcessed(static_cast<std::int64_t>(rows * depth * columns) * state.iterations());
}

BENCHMARK(open_pack)->DenseRange(0, 1)->Unit(benchmark::kMillisecond);
BENCHMARK(annotate)->DenseRange(0, 1)->Unit(benchmark::kMillisecond);
BENCHMARK(parse)->DenseRange(0, 1)->Unit(benchmark::kMillisecond);
BENCHMARK(find_mentions)->DenseRange(0, 1)->Unit(benchmark::kMillisecond);
BENCHMARK(extract_statements)->DenseRange(0, 1)->Unit(benchmark::kMillisecond);
BENCHMARK(products)->DenseRange(0, static_cast<int>(all_kernels().size()) - 1);

}  // namespace
}  // namespace relata

BENCHMARK_MAIN();
