// SPDX-License-Identifier: Apache-2.0
// Names that the tagger has seen.
#pragma once

#include "mention/scan.hpp"

namespace relata {

/// Whether what the tagger found may be a name: no pronoun, no word that never is one, no plain
/// modifier of a noun where a person is meant.
bool may_be_tagged(const Scan& scan, const NamedEntity& tagged);

/// What the tagger found that begins with token i, if it may be a name and is of a kind that the
/// pack believes; or null.
const NamedEntity* believed_tag(const Scan& scan, std::size_t i);

/// Whether the word before tells that what is named is a place.
bool stands_for_place(const Scan& scan, std::size_t first);

}  // namespace relata
