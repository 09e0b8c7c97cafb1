// SPDX-License-Identifier: Apache-2.0
// The country, the body and the person that a text is about, and whose ministers are meant.
#pragma once

#include <relata/mention.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <vector>

#include "mention/memory.hpp"

namespace relata {

/// Finds what the text is about.
void count_actors(const std::vector<std::vector<Mention>>& mentions, Memory& memory);
void find_main_person(const MentionKnowledge& knowledge, std::span<const Sentence> sentences,
                      const std::vector<std::vector<Mention>>& mentions, Memory& memory);

/// "Foreign Minister X": of the country that is the subject of the sentence, else of the one that
/// the text is about; in texts without spaces of the one whose government acts in the clause.
void find_state(const MentionKnowledge& knowledge, const Memory& memory, const Mention& person,
                const std::vector<Mention>& before, const Sentence& sentence, Roster& roster);

}  // namespace relata
