// SPDX-License-Identifier: Apache-2.0
// The finest pieces that words are made of. What is left open here - whether a full stop belongs to
// its word, a hyphen joins, a run of letters is a word and a half - the network decides.

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/atoms.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)); }
bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

// Belongs to the character before it: accents, variation selectors, joiners, skin tones.
bool extends(char32_t c) {
  if (c < 0x300) return false;
  const auto category = u_charType(static_cast<UChar32>(c));
  return category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK ||
         category == U_COMBINING_SPACING_MARK || c == 0x200D || (c >= 0x1F3FB && c <= 0x1F3FF);
}

// Repeated, it is one mark.
bool repeats(char32_t c) {
  constexpr std::u32string_view kMarks = U".-_=*~#\u2026\u2014\u2500";
  return kMarks.find(c) != kMarks.npos;
}

Atom::Kind kind_of(char32_t c) {
  if (c < 0x80) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return Atom::Kind::letters;
    return c >= '0' && c <= '9' ? Atom::Kind::digits : Atom::Kind::mark;
  }
  if (c >= 0x4E00 && c <= 0x9FFF) return Atom::Kind::ideograph;  // most of them, fast
  const auto code = static_cast<UChar32>(c);
  if (u_isdigit(code)) return Atom::Kind::digits;
  if (!u_hasBinaryProperty(code, UCHAR_ALPHABETIC)) return Atom::Kind::mark;
  // Scripts without spaces: those of East Asia but Korean, and those of South East Asia.
  const auto breaks = u_getIntPropertyValue(code, UCHAR_LINE_BREAK);
  const bool ideograph = breaks == U_LB_IDEOGRAPHIC || breaks == U_LB_COMPLEX_CONTEXT ||
                         breaks == U_LB_CONDITIONAL_JAPANESE_STARTER || breaks == U_LB_NONSTARTER;
  return ideograph ? Atom::Kind::ideograph : Atom::Kind::letters;
}

bool inside_address(char32_t c) { return c > 0x20 && c < 0x7F && c != '"' && c != '<' && c != '>'; }
bool inside_name(char32_t c) {
  return c < 0x80 && (u_isalnum(static_cast<UChar32>(c)) || c == '.' || c == '-' || c == '_');
}

}  // namespace

