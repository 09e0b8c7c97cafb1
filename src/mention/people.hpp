// SPDX-License-Identifier: Apache-2.0
// Who is called by what they are and whose.
#pragma once

#include "mention/scan.hpp"

namespace relata {

/// What the words before a name say that it is.
struct Described {
  std::string type, country;
};
Described described_before(const Scan& scan, std::size_t i);

/// The country of the name that modifies what begins with token i: "Nigerian junior | minister".
std::string country_before(const Scan& scan, std::size_t i);

/// The first of the heads that is of the kind and means things of `type` (empty: any), or null.
const Head* people(const Scan& scan, const Heads& heads, Head::Kind kind, const std::string& type);

/// Reads "Poland's parliament" as Poland, "Rwandan rebels" as somebody of their own. Gives the
/// token behind it, or `last`.
std::size_t extend_by_people(Scan& scan, std::size_t first, std::size_t last, std::uint32_t entity);

/// "ethnic Albanians", "ethnic Albanian rebels" are of no country that the words tell.
std::size_t read_people_of_origin(Scan& scan, std::size_t first, std::size_t last);

/// Whether the name of a person follows behind a comma: "the president of Armenia, X".
bool is_named_behind(const Scan& scan, std::size_t i);

/// Whether the words play a part in what is told, and not that of a predicate or an apposition.
bool is_argument(const Scan& scan, std::size_t first, std::size_t last);

/// The country or the place that people who end at token i belong to, and where its name ends; or
/// kNone.
std::uint32_t place_behind(Scan& scan, std::size_t i, std::size_t& end);

}  // namespace relata
