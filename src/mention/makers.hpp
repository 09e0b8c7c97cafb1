// SPDX-License-Identifier: Apache-2.0
// "The joint statement of A and B": who made a document.
#pragma once

#include <relata/mention.hpp>
#include <relata/sentence.hpp>
#include <vector>

#include "mention/memory.hpp"

namespace relata {

void find_makers(const MentionKnowledge& knowledge, const Memory& memory, const Sentence& sentence,
                 const std::vector<Mention>& mentions, Roster& roster);

}  // namespace relata
