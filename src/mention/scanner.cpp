// SPDX-License-Identifier: Apache-2.0
// One token after the other. What kinds of mentions there are, and which come first, is told by two
// tables.

#include "mention/scanner.hpp"

#include <array>

#include "mention/kinds.hpp"
#include "mention/readers.hpp"

namespace relata {
namespace {

constexpr std::array kSpaced = {read_parenthesis, read_portfolio,     read_opening,
                                read_long_name,   read_known_name,    read_title,
                                read_people,      read_document_name, read_shaped_person,
                                read_capitals,    read_description};
constexpr std::array kUnspaced = {read_parenthesis,    read_quoted_name,     read_torn_name,
                                  read_brief_country,  read_known_name,      read_surname,
                                  read_office,         read_title,           read_related_person,
                                  read_short_names,    read_document_name,   read_titled_body,
                                  read_sounded_person, read_tagged_compound, read_numbered_name,
                                  read_company,        read_plain_body,      read_description};

// Reads with the first that can.
std::size_t read_at(Scan& scan, std::span<const Reader> readers, std::size_t i) {
  for (const Reader read : readers)
    if (const std::size_t end = read(scan, i); end != i) return end;
  return i + 1;
}

// "His Indian counterpart, Leela Varadkar": the description means whom the name behind it names.
void join_appositions(Scan& scan) {
  for (std::size_t k = 0; k + 1 < scan.mentions.size(); ++k) {
    Mention& description = scan.mentions[k];
    const Mention& name = scan.mentions[k + 1];
    if ((description.form != Mention::Form::description &&
         description.form != Mention::Form::title) ||
        name.form > Mention::Form::alias || description.entities.size() != 1 ||
        name.entities.size() != 1 || name.first != description.last + 1 ||
        scan.tokens[description.last].form != ",")
      continue;
    const Token& word = scan.tokens[governing_token(scan.tokens, name.first, name.last)];
    const bool apposition = word.deprel == "appos" &&
                            word.head >= static_cast<int>(description.first) &&
                            word.head < static_cast<int>(description.last);
    const Entity told = scan.roster.entity(description.entities.front());
    const std::uint32_t named = name.entities.front();
    if (!apposition || !scan.is(named, told.type)) continue;
    if (scan.roster.entity(named).country.empty()) scan.roster.set_country(named, told.country);
    description.entities = name.entities;
  }
}

}  // namespace

std::vector<Mention> Scanner::scan(const Sentence& sentence) {
  Scan scan{knowledge_,
            document_,
            roster_,
            sentence.tokens,
            sentence.entities,
            sentence.kind != Sentence::Kind::prose,
            {}};
  const std::span<const Reader> readers =
      scan.spaced() ? std::span<const Reader>(kSpaced) : std::span<const Reader>(kUnspaced);
  for (std::size_t i = 0; i < scan.tokens.size();) i = read_at(scan, readers, i);
  if (!scan.heading) learn_kinds(scan);
  if (scan.spaced()) join_appositions(scan);
  return std::move(scan.mentions);
}

}  // namespace relata
