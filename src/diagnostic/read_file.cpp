// SPDX-License-Identifier: Apache-2.0
#include <fstream>
#include <relata/error.hpp>
#include <relata/read_file.hpp>
#include <sstream>
#include <utility>

namespace relata {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError("cannot open " + path.string());
  std::ostringstream bytes;  // much faster than iterators over the stream
  bytes << in.rdbuf();
  if (in.bad() || bytes.bad()) throw IoError("cannot read " + path.string());
  return std::move(bytes).str();
}

}  // namespace relata
