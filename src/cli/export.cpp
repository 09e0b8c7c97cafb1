// SPDX-License-Identifier: Apache-2.0
// relata export: statement lines in, a graph out.

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <relata/error.hpp>
#include <relata/graph.hpp>
#include <relata/language.hpp>
#include <relata/ontology.hpp>

#include "cli/command.hpp"
#include "cli/graph_output.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "cli/schema_folder.hpp"

namespace relata::cli {
namespace {

constexpr const char* kExamples =
    R"(Reads what 'relata extract --format jsonl' writes, also after other programs changed or chose lines.

Examples:
  relata export statements.jsonl --format dot
      Graphviz source on standard output
  grep '"polarity":"positive"' statements.jsonl | relata export - -o positive.svg
      a picture of a choice of statements
  cat */statements.jsonl | relata export - -o all.nq
      one graph of many runs, for a graph database)";

// A line may name a relation that this ontology does not have.
void drop_unknown(Statements& statements, const Ontology& ontology, const std::string& file,
                  Messages& messages) {
  std::erase_if(statements.statements, [&](const Statement& statement) {
    if (ontology.find_relation(statement.predicate)) return false;
    messages.report({.severity = Diagnostic::Severity::failure,
                     .document = file,
                     .line = 0,
                     .message = fmt::format("statement {}: unknown relation '{}'", statement.id,
                                            statement.predicate)});
    return true;
  });
}

// Statement lines do not tell the language of their document; their sentences do.
std::string language_of(const Statements& statements, const Languages& languages) {
  std::string text;
  for (const Statement& statement : statements.statements) {
    text += statement.provenance.excerpt.text + "\n";
    if (text.size() > 4096) break;
  }
  return languages.detect(text);
}

std::vector<Statements> read(const std::string& file, const DiagnosticSink& diagnostics) {
  if (file == "-") return read_statements(std::cin, "standard input", diagnostics);
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file)) throw IoError("cannot open " + file);
  return read_statements(in, file, diagnostics);
}

int export_graph(const Options& options) {
  Messages messages(options);
  GraphOutputs outputs(options);
  const std::filesystem::path schema = schema_folder(options.schema);
  const Ontology ontology(schema / "ontology");
  const Languages languages(schema / "languages");
  GraphBuilder builder(ontology);
  for (const std::string& file : options.inputs) {
    try {
      for (Statements& statements : read(file, messages.sink())) {
        drop_unknown(statements, ontology, file, messages);
        drop_unsure(statements, options);
        statements.language = language_of(statements, languages);
        builder.add(statements);
        messages.count(statements.statements.size());
      }
    } catch (const IoError& error) {
      messages.report({.severity = Diagnostic::Severity::failure,
                       .document = file,
                       .line = 0,
                       .message = error.what()});
    }
  }
  messages.summarize();
  if (messages.documents() == 0 && messages.failed()) return messages.exit_status();
  outputs.write(builder.finish(), ontology, options);
  return messages.exit_status();
}

}  // namespace

Run setup_export(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.footer(kExamples);
  app.add_option("STATEMENTS", options->inputs, "files of statement lines, or - for standard input")
      ->required()
      ->type_name("");
  add_outputs(app, *options);
  add_min_confidence(app, *options);
  add_top(app, *options);
  add_label_language(app, *options);
  add_schema(app, *options);
  add_verbosity(app, *options);
  return [options] { return export_graph(*options); };
}

}  // namespace relata::cli
