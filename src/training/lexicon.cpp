// SPDX-License-Identifier: Apache-2.0
#include "training/lexicon.hpp"

#include <fstream>
#include <relata/error.hpp>
#include <sstream>

namespace relata {

void read_lexicon(const std::filesystem::path& path,
                  const std::function<void(const LexiconWord&)>& use) {
  std::ifstream in(path);
  if (!in) throw IoError("cannot open " + path.string());
  for (std::string line; std::getline(in, line);) {
    std::istringstream cells(line);
    LexiconWord word;
    cells >> word.word >> word.frequency >> word.kind;
    if (word.word.empty() || word.word.starts_with('#')) continue;
    if (word.kind.empty()) word.kind = path.stem().string();
    use(word);
  }
}

}  // namespace relata
