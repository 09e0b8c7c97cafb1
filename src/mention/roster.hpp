// SPDX-License-Identifier: Apache-2.0
// The entities of one document, and what it teaches about them.
#pragma once

#include <cstdint>
#include <map>
#include <relata/document.hpp>
#include <relata/mention.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "mention/knowledge.hpp"

namespace relata {

/// Grows while a document is read from its beginning to its end. Entities are known by their index.
class Roster {
 public:
  static constexpr std::uint32_t kNone = Mention::kNone;

  Roster(const MentionKnowledge& knowledge, const Document& document)
      : knowledge_(knowledge), document_(document) {}

  /// The entity of a gazetteer entry.
  std::uint32_t known(std::uint32_t gazetteer_index);
  /// The entity with an id of the gazetteer, or kNone.
  std::uint32_t known(std::string_view id);
  /// The entity that the document calls `name`; a new one if it is called so for the first time.
  std::uint32_t named(std::string_view type, std::string_view name, std::string_view country = {});
  /// The entity that the document has called `name` before, or kNone.
  std::uint32_t find(std::string_view name) const;

  /// Whether the document has named the entity with an id.
  bool has(std::string_view id) const { return by_id_.find(id) != by_id_.end(); }

  /// The words at `span` name `entity`: as its name, or by a word that is no label.
  void call(std::uint32_t entity, Span span, Mention::Form form);
  /// The entity of a type that the document has given a name which ends with `noun`, if it is the
  /// only one; or kNone. The name is longer than the noun and its modifiers are.
  std::uint32_t latest(std::string_view type, std::string_view noun) const;
  /// The person whose name begins with `surname`, if it is the only one; or kNone.
  std::uint32_t begins_with(std::string_view surname) const;
  /// The country whose name begins with a character (folded), if the document has named only one
  /// such before; or kNone.
  std::uint32_t country_beginning(std::string_view character) const;
  /// The body whose name ends with the words of `name` and is longer, if it is the only one; or
  /// kNone.
  std::uint32_t ends_with(std::string_view name) const;
  /// Whether a name that the document has given an entity has `noun` (a name_key) in it.
  bool is_called(std::uint32_t entity, std::string_view noun) const;
  /// How the document has named an entity, at its best.
  Mention::Form form(std::uint32_t entity) const;
  /// From now on `name` means `entity`; the document gives it as another name.
  void add_alias(std::uint32_t entity, std::string_view name);
  /// From now on `name` means `entity`, if it meant nothing before.
  void add_short_name(std::uint32_t entity, std::string_view name);

  /// `person` holds the post `title` at `body` (kNone: not told).
  void hold(std::uint32_t person, std::string_view title, std::uint32_t body);
  /// Who holds the post, by what the document said, then by the gazetteer on the day of the
  /// document; or kNone.
  std::uint32_t holder(std::string_view title, std::uint32_t body) const;
  std::uint32_t holder(std::string_view title, std::uint32_t body);
  /// The body that `person` speaks for, or kNone.
  std::uint32_t body_of(std::uint32_t person);

  /// `person` is of the country with an ISO code.
  void set_country(std::uint32_t person, const std::string& code) {
    entities_[person].country = code;
  }
  /// The country with an ISO code, if the document names it; or kNone.
  std::uint32_t country(std::string_view code) const;

  /// `makers` issued the document (agreement, statement) `entity`.
  void make(std::uint32_t entity, std::vector<std::uint32_t> makers);
  std::vector<std::uint32_t> makers(std::uint32_t entity) const;

  const Entity& entity(std::uint32_t index) const { return entities_[index]; }
  /// The gazetteer's record of an entity, or null.
  const KnownEntity* record(std::uint32_t index) const { return records_[index]; }

  /// Something in the document tells that `entity`, which the gazetteer has not, is of a type.
  void vote(std::uint32_t entity, const std::string& type) { ++votes_[entity][type]; }
  /// The document is read from its beginning once more, by one who knows all names
  /// and of what type what they name is.
  void read_again();

  /// All entities with labels and aliases as the document uses them.
  std::vector<Entity> finish() &&;

 private:
  struct Post {
    std::uint32_t person;
    std::string title;  // name_key
    std::uint32_t body;
  };

  std::uint32_t add(Entity entity, const KnownEntity* record);
  bool in_office(const relata::Post& post) const;
  // The entity that fits and that the document has named, if it is the only one; or kNone.
  template <typename Fits>
  std::uint32_t only_named(Fits fits) const;

  const MentionKnowledge& knowledge_;
  const Document& document_;
  std::vector<Entity> entities_;
  std::vector<const KnownEntity*> records_;
  std::vector<std::map<std::string, Mention::Form>> names_;  // what the document calls them
  std::vector<Mention::Form> forms_;                         // the best of an earlier reading
  std::map<std::string, std::uint32_t, std::less<>> by_id_;
  std::map<std::string, std::uint32_t, std::less<>> by_name_;          // name_key
  std::map<std::uint32_t, std::map<std::string, std::size_t>> votes_;  // by type
  std::vector<Post> posts_;
  std::map<std::uint32_t, std::vector<std::uint32_t>> makers_;
};

}  // namespace relata
