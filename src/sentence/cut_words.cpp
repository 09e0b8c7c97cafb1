// SPDX-License-Identifier: Apache-2.0
#include "sentence/cut_words.hpp"

#include <algorithm>

namespace relata {
namespace {

constexpr std::string_view kAnyWord = "*";

}  // namespace

CutWords::CutWords(const Language& language) {
  for (const Language::WordRow& row : language.words("cuts.tsv", 2))
    for (const std::string& word : row.words) {
      const std::string first = normal_form(word, language);
      const std::string& cell = row.cells.front();
      for (std::size_t begin = 0; begin <= cell.size();) {
        const std::size_t end = std::min(cell.find(',', begin), cell.size());
        const std::string second = normal_form(cell.substr(begin, end - begin), language);
        if (first == kAnyWord)
          lasts_.push_back(second);
        else
          firsts_[first + second] = first.size();
        begin = end + 1;
      }
    }
}

void CutWords::apply(const Atoms& atoms, std::vector<Boundary>& boundaries) const {
  if (firsts_.empty() && lasts_.empty()) return;
  for (std::size_t first = 0, i = 0; i < boundaries.size(); ++i) {
    if (boundaries[i] == Boundary::none) continue;
    const std::uint32_t begin = atoms.items[first].first;
    const std::string word = atoms.normal.substr(begin, atoms.items[i].last - begin);
    const auto known = firsts_.find(word);
    const auto last = std::find_if(lasts_.begin(), lasts_.end(), [&](const std::string& end) {
      return word.size() > end.size() && word.ends_with(end);
    });
    const std::size_t cut = known != firsts_.end() ? known->second
                            : last != lasts_.end() ? word.size() - last->size()
                                                   : 0;
    for (std::size_t k = first; cut > 0 && k < i; ++k)
      if (atoms.items[k].last - begin == cut) boundaries[k] = Boundary::word;
    first = i + 1;
  }
}

}  // namespace relata
