// SPDX-License-Identifier: Apache-2.0
/// @file
/// The bytes of the files that the program knows: those of schema/.
#pragma once

#include <filesystem>
#include <string>

namespace relata {

/// The bytes of a file. Throws IoError.
std::string read_file(const std::filesystem::path& path);

}  // namespace relata
