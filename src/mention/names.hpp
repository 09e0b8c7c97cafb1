// SPDX-License-Identifier: Apache-2.0
// Names of the gazetteer, looked up in running words.
#pragma once

#include <cstdint>
#include <optional>
#include <relata/entity.hpp>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// Words as names are compared: folded, without blanks, in lower case.
std::string name_key(std::string_view name, const Language& language);

/// Immutable.
class NameIndex {
 public:
  enum class Use : std::uint8_t { name, context, demonym };

  struct Entry {
    std::string key;
    std::string form;      ///< as the gazetteer writes it, folded
    std::uint32_t entity;  ///< index into Gazetteer::entities()
    Use use;
  };

  struct Match {
    std::size_t last = 0;  ///< tokens [first, last)
    std::span<const Entry> entries;
  };

  NameIndex(const Language& language, const Gazetteer& gazetteer);

  /// The longest name, of any use, that begins with token `first`.
  std::optional<Match> longest(std::span<const Token> tokens, std::size_t first) const;

  /// All entries of a key.
  std::span<const Entry> find(std::string_view key) const;

 private:
  const Language* language_;
  std::vector<Entry> entries_;  // by key
};

}  // namespace relata
