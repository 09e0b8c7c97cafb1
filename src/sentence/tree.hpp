// SPDX-License-Identifier: Apache-2.0
// Scores of heads -> the best tree.
#pragma once

#include <relata/network.hpp>
#include <vector>

namespace relata {

/// The dependency tree with the highest sum of scores and exactly one word under the root.
/// `scores` has a row for each word; column 0 is the root, column h + 1 is word h. Gives the head
/// of each word, -1 for the root. Takes n^2 steps for n words, and as many again for each cycle
/// among the best heads.
std::vector<int> best_tree(const Matrix& scores);

}  // namespace relata
