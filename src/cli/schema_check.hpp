// SPDX-License-Identifier: Apache-2.0
/// @file
/// Whether a schema folder can be used.
#pragma once

#include <filesystem>
#include <relata/diagnostic.hpp>

namespace relata::cli {

/// Report every problem of the folder that can be told apart: its files against their JSON Schemas,
/// then by the loaders, each part for itself.
void check_schema(const std::filesystem::path& folder, const DiagnosticSink& diagnostics);

}  // namespace relata::cli
