// SPDX-License-Identifier: Apache-2.0
// Nouns that end names, and what they make of the words before them.
#pragma once

#include "mention/scan.hpp"

namespace relata {

/// The last noun of a compound that begins with token i, if it is one that ends names.
Heads head_of_compound(const Scan& scan, std::size_t i);

/// The same, or a later noun that ends names, with plain nouns between ("Lufthansa | airline cargo
/// company"). A title is none of them.
Heads last_head(const Scan& scan, std::size_t i);

/// Where the name proper begins in tokens [first, last): behind the noun that tells what it is
/// ("energy company | Beihai Oil").
std::size_t behind_kind(const Scan& scan, std::size_t first, std::size_t last);

/// The end of the name of a body that begins with token i, which the document has introduced, or i.
/// It may not be short for the body of another place: tokens [place, i) are part of its name.
std::size_t end_of_known_body(const Scan& scan, std::size_t place, std::size_t i);

/// Reads a name and a noun that make one name (a body and "summit") or stand for the thing before
/// (a country and "government"). Gives the token behind it, or `last`.
std::size_t extend_by_head(Scan& scan, std::size_t first, std::size_t last, std::uint32_t entity);

}  // namespace relata
