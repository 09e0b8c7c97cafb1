// SPDX-License-Identifier: Apache-2.0
// Row of times.tsv -> the characters that it can begin with.
#pragma once

#include <unicode/regex.h>

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace relata::times {

// The characters that each row can begin with: two of them, three where words are longer than that.
class Openings {
 public:
  explicit Openings(std::size_t length) : length_(length) {}

  // The row whose pattern `matcher` runs. `spelling` is the expression, which spells every
  // character that the row can begin with, or says that it is a digit. False if the row matches
  // less.
  bool enter(std::uint16_t row, icu::RegexMatcher& matcher, const icu::UnicodeString& spelling) {
    const Successors successors(spelling);
    return extend({}, row, matcher, successors);
  }

  // The rows that may match at unit `i`; null if none.
  const std::vector<std::uint16_t>* at(const std::u16string& units, std::size_t i) const {
    if (!first_[units[i]]) return nullptr;
    const auto found = rows_.find(key(std::u16string_view(units).substr(i, length_of(units[i]))));
    return found == rows_.end() ? nullptr : &found->second;
  }

 private:
  // Which character may follow which in a match: the one beside it in the expression, any one that
  // the expression spells if an operator stands between.
  class Successors {
   public:
    explicit Successors(const icu::UnicodeString& spelling) {
      constexpr std::u16string_view kOperators = u"()[]{}?*+|\\.^$";
      const auto is_operator = [&](int i) {
        return i >= spelling.length() || kOperators.find(spelling[i]) != kOperators.npos;
      };
      for (const char16_t digit : std::u16string_view(u"0123456789")) all_.insert(digit);
      free_ = all_;
      bool in_set = false;
      for (int i = 0; i < spelling.length(); ++i) {
        const char16_t c = spelling[i];
        in_set = c == u'[' || (in_set && c != u']');
        all_.insert(c);
        if (!is_operator(i + 1)) next_[c].insert(spelling[i + 1]);
        if (in_set || is_operator(i + 1) || is_operator(i + 2)) free_.insert(c);
      }
    }

    // What may follow `prefix`, which may be in capitals.
    std::set<char16_t> of(const std::u16string& prefix) const {
      const char16_t last = prefix.empty() ? 0 : prefix.back();
      const auto lower = static_cast<char16_t>(u_tolower(last));
      std::set<char16_t> units;
      if (last == 0 || free_.count(last) != 0 || free_.count(lower) != 0) units = all_;
      for (const char16_t c : {last, lower})
        if (const auto next = next_.find(c); next != next_.end())
          units.insert(next->second.begin(), next->second.end());
      if (std::none_of(prefix.begin(), prefix.end(), [](char16_t c) { return u_islower(c); }))
        for (const char16_t c : std::set<char16_t>(units))
          units.insert(static_cast<char16_t>(u_toupper(c)));
      return units;
    }

   private:
    std::set<char16_t> all_, free_;
    std::map<char16_t, std::set<char16_t>> next_;
  };

  bool extend(const std::u16string& prefix, std::uint16_t row, icu::RegexMatcher& matcher,
              const Successors& successors) {
    for (const char16_t c : successors.of(prefix)) {
      const std::u16string longer = prefix + c;
      const icu::UnicodeString text(false, longer.data(), static_cast<int32_t>(longer.size()));
      UErrorCode status = U_ZERO_ERROR;
      matcher.reset(text);
      const bool whole = matcher.lookingAt(status);
      if (!whole && !matcher.hitEnd()) continue;
      if (longer.size() == length_of(longer[0])) {
        first_.set(longer[0]);
        rows_[key(longer)].push_back(row);
      } else if (whole || !extend(longer, row, matcher, successors)) {
        return false;
      }
    }
    return true;
  }

  std::size_t length_of(char16_t first) const {
    return (first >= u'0' && first <= u'9') ? 2 : length_;
  }

  static std::uint64_t key(std::u16string_view units) {
    std::uint64_t key = 0;
    for (const char16_t unit : units) key = key << 16 | unit;
    return key;
  }

  std::size_t length_;
  std::bitset<0x10000> first_;
  std::unordered_map<std::uint64_t, std::vector<std::uint16_t>> rows_;
};

}  // namespace relata::times
