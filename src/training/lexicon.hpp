// SPDX-License-Identifier: Apache-2.0
// Lists of words to learn from.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace relata {

struct LexiconWord {
  std::string word;
  std::uint64_t frequency = 1;
  std::string kind;
};

/// Reads lines of word, frequency and kind, set apart by blanks, or of a word alone, which is of
/// the kind that the file's name tells. Throws IoError.
void read_lexicon(const std::filesystem::path& path,
                  const std::function<void(const LexiconWord&)>& use);

}  // namespace relata
