// SPDX-License-Identifier: Apache-2.0
#include "mention/makers.hpp"

#include <algorithm>

namespace relata {
namespace {

constexpr std::size_t kMakersDistance = 10;  // tokens between a document and who made it

}  // namespace

void find_makers(const MentionKnowledge& knowledge, const Memory& memory, const Sentence& sentence,
                 const std::vector<Mention>& mentions, Roster& roster) {
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    const Mention& document = mentions[m];
    if (document.entities.size() != 1 ||
        roster.entity(document.entities.front()).type != types::document)
      continue;
    Entities makers;
    const auto take = [&](const Mention& maker) {
      for (const std::uint32_t entity : maker.entities)
        if (!memory.is(entity, ActorKind::none) &&
            std::find(makers.begin(), makers.end(), entity) == makers.end())
          makers.push_back(entity);
    };
    for (std::size_t k = m; k-- > 0 && mentions[k].last + kMakersDistance > document.first;) {
      // Nothing but modifiers between: "A and B 's", "signed by A"; a verb that does not modify
      // ends it.
      bool verb = false, punctuation = false;
      for (std::uint32_t i = mentions[k].last; i < mentions[k + 1].first; ++i) {
        verb = verb || sentence.tokens[i].upos == Upos::VERB;
        punctuation = punctuation || sentence.tokens[i].upos == Upos::PUNCT;
      }
      const bool modifies =
          knowledge.possessives.count(sentence.tokens[mentions[k + 1].first - 1].lemma) != 0;
      if (punctuation || (verb && !modifies)) break;
      take(mentions[k]);
    }
    const bool whole =
        makers.size() >= 2 || (!makers.empty() && roster.makers(document.entities.front()).empty());
    if (whole) roster.make(document.entities.front(), makers);
  }
}

}  // namespace relata
