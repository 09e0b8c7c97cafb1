// SPDX-License-Identifier: Apache-2.0
// Titles of people, and people beside them.
#pragma once

#include "mention/scan.hpp"

namespace relata {

/// A person whom no gazetteer knows; the short name will do from now on.
std::uint32_t introduce(Scan& scan, std::size_t first, std::size_t last,
                        const std::string& country);

/// Whether a title that a person of the gazetteer has held begins with token `title`.
bool holds(const Scan& scan, const KnownEntity& record, std::size_t title);

/// Whether a title and the name of a person begin with token i.
bool names_person(const Scan& scan, std::size_t i);

}  // namespace relata
