// SPDX-License-Identifier: Apache-2.0
// What the networks see of a word: itself, its beginnings and ends, its shape, and what the lexicon
// and the gazetteer say of it. Vectors of all of them are summed, as in fastText (Bojanowski et al.
// 2017), which gives words that were never seen a vector as well.

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <relata/features.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kLongestPrefix = 4, kLongestSuffix = 5;  // code points
constexpr std::size_t kMostCharacters = 8;
constexpr std::size_t kMostWordsOfName = 8;

char shape_of(char32_t c) {
  const auto code = static_cast<UChar32>(c);
  if (c < 0x80) {
    if (c >= 'a' && c <= 'z') return 'x';
    if (c >= 'A' && c <= 'Z') return 'X';
    if (c >= '0' && c <= '9') return '9';
    return static_cast<char>(c);
  }
  if (u_hasBinaryProperty(code, UCHAR_IDEOGRAPHIC)) return 'i';
  if (u_isupper(code)) return 'X';
  if (u_isdigit(code)) return '9';
  if (u_isalpha(code)) return 'x';
  return u_ispunct(code) ? 'p' : 's';
}

}  // namespace

std::uint64_t feature_key(FeatureTemplate feature_template, std::string_view text) {
  return feature_key(static_cast<std::uint8_t>(feature_template), text);
}

std::uint64_t lemma_key(std::string_view upos, std::string_view lemma) {
  return feature_key(FeatureTemplate::lemma, std::string(upos) + ":" + std::string(lemma));
}

std::string normal_form(std::string_view form, const Language& language) {
  std::string normal;
  normal.reserve(form.size());
  for (std::size_t i = 0; i < form.size();) {
    char32_t c = next_code_point(form, i);
    if (c < 0x80) {
      normal += static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
      continue;
    }
    c = c == 0x2019 ? U'\'' : language.folding()(c);
    append_code_point(normal, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
  return normal;
}

std::string shape_of(std::string_view form) {
  std::string shape;
  for (std::size_t i = 0; i < form.size() && shape.size() < 8;) {
    const char c = shape_of(next_code_point(form, i));
    if (shape.empty() || shape.back() != c || (c != 'x' && c != 'X' && c != '9' && c != 'i'))
      shape += c;
  }
  return shape;
}

KnownNames::KnownNames(const Language& language, const Gazetteer& gazetteer) {
  const auto add = [&](const KnownEntity::Names& by_language, const std::string& kind) {
    const auto place =
        static_cast<std::uint32_t>(std::find(kinds_.begin(), kinds_.end(), kind) - kinds_.begin());
    if (place == kinds_.size()) kinds_.push_back(kind);
    for (const auto& [tag, names] : by_language)
      if (tag.starts_with(language.code()))
        for (const std::string& name : names) {
          std::string key = normal_form(name, language);
          std::erase(key, ' ');
          longest_ = std::max(longest_, count_code_points(key));
          kind_of_.emplace(feature_key(FeatureTemplate::gazetteer, key), place);
        }
  };
  for (const KnownEntity& known : gazetteer.entities()) {
    add(known.names, known.entity.type);
    add(known.context, "?" + known.entity.type);
  }
}

std::string_view KnownNames::kind(std::string_view name) const {
  const auto found = kind_of_.find(feature_key(FeatureTemplate::gazetteer, name));
  return found == kind_of_.end() ? std::string_view() : kinds_[found->second];
}

WordFeatures::WordFeatures(const Language& language, const KnownNames& names)
    : language_(language), names_(names) {}

// For each word the kind of the longest known name that it stands in, and where: "BCountry".
std::vector<std::string> WordFeatures::known_names(std::span<const std::string> words) const {
  std::vector<std::string> places(words.size());
  for (std::size_t first = 0; first < words.size();) {
    std::string name;
    std::size_t last = first;
    std::string_view kind;
    for (std::size_t i = first; i < std::min(first + kMostWordsOfName, words.size()); ++i) {
      name += words[i];
      if (name.size() > 4 * names_.longest()) break;
      if (const std::string_view found = names_.kind(name); !found.empty())
        kind = found, last = i + 1;
    }
    if (kind.empty()) {
      ++first;
      continue;
    }
    for (std::size_t i = first; i < last; ++i)
      (places[i] = last - first == 1 ? 'S' : i == first ? 'B' : i + 1 == last ? 'E' : 'I') += kind;
    first = last;
  }
  return places;
}

void WordFeatures::add_word(std::string_view form, std::string_view word, FeatureBags& bags) const {
  bags.add(feature_key(FeatureTemplate::word, word));
  std::array<std::size_t, 64> at{};  // where code points begin
  std::size_t count = 0;
  for (std::size_t i = 0; i < word.size() && count + 1 < at.size(); ++count) {
    at[count] = i;
    next_code_point(word, i);
  }
  at[count] = word.size();
  for (std::size_t n = 1; n <= std::min(kLongestPrefix, count); ++n)
    bags.add(feature_key(FeatureTemplate::prefix, word.substr(0, at[n])));
  for (std::size_t n = 1; n <= std::min(kLongestSuffix, count); ++n)
    bags.add(feature_key(FeatureTemplate::suffix, word.substr(at[count - n])));
  if (!language_.spaced())
    for (std::size_t i = 0; i < std::min(count, kMostCharacters); ++i)
      bags.add(feature_key(FeatureTemplate::character, word.substr(at[i], at[i + 1] - at[i])));
  bags.add(feature_key(FeatureTemplate::shape, shape_of(form)));
  bags.add(feature_key(FeatureTemplate::listed, word));
}

void WordFeatures::extract(std::span<const Token> tokens, FeatureBags& bags) const {
  std::vector<std::string> words;
  words.reserve(tokens.size());
  for (const Token& token : tokens) words.push_back(normal_form(token.form, language_));
  const std::vector<std::string> places = known_names(words);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    add_word(tokens[i].form, words[i], bags);
    if (!places[i].empty()) bags.add(feature_key(FeatureTemplate::gazetteer, places[i]));
    bags.end_bag();
  }
}

}  // namespace relata
