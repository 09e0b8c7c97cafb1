// SPDX-License-Identifier: Apache-2.0
// What the mention stage knows of a language: names, titles, nouns that tell what a thing is,
// pronouns.
#pragma once

#include <cstdint>
#include <map>
#include <relata/entity.hpp>
#include <relata/language.hpp>
#include <relata/ontology.hpp>
#include <relata/word_index.hpp>
#include <string>
#include <unordered_set>

#include "mention/names.hpp"
#include "mention/person_names.hpp"

namespace relata {

struct Title {
  enum class Kind : std::uint8_t { head, post, honorific };
  Kind kind;
  bool state = false;  ///< only states have such
};

/// A noun that ends the name or the description of a thing.
struct Head {
  /// A stand-in stands for a thing of its type before it: "government", "meeting". A member is
  /// somebody of the thing beside it: "rebels", "judge". A brand is a name whose core alone names
  /// the thing as well: companies, teams, places. A front makes a name with the words behind it:
  /// "Banco Norte".
  enum class Kind : std::uint8_t { name, brand, description, stand_in, member, numbered, front };
  std::string type;  ///< entity type
  Kind kind;
  bool names() const { return kind == Kind::name || kind == Kind::brand; }
};

/// What a pronoun or a definite description refers to.
enum class Reference : std::uint8_t {
  speaker,     ///< who speaks: I
  speakers,    ///< the body that the speaker speaks for: we
  person,      ///< a person named before: she
  thing,       ///< a body or country named before: it
  country,     ///< the country
  government,  ///< the government of the country
  body,        ///< the organisation, the company
  bare,        ///< the same without an article, where nothing modifies it
  both,        ///< two actors named before: both sides
  countries,   ///< two countries named before: both countries
  three,
  named,  ///< a body that is called so: the court
  group   ///< several named before: they
};

/// Immutable; shared by all documents of the language.
struct MentionKnowledge {
  /// Throws FormatError for a table of the pack that is wrong.
  MentionKnowledge(const Language& language, const Gazetteer& gazetteer, const Ontology& ontology);

  bool may_join_short_names(std::string_view name) const {
    return joined_short_names.empty() || joined_short_names.count(std::string(name)) != 0;
  }

  const Language& language;
  const Gazetteer& gazetteer;
  const Ontology& ontology;
  NameIndex names;
  PersonNames person_names;
  std::unordered_set<std::string> of_object;  ///< before what belongs to whom something is done to
  WordIndex<Title> titles;
  WordIndex<std::vector<Head>> heads;  ///< a noun may end several kinds of names
  WordIndex<std::string> fronts;       ///< entity type of names that begin with the words
  WordIndex<Reference> pronouns;
  std::map<std::string, std::string> genders;       ///< of pronouns, where the annotation has none
  std::map<std::string, std::string> tagged_types;  ///< entity type by label of NamedEntity
  std::unordered_set<std::string> before_short_name, after_short_name;
  std::unordered_set<std::string> possessives;         ///< between a modifier and its noun
  std::unordered_set<std::string> joined_short_names;  ///< that may stand together; empty: all may
  std::unordered_set<std::string> naming;              ///< "hereafter called"
  std::unordered_set<std::string> posted;              ///< between a body and where it is posted
  std::unordered_set<std::string> becoming;            ///< verbs before a title that is no mention
  std::unordered_set<std::string> before_place;        ///< "in", "reach"
  struct Marks {
    std::string closing;
    std::string type;  ///< of what they name; empty: anything
  };
  std::map<std::string, Marks, std::less<>> name_marks;  ///< around names, by the opening mark
  std::unordered_set<std::string> no_names;  ///< capitalised words that name nothing, in lower case
  std::unordered_set<std::string> within;    ///< between people and where they are or belong to
  std::unordered_set<std::string> origin;    ///< before a people that is no citizens of its country
  std::unordered_set<std::string> inside;    ///< within the name of a body: "University of X"
  std::unordered_set<std::string> particles;   ///< without a capital within a name: "de", "al"
  std::unordered_set<std::string> persons;     ///< behind the name of a person: "who"
  std::unordered_set<std::string> generic;     ///< no body is called so for short: "National"
  std::unordered_set<std::string> portfolios;  ///< what ministers are for
  std::unordered_set<std::string> roles;       ///< before a post that is no person
  std::unordered_set<std::string> of_bodies;   ///< nouns of what only bodies have: shares, chairman
  std::unordered_set<std::string> of_places;   ///< nouns of what only places have: coast, governor
  std::unordered_set<std::string> to_bodies;   ///< verbs of what is done to bodies alone: to found
  std::unordered_set<std::string> by_bodies;   ///< verbs of what bodies alone do: to manufacture
  std::unordered_set<std::string> of_persons;  ///< nouns of what only people have: widow
  std::unordered_set<std::string> to_persons;  ///< verbs of what is done to people alone: to jail
  std::unordered_set<std::string> by_persons;  ///< verbs of what people alone do: to marry
  std::unordered_set<std::string> before_persons;    ///< right before a person's name: "wife"
  std::unordered_set<std::string> rules_places;      ///< behind a place that has one: "government"
  std::unordered_set<std::string> in_events;         ///< before "in" and an event: "part"
  std::unordered_set<std::string> agents;            ///< before who does what is done: "by"
  std::unordered_set<std::string> seated;            ///< behind the name of a body: based in
  std::unordered_set<std::string> before_undergoer;  ///< right before whom something is done to
};

}  // namespace relata
