// SPDX-License-Identifier: Apache-2.0
// What the words of names look like.
#pragma once

#include <unicode/uchar.h>

#include <cstddef>
#include <relata/sentence.hpp>
#include <relata/utf8.hpp>

namespace relata {

/// The most tokens between a name and the head of its compound.
inline constexpr std::size_t kLongestCompound = 4;

inline bool has_capital(const Token& token) {
  return u_isupper(static_cast<UChar32>(code_point_at(token.form, 0)));
}

inline bool is_capitalised_name(const Token& token) {
  return token.upos == Upos::PROPN && has_capital(token);
}

/// Whether the capitalised word may be part of a name.
inline bool names_something(const Token& token) {
  return has_capital(token) && (token.upos == Upos::PROPN || token.upos == Upos::NOUN ||
                                token.upos == Upos::ADJ || token.upos == Upos::NUM);
}

/// Whether the word begins with a Latin capital.
inline bool is_latin_name(const Token& token) {
  return has_capital(token) && u_isalpha(static_cast<unsigned char>(token.form.front()));
}

/// Whether the word may stand between the parts of a compound name.
inline bool joins_compound(const Token& token) {
  return token.upos == Upos::NOUN || token.upos == Upos::PROPN || token.upos == Upos::ADJ ||
         token.upos == Upos::X || token.upos == Upos::NUM;
}

/// Whether the word tells when.
inline bool tells_time(const Token& token) { return token.deprel.ends_with("tmod"); }

inline bool is_mark(const Token& token) { return token.upos == Upos::PUNCT; }
inline bool opens_parenthesis(const Token& token) {
  const char32_t c = code_point_at(token.form, 0);
  return c == '(' || c == 0xFF08;
}
inline bool closes_parenthesis(const Token& token) {
  const char32_t c = code_point_at(token.form, 0);
  return c == ')' || c == 0xFF09;
}

}  // namespace relata
