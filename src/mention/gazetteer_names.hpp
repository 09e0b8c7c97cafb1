// SPDX-License-Identifier: Apache-2.0
// Which entity a name of the gazetteer means.
#pragma once

#include "mention/scan.hpp"

namespace relata {

/// The entity that a name of the gazetteer means here, or kNone.
std::uint32_t choose(Scan& scan, const NameIndex::Match& match, std::size_t first);

}  // namespace relata
