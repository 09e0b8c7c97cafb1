// SPDX-License-Identifier: Apache-2.0
#include "cli/schema_folder.hpp"

#include <cstdlib>
#include <relata/error.hpp>
#include <vector>

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

bool is_schema(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "ontology", ignored);
}

// Build tree, installation, and what was known when the program was built.
std::vector<fs::path> usual_places() {
  std::vector<fs::path> places;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error)
    for (const char* near : {"schema", "../schema", "../../schema", "../share/relata/schema"})
      places.push_back((program.parent_path() / near).lexically_normal());
  places.emplace_back(RELATA_SOURCE_SCHEMA);
  places.emplace_back(RELATA_INSTALLED_SCHEMA);
  return places;
}

fs::path require_schema(const std::string& folder, const std::string& origin) {
  if (is_schema(folder)) return folder;
  throw IoError(origin + " '" + folder + "' is no schema: it has no folder 'ontology'");
}

}  // namespace

fs::path schema_folder(const std::string& given) {
  if (!given.empty()) return require_schema(given, "--schema");
  if (const char* variable = std::getenv("RELATA_SCHEMA"); variable && *variable)
    return require_schema(variable, "RELATA_SCHEMA");
  std::string looked;
  for (const fs::path& place : usual_places()) {
    if (is_schema(place)) return place;
    looked += (looked.empty() ? "" : ", ") + place.string();
  }
  throw IoError("no schema found in " + looked + "; give its folder with --schema");
}

}  // namespace relata::cli
