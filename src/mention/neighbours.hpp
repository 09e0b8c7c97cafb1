// SPDX-License-Identifier: Apache-2.0
// What stands beside a name and tells what it is.
#pragma once

#include "mention/scan.hpp"

namespace relata {

/// What a noun says of its bearer: an entity type, or nothing.
std::string type_of_noun(const Scan& scan, std::size_t i);

/// The type that what stands beside a name tells: "the group X", "X, a maker of", "X, who".
std::string type_by_neighbours(const Scan& scan, std::size_t first, std::size_t last);

/// The part of a name behind the particles or the hyphen that token i begins, or i: "Liwa |
/// al-Fajr", "Energias | do Tejo", "Varuna | -2".
std::size_t behind_particles(const Scan& scan, std::size_t i);

/// Whether token i begins a name behind a noun of what it names: "the carrier | Norlink".
bool begins_described_name(const Scan& scan, std::size_t i);

/// "In North Darfur": where, and nobody's.
bool is_somewhere(const Scan& scan, std::size_t first, std::size_t last);

}  // namespace relata
