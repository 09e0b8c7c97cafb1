// SPDX-License-Identifier: Apache-2.0
/// @file
/// How a lemma is made of a word: what a tagger learns, so that lemmas need no dictionary.
#pragma once

#include <string>
#include <string_view>

namespace relata {

/// The shortest script that makes `lemma` of `form` (Straka 2018): "l2+y" takes the form in small
/// letters, cuts two code points from its end and appends "y"; "k0+" keeps the form as it is;
/// "=be" is "be", whatever the form.
std::string lemma_script(std::string_view form, std::string_view lemma);

/// The lemma that `script` makes of `form`; the form itself if it cannot be applied.
std::string apply_lemma_script(std::string_view form, std::string_view script);

}  // namespace relata
