// SPDX-License-Identifier: Apache-2.0
/// @file
/// The files that a graph is written to.
#pragma once

#include <relata/export.hpp>
#include <string>
#include <vector>

#include "cli/output.hpp"

namespace relata::cli {

struct Options;

/// What -o and --format ask for. Throws UnknownName for a format and IoError for a file that cannot
/// be written, before any work is done.
class GraphOutputs {
 public:
  explicit GraphOutputs(const Options& options);

  /// Write `graph`, of which --top may leave only a part, to all files.
  void write(const Graph& graph, const Ontology& ontology, const Options& options);

 private:
  void add(const std::string& file, const Exporter& exporter);

  struct Target {
    const Exporter* exporter;
    Output output;
  };
  std::vector<Target> targets_;
};

}  // namespace relata::cli
