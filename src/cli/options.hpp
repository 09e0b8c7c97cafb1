// SPDX-License-Identifier: Apache-2.0
/// @file
/// Options that several subcommands share, so that each means the same everywhere.
#pragma once

#include <cstddef>
#include <filesystem>
#include <relata/document.hpp>
#include <relata/export.hpp>
#include <relata/sentence.hpp>
#include <relata/statement.hpp>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace relata::cli {

/// What was typed. A subcommand adds the options that it understands by the functions below.
struct Options {
  std::vector<std::string> inputs;
  std::string schema, user_dictionary;
  ReadOptions read;
  unsigned jobs = 1;
  double min_confidence = 0;
  std::size_t top = 0;  ///< 0: all entities
  ExportOptions labels;
  std::vector<std::string> outputs, formats;
  bool quiet = false;
  bool verbose = false;
};

void add_inputs(CLI::App& app, Options& options);
void add_schema(CLI::App& app, Options& options);
void add_user_dictionary(CLI::App& app, Options& options);
/// --lang, --encoding, --date
void add_reading(CLI::App& app, Options& options);
void add_language(CLI::App& app, Options& options);
void add_date(CLI::App& app, Options& options);
void add_jobs(CLI::App& app, Options& options);
void add_min_confidence(CLI::App& app, Options& options);
void add_label_language(CLI::App& app, Options& options);
void add_top(CLI::App& app, Options& options);
void add_outputs(CLI::App& app, Options& options);
/// -q, -v
void add_verbosity(CLI::App& app, Options& options);

/// The inputs as paths.
std::vector<std::filesystem::path> input_paths(const Options& options);

/// The words of --user-dict. Throws IoError and FormatError.
UserDictionary user_dictionary(const Options& options);

/// Leave out what is less sure than --min-confidence.
void drop_unsure(Statements& statements, const Options& options);

}  // namespace relata::cli
