// SPDX-License-Identifier: Apache-2.0
// Each tries to read a mention that begins with token i and gives the token behind it, or i. Which
// are tried in which order is told by the tables of scanner.cpp.
#pragma once

#include "mention/scan.hpp"

namespace relata {

using Reader = std::size_t (*)(Scan& scan, std::size_t i);

// In all languages.
std::size_t read_parenthesis(Scan& scan, std::size_t i);    // aliases.cpp
std::size_t read_known_name(Scan& scan, std::size_t i);     // gazetteer_names.cpp
std::size_t read_title(Scan& scan, std::size_t i);          // titles.cpp
std::size_t read_document_name(Scan& scan, std::size_t i);  // document_names.cpp
std::size_t read_description(Scan& scan, std::size_t i);    // descriptions.cpp

// Where blanks and capitals tell names.
std::size_t read_long_name(Scan& scan, std::size_t i);      // long_names.cpp
std::size_t read_portfolio(Scan& scan, std::size_t i);      // titles.cpp
std::size_t read_opening(Scan& scan, std::size_t i);        // descriptions.cpp
std::size_t read_people(Scan& scan, std::size_t i);         // people.cpp
std::size_t read_shaped_person(Scan& scan, std::size_t i);  // capitals.cpp
std::size_t read_capitals(Scan& scan, std::size_t i);       // capitals.cpp

// Where nothing does.
std::size_t read_quoted_name(Scan& scan, std::size_t i);      // quoted_names.cpp
std::size_t read_torn_name(Scan& scan, std::size_t i);        // document_names.cpp
std::size_t read_surname(Scan& scan, std::size_t i);          // document_names.cpp
std::size_t read_related_person(Scan& scan, std::size_t i);   // titles.cpp
std::size_t read_brief_country(Scan& scan, std::size_t i);    // short_names.cpp
std::size_t read_short_names(Scan& scan, std::size_t i);      // short_names.cpp
std::size_t read_sounded_person(Scan& scan, std::size_t i);   // tagged_names.cpp
std::size_t read_tagged_compound(Scan& scan, std::size_t i);  // tagged_names.cpp
std::size_t read_numbered_name(Scan& scan, std::size_t i);    // numbered_names.cpp
std::size_t read_company(Scan& scan, std::size_t i);          // companies.cpp
std::size_t read_office(Scan& scan, std::size_t i);           // plain_bodies.cpp
std::size_t read_titled_body(Scan& scan, std::size_t i);      // plain_bodies.cpp
std::size_t read_plain_body(Scan& scan, std::size_t i);       // plain_bodies.cpp

}  // namespace relata
