// SPDX-License-Identifier: Apache-2.0
// The table of subcommands: a new one is a file with its setup function and a line here.

#include "cli/command.hpp"

namespace relata::cli {

Run setup_annotate(CLI::App&);
Run setup_build(CLI::App&);
Run setup_check(CLI::App&);
Run setup_evaluate(CLI::App&);
Run setup_explain(CLI::App&);
Run setup_export(CLI::App&);
Run setup_extract(CLI::App&);
Run setup_formats(CLI::App&);
Run setup_train(CLI::App&);

namespace {

constexpr Command kTable[] = {
    {"build", "read documents and write their graph", setup_build},
    {"extract", "read documents and print what each sentence states", setup_extract},
    {"export", "turn statement lines into a graph", setup_export},
    {"explain", "show each step from a sentence to its statements", setup_explain},
    {"annotate", "read documents and print their sentences as CoNLL-U", setup_annotate},
    {"evaluate", "measure annotations against those of people", setup_evaluate},
    {"formats", "list the output formats", setup_formats},
    {"check", "check schema files, or the offsets of documents", setup_check},
    {"train", "learn the weights of a language pack from treebanks", setup_train},
};

}  // namespace

std::span<const Command> commands() { return kTable; }

}  // namespace relata::cli
