// SPDX-License-Identifier: Apache-2.0
#include "mention/knowledge.hpp"

#include <array>
#include <relata/error.hpp>
#include <utility>

namespace relata {
namespace {

template <typename Kind, std::size_t size>
Kind kind_from(const std::array<std::pair<std::string_view, Kind>, size>& table,
               const std::string& name, const std::string& path, std::size_t line) {
  for (const auto& [known, kind] : table)
    if (known == name) return kind;
  throw FormatError(path, line, "unknown kind '" + name + "'");
}

constexpr std::array<std::pair<std::string_view, Title::Kind>, 3> kTitleKinds = {
    {{"head", Title::Kind::head},
     {"post", Title::Kind::post},
     {"honorific", Title::Kind::honorific}}};
constexpr std::array<std::pair<std::string_view, Head::Kind>, 7> kHeadKinds = {
    {{"name", Head::Kind::name},
     {"brand", Head::Kind::brand},
     {"description", Head::Kind::description},
     {"stand-in", Head::Kind::stand_in},
     {"member", Head::Kind::member},
     {"numbered", Head::Kind::numbered},
     {"front", Head::Kind::front}}};
constexpr std::array<std::pair<std::string_view, Reference>, 13> kReferences = {
    {{"speaker", Reference::speaker},
     {"speakers", Reference::speakers},
     {"person", Reference::person},
     {"thing", Reference::thing},
     {"country", Reference::country},
     {"government", Reference::government},
     {"body", Reference::body},
     {"bare", Reference::bare},
     {"both", Reference::both},
     {"countries", Reference::countries},
     {"three", Reference::three},
     {"named", Reference::named},
     {"group", Reference::group}}};

}  // namespace

MentionKnowledge::MentionKnowledge(const Language& pack, const Gazetteer& known,
                                   const Ontology& types)
    : language(pack), gazetteer(known), ontology(types), names(pack, known), person_names(pack) {
  for (const auto& row : pack.words("titles.tsv", 2))
    for (const std::string& word : row.words)
      titles.add(word, {kind_from(kTitleKinds, row.cells[0], pack.path("titles.tsv"), row.line),
                        row.cells.size() > 1 && row.cells[1] == "state"});
  for (const auto& row : pack.words("heads.tsv", 3)) {
    if (!types.find_type(row.cells[0]))
      throw FormatError(pack.path("heads.tsv"), row.line,
                        "unknown entity type '" + row.cells[0] + "'");
    const Head head{row.cells[0],
                    kind_from(kHeadKinds, row.cells[1], pack.path("heads.tsv"), row.line)};
    for (const std::string& word : row.words)
      if (head.kind == Head::Kind::front)
        fronts.add(word, head.type);
      else
        heads[word].push_back(head);
  }
  const Language::Table labels = pack.table("names.tsv", 2);
  for (const auto& row : labels.rows) {
    if (!types.find_type(row.cells[1]))
      throw FormatError(labels.path, row.line,
                        "unknown entity type '" + std::string(row.cells[1]) + "'");
    tagged_types.emplace(row.cells[0], row.cells[1]);
  }
  for (const auto& row : pack.words("pronouns.tsv", 2))
    for (const std::string& word : row.words) {
      pronouns.add(word, kind_from(kReferences, row.cells[0], pack.path("pronouns.tsv"), row.line));
      if (row.cells.size() > 1) genders[word] = row.cells[1];
    }
  const Language::Table marks = pack.table("name_marks.tsv", 3);
  for (const auto& row : marks.rows) {
    const std::string type(row.cells[2] == "name" ? std::string_view() : row.cells[2]);
    if (!type.empty() && !types.find_type(type))
      throw FormatError(marks.path, row.line, "unknown entity type '" + type + "'");
    name_marks[pack.folding()(row.cells[0])] = {pack.folding()(row.cells[1]), type};
  }
  const std::map<std::string_view, std::unordered_set<std::string>*> uses = {
      {"before", &before_short_name},
      {"after", &after_short_name},
      {"joined", &joined_short_names},
      {"of", &possessives},
      {"called", &naming},
      {"place", &before_place},
      {"posted", &posted},
      {"becoming", &becoming},
      {"never", &no_names},
      {"within", &within},
      {"origin", &origin},
      {"role", &roles},
      {"portfolio", &portfolios},
      {"of.body", &of_bodies},
      {"of.place", &of_places},
      {"to.body", &to_bodies},
      {"by.body", &by_bodies},
      {"of.person", &of_persons},
      {"to.person", &to_persons},
      {"by.person", &by_persons},
      {"before.person", &before_persons},
      {"rules.place", &rules_places},
      {"in.event", &in_events},
      {"agent", &agents},
      {"seated", &seated},
      {"undergoer", &before_undergoer},
      {"inside", &inside},
      {"particle", &particles},
      {"person", &persons},
      {"generic", &generic},
      {"object", &of_object}};
  for (const auto& row : pack.words("context.tsv", 2)) {
    const auto use = uses.find(row.cells[0]);
    if (use == uses.end())
      throw FormatError(pack.path("context.tsv"), row.line, "unknown use '" + row.cells[0] + "'");
    use->second->insert(row.words.begin(), row.words.end());
  }
}

}  // namespace relata
