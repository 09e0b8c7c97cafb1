// SPDX-License-Identifier: Apache-2.0
// relata formats: the table of exporters.

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <relata/export.hpp>

#include "cli/command.hpp"
#include "cli/output.hpp"

namespace relata::cli {

Run setup_formats(CLI::App& app) {
  app.footer(
      "Each line is name, extension, media type and what it is; --format takes a name or an "
      "extension.");
  return [] {
    std::string text;
    for (const Exporter& exporter : exporters())
      text += fmt::format("{:<10} .{:<8} {:<26} {}\n", exporter.name, exporter.extension,
                          exporter.media_type, exporter.summary);
    print(text);
    return 0;
  };
}

}  // namespace relata::cli
