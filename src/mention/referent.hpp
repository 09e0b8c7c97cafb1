// SPDX-License-Identifier: Apache-2.0
// Which of the actors that a text has named a pronoun or a description stands for.
#pragma once

#include <cstdint>
#include <functional>
#include <relata/mention.hpp>
#include <relata/sentence.hpp>
#include <string>
#include <vector>

#include "mention/knowledge.hpp"
#include "mention/memory.hpp"
#include "mention/roster.hpp"
#include "mention/speakers.hpp"

namespace relata {

/// Tokens [first, last) of a sentence, which stand for something named before. Lives while they are
/// read.
class Referent {
 public:
  /// `before` are the mentions before the words in the sentence.
  Referent(const MentionKnowledge& knowledge, const Roster& roster, const Memory& memory,
           const Speakers& speakers, const Sentence& sentence, std::size_t first, std::size_t last,
           const std::vector<Mention>& before);

  /// Who is meant by words of this kind; nobody, if that is not told.
  Entities find(Reference reference);
  /// Whom the text has told to be what the last word says: "the judge".
  Entities described() const;

 private:
  using Fits = std::function<bool(std::uint32_t)>;
  struct Kind {
    const std::vector<Head>* heads = nullptr;  // null: the noun ends no names
    std::string noun;                          // "company" in "the company"
  };

  // One for each kind of words, see the table in referent.cpp.
  Entities speaker();
  Entities speakers();
  Entities person();
  Entities thing();
  Entities country();
  Entities government();
  Entities body();
  Entities bare();
  Entities both();
  Entities countries();
  Entities three();
  Entities named();
  Entities group();

  ActorKind kind_told() const;
  ActorKind kind_of_owner() const;
  bool named_by_phrase() const;
  void exclude_speaker();
  bool possible(std::uint32_t entity) const;
  Entities last_of(const Fits& fits) const;
  Entities most_named(const Fits& fits) const;
  Entities subject_or_last(const Fits& fits) const;
  Entities undergoer(const Fits& fits) const;
  bool stands_for_undergoer() const;
  std::size_t clause() const;
  Entities such_body();
  Entities body_of_speaker() const;
  Kind kind_named() const;
  bool is_like(std::uint32_t body, const Kind& kind) const;
  Entities body_like(bool often) const;
  Fits of_kind(ActorKind kind) const;

  const MentionKnowledge& knowledge_;
  const Roster& roster_;
  const Memory& memory_;
  const Speakers& speakers_;
  const Sentence& sentence_;
  const std::size_t first_, last_;
  const std::vector<Mention>& before_;
  const bool spaced_;
  std::string gender_;
  bool undergoes_ = false;  // something is done to who is meant
  bool owns_ = false;       // the words are possessive
  bool behind_ = false;     // "Siemens, its owner": the name is right before
  Entities excluded_;       // who cannot be meant
};

}  // namespace relata
