// SPDX-License-Identifier: Apache-2.0
/// @file
/// Files of a schema folder against their JSON Schemas (draft 4), with the line of each problem.
#pragma once

#include <filesystem>
#include <relata/diagnostic.hpp>

namespace relata::cli {

/// Report where the JSON file at `path` breaks the schema at `schema`, the first place only.
void check_json(const std::filesystem::path& path, const std::filesystem::path& schema,
                const DiagnosticSink& diagnostics);

/// The same for each line of a file of JSON Lines.
void check_json_lines(const std::filesystem::path& path, const std::filesystem::path& schema,
                      const DiagnosticSink& diagnostics);

}  // namespace relata::cli
