// SPDX-License-Identifier: Apache-2.0
/// @file
/// Words and short phrases of a pack's tables, found in running tokens.
#pragma once

#include <cstddef>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace relata {

/// Phrases of up to four words, compared by lemma or by form (names by form first: "Industries" is
/// more than an industry), without case, blanks and hyphens; but what a text writes in several
/// words is only a phrase of several words ("are at" is no "beat"). Immutable after the last `add`.
template <typename Value>
class WordIndex {
 public:
  /// A phrase that is there already keeps its value.
  void add(std::string_view phrase, Value value) {
    note_blanks(phrase);
    values_.emplace(key(phrase), std::move(value));
  }

  /// The value of a phrase, which is added if it is not there.
  Value& operator[](std::string_view phrase) {
    note_blanks(phrase);
    return values_[key(phrase)];
  }

  struct Match {
    std::size_t last = 0;  ///< tokens [first, last)
    const Value* value = nullptr;
    explicit operator bool() const { return value != nullptr; }
  };

  /// The longest phrase that begins with token `first`.
  Match longest(std::span<const Token> tokens, std::size_t first) const {
    Match best;
    std::string lemmas, forms;
    bool blanks = false;
    for (std::size_t i = first; i < tokens.size() && i < first + kLongest; ++i) {
      lemmas += key(tokens[i].lemma);
      forms += key(tokens[i].form);
      blanks = blanks || (i > first && tokens[i].span.begin > tokens[i - 1].span.end);
      const auto fits = [&](const std::string& phrase) {
        const auto found = values_.find(phrase);
        return found != values_.end() && (!blanks || with_blanks_.count(phrase) != 0)
                   ? &found->second
                   : nullptr;
      };
      const bool name = tokens[i].upos == Upos::PROPN;
      const Value* value = fits(name ? forms : lemmas);
      if (!value && forms != lemmas) value = fits(name ? lemmas : forms);
      if (value) best = {i + 1, value};
    }
    return best;
  }

  /// Null if there is none.
  const Value* find(std::string_view phrase) const {
    const auto found = values_.find(key(phrase));
    return found == values_.end() ? nullptr : &found->second;
  }

 private:
  static constexpr std::size_t kLongest = 4;

  static std::string key(std::string_view phrase) {
    std::string key;
    for (const char c : phrase)
      if (c != ' ' && c != '-') key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return key;
  }

  void note_blanks(std::string_view phrase) {
    if (phrase.find(' ') != std::string_view::npos) with_blanks_.insert(key(phrase));
  }

  std::unordered_map<std::string, Value> values_;
  std::unordered_set<std::string> with_blanks_;
};

}  // namespace relata
