// SPDX-License-Identifier: Apache-2.0
/// @file
/// Scores of labels -> NamedEntity. The best row of labels; training and annotation share it.
#pragma once

#include <relata/document.hpp>
#include <relata/network.hpp>
#include <string>
#include <vector>

namespace relata {

/// Which label may follow which: [label][label before]. Labels are "O" and "B-", "I-", "E-", "S-"
/// with a type: begin, inside, end of an entity, and one that is a single word.
std::vector<std::vector<bool>> entity_transitions(const std::vector<std::string>& labels);

/// The entities of the best row of labels that `may_follow` allows. `scores` has a row for each
/// word.
std::vector<NamedEntity> best_entities(const Matrix& scores, const std::vector<std::string>& labels,
                                       const std::vector<std::vector<bool>>& may_follow);

}  // namespace relata
