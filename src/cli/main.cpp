// SPDX-License-Identifier: Apache-2.0
// The program: reads the command line, calls a subcommand, and turns exceptions into text and exit
// status. 0 done, 1 some of the work failed, 2 the command line is wrong.

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <exception>
#include <map>
#include <new>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/output.hpp"

namespace relata::cli {
namespace {

constexpr const char* kDescription =
    "Knowledge graphs from Chinese and English news: who does what to whom, with the words that "
    "say "
    "so.";

constexpr const char* kStatus = R"(
Exit status:
  0  done
  1  some of the work failed: a message names what, the rest is done
  2  the command line is wrong, or names a format or a language that does not exist)";

constexpr const char* kExamples = R"(Examples:
  relata build news.txt
  relata build archive/ -o graph.svg -o graph.jsonld
  relata explain "Japan did not condemn Russia."

'relata help COMMAND' tells more of each.)";

const Command* find_command(std::string_view name) {
  for (const Command& command : commands())
    if (command.name == name) return &command;
  return nullptr;
}

const Command& known_command(const std::string& name) {
  if (const Command* command = find_command(name)) return *command;
  std::string known;
  for (const Command& command : commands()) known += std::string(command.name) + ", ";
  throw UnknownName("command", name, "there are " + known + "help");
}

// "relata help build" is "relata build --help".
std::vector<std::string> with_help_as_option(std::vector<std::string> arguments) {
  if (arguments.empty() || arguments[0] != "help") return arguments;
  if (arguments.size() == 1) return {"--help"};
  return {std::string(known_command(arguments[1]).name), "--help"};
}

class Program {
 public:
  Program() : app_(kDescription, "relata") {
    app_.get_formatter()->column_width(30);
    app_.set_version_flag("--version", std::string("relata ") + RELATA_VERSION);
    app_.require_subcommand(1);
    app_.footer(std::string(kExamples) + "\n" + kStatus);
    for (const Command& command : commands()) {
      CLI::App* sub = app_.add_subcommand(std::string(command.name), std::string(command.summary));
      runs_[sub] = command.setup(*sub);
      sub->footer(sub->get_footer() + "\n" + kStatus);
    }
  }

  int run(std::vector<std::string> arguments);

 private:
  std::string command_line_so_far() const {
    const std::vector<CLI::App*> parsed = app_.get_subcommands();
    return parsed.empty() ? "relata" : "relata " + parsed.front()->get_name();
  }

  CLI::App app_;
  std::map<const CLI::App*, Run> runs_;
};

int Program::run(std::vector<std::string> arguments) {
  if (arguments.empty()) {
    fmt::print(stderr, "{}", app_.help());
    return 2;
  }
  if (!arguments[0].starts_with("-")) known_command(arguments[0]);
  try {
    std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
    app_.parse(arguments);
  } catch (const CLI::CallForHelp&) {
    print(app_.help());  // of the subcommand, where one is named
    return 0;
  } catch (const CLI::CallForVersion& version) {
    print(std::string(version.what()) + "\n");
    return 0;
  } catch (const CLI::ParseError& error) {
    throw UsageError(fmt::format("{} (see '{} --help')", error.what(), command_line_so_far()));
  }
  return runs_.at(app_.get_subcommands().front())();
}

int fail(const std::string& problem, int status) {
  fmt::print(stderr, "relata: {}\n", problem);
  return status;
}

}  // namespace
}  // namespace relata::cli

int main(int argc, char** argv) {
  namespace cli = relata::cli;
  std::signal(SIGPIPE, SIG_IGN);  // a write then tells by its error
  try {
    return cli::Program().run(cli::with_help_as_option({argv + 1, argv + argc}));
  } catch (const cli::BrokenPipe&) {
    return 0;
  } catch (const cli::UsageError& error) {
    return cli::fail(error.what(), 2);
  } catch (const relata::UnknownName& error) {
    return cli::fail(error.what(), 2);
  } catch (const std::bad_alloc&) {
    return cli::fail("out of memory", 1);
  } catch (const std::exception& error) {
    return cli::fail(error.what(), 1);
  }
}
