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
#include <utility>

namespace relata {

/// Phrases of up to four words, compared by lemma or by form, without case, blanks and hyphens.
/// Immutable after the last `add`.
template <typename Value>
class WordIndex {
 public:
  /// A phrase that is there already keeps its value.
  void add(std::string_view phrase, Value value) { values_.emplace(key(phrase), std::move(value)); }

  /// The value of a phrase, which is added if it is not there.
  Value& operator[](std::string_view phrase) { return values_[key(phrase)]; }

  struct Match {
    std::size_t last = 0;  ///< tokens [first, last)
    const Value* value = nullptr;
    explicit operator bool() const { return value != nullptr; }
  };

  /// The longest phrase that begins with token `first`.
  Match longest(std::span<const Token> tokens, std::size_t first) const {
    Match best;
    std::string lemmas, forms;
    for (std::size_t i = first; i < tokens.size() && i < first + kLongest; ++i) {
      lemmas += key(tokens[i].lemma);
      forms += key(tokens[i].form);
      for (const std::string& phrase : {lemmas, forms})
        if (const auto found = values_.find(phrase); found != values_.end() && best.last <= i)
          best = {i + 1, &found->second};
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

  std::unordered_map<std::string, Value> values_;
};

}  // namespace relata
