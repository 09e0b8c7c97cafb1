// SPDX-License-Identifier: Apache-2.0
#include "sentence/cut_words.hpp"

#include <algorithm>

namespace relata {

CutWords::CutWords(const Language& language) {
  for (const Language::WordRow& row : language.words("cuts.tsv", 2))
    for (const std::string& word : row.words) {
      const std::string first = normal_form(word, language);
      const std::string& cell = row.cells.front();
      for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find(',', begin), cell.size());
        firsts_[first + normal_form(cell.substr(begin, end - begin), language)] = first.size();
        begin = end + 1;
      }
    }
}

void CutWords::apply(const Atoms& atoms, std::vector<Boundary>& boundaries) const {
  if (firsts_.empty()) return;
  for (std::size_t first = 0, i = 0; i < boundaries.size(); ++i) {
    if (boundaries[i] == Boundary::none) continue;
    const std::uint32_t begin = atoms.items[first].first;
    const auto known = firsts_.find(atoms.normal.substr(begin, atoms.items[i].last - begin));
    if (known != firsts_.end())
      for (std::size_t k = first; k < i; ++k)
        if (atoms.items[k].last - begin == known->second) boundaries[k] = Boundary::word;
    first = i + 1;
  }
}

}  // namespace relata
