// SPDX-License-Identifier: Apache-2.0
#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <thread>

namespace relata::cli {
namespace {

// YYYY, YYYY-MM or YYYY-MM-DD; an empty string if it is one, else what is wrong.
std::string date_problem(const std::string& text) {
  constexpr std::string_view shape = "0000-00-00";
  const bool length = text.size() == 4 || text.size() == 7 || text.size() == 10;
  const auto fits = [](char c, char s) { return s == '-' ? c == '-' : c >= '0' && c <= '9'; };
  const bool digits =
      length && std::equal(text.begin(), text.end(), shape.begin(), fits) &&
      (text.size() < 7 || (text.substr(5, 2) >= "01" && text.substr(5, 2) <= "12")) &&
      (text.size() < 10 || (text.substr(8, 2) >= "01" && text.substr(8, 2) <= "31"));
  return digits ? "" : "'" + text + "' is not a date such as 2023-01-31";
}

}  // namespace

void add_inputs(CLI::App& app, Options& options) {
  app.add_option("INPUT", options.inputs,
                 "text, HTML, JSON Lines or CoNLL-U: a file, a folder\nwith all below it, or - for "
                 "standard input")
      ->required()
      ->type_name("");
}

void add_schema(CLI::App& app, Options& options) {
  app.add_option("--schema", options.schema,
                 "folder with ontology, entities and languages;\nelse $RELATA_SCHEMA, else that of "
                 "the program")
      ->type_name("DIR");
}

void add_user_dictionary(CLI::App& app, Options& options) {
  app.add_option("--user-dict", options.user_dictionary,
                 "words that are never cut, one a line; a tab and a part of\nspeech (PROPN, NOUN "
                 "...) may follow")
      ->type_name("FILE");
}

void add_language(CLI::App& app, Options& options) {
  app.add_option("--lang", options.read.language,
                 "language of the input as in BCP 47 (en, zh-Hant,\nzh-Hans); else found out")
      ->type_name("TAG");
}

void add_date(CLI::App& app, Options& options) {
  app.add_option("--date", options.read.date, "day of publication of documents that name none")
      ->type_name("YYYY-MM-DD")
      ->check(CLI::Validator(date_problem, ""));
}

void add_reading(CLI::App& app, Options& options) {
  add_language(app, options);
  app.add_option("--encoding", options.read.encoding,
                 "encoding of the input (UTF-8, GB18030, Big5 ...);\nelse found out")
      ->type_name("NAME");
  add_date(app, options);
}

void add_jobs(CLI::App& app, Options& options) {
  options.jobs = std::clamp(std::thread::hardware_concurrency(), 1U, 256U);
  app.add_option("-j,--jobs", options.jobs,
                 "threads; the output is the same for any number;\nelse one for each processor")
      ->type_name("N")
      ->check(CLI::Range(1, 256).description(""));
}

void add_min_confidence(CLI::App& app, Options& options) {
  app.add_option("--min-confidence", options.min_confidence, "leave out what is less sure")
      ->type_name("0..1")
      ->check(CLI::Range(0.0, 1.0).description(""));
}

void add_label_language(CLI::App& app, Options& options) {
  app.add_option("--label-lang", options.labels.label_language,
                 "print names in this language where it is known;\nelse as the documents have them")
      ->type_name("TAG");
}

void add_top(CLI::App& app, Options& options) {
  app.add_option("--top", options.top, "only the N most connected entities")
      ->type_name("N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1000000000}).description(""));
}

void add_outputs(CLI::App& app, Options& options) {
  app.add_option("-o,--output", options.outputs,
                 "write to FILE, in the format of its extension; may be\ngiven several times; - is "
                 "standard output")
      ->type_name("FILE")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("-f,--format", options.formats,
                 "a name or an extension of 'relata formats';\nF,G writes FILE.f and FILE.g")
      ->type_name("F[,G...]")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
      ->delimiter(',');
}

void add_verbosity(CLI::App& app, Options& options) {
  app.add_flag("-q,--quiet", options.quiet, "no warnings, only what failed");
  app.add_flag("-v,--verbose", options.verbose, "tell what was done, on standard error");
}

std::vector<std::filesystem::path> input_paths(const Options& options) {
  return {options.inputs.begin(), options.inputs.end()};
}

UserDictionary user_dictionary(const Options& options) {
  return options.user_dictionary.empty() ? UserDictionary{}
                                         : read_user_dictionary(options.user_dictionary);
}

void drop_unsure(Statements& statements, const Options& options) {
  std::erase_if(statements.statements, [&](const Statement& statement) {
    return statement.confidence < options.min_confidence;
  });
}

}  // namespace relata::cli
