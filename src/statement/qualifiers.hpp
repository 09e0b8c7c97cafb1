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
#include "statement/item_tree.hpp"
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
///
/// In a tree these words count by the role that they play: "modifier" of a verb, its "controller"
/// (a verb with the same subject) or "governor", its "denial" (which negates it, whatever its
/// words), "planned", "possible" ... (likewise), "host" (what it shares all modifiers with, a light
/// verb), "condition"; "when" and "where" tell time and place. What follows the clause of its
/// "sequel" is planned if that is.
class QualifierReader {
 public:
  /// `edges` has the roles of trees.
  QualifierReader(ClassTable& classes, const ClassTable& edges);

  /// What a tree says of the clause of a word.
  struct OfClause {
    Qualifiers qualifiers;
    std::uint32_t time = ItemTree::kNone, place = ItemTree::kNone;  ///< items
  };
  /// The words between `argument` (behind the argument before the word) and the word are heard
  /// where the tree tells nothing: a tree that is wrong must not make a fact of what is none.
  OfClause read(const ItemTree& tree, std::span<const Item> items, std::uint32_t word,
                std::uint32_t argument) const;

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
    Classes is;        // the verb itself, marked by a rule
    Classes modifies;  // beside the verb
    Classes governs;   // before the clause
    Classes role;      // of trees
    Modality modality;
  };
  void read_words(std::span<const Item> items, std::uint32_t first, std::uint32_t word,
                  Qualifiers& qualifiers) const;
  void apply_marks(const Item& verb, Qualifiers& qualifiers) const;
  void apply(const Item& item, bool governing, Qualifiers& qualifiers) const;
  static void negate(Qualifiers& qualifiers);

  std::vector<Effect> effects_;
  Classes is_negative_, negative_, governs_negative_, governs_, conditional_, question_, boundary_,
      verb_, time_, at_, post_, place_, transparent_, quote_;
  std::vector<std::pair<std::uint16_t, std::string>> aspects_;
  Classes say_, uttered_, answering_, breaks_, comma_, relative_;
  Classes modifier_, controller_, governor_, denial_, host_, sequel_, condition_, when_,
      where_;  // edges
};

}  // namespace relata
