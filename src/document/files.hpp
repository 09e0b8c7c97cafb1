// SPDX-License-Identifier: Apache-2.0
/// @file
/// Paths -> bytes.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace relata::document {

using PathProblem = std::function<void(const std::string& path, const std::string& problem)>;

/// The files below `folder` in the order of the bytes of their paths, each beginning with `folder`
/// as given. Leaves out hidden ones and what is neither file nor folder; does not follow links to
/// folders.
std::vector<std::string> list_files(const std::filesystem::path& folder,
                                    const PathProblem& failures);

/// The bytes of a file, "-" for standard input. Throws IoError whose text says why not.
std::string read_input(const std::string& path);

}  // namespace relata::document
