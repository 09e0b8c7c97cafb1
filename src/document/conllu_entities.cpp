// SPDX-License-Identifier: Apache-2.0
// The brackets of "Entity=" in MISC, as CorefUD writes them (ufal.mff.cuni.cz/corefud). Door:
// read_entities().

#include <algorithm>

#include "document/conllu_sentence.hpp"

namespace relata::document {
namespace {

bool is_label(std::string_view label) {
  return !label.empty() && std::all_of(label.begin(), label.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  });
}

class Brackets {
 public:
  explicit Brackets(std::vector<NamedEntity>& entities) : entities_(entities) {}

  // The brackets of word `word`.
  void read(std::string_view value, std::uint32_t word) {
    while (!value.empty()) {
      const bool opens = value.starts_with('(');
      if (opens) value.remove_prefix(1);
      const std::size_t end = std::min(value.find_first_of("()"), value.size());
      const std::string_view label = value.substr(0, end);
      value.remove_prefix(end);
      const bool closes = value.starts_with(')');
      if (closes) value.remove_prefix(1);
      if (!is_label(label)) continue;
      if (opens) open_.push_back({word, 0, std::string(label)});
      if (closes) close(label, word);
    }
  }

  bool matched() const { return matched_ && open_.empty(); }

 private:
  void close(std::string_view label, std::uint32_t word) {
    if (open_.empty() || open_.back().type != label) {
      matched_ = false;
      return;
    }
    NamedEntity entity = std::move(open_.back());
    open_.pop_back();
    entity.last = word + 1;
    if (!open_.empty()) return;
    // Of two that share words, the one that ends first.
    if (entities_.empty() || entities_.back().last <= entity.first) entities_.push_back(entity);
  }

  std::vector<NamedEntity>& entities_;
  std::vector<NamedEntity> open_;
  bool matched_ = true;
};

}  // namespace

bool read_entities(const std::vector<std::string_view>& values,
                   std::vector<NamedEntity>& entities) {
  Brackets brackets(entities);
  for (std::size_t i = 0; i < values.size(); ++i)
    brackets.read(values[i], static_cast<std::uint32_t>(i));
  return brackets.matched();
}

}  // namespace relata::document
