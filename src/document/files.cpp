// SPDX-License-Identifier: Apache-2.0
// The only place of this stage that touches the file system. Doors: list_files(), read_input().

#include "document/files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <relata/error.hpp>
#include <system_error>

#include "document/code_points.hpp"

namespace relata::document {
namespace {

namespace fs = std::filesystem;

bool is_hidden(const fs::path& path) { return path.filename().native().starts_with('.'); }

}  // namespace

std::vector<std::string> list_files(const fs::path& folder, const PathProblem& failures) {
  std::vector<std::string> files;
  std::vector<fs::path> folders{folder};
  while (!folders.empty()) {
    const fs::path open = std::move(folders.back());
    folders.pop_back();
    std::error_code error;
    for (fs::directory_iterator entry(open, error), end; !error && entry != end;
         entry.increment(error)) {
      std::error_code unknown;
      const fs::file_type own = entry->symlink_status(unknown).type();
      if (is_hidden(entry->path())) continue;
      if (own == fs::file_type::directory) {
        folders.push_back(entry->path());
      } else {
        const fs::file_type target = entry->status(unknown).type();
        // A link that leads nowhere is listed, so that opening it says so.
        if (target == fs::file_type::regular || target == fs::file_type::not_found)
          files.push_back(entry->path().string());
      }
    }
    if (error) failures(open.string(), "cannot open: " + error.message());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read_input(const std::string& path) {
  const bool standard = path == "-";
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(
      standard ? stdin : std::fopen(path.c_str(), "rb"),
      standard ? [](std::FILE*) { return 0; } : std::fclose);
  if (!file) throw IoError(std::string("cannot open: ") + std::strerror(errno));
  std::string bytes;
  std::error_code unknown;
  if (const auto size = fs::file_size(path, unknown); !unknown && size <= kLongestText)
    bytes.reserve(size);
  std::array<char, 64 * 1024> buffer;
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get())) {
    bytes.append(buffer.data(), count);
    if (bytes.size() > kLongestText) throw IoError("longer than 2 GiB");
  }
  if (std::ferror(file.get())) throw IoError(std::string("cannot read: ") + std::strerror(errno));
  return bytes;
}

}  // namespace relata::document
