// SPDX-License-Identifier: Apache-2.0
// relata evaluate: how good annotations are, those of a file or our own.

#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <relata/evaluation.hpp>
#include <relata/pipeline.hpp>

#include "cli/command.hpp"
#include "cli/evaluate_statements.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/schema_folder.hpp"

namespace relata::cli {
namespace {

constexpr const char* kExamples =
    R"(GOLD and SYSTEM are CoNLL-U and have the same text. Without SYSTEM the text of GOLD is annotated as
'annotate' does it and measured; the time that it took is told on standard error.

The rules are those of the CoNLL 2018 shared task: precision, recall and F1 in per cent, and for what
is told of words the share of right ones among the words that both sides have. A name is right if
its type and its characters are.

With --statements GOLD are graphs in JSON with their texts beside them ('entities', 'core', 'acceptable',
'negated'; see tests/corpus), files or folders; how often a confidence is right is told as well.

Examples:
  relata evaluate dev.conllu
      how good the words, tags and trees of this program are
  relata evaluate --gold-words dev.conllu
      the tags and trees alone: sentences and words are given
  relata evaluate dev.conllu --entities dev.iob2 --format tsv
      names too, as a table for other programs
  relata evaluate dev.conllu other.conllu
      what another program has written
  relata evaluate --statements tests/corpus/guide
      how good the statements are)";

struct EvaluateOptions : Options {
  std::string gold, system, entities;
  std::string format = "table";
  bool gold_words = false, statements = false, calibrate = false;
};

std::string bytes_of(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(std::istreambuf_iterator<char>(in), {});
  if (!in) throw IoError("cannot read " + file);
  return bytes;
}

// What is measured, and on what.
class Measurement {
 public:
  explicit Measurement(const EvaluateOptions& options)
      : options_(options),
        messages_(options, "words"),
        pipeline_(schema_folder(options.schema)),
        gold_(read(options.gold)) {
    if (options.entities.empty()) return;
    read_entities(gold_, options.entities, bytes_of(options.entities), messages_.sink());
  }

  Evaluation evaluate() {
    if (gold_.empty()) return {};
    return relata::evaluate(gold_, options_.system.empty() ? annotate() : read(options_.system));
  }

  int exit_status() const { return messages_.exit_status(); }

 private:
  std::vector<Document> read(const std::string& file) {
    ReadOptions read = options_.read;
    read.format = ReadOptions::Format::conllu;
    std::vector<Document> documents;
    DocumentReader(pipeline_.languages(), read)
        .read(
            file, [&](Document&& document) { documents.push_back(std::move(document)); },
            messages_.sink());
    return documents;
  }

  // The same texts with our own annotation.
  std::vector<Document> annotate() {
    using Clock = std::chrono::steady_clock;
    std::vector<Document> system;
    Clock::duration spent{};
    std::size_t words = 0;
    for (const Document& gold : gold_) {
      const Language& language = pipeline_.languages().find(gold.language);
      pipeline_.annotate({.language = gold.language, .text = "."});  // opens the pack
      Document document = options_.gold_words ? without_tags(gold) : without_annotation(gold);
      const Clock::time_point begin = Clock::now();
      const std::vector<Sentence> sentences = pipeline_.annotate(document, messages_.sink());
      spent += Clock::now() - begin;
      document.annotation = to_annotation(sentences, language.folding());
      for (const Sentence& sentence : sentences) words += sentence.tokens.size();
      system.push_back(std::move(document));
    }
    const double seconds = std::chrono::duration<double>(spent).count();
    if (!options_.quiet)
      fmt::print(stderr, "relata: {} words in {:.2f} s, {:.0f} words/s\n", words, seconds,
                 static_cast<double>(words) / std::max(seconds, 1e-9));
    return system;
  }

  const EvaluateOptions& options_;
  Messages messages_;
  Pipeline pipeline_;
  std::vector<Document> gold_;
};

void write_table(const std::vector<Score>& scores, std::ostream& out) {
  for (const Score& score : scores) {
    fmt::print(out, "{:<10} {:>9.2f} {:>9.2f} {:>9.2f}", score.metric, 100 * score.precision(),
               100 * score.recall(), 100 * score.f1());
    if (score.aligned > 0) fmt::print(out, " {:>9.2f}", 100 * score.aligned_accuracy());
    out << '\n';
  }
}

void write_tsv(const std::string& group, const std::vector<Score>& scores, std::ostream& out) {
  for (const Score& score : scores)
    fmt::print(out, "{}{}\t{}\t{}\t{}\t{}\t{:.2f}\t{:.2f}\t{:.2f}\t{:.2f}\n", group, score.metric,
               score.gold, score.system, score.correct, score.aligned, 100 * score.precision(),
               100 * score.recall(), 100 * score.f1(), 100 * score.aligned_accuracy());
}

void write(const Evaluation& evaluation, bool tsv, std::ostream& out) {
  if (tsv) {
    out << "metric\tgold\tsystem\tcorrect\taligned\tprecision\trecall\tf1\taccuracy\n";
    write_tsv("", evaluation.scores, out);
    write_tsv("names:", evaluation.entities, out);
    return;
  }
  const auto head = [&](const char* what, const char* last) {
    fmt::print(out, "{:<10} {:>9} {:>9} {:>9}{}\n", what, "precision", "recall", "F1", last);
  };
  head("", "  accuracy");
  write_table(evaluation.scores, out);
  if (evaluation.entities.empty()) return;
  out << '\n';
  head("names", "");
  write_table(evaluation.entities, out);
}

int evaluate(const EvaluateOptions& options) {
  if (options.statements) {
    if (options.gold_words || !options.system.empty() || !options.entities.empty())
      throw UsageError("--statements takes only GOLD");
    return evaluate_statements({options.gold}, options.calibrate, options);
  }
  if (options.gold_words && !options.system.empty())
    throw UsageError("--gold-words is for our own annotation: leave out SYSTEM");
  Output output("-");
  Measurement measurement(options);
  const Evaluation evaluation = measurement.evaluate();
  if (!evaluation.scores.empty()) write(evaluation, options.format == "tsv", output.stream());
  output.commit();
  return measurement.exit_status();
}

}  // namespace

Run setup_evaluate(CLI::App& app) {
  auto options = std::make_shared<EvaluateOptions>();
  app.footer(kExamples);
  app.add_option("GOLD", options->gold, "CoNLL-U made by people; - is standard input")
      ->required()
      ->type_name("");
  app.add_option("SYSTEM", options->system, "CoNLL-U to measure; else the text is annotated")
      ->type_name("");
  app.add_flag("--gold-words", options->gold_words, "annotate the sentences and words of GOLD");
  app.add_flag("--statements", options->statements, "measure statements against gold graphs");
  app.add_flag("--calibrate", options->calibrate,
               "with --statements: print a confidence.tsv for the pack of the language");
  app.add_option("--entities", options->entities,
                 "names of GOLD, in the IOB2 format of Universal NER;\nelse those of Entity= in "
                 "GOLD")
      ->type_name("FILE");
  app.add_option("-f,--format", options->format, "table or tsv")
      ->type_name("F")
      ->check(CLI::IsMember({"table", "tsv"}).description(""));
  add_language(app, *options);
  add_schema(app, *options);
  add_verbosity(app, *options);
  return [options] { return evaluate(*options); };
}

}  // namespace relata::cli
