// SPDX-License-Identifier: Apache-2.0
/// @file
/// Which words of two annotations are the same.
#pragma once

#include <cstdint>
#include <vector>

#include "evaluation/characters.hpp"

namespace relata::evaluation {

/// For each word of `system` the index of the word of `gold` that it is, or Word::kNone.
std::vector<std::int64_t> align(const std::vector<Word>& gold, const std::vector<Word>& system);

}  // namespace relata::evaluation
