// SPDX-License-Identifier: Apache-2.0
// relata build: documents in, their graph out.

#include <CLI/CLI.hpp>
#include <memory>
#include <relata/graph.hpp>
#include <relata/pipeline.hpp>

#include "cli/command.hpp"
#include "cli/graph_output.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "cli/schema_folder.hpp"

namespace relata::cli {
namespace {

constexpr const char* kExamples =
    R"(Without -o the graph is printed on standard output, as a table unless --format says otherwise.

Examples:
  relata build news.txt
      print who does what to whom, aligned
  relata build news.txt -o out.svg -o out.jsonld
      a picture and linked data of one article
  relata build archive/ -o graph --format svg,dot,jsonld,nq --top 60
      graph.svg, graph.dot, graph.jsonld and graph.nq: the 60 most connected entities of a folder
  curl https://news.example/1.html | relata build --lang zh-Hant --label-lang en -
      a page from a pipe, names in English)";

int build(const Options& options) {
  Messages messages(options);
  GraphOutputs outputs(options);
  const Pipeline pipeline(schema_folder(options.schema), user_dictionary(options));
  const DocumentReader reader(pipeline.languages(), options.read);
  GraphBuilder builder(pipeline.ontology());
  const auto add = [&](Statements&& statements) {
    drop_unsure(statements, options);
    builder.add(statements);
    messages.count(statements.statements.size());
  };
  pipeline.read_all(reader, input_paths(options), options.jobs, add, messages.sink());
  messages.require_documents(options);
  messages.summarize();
  // Nothing was read: an empty graph must not replace a good one.
  if (messages.documents() == 0 && messages.failed()) return messages.exit_status();
  outputs.write(builder.finish(), pipeline.ontology(), options);
  return messages.exit_status();
}

}  // namespace

Run setup_build(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.footer(kExamples);
  add_inputs(app, *options);
  add_outputs(app, *options);
  add_reading(app, *options);
  add_user_dictionary(app, *options);
  add_min_confidence(app, *options);
  add_top(app, *options);
  add_label_language(app, *options);
  add_jobs(app, *options);
  add_schema(app, *options);
  add_verbosity(app, *options);
  return [options] { return build(*options); };
}

}  // namespace relata::cli
