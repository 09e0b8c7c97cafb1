// SPDX-License-Identifier: Apache-2.0
// The actors that a text has named so far, as far as a reader remembers them.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "mention/knowledge.hpp"
#include "mention/roster.hpp"

namespace relata {

using Entities = std::vector<std::uint32_t>;

/// Two of one kind can be "both".
enum class ActorKind : std::uint8_t { none, person, country, body };

/// Grows while a document is read from its beginning to its end.
class Memory {
 public:
  Memory(const MentionKnowledge& knowledge, const Roster& roster)
      : knowledge_(knowledge), roster_(roster) {}

  ActorKind kind(std::uint32_t entity) const;
  bool is(std::uint32_t entity, ActorKind wanted) const { return kind(entity) == wanted; }

  /// The text names an actor. What is no actor is not remembered.
  void remember(std::uint32_t entity);
  /// Whom the sentence is about comes first in it.
  void end_sentence(const Entities& subjects);

  /// The text tells what an actor is: a bank, a judge.
  void describe(std::uint32_t entity, const std::string& noun) { nouns_[entity].insert(noun); }
  bool is_described(std::uint32_t entity, const std::string& noun) const {
    const auto nouns = nouns_.find(entity);
    return nouns != nouns_.end() && nouns->second.count(noun) != 0;
  }

  /// Actors as the text names them, the last one last.
  const Entities& recent() const { return recent_; }
  /// Those of this sentence, and of the one before that had some.
  const Entities& current() const { return current_; }
  const Entities& previous() const { return previous_; }
  /// How often an actor was named of late.
  std::ptrdiff_t times(std::uint32_t entity) const;

  /// The last `count` actors of one kind, of the kind that has so many first on the way back.
  Entities latest(std::size_t count) const;
  /// The first actor and the last other one of its kind: the two sides of a sentence.
  Entities two_of(const Entities& actors) const;
  /// Three countries, if this sentence and the one before name just so many.
  Entities three_countries() const;
  /// The two countries that the text has named most of late; of equal ones the last.
  Entities main_countries() const;
  /// The country whose government speaks or acts here: that of the first actor of the sentence or
  /// of the one before.
  Entities country_of_clause() const;

  /// Of people, as pronouns tell.
  std::map<std::uint32_t, std::string> genders;
  /// That the text is about; kNone: it is not told.
  std::uint32_t main_body = Roster::kNone, main_person = Roster::kNone,
                main_country = Roster::kNone;

  /// Who did something together in the sentence before.
  Entities together;

  /// What "both sides" meant last, and the number of the sentence from which that is forgotten.
  Entities both;
  std::uint32_t both_until = 0;

 private:
  const MentionKnowledge& knowledge_;
  const Roster& roster_;
  Entities recent_, current_, previous_;
  std::map<std::uint32_t, std::set<std::string>> nouns_;
};

}  // namespace relata
