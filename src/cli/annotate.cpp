// SPDX-License-Identifier: Apache-2.0
// relata annotate: documents in, their sentences out while they are read.

#include <CLI/CLI.hpp>
#include <memory>
#include <relata/pipeline.hpp>

#include "cli/command.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/schema_folder.hpp"

namespace relata::cli {
namespace {

constexpr const char* kExamples =
    R"(Sentences are written as CoNLL-U (universaldependencies.org/format.html) in the order of the input.
MISC has the offsets of each word in the input, Start=4|End=6, and names, Entity=(PER) for one word
or Entity=(PER on the first and Entity=PER) on the last of several.

Examples:
  relata annotate news.txt
      the words of a text with their parts of speech
  relata annotate archive/ -o archive.conllu && relata build archive.conllu
      annotate once; what is in the file is not found out again
  relata annotate words.conllu
      keep the words of a file and fill in what it does not tell)";

struct AnnotateOptions : Options {
  std::string output = "-";
};

int annotate(const AnnotateOptions& options) {
  Messages messages(options, "sentences");
  Output output(options.output);
  const Pipeline pipeline(schema_folder(options.schema), user_dictionary(options));
  const DocumentReader reader(pipeline.languages(), options.read);
  const auto write = [&](Annotated&& annotated) {
    const Language& language = pipeline.languages().find(annotated.document.language);
    write_conllu(annotated.document, annotated.sentences, output.stream(), language.folding());
    output.stream().flush();
    messages.count(annotated.sentences.size());
  };
  pipeline.annotate_all(reader, input_paths(options), options.jobs, write, messages.sink());
  messages.require_documents(options);
  messages.summarize();
  output.commit();
  return messages.exit_status();
}

}  // namespace

Run setup_annotate(CLI::App& app) {
  auto options = std::make_shared<AnnotateOptions>();
  app.footer(kExamples);
  add_inputs(app, *options);
  app.add_option("-o,--output", options->output, "write to FILE; - is standard output")
      ->type_name("FILE");
  add_reading(app, *options);
  add_user_dictionary(app, *options);
  add_jobs(app, *options);
  add_schema(app, *options);
  add_verbosity(app, *options);
  return [options] { return annotate(*options); };
}

}  // namespace relata::cli
