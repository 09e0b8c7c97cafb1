// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <relata/error.hpp>
#include <relata/sentence.hpp>

namespace relata {

static constexpr std::array<std::string_view, 17> names = {
    "ADJ",  "ADP",  "ADV",   "AUX",   "CCONJ", "DET", "INTJ", "NOUN", "NUM",
    "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB", "X"};

std::string_view to_string(Upos upos) { return names[static_cast<std::size_t>(upos)]; }

Upos upos_from(std::string_view name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) throw UnknownName("part of speech", std::string(name));
  return static_cast<Upos>(found - names.begin());
}

}  // namespace relata