Atomizer::Atomizer(const Language& language) : language_(language) {
  const Language::Table table = language.table("clitics.tsv", 1);
  for (const auto& row : table.rows) {
    const std::string_view cell = row.cells[0];
    const std::size_t cut = cell.find('|');
    if (cut == cell.npos)
      clitics_.emplace_back(cell);
    else
      contractions_.emplace_back(cell.substr(0, cut), cell.substr(cut + 1));
  }
  std::sort(clitics_.begin(), clitics_.end(),
            [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

// Whether the letters from `first` are `word`, in any case and with any apostrophe.
bool Atomizer::reads(const Letters& letters, std::size_t first, std::string_view word) {
  if (first + word.size() > letters.size()) return false;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = letters[first + i].folded;
    const auto lower = is_apostrophe(c) ? '\'' : u_tolower(static_cast<UChar32>(c));
    if (lower != static_cast<unsigned char>(word[i])) return false;
  }
  return true;
}

// The end of an address of the web or of mail at `first`, or `first`.
std::size_t Atomizer::address_end(const Letters& letters, std::size_t first) {
  const auto narrow = [&](std::size_t i) { return letters[i].end - letters[i].begin == 1; };
  std::size_t end = first;
  if (reads(letters, first, "http://") || reads(letters, first, "https://") ||
      reads(letters, first, "www.")) {
    while (end < letters.size() && narrow(end) && inside_address(letters[end].folded)) ++end;
  } else {
    constexpr std::size_t kLongestName = 64;
    while (end < letters.size() && end - first < kLongestName && narrow(end) &&
           inside_name(letters[end].folded))
      ++end;
    if (end == letters.size() || letters[end].folded != '@') return first;
    const std::size_t host = ++end;
    bool dotted = false;
    for (; end < letters.size() && narrow(end) && inside_name(letters[end].folded); ++end)
      dotted = dotted || (end > host && letters[end].folded == '.');
    if (!dotted) return first;
  }
  while (end > first && u_ispunct(static_cast<UChar32>(letters[end - 1].folded)) &&
         letters[end - 1].folded != '/')
    --end;
  return end;
}

std::size_t Atomizer::end_of(const Letters& letters, std::size_t first, Atom::Kind kind) {
  std::size_t end = first + 1;
  const bool run = kind == Atom::Kind::letters || kind == Atom::Kind::digits;
  for (; end < letters.size(); ++end) {
    const char32_t c = letters[end].folded;
    const bool joined = letters[end - 1].folded == 0x200D && !is_blank(c);
    const bool same = run ? kind_of(c) == kind : c == letters[first].folded && repeats(c);
    if (!same && !joined && !extends(c)) break;
  }
  return end;
}

// Where in the run of letters [first, last) a second word may begin ("do|n't", "can|not"), or
// `last`.
std::size_t Atomizer::clitic_begin(const Letters& letters, std::size_t first,
                                   std::size_t last) const {
  std::size_t end = last;  // with what is joined by apostrophes
  if (end + 1 < letters.size() && is_apostrophe(letters[end].folded) &&
      kind_of(letters[end + 1].folded) == Atom::Kind::letters)
    end = end_of(letters, end + 1, Atom::Kind::letters);
  for (const std::string& clitic : clitics_)
    if (end - first > clitic.size() && reads(letters, end - clitic.size(), clitic))
      return std::min(end - clitic.size(), last);
  for (const auto& [head, tail] : contractions_)
    if (last - first == head.size() + tail.size() && reads(letters, first, head) &&
        reads(letters, first + head.size(), tail))
      return first + head.size();
  return last;
}

void Atomizer::append(std::string_view text, const Letters& letters, std::size_t first,
                      std::size_t last, Atom::Kind kind, Atoms& atoms) const {
  Atom atom{.span = {letters[first].begin, letters[last - 1].end}, .kind = kind};
  atom.after_blank = !atoms.items.empty() && atoms.items.back().span.end < atom.span.begin;
  atom.first = static_cast<std::uint32_t>(atoms.normal.size());
  atoms.normal += normal_form(text.substr(atom.span.begin, atom.span.size()), language_);
  atom.last = static_cast<std::uint32_t>(atoms.normal.size());
  atoms.items.push_back(atom);
}

Atoms Atomizer::cut(std::string_view text, Span span) const {
  Letters letters;
  letters.reserve(span.size());
  for (std::size_t i = span.begin; i < span.end;) {
    const auto begin = static_cast<std::uint32_t>(i);
    const char32_t c = language_.folding()(next_code_point(text, i));
    letters.push_back({c, begin, static_cast<std::uint32_t>(i)});
  }
  Atoms atoms;
  std::size_t no_address = 0;  // none begins before
  for (std::size_t i = 0, end = 0; i < letters.size(); i = end) {
    const char32_t c = letters[i].folded;
    end = i + 1;
    if (is_blank(c)) continue;
    const Atom::Kind kind = kind_of(c);
    if (i >= no_address && (kind == Atom::Kind::letters || kind == Atom::Kind::digits)) {
      if (const std::size_t address = address_end(letters, i); address > i) {
        append(text, letters, i, end = address, Atom::Kind::link, atoms);
        continue;
      }
      no_address = i;
      while (no_address < letters.size() && inside_name(letters[no_address].folded)) ++no_address;
    }
    end = end_of(letters, i, kind);
    const std::size_t cut = kind == Atom::Kind::letters ? clitic_begin(letters, i, end) : end;
    append(text, letters, i, cut, kind, atoms);
    if (cut < end) append(text, letters, cut, end, kind, atoms);
  }
  return atoms;
}

}  // namespace relata
