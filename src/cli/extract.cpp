// SPDX-License-Identifier: Apache-2.0
// relata extract: documents in, statements out while they are read.

#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <map>
#include <memory>
#include <relata/export.hpp>
#include <relata/pipeline.hpp>
#include <relata/proposition.hpp>

#include "cli/command.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/schema_folder.hpp"

namespace relata::cli {
namespace {

constexpr const char* kExamples =
    R"(Statements are written as soon as a document is done, in the order of the input.

Formats:
  jsonl   one JSON object a line, as schema/statement.schema.json says; offsets count code points of
          the input, the end is exclusive
  table   document:sentence, confidence and the statement in its short form, for people
  tsv     document, sentence from 1, subject, relation, object

Mode 'schema' tells what the ontology has relations for, and how entities are related otherwise; mode
'open' tells all that a text says in its own words, one proposition a line (--format tsv).

Examples:
  relata extract news.txt
      one JSON object for each statement
  relata extract --format table archive/ | grep condemns
      search what a folder says
  relata extract archive/ > archive.jsonl && relata export archive.jsonl --format svg > archive.svg
      keep the statements, draw them later)";

struct ExtractOptions : Options {
  std::string format = "jsonl";
  std::string mode = "schema";
  std::string output = "-";
};

// Labels as --label-lang wants them; the JSON writer does the same by itself.
void relabel(Statements& statements, const std::string& language) {
  for (Entity& entity : statements.entities)
    if (const auto label = entity.labels.find(language); label != entity.labels.end())
      entity.label = label->second;
}

void write_table(const Statements& statements, std::ostream& out) {
  for (const Statement& statement : statements.statements)
    fmt::print(out, "{}:{}  {:.2f}  {}\n", statements.document, statement.provenance.sentence,
               statement.confidence, to_string(statement, statements));
}

// A cell without tabs and line ends, of which a text may have any.
std::string cell(std::string text) {
  for (char& c : text)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return text;
}

void write_rows(const Statements& statements, std::ostream& out) {
  for (const Statement& statement : statements.statements)
    fmt::print(out, "{}\t{}\t{}\t{}\t{}\n", cell(statements.document),
               statement.provenance.sentence,
               cell(statements.entities[statement.subject.entity].label), cell(statement.label),
               cell(statements.entities[statement.object.entity].label));
}

// Everything that the sentences say.
int extract_open(const ExtractOptions& options) {
  if (options.format != "tsv") throw UsageError("--mode open needs --format tsv");
  Messages messages(options, "propositions");
  Output output(options.output);
  const Pipeline pipeline(schema_folder(options.schema), user_dictionary(options));
  const DocumentReader reader(pipeline.languages(), options.read);
  std::map<std::string, PropositionReader> readers;  // by language
  const auto print = [&](Annotated&& annotated) {
    const Language& language = pipeline.languages().find(annotated.document.language);
    const PropositionReader& propositions =
        readers.try_emplace(language.code(), language).first->second;
    for (const Sentence& sentence : annotated.sentences)
      for (const Proposition& found : propositions.read(annotated.document, sentence)) {
        fmt::print(output.stream(), "{}\t{}\t{}\t{}\t{}\n", cell(annotated.document.id),
                   sentence.number, cell(found.subject), cell(found.relation), cell(found.object));
        messages.count(1);
      }
    output.stream().flush();
  };
  pipeline.annotate_all(reader, input_paths(options), options.jobs, print, messages.sink());
  messages.require_documents(options);
  messages.summarize();
  output.commit();
  return messages.exit_status();
}

int extract(const ExtractOptions& options) {
  if (options.mode == "open") return extract_open(options);
  Messages messages(options);
  Output output(options.output);
  const Pipeline pipeline(schema_folder(options.schema), user_dictionary(options));
  const DocumentReader reader(pipeline.languages(), options.read);
  const auto print = [&](Statements&& statements) {
    drop_unsure(statements, options);
    if (options.format != "jsonl") {
      relabel(statements, options.labels.label_language);
      (options.format == "tsv" ? write_rows : write_table)(statements, output.stream());
    } else {
      for (const Statement& statement : statements.statements) {
        write_json_line(statement, statements, options.labels, output.stream());
        output.stream() << '\n';
      }
    }
    output.stream().flush();
    messages.count(statements.statements.size());
  };
  pipeline.read_all(reader, input_paths(options), options.jobs, print, messages.sink());
  messages.require_documents(options);
  messages.summarize();
  output.commit();
  return messages.exit_status();
}

}  // namespace

Run setup_extract(CLI::App& app) {
  auto options = std::make_shared<ExtractOptions>();
  app.footer(kExamples);
  add_inputs(app, *options);
  app.add_option("-f,--format", options->format, "jsonl, table or tsv")
      ->type_name("F")
      ->check(CLI::IsMember({"jsonl", "table", "tsv"}).description(""));
  app.add_option("--mode", options->mode,
                 "schema: relations of the ontology, and open ones;\nopen: all that is said, in "
                 "the words of the text")
      ->type_name("MODE")
      ->check(CLI::IsMember({"schema", "open"}).description(""));
  app.add_option("-o,--output", options->output, "write to FILE; - is standard output")
      ->type_name("FILE");
  add_reading(app, *options);
  add_user_dictionary(app, *options);
  add_min_confidence(app, *options);
  add_label_language(app, *options);
  add_jobs(app, *options);
  add_schema(app, *options);
  add_verbosity(app, *options);
  return [options] { return extract(*options); };
}

}  // namespace relata::cli
