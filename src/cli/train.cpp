// SPDX-License-Identifier: Apache-2.0
// relata train: treebanks in, the weights of a language pack out.

#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <iostream>
#include <memory>
#include <relata/training.hpp>

#include "cli/command.hpp"
#include "cli/options.hpp"
#include "cli/schema_folder.hpp"

namespace relata::cli {
namespace {

constexpr const char* kExamples =
    R"(Learns where words and sentences end (segmenter.weights), and to tag, parse and find names
(words.weights), and writes both into the pack. Takes two threads and some minutes for 100,000 words;
the same data and options give the same bytes. Files of names (IOB2) belong to the treebanks in their
order; write - for a treebank without one.

Examples:
  relata train zh --treebank train.conllu --entities train.iob2 --dev dev.conllu
      learn from one treebank, watch another
  relata train ko --treebank ko.conllu --schema schema --epochs 40
      the first weights of a new language: schema/languages/ko/ needs a pack.json)";

struct TrainOptions : Options {
  std::string language;
  std::vector<std::string> treebanks, entities, lexicons;
  std::string dev, dev_entities, output;
  std::string part = "both";
  TrainingOptions training;
  SegmenterOptions segmenter;
};

TrainingData data_of(const TrainOptions& options) {
  TrainingData data;
  for (std::size_t i = 0; i < options.treebanks.size(); ++i) {
    const bool known = i < options.entities.size() && options.entities[i] != "-";
    data.treebanks.push_back({options.treebanks[i], known ? options.entities[i] : ""});
  }
  data.dev = {options.dev, options.dev_entities};
  data.lexicons.assign(options.lexicons.begin(), options.lexicons.end());
  return data;
}

int train(const TrainOptions& options) {
  const std::filesystem::path schema = schema_folder(options.schema);
  const Ontology ontology(schema / "ontology");
  const Gazetteer gazetteer(schema / "entities", ontology);
  const Languages languages(schema / "languages");
  const std::filesystem::path folder =
      options.output.empty() ? schema / "languages" / languages.find(options.language).code()
                             : std::filesystem::path(options.output);
  const auto print = [](const std::string& line) {
    fmt::print(std::cout, "{}\n", line);
    std::cout.flush();
  };
  const TrainingData data = data_of(options);
  if (options.part != "words")
    train_segmenter(languages, options.language, data, options.segmenter, folder, print);
  if (options.part != "segmenter")
    train_words(languages, options.language, gazetteer, data, options.training, folder, print);
  return 0;
}

void add_sizes(CLI::App& app, TrainingOptions& options) {
  WordNetworkOptions& network = options.network;
  const auto add = [&](const char* name, auto& value, const char* what) {
    app.add_option(name, value, what)->type_name("N");
  };
  add("--epochs", options.epochs, "times that all is read");
  add("--seed", options.seed, "of all that is random");
  add("--rate", options.rate, "of learning, at its highest");
  add("--batch", options.batch_words, "words that are learnt from at a time");
  add("--average", options.average, "share of the steps so far that weights are\naveraged over");
  add("--embedding", network.embedding, "size of the vector of a word; a multiple of 16");
  add("--units", network.units, "of a layer in each direction; a multiple of 16");
  add("--layers", network.layers, "LSTM layers");
  add("--arc", network.arc, "size of the vectors that words are attached by");
  add("--label", network.label, "size of the vectors that arcs are labelled by");
  add("--word-dropout", network.word_dropout, "how often rare words are left out");
  add("--part-dropout", network.part_dropout, "how often other features are left out");
  add("--input-dropout", network.input_dropout, "of vectors of words");
  add("--layer-dropout", network.layer_dropout, "between layers");
  add("--recurrent-dropout", network.recurrent_dropout, "within layers");
}

}  // namespace

Run setup_train(CLI::App& app) {
  auto options = std::make_shared<TrainOptions>();
  app.footer(kExamples);
  app.add_option("LANGUAGE", options->language, "code of the pack")->required()->type_name("");
  app.add_option("--treebank", options->treebanks,
                 "trees to learn from, CoNLL-U; may be given\nseveral times")
      ->required()
      ->type_name("FILE");
  app.add_option("--entities", options->entities, "names in the treebank of the same place, IOB2")
      ->type_name("FILE");
  app.add_option("--dev", options->dev, "trees to score with while it learns")->type_name("FILE");
  app.add_option("--dev-entities", options->dev_entities, "names in them")->type_name("FILE");
  app.add_option("--lexicon", options->lexicons,
                 "word, frequency, kind; may be given several times")
      ->type_name("FILE");
  app.add_option("--part", options->part, "segmenter, words or both")
      ->type_name("PART")
      ->check(CLI::IsMember({"segmenter", "words", "both"}).description(""));
  app.add_flag("!--no-lemmas", options->training.lemmas, "the folded word is its lemma");
  app.add_option("-o,--output", options->output, "folder for the weights; else that of the pack")
      ->type_name("DIR");
  app.add_option("--segmenter-epochs", options->segmenter.epochs,
                 "times that the segmenter reads all")
      ->type_name("N");
  add_sizes(app, options->training);
  add_schema(app, *options);
  return [options] { return train(*options); };
}

}  // namespace relata::cli
