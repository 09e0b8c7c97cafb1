// SPDX-License-Identifier: Apache-2.0
#include "cli/graph_output.hpp"

#include <filesystem>
#include <optional>

#include "cli/command.hpp"
#include "cli/options.hpp"

namespace relata::cli {
namespace {

std::string extension_of(const std::string& file) {
  const std::string dotted = std::filesystem::path(file).extension().string();
  return dotted.empty() ? dotted : dotted.substr(1);
}

// A device or a pipe has no extension and gets none.
bool takes_extension(const std::string& file) {
  std::error_code ignored;
  const auto status = std::filesystem::status(file, ignored);
  return file != "-" && extension_of(file).empty() &&
         (!std::filesystem::exists(status) || std::filesystem::is_regular_file(status));
}

}  // namespace

GraphOutputs::GraphOutputs(const Options& options) {
  std::vector<const Exporter*> formats;
  for (const std::string& name : options.formats) formats.push_back(&find_exporter(name));
  if (formats.empty() && options.outputs.empty()) formats.push_back(&find_exporter("table"));

  const std::vector<std::string> standard_output = {"-"};
  for (const std::string& file : options.outputs.empty() ? standard_output : options.outputs) {
    if (takes_extension(file) && !formats.empty()) {
      for (const Exporter* format : formats)
        add(file + "." + std::string(format->extension), *format);
    } else if (formats.size() == 1) {
      add(file, *formats.front());
    } else if (formats.empty()) {
      const std::string extension = file == "-" ? "table" : extension_of(file);
      if (extension.empty())
        throw UsageError("'" + file + "' does not tell its format: add --format");
      add(file, find_exporter(extension));
    } else {
      throw UsageError("several formats need -o FILE without an extension");
    }
  }
}

void GraphOutputs::add(const std::string& file, const Exporter& exporter) {
  targets_.push_back({&exporter, Output(file)});
}

void GraphOutputs::write(const Graph& graph, const Ontology& ontology, const Options& options) {
  std::optional<Graph> part;
  if (options.top != 0) part = top(graph, options.top);
  for (Target& target : targets_) {
    target.exporter->write(part ? *part : graph, ontology, options.labels, target.output.stream());
    target.output.commit();
  }
}

}  // namespace relata::cli
