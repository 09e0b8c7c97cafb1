// SPDX-License-Identifier: Apache-2.0
/// @file
/// Where the program finds what it knows.
#pragma once

#include <filesystem>
#include <string>

namespace relata::cli {

/// The folder with ontology, entities and languages: `given` (--schema) if it is not empty, else
/// $RELATA_SCHEMA, else beside the program, in its installation or in its sources. Throws Error
/// with the list of folders where it looked.
std::filesystem::path schema_folder(const std::string& given);

}  // namespace relata::cli
