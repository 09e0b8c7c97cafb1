// SPDX-License-Identifier: Apache-2.0
// Pronouns and other words that stand for something named elsewhere.
#pragma once

#include <cstdint>
#include <map>
#include <relata/mention.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <vector>

#include "mention/knowledge.hpp"
#include "mention/memory.hpp"
#include "mention/roster.hpp"
#include "mention/speakers.hpp"

namespace relata {

/// Reads the mentions of one document in order, after all names were found.
class Coreference {
 public:
  Coreference(const MentionKnowledge& knowledge, Roster& roster,
              std::span<const Sentence> sentences)
      : knowledge_(knowledge),
        roster_(roster),
        sentences_(sentences),
        memory_(knowledge, roster),
        speakers_(knowledge, roster, memory_, sentences) {}

  /// Adds pronouns to the mentions of each sentence, in order, and finds the speakers.
  void resolve(std::vector<std::vector<Mention>>& mentions);

  /// The country that the text is about, or Roster::kNone.
  std::uint32_t main_country() const { return memory_.main_country; }
  /// By number of the quotation.
  const std::map<std::uint32_t, SpeakerAt>& speakers() const { return speakers_.all(); }

 private:
  std::vector<Mention> resolve(const Sentence& sentence, std::vector<Mention>&& named);
  std::size_t read_pronoun(const Sentence& sentence, std::size_t i, std::size_t next,
                           std::vector<Mention>& all);
  std::size_t read_described(const Sentence& sentence, std::size_t i, std::size_t next,
                             std::vector<Mention>& all);
  bool stands_alone(Reference reference, std::span<const Token> tokens, std::size_t first,
                    std::size_t last) const;
  void remember(const Mention& mention, const Sentence& sentence);

  const MentionKnowledge& knowledge_;
  Roster& roster_;
  std::span<const Sentence> sentences_;
  Memory memory_;
  Speakers speakers_;
};

}  // namespace relata
