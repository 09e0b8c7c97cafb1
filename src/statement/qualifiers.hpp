// SPDX-License-Identifier: Apache-2.0
// What the words around a relation say of it: denied, planned, wished, asked, when, where.
#pragma once

#include <cstdint>
#include <relata/statement.hpp>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "statement/classes.hpp"
#include "statement/items.hpp"

namespace relata {

/// Where a relation stands among the items of its sentence.
struct Scope {
  std::size_t first;    ///< where its words begin
  std::size_t verb;     ///< the item that names the relation
  std::size_t subject;  ///< the item behind the argument that precedes the verb; items from here to
                        ///< the verb modify it
  std::size_t last;     ///< behind its words
};

/// Reads polarity and modality from word classes:
/// "negative", "planned", "possible", "desired", "hypothetical", "questioned" for words that modify
/// a verb, the same behind "governs." for verbs that do so to a clause; "conditional" opens a
/// condition, "question" ends a question, "boundary" ends a clause. Immutable.
class QualifierReader {
 public:
  explicit QualifierReader(ClassTable& classes);

  /// Polarity and modality, and the time of the clause if it names one.
  Qualifiers read(std::span<const Item> items, const Scope& scope) const;

  /// The item that names the time of the clause, or items.size().
  std::size_t time_of(std::span<const Item> items, const Scope& scope) const;
  /// The item that names where it happens, or items.size().
  std::size_t place_of(std::span<const Item> items, const Scope& scope) const;
  /// Fields that the words of the relation name ("military"), joined by commas.
  std::string aspect_of(std::span<const Item> items, const Scope& scope) const;

 private:
  struct Effect {
    Classes modifies;  // beside the verb
    Classes governs;   // before the clause
    Modality modality;
  };
  void apply(const Item& item, bool governing, Qualifiers& qualifiers) const;

  std::vector<Effect> effects_;
  Classes negative_, governs_negative_, governs_, conditional_, question_, boundary_, verb_, time_,
      at_, place_, transparent_, quote_;
  std::vector<std::pair<std::uint16_t, std::string>> aspects_;
};

}  // namespace relata
