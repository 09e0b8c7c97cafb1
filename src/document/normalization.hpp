// SPDX-License-Identifier: Apache-2.0
/// @file
/// Decoded input -> text in NFC, with the way back.
#pragma once

#include <string_view>

#include "document/aligned_text.hpp"

namespace relata::document {

/// `input` with every line end as "\n", without characters that only steer the layout (byte order
/// marks, soft hyphens, zero width spaces, word joiners), in NFC.
AlignedText normalize(std::string_view input);

/// The same for a text that was itself made from an input.
AlignedText normalize(const AlignedText& draft);

}  // namespace relata::document
