// SPDX-License-Identifier: Apache-2.0
// What the readers of mentions share while one sentence is read.
#pragma once

#include <cstdint>
#include <relata/document.hpp>
#include <relata/mention.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mention/knowledge.hpp"
#include "mention/roster.hpp"

namespace relata {

/// A sentence, and the mentions that were found in it so far, in order.
struct Scan {
  const MentionKnowledge& knowledge;
  const Document& document;
  Roster& roster;
  std::span<const Token> tokens;
  std::span<const NamedEntity> tagged;
  bool heading = false;  ///< all words may have capitals
  std::vector<Mention> mentions;

  bool spaced() const { return knowledge.language.spaced(); }
  bool is_a(std::string_view type, std::string_view kind) const {
    return knowledge.ontology.is_a(type, kind);
  }
  bool is(std::uint32_t entity, std::string_view kind) const {
    return is_a(roster.entity(entity).type, kind);
  }
  /// Whether the document has named a thing by its kind only.
  bool is_described(std::uint32_t entity) const {
    return roster.form(entity) == Mention::Form::description;
  }
  /// The type of what the tagger has seen; nothing if the pack does not believe it.
  std::string_view type_of(const NamedEntity& seen) const {
    const auto label = knowledge.tagged_types.find(seen.type);
    return label == knowledge.tagged_types.end() ? std::string_view() : label->second;
  }
  /// What a name of the gazetteer means first of all.
  const Entity& first_meaning(const NameIndex::Match& match) const {
    return knowledge.gazetteer.entities()[match.entries.front().entity].entity;
  }
  /// Whether a word names nothing, though it may have a capital.
  bool names_nothing(const Token& token) const {
    return knowledge.no_names.count(name_key(token.form, knowledge.language)) != 0;
  }
  /// The end of the title that begins with token i, or i.
  std::size_t title_starting(std::size_t i) const {
    const auto title = knowledge.titles.longest(tokens, i);
    return title ? title.last : i;
  }

  std::string text(std::size_t first, std::size_t last) const;
  Span span(std::size_t first, std::size_t last) const {
    return {tokens[first].span.begin, tokens[last - 1].span.end};
  }
  /// `end`: the byte where the name ends, if that is within the token behind it.
  void add(std::size_t first, std::size_t last, std::vector<std::uint32_t> entities,
           Mention::Form form, double confidence, std::string rule, std::uint32_t end = 0);
};

/// Nouns that end names, where the longest of them begins with a token.
using Heads = WordIndex<std::vector<Head>>::Match;

}  // namespace relata
