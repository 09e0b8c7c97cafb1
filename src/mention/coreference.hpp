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
#include "mention/roster.hpp"

namespace relata {

/// Reads the mentions of one document in order, after all names were found.
class Coreference {
 public:
  Coreference(const MentionKnowledge& knowledge, Roster& roster,
              std::span<const Sentence> sentences)
      : knowledge_(knowledge), roster_(roster), sentences_(sentences) {}

  /// Adds pronouns to the mentions of each sentence, in order, and finds the speakers.
  void resolve(std::vector<std::vector<Mention>>& mentions);

  /// Where a speaker is named, and who it is.
  struct SpeakerAt {
    std::size_t sentence;
    Span span;
    std::vector<std::uint32_t> entities;
  };
  /// By number of the quotation.
  const std::map<std::uint32_t, SpeakerAt>& speakers() const { return speakers_; }

  /// The country that the text is about, or Roster::kNone.
  std::uint32_t main_country() const { return main_country_; }

  using Entities = std::vector<std::uint32_t>;

 private:
  void find_speakers(const std::vector<std::vector<Mention>>& mentions);
  void find_interviewed(const std::vector<std::vector<Mention>>& mentions);
  void count_countries(const std::vector<std::vector<Mention>>& mentions);
  void find_main_person(const std::vector<std::vector<Mention>>& mentions);
  void find_state(const Mention& person, const std::vector<Mention>& before,
                  const Sentence& sentence);
  void find_makers(const Sentence& sentence, const std::vector<Mention>& mentions);
  bool stands_alone(Reference reference, std::span<const Token> tokens, std::size_t first,
                    std::size_t last) const;
  Entities body_like(std::span<const Token> tokens, std::size_t first, std::size_t last,
                     bool often) const;
  Entities country_of_clause() const;
  Entities main_countries() const;
  Entities three_named() const;
  Entities refer(Reference reference, const Sentence& sentence, std::size_t first, std::size_t last,
                 const std::vector<Mention>& before) const;
  Entities subjects_of(const Sentence& sentence, const std::vector<Mention>& mentions) const;
  Entities bound(const Sentence& sentence, std::size_t i, const std::vector<Mention>& before) const;
  static std::string gender_of(const Token& token);
  static bool names_thing(const Sentence& sentence, std::size_t i,
                          const std::vector<Mention>& before);
  Entities undergoers(const Sentence& sentence, std::size_t i,
                      const std::vector<Mention>& before) const;
  Entities doers(const Sentence& sentence, std::size_t i, const std::vector<Mention>& before) const;
  Entities speaker_of(const Sentence& sentence, const Token& token) const;
  Entities body_of_speaker(const Entities& speaker) const;
  Entities two_of(const Entities& actors) const;
  Entities latest(std::size_t count) const;
  void remember(const Mention& mention, const Sentence& sentence);
  int kind(std::uint32_t entity) const;

  const MentionKnowledge& knowledge_;
  Roster& roster_;
  std::span<const Sentence> sentences_;
  std::map<std::uint32_t, SpeakerAt> speakers_;
  std::vector<std::uint32_t> recent_;  // actors as the text names them, the last one last
  Entities current_, previous_;  // actors of this sentence and of the one before that had some
  std::map<std::uint32_t, std::string> genders_;  // of people, as pronouns tell
  std::uint32_t main_body_ = Roster::kNone, main_person_ = Roster::kNone;
  std::uint32_t main_country_ = Roster::kNone;  // that the text is about
  Entities both_;                               // what "both sides" meant last
  std::uint32_t both_until_ = 0;  // number of the sentence from which that is forgotten
};

}  // namespace relata
