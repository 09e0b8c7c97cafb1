// SPDX-License-Identifier: Apache-2.0
/// @file
/// Runs the program in a folder of its own, as a user does.
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

namespace test {

struct Result {
  int status = 0;  ///< exit status; -1: ended by a signal
  std::string out, err;

  /// Whether a sanitizer has something to say, or the program was killed.
  bool crashed() const {
    return status < 0 || err.find("Sanitizer") != std::string::npos ||
           err.find("runtime error") != std::string::npos;
  }
};

/// A new folder, removed at the end.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "relata-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) throw std::runtime_error("no folder for tests");
    path_ = name;
  }
  Folder(const Folder&) = delete;
  ~Folder() { std::filesystem::remove_all(path_); }

  std::filesystem::path path() const { return path_; }

  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }
  std::string read(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  /// `relata ARGUMENTS` as typed to a shell; `before` stands before the name of the program.
  Result relata(const std::string& arguments, const std::string& before = {}) const {
    const std::string command = "cd '" + path_.string() + "' && (" + before + " \"$RELATA\" " +
                                arguments + ") >.out 2>.err </dev/null";
    ::setenv("RELATA", RELATA, 1);
    ::setenv("RELATA_SCHEMA", SCHEMA, 0);
    const int status = std::system(command.c_str());
    const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return {code > 128 ? -1 : code, read(".out"), read(".err")};
  }

 private:
  std::filesystem::path path_;
};

}  // namespace test
