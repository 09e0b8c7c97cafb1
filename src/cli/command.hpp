// SPDX-License-Identifier: Apache-2.0
/// @file
/// A subcommand of the program.
#pragma once

#include <functional>
#include <relata/error.hpp>
#include <span>
#include <string_view>

namespace CLI {
class App;
}

namespace relata::cli {

/// The command line asks for what cannot be: exit status 2.
struct UsageError : Error {
  using Error::Error;
};

/// Does the work; returns the exit status, 0 (done) or 1 (some of it failed).
using Run = std::function<int()>;

/// A subcommand works in two steps: `setup` says what it takes from the command line, and what it
/// returns is called when that was read without a mistake. `setup` opens no file.
struct Command {
  std::string_view name;
  std::string_view summary;  ///< one line
  Run (*setup)(CLI::App& app);
};

/// In the order in which the help lists them.
std::span<const Command> commands();

}  // namespace relata::cli
