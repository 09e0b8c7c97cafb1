// SPDX-License-Identifier: Apache-2.0
// Finds names, titles and descriptions in one sentence after the other; pronouns are left to
// Coreference, which needs to know all names.
#pragma once

#include <cstdint>
#include <relata/document.hpp>
#include <relata/mention.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <vector>

#include "mention/knowledge.hpp"
#include "mention/roster.hpp"

namespace relata {

/// Reads the sentences of one document in order.
class Scanner {
 public:
  Scanner(const MentionKnowledge& knowledge, const Document& document, Roster& roster)
      : knowledge_(knowledge), document_(document), roster_(roster) {}

  /// The mentions of a sentence, in order, without `Mention::sentence`.
  std::vector<Mention> scan(const Sentence& sentence);

 private:
  using Tokens = std::span<const Token>;

  // Each tries to read a mention that begins with token i and gives the token behind it, or i.
  std::size_t read_parenthesis(std::size_t i);
  std::size_t read_quoted_name(std::size_t i);
  std::size_t read_name(std::size_t i);
  std::size_t read_long_name(std::size_t i);
  std::size_t read_end_of_name(std::size_t i);
  std::size_t read_title(std::size_t i);
  std::size_t read_short_names(std::size_t i);
  std::size_t read_short_name_within(std::size_t i);
  std::size_t read_torn_name(std::size_t i);
  std::size_t read_unknown_name(std::size_t i);
  std::size_t read_tagged_name(std::size_t i);
  std::size_t add_tagged_name(std::size_t i, std::size_t end, std::string type);
  std::size_t read_people(std::size_t i);
  std::size_t end_of_tagged_person(std::size_t i) const;
  std::string body_noun_before(std::size_t i) const;
  std::string drop_description_before(std::size_t i);
  std::size_t read_numbered_name(std::size_t i);
  std::size_t read_company(std::size_t i);
  std::size_t read_description(std::size_t i);

  std::uint32_t introduce(std::size_t first, std::size_t last, const std::string& country);
  std::size_t read_person_after(std::size_t title, std::size_t name);
  using Heads = WordIndex<std::vector<Head>>::Match;
  Heads head_of_compound(std::size_t i) const;
  std::size_t end_of_titles(std::size_t i) const;
  std::size_t end_of_known_body(std::size_t place, std::size_t i) const;
  std::size_t read_defined_name(std::size_t i);
  Heads last_head(std::size_t i) const;
  bool take_alias(std::size_t first, std::size_t last, bool called);
  std::vector<std::string> cores(std::string_view type, std::size_t core, std::size_t last) const;
  std::uint32_t introduce_body(std::string_view type, std::size_t first, std::size_t core,
                               std::size_t last, const std::string& country = {});
  bool stands_for_place(std::size_t first) const;
  bool names_person(std::size_t i) const;
  bool only_modifies(std::size_t first, std::size_t last) const;
  bool is_somewhere(std::size_t first, std::size_t last) const;
  bool may_be_tagged(const NamedEntity& tagged) const;
  std::size_t begin_of_body(std::size_t i) const;
  bool is_described(std::uint32_t entity) const {
    return roster_.form(entity) == Mention::Form::description;
  }
  bool is_body(std::size_t first, std::size_t last) const;
  std::size_t extend_by_head(std::size_t first, std::size_t last, std::uint32_t entity);
  std::size_t extend_by_people(std::size_t first, std::size_t last, std::uint32_t entity);
  std::size_t read_people_of_origin(std::size_t first, std::size_t last);
  std::uint32_t place_behind(std::size_t i, std::size_t& end);
  std::size_t capitals_from(std::size_t i) const;
  std::string type_of_long_name(std::size_t first, std::size_t last) const;
  std::string type_by_neighbours(std::size_t first, std::size_t last) const;
  std::string type_of_noun(std::size_t i) const;
  std::string kind_told(std::size_t first, std::size_t last) const;
  std::string kind_told_unspaced(std::size_t last) const;
  bool acts(std::size_t i) const;
  void learn_kinds();
  bool continues_name(std::size_t first, std::size_t known, std::size_t last) const;
  void add_short_body(std::uint32_t body, std::size_t first, std::size_t last);
  struct Described {
    std::string type, country;
  };
  Described described_before(std::size_t i) const;
  std::string country_before(std::size_t i) const;
  std::string country_of_name(std::size_t i) const;
  bool depends_on(std::size_t first, std::size_t last, std::size_t noun) const;
  bool names_behind(std::size_t i) const;
  bool is_named_behind(std::size_t i) const;
  bool is_argument(std::size_t first, std::size_t last) const;
  const Head* people(const Heads& heads, Head::Kind kind, const std::string& type) const;
  std::uint32_t choose(const NameIndex::Match& match, std::size_t first);
  bool holds(const KnownEntity& record, std::size_t title) const;
  bool fits_context(std::uint32_t known, std::size_t first, std::size_t last);
  std::vector<std::uint32_t> short_countries(std::string_view word) const;
  std::uint32_t body_before(std::size_t title) const;
  std::size_t title_starting(std::size_t i) const {
    return knowledge_.titles.longest(tokens_, i).last;
  }
  std::string text(std::size_t first, std::size_t last) const;
  Span span(std::size_t first, std::size_t last) const;
  void add(std::size_t first, std::size_t last, std::vector<std::uint32_t> entities,
           Mention::Form form, double confidence, std::string rule);

  const MentionKnowledge& knowledge_;
  const Document& document_;
  Roster& roster_;
  Tokens tokens_;
  std::span<const NamedEntity> tagged_;
  std::vector<Mention> mentions_;
  bool heading_ = false;  // all words may have capitals
};

}  // namespace relata
