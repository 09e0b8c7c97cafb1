// SPDX-License-Identifier: Apache-2.0
// relata check: is a schema folder sound, do offsets point at their words.

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <relata/pipeline.hpp>

#include "cli/command.hpp"
#include "cli/messages.hpp"
#include "cli/offset_check.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/schema_check.hpp"
#include "cli/schema_folder.hpp"

namespace relata::cli {
namespace {

constexpr const char* kExamples =
    R"(Without --offsets: every file of the schema is held against its JSON Schema and opened as 'build'
opens it; each problem is told with file and line. With --offsets: every sentence, word, quotation,
mention and statement of the documents is cut out of the decoded input by its offsets and compared.

Examples:
  relata check
      the schema that the program uses
  relata check my-schema/
      a schema that you are writing
  relata check --offsets archive/
      prove that every edge will show its own words)";

int check_documents(const Options& options) {
  Messages messages(options);
  const Pipeline pipeline(schema_folder(options.schema));
  const DocumentReader reader(pipeline.languages(), options.read);
  const DiagnosticSink sink = messages.sink();
  std::size_t documents = 0;
  std::size_t excerpts = 0;
  const auto check = [&](Document&& document) {
    try {
      OffsetCheck offsets(document, sink);
      offsets.check(pipeline.explain(document, sink));
      excerpts += offsets.checked();
      ++documents;
    } catch (const Error& error) {
      sink({.severity = Diagnostic::Severity::failure,
            .document = document.id,
            .line = 0,
            .message = error.what()});
    }
  };
  for (const std::filesystem::path& path : input_paths(options)) reader.read(path, check, sink);
  print(fmt::format("{} excerpts of {} documents compared\n", excerpts, documents));
  return messages.exit_status();
}

int check(const Options& options) {
  if (!options.inputs.empty()) return check_documents(options);
  Messages messages(options);
  const std::filesystem::path folder = schema_folder(options.schema);
  check_schema(folder, messages.sink());
  if (!messages.failed()) print(folder.string() + ": no problem found\n");
  return messages.exit_status();
}

}  // namespace

Run setup_check(CLI::App& app) {
  auto options = std::make_shared<Options>();
  app.footer(kExamples);
  app.add_option("SCHEMA,--schema", options->schema,
                 "the folder to check, or to read the documents with; else the one that the "
                 "program uses")
      ->type_name("DIR");
  app.add_option("--offsets", options->inputs, "documents, folders, or - for standard input")
      ->type_name("INPUT...")
      ->expected(1, 1000000);
  add_reading(app, *options);
  add_verbosity(app, *options);
  return [options] { return check(*options); };
}

}  // namespace relata::cli
