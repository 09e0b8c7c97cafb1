// SPDX-License-Identifier: Apache-2.0
// Who speaks, and for whom.
#pragma once

#include <cstdint>
#include <map>
#include <relata/mention.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <vector>

#include "mention/memory.hpp"

namespace relata {

/// Where a speaker is named, and who it is.
struct SpeakerAt {
  std::size_t sentence;
  Span span;
  Entities entities;
};

/// The speakers of the quotations of one document.
class Speakers {
 public:
  Speakers(const MentionKnowledge& knowledge, Roster& roster, const Memory& memory,
           std::span<const Sentence> sentences)
      : knowledge_(knowledge), roster_(roster), memory_(memory), sentences_(sentences) {}

  /// Those among the words that name the speaker.
  void find(const std::vector<std::vector<Mention>>& mentions);
  /// Those of paragraphs that are all quotation.
  void find_interviewed(const std::vector<std::vector<Mention>>& mentions);

  /// Who says a word.
  Entities of(const Sentence& sentence, const Token& token) const;
  /// For whom somebody speaks.
  Entities body_of(const Entities& speaker) const;

  /// By number of the quotation.
  const std::map<std::uint32_t, SpeakerAt>& all() const { return found_; }

 private:
  const MentionKnowledge& knowledge_;
  Roster& roster_;
  const Memory& memory_;
  std::span<const Sentence> sentences_;
  std::map<std::uint32_t, SpeakerAt> found_;
};

}  // namespace relata
