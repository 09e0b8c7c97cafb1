// SPDX-License-Identifier: Apache-2.0
// Script folding by the single-character entries of OpenCC's dictionaries. Phrases are left out on
// purpose: texts and names are folded by the same table, so they match, and one code point stays
// one code point, so offsets stay exact.

#include <numeric>
#include <opencc/Config.hpp>
#include <opencc/Conversion.hpp>
#include <opencc/ConversionChain.hpp>
#include <opencc/Converter.hpp>
#include <opencc/Dict.hpp>
#include <opencc/DictEntry.hpp>
#include <opencc/Exception.hpp>
#include <opencc/Lexicon.hpp>
#include <relata/error.hpp>
#include <relata/language.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

// The code point that `text` consists of, or 0 if it holds none or several.
char32_t single_code_point(std::string_view text) {
  if (text.empty()) return 0;
  std::size_t i = 0;
  const char32_t c = next_code_point(text, i);
  return i == text.size() ? c : 0;
}

}  // namespace

Folding::Folding(const std::string& opencc_config) {
  try {
    const opencc::ConverterPtr converter = opencc::Config().NewFromFile(opencc_config);
    for (const opencc::ConversionPtr& conversion :
         converter->GetConversionChain()->GetConversions()) {
      const opencc::LexiconPtr lexicon = conversion->GetDict()->GetLexicon();  // may own it alone
      for (const auto& entry : *lexicon) {
        const char32_t from = single_code_point(entry->Key());
        const char32_t to = single_code_point(entry->GetDefault());
        if (from != 0 && to != 0 && from != to) map_.emplace(from, to);
      }
    }
    fill_table();
  } catch (const opencc::Exception& error) {
    throw IoError("OpenCC configuration " + opencc_config + ": " + error.what());
  }
}

// What a character is folded to is not folded again. Most are found without hashing.
void Folding::fill_table() {
  for (auto& [from, to] : map_)
    if (const auto further = map_.find(to); further != map_.end()) to = further->second;
  bmp_.resize(0x10000 - 0x3000);
  std::iota(bmp_.begin(), bmp_.end(), 0x3000);
  std::erase_if(map_, [&](const auto& entry) {
    if (entry.first < 0x3000 || entry.first > 0xFFFF) return false;
    bmp_[entry.first - 0x3000] = entry.second;
    return true;
  });
}

std::string Folding::operator()(std::string_view text) const {
  std::string folded;
  folded.reserve(text.size());
  for (std::size_t i = 0; i < text.size();)
    append_code_point(folded, (*this)(next_code_point(text, i)));
  return folded;
}

}  // namespace relata
