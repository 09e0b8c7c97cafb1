// SPDX-License-Identifier: Apache-2.0
/// @file
/// Literals that say their datatype.
#pragma once

#include <string_view>

#include "export/rdf.hpp"

namespace relata {

/// "2023-01-31" is an xsd:date, "2023-01" an xsd:gYearMonth, "2023" an xsd:gYear; anything else
/// that a date may be ("2023-01-31/2023-02-02", "2023~") is EDTF.
Value date_value(std::string_view text);

/// Whether `tag` may stand behind '@' in N-Quads.
bool is_language_tag(std::string_view tag);

}  // namespace relata
