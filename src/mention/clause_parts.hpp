// SPDX-License-Identifier: Apache-2.0
// Who does something and to whom, as far as the reference of pronouns needs to know.
#pragma once

#include <cstdint>
#include <relata/mention.hpp>
#include <relata/sentence.hpp>
#include <string>
#include <vector>

#include "mention/knowledge.hpp"
#include "mention/memory.hpp"

namespace relata {

/// Who does what is done to token i: nobody does something to it and calls the other one "it".
Entities doers(const Sentence& sentence, std::size_t i, const std::vector<Mention>& before);

/// Who is the subject of a sentence.
Entities subjects_of(const Sentence& sentence, const std::vector<Mention>& mentions);

/// Several who do something together, before token `end`: "X and Y said they"; or nobody.
Entities together(const Sentence& sentence, std::size_t end, const std::vector<Mention>& mentions);

/// "X urged Y to go and said it would help": who says something of "it" most likely is meant.
Entities bound(const Sentence& sentence, std::size_t i, const std::vector<Mention>& before);

/// "X and two of its directors": what the noun of token i is joined to.
Entities joined_before(const Sentence& sentence, std::size_t i, const std::vector<Mention>& before);

/// "X is uneasy about Y, its minister said": the subject of what is said, where who says it, with
/// the possessive of token i, stands behind.
Entities reported(const Sentence& sentence, std::size_t i, const std::vector<Mention>& before);

/// "X praised Y for its help": to whom something is done, if a word stands before the noun of token
/// i that tells of them.
Entities undergoers(const MentionKnowledge& knowledge, const Sentence& sentence, std::size_t i,
                    const std::vector<Mention>& before);

/// Whether the sentence has told what is done to a thing that has no name: "it built a jetty and
/// sold it".
bool names_thing(const Sentence& sentence, std::size_t i, const std::vector<Mention>& before);

/// "Fem" of a pronoun that only stands for women.
std::string gender_of(const MentionKnowledge& knowledge, const Token& token);

/// The nouns that tell what a mention is: "X, a retired judge", "the insurer X", "X is a bank".
std::vector<std::string> nouns_of(const Sentence& sentence, const Mention& mention);

}  // namespace relata
