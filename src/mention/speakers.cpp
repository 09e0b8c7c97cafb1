// SPDX-License-Identifier: Apache-2.0
// Who speaks, and for whom.

#include "mention/speakers.hpp"

#include <algorithm>
#include <optional>

namespace relata {

void Speakers::find(const std::vector<std::vector<Mention>>& mentions) {
  for (const Sentence& sentence : sentences_) {
    for (const Quotation& quotation : sentence.quotations) {
      if (quotation.speaker.size() == 0 || found_.count(quotation.number) != 0) continue;
      // The mentions among the words that name the speaker: a person first, else what comes first.
      const auto home = std::upper_bound(
          sentences_.begin(), sentences_.end(), quotation.speaker.begin,
          [](std::uint32_t byte, const Sentence& other) { return byte < other.span.end; });
      if (home == sentences_.end()) continue;
      const auto s = static_cast<std::size_t>(home - sentences_.begin());
      std::size_t best = mentions[s].size();
      for (std::size_t m = 0; m < mentions[s].size(); ++m) {
        if (!quotation.speaker.contains(mentions[s][m].span) || mentions[s][m].entities.size() != 1)
          continue;
        const bool person = memory_.is(mentions[s][m].entities.front(), ActorKind::person);
        if (best == mentions[s].size() ||
            (person && !memory_.is(mentions[s][best].entities.front(), ActorKind::person)))
          best = m;
      }
      if (best < mentions[s].size())
        found_[quotation.number] = {s, mentions[s][best].span, mentions[s][best].entities};
    }
  }
}

// A paragraph that is all quotation goes on with what the speaker before it said; behind a
// question the first person of the text answers.
void Speakers::find_interviewed(const std::vector<std::vector<Mention>>& mentions) {
  const SpeakerAt* last = nullptr;
  std::optional<SpeakerAt> first;
  for (std::size_t s = 0; s < sentences_.size() && !first; ++s)
    for (const Mention& mention : mentions[s])
      if (!first && mention.entities.size() == 1 &&
          memory_.is(mention.entities.front(), ActorKind::person))
        first = SpeakerAt{s, mention.span, mention.entities};
  std::uint32_t paragraph = 0;  // of the last quotation
  bool asked = false;           // the paragraph before ends with a question
  for (std::size_t s = 0; s < sentences_.size(); ++s) {
    const Sentence& sentence = sentences_[s];
    const bool begins = s == 0 || sentences_[s - 1].paragraph != sentence.paragraph;
    if (begins && s > 0)
      asked = sentences_[s - 1].quotations.empty() && !sentences_[s - 1].tokens.empty() &&
              knowledge_.language.folding()(sentences_[s - 1].tokens.back().form) == "?";
    for (const Quotation& quotation : sentence.quotations) {
      const bool whole = begins && quotation.span.begin <= sentence.span.begin + 4 &&
                         quotation.depth == 1 && quotation.speaker.size() == 0;
      if (whole && found_.count(quotation.number) == 0) {
        if (asked && first)
          found_[quotation.number] = *first;
        else if (last && sentence.paragraph <= paragraph + 1)
          found_[quotation.number] = *last;
      }
      const auto known = found_.find(quotation.number);
      last = known == found_.end() ? nullptr : &known->second;
      paragraph = sentence.paragraph;
    }
  }
}

Entities Speakers::of(const Sentence& sentence, const Token& token) const {
  for (auto quotation = sentence.quotations.rbegin(); quotation != sentence.quotations.rend();
       ++quotation) {
    if (!quotation->span.contains(token.span)) continue;
    const auto speaker = found_.find(quotation->number);
    return speaker == found_.end() ? Entities() : speaker->second.entities;
  }
  return {};
}

Entities Speakers::body_of(const Entities& speaker) const {
  if (speaker.size() != 1) return speaker;
  switch (memory_.kind(speaker.front())) {
    case ActorKind::person: {
      const std::uint32_t body = roster_.body_of(speaker.front());
      return body == Roster::kNone ? Entities() : Entities{body};
    }
    case ActorKind::none:
      return roster_.makers(speaker.front());
    default:
      return speaker;
  }
}

}  // namespace relata
