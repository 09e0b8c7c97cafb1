// SPDX-License-Identifier: Apache-2.0
// What the words of a compound name look like.
#pragma once

#include <unicode/uchar.h>

#include <cstddef>
#include <relata/sentence.hpp>
#include <relata/utf8.hpp>

namespace relata {

/// The most tokens between a name and the head of its compound.
inline constexpr std::size_t kLongestCompound = 4;

inline bool is_capitalised_name(const Token& token) {
  return token.upos == Upos::PROPN && u_isupper(static_cast<UChar32>(code_point_at(token.form, 0)));
}

/// Whether the word may stand between the parts of a compound name.
inline bool joins_compound(const Token& token) {
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::ADJ ||
         token.upos == Upos::X || token.upos == Upos::NUM;
}

}  // namespace relata
