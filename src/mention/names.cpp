// SPDX-License-Identifier: Apache-2.0
// A sorted list of keys; a name is found by lengthening the key token by token while some entry
// still begins with it.

#include "mention/names.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kShortAcronym = 5;  // letters; "WHO" is a name and "who" is not

bool has_lower(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (u_islower(static_cast<UChar32>(next_code_point(text, i)))) return true;
  return false;
}

bool starts_upper(std::string_view text) {
  return u_isupper(static_cast<UChar32>(code_point_at(text, 0)));
}

// Whether words written as `text` may be the name `form`, which they equal but for case. "Russia
// today" is no channel: a capital of the form is one of the text.
bool case_fits(std::string_view text, std::string_view form) {
  if (text == form) return true;
  if (!has_lower(form) && form.size() <= kShortAcronym) return false;
  if (!has_lower(form) || text.size() != form.size())
    return !starts_upper(form) || starts_upper(text);
  for (std::size_t i = 0; i < text.size(); ++i)
    if (u_isupper(static_cast<unsigned char>(form[i])) &&
        u_islower(static_cast<unsigned char>(text[i])))
      return false;
  return true;
}

}  // namespace

std::string name_key(std::string_view name, const Language& language) {
  std::string key;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = language.folding()(next_code_point(name, i));
    if (u_isUWhiteSpace(static_cast<UChar32>(c)) || c == '-') continue;
    append_code_point(
        key, c == 0x2019 ? U'\'' : static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  }
  return key;
}

NameIndex::NameIndex(const Language& language, const Gazetteer& gazetteer) : language_(&language) {
  const auto add = [&](const KnownEntity::Names& names, std::uint32_t entity, Use use) {
    for (const auto& [tag, list] : names) {
      const std::string primary = tag.substr(0, tag.find('-'));
      const auto& wanted = language.name_languages();
      if (std::find(wanted.begin(), wanted.end(), primary) == wanted.end()) continue;
      for (const std::string& name : list)
        entries_.push_back({name_key(name, language), language.folding()(name), entity, use});
    }
  };
  const auto& known = gazetteer.entities();
  for (std::uint32_t i = 0; i < known.size(); ++i) {
    add(known[i].names, i, Use::name);
    add(known[i].context, i, Use::context);
    add(known[i].demonyms, i, Use::demonym);
  }
  const auto order = [](const Entry& e) { return std::tie(e.key, e.use, e.entity, e.form); };
  std::sort(entries_.begin(), entries_.end(),
            [&](const Entry& a, const Entry& b) { return order(a) < order(b); });
  // Scripts that fold to one give the same entry.
  entries_.erase(std::unique(entries_.begin(), entries_.end(),
                             [&](const Entry& a, const Entry& b) { return order(a) == order(b); }),
                 entries_.end());
}

std::span<const NameIndex::Entry> NameIndex::find(std::string_view key) const {
  const auto less = [](const Entry& e, std::string_view k) { return e.key < k; };
  const auto first = std::lower_bound(entries_.begin(), entries_.end(), key, less);
  auto last = first;
  while (last != entries_.end() && last->key == key) ++last;
  return {first, last};
}

std::optional<NameIndex::Match> NameIndex::longest(std::span<const Token> tokens,
                                                   std::size_t first) const {
  std::optional<Match> best;
  std::string key, text;
  auto lower = entries_.begin();
  for (std::size_t i = first; i < tokens.size(); ++i) {
    const std::string more = name_key(tokens[i].form, *language_);
    key += more;
    text += language_->folding()(tokens[i].form);
    if (key.empty()) break;
    if (more.empty()) continue;  // a hyphen ends no name
    lower = std::lower_bound(lower, entries_.end(), key,
                             [](const Entry& e, const std::string& k) { return e.key < k; });
    if (lower == entries_.end() || !lower->key.starts_with(key)) break;
    const auto entries = find(key);
    std::size_t fitting = 0;
    while (fitting < entries.size()) {
      std::string form = entries[fitting].form;
      std::erase_if(form, [](char c) { return c == ' ' || c == '-'; });
      std::string plain = text;
      std::erase(plain, '-');
      if (case_fits(plain, form)) break;
      ++fitting;
    }
    if (fitting < entries.size()) best = Match{i + 1, entries.subspan(fitting)};
  }
  return best;
}

}  // namespace relata
