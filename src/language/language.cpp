// SPDX-License-Identifier: Apache-2.0
// Language packs: pack.json says what the language is, the other files are found by name.

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <relata/error.hpp>
#include <relata/language.hpp>
#include <relata/read_file.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kDetectionBytes = 64 * 1024;
constexpr double kLeastLikeness = 0.3;       // below that no language fits
constexpr std::size_t kLongText = 8;         // words; longer texts hold frequent words,
constexpr std::size_t kRarestFrequent = 20;  // at least one in so many
constexpr std::size_t kForeignWeight = 8;    // of a letter that tells another unspaced script

std::size_t line_at(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return 1 + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
}

std::string text_member(const rapidjson::Value& object, const char* key) {
  const auto found = object.FindMember(key);
  return found != object.MemberEnd() && found->value.IsString() ? found->value.GetString() : "";
}

std::vector<std::string> list_member(const rapidjson::Value& object, const char* key) {
  std::vector<std::string> list;
  const auto found = object.FindMember(key);
  if (found != object.MemberEnd() && found->value.IsArray())
    for (const auto& value : found->value.GetArray())
      if (value.IsString()) list.emplace_back(value.GetString());
  return list;
}

// UScriptCode of each short name, as "Latn".
std::vector<int> script_codes(const std::vector<std::string>& names, const std::string& path) {
  std::vector<int> codes;
  for (const std::string& name : names) {
    const int32_t code = u_getPropertyValueEnum(UCHAR_SCRIPT, name.c_str());
    if (code == UCHAR_INVALID_CODE) throw FormatError(path, 1, "unknown script '" + name + "'");
    codes.push_back(code);
  }
  return codes;
}

UScriptCode script_of(UChar32 c) {
  if (c < 0x80) return USCRIPT_LATIN;  // asked for letters only
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status);
}

}  // namespace

Language::Language(const std::filesystem::path& folder) : folder_(folder) {
  const std::string path = this->path("pack.json");
  const std::string bytes = read_file(path);
  rapidjson::Document json;
  if (json.Parse(bytes.data(), bytes.size()).HasParseError())
    throw FormatError(path, line_at(bytes, json.GetErrorOffset()),
                      rapidjson::GetParseError_En(json.GetParseError()));
  if (!json.IsObject()) throw FormatError(path, 1, "not a JSON object");
  code_ = text_member(json, "code");
  if (code_.empty()) throw FormatError(path, 1, "no \"code\"");
  scripts_ = script_codes(list_member(json, "scripts"), path);
  if (scripts_.empty()) throw FormatError(path, 1, "no \"scripts\"");
  name_languages_ = list_member(json, "names_from");
  if (name_languages_.empty()) name_languages_ = {code_};
  for (std::string& word : list_member(json, "frequent_words"))
    frequent_words_.insert(std::move(word));
  if (const std::string fold = text_member(json, "fold"); !fold.empty())
    folding_ = Folding(opencc_config(fold));
  if (const auto spaced = json.FindMember("spaced");
      spaced != json.MemberEnd() && spaced->value.IsBool())
    spaced_ = spaced->value.GetBool();
  if (const auto variants = json.FindMember("variants");
      variants != json.MemberEnd() && variants->value.IsArray())
    for (const auto& variant : variants->value.GetArray())
      if (variant.IsObject())
        variants_.push_back({text_member(variant, "tag"),
                             Folding(opencc_config(text_member(variant, "marked_by")))});
}

// A file of the pack, or one that OpenCC brings along.
std::string Language::opencc_config(const std::string& name) const {
  return std::filesystem::is_regular_file(path(name)) ? path(name) : name;
}

std::string Language::path(std::string_view name) const { return (folder_ / name).string(); }

std::string Language::file(std::string_view name) const {
  return std::filesystem::exists(path(name)) ? read_file(path(name)) : std::string();
}

Language::Table Language::table(std::string_view name, std::size_t columns) const {
  Table table;
  table.path = path(name);
  table.bytes = file(name);
  table.bytes.reserve(64);  // never in the string itself, which may move
  const std::string_view bytes = table.bytes;
  table.rows.reserve(static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n')) + 1);
  table.cells.reserve(table.rows.capacity() +
                      static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\t')));
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view line = bytes.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t first = table.cells.size();
    for (std::size_t cell = 0; cell <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', cell), line.size());
      table.cells.push_back(line.substr(cell, tab - cell));
      cell = tab + 1;
    }
    // The cells do not move: enough room is reserved.
    table.rows.push_back({number, {table.cells.data() + first, table.cells.size() - first}});
    if (table.rows.back().cells.size() < columns)
      throw FormatError(table.path, number,
                        "want " + std::to_string(columns) + " cells set apart by tabs");
  }
  return table;
}

std::vector<Language::WordRow> Language::words(std::string_view name, std::size_t columns) const {
  const Table table = this->table(name, columns);
  std::vector<WordRow> rows;
  rows.reserve(table.rows.size());
  for (const Row& row : table.rows) {
    WordRow words{row.line, {}, {row.cells.begin() + 1, row.cells.end()}};
    const std::string_view list = row.cells.front();
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find(',', begin), list.size());
      std::string_view word = list.substr(begin, end - begin);
      begin = end + 1;
      while (word.starts_with(' ')) word.remove_prefix(1);
      while (word.ends_with(' ')) word.remove_suffix(1);
      if (word.empty())
        throw FormatError(table.path, row.line, "an empty word in '" + std::string(list) + "'");
      words.words.push_back(folding_(word));
    }
    rows.push_back(std::move(words));
  }
  return rows;
}

// Words of a text, where a letter of a script without spaces is a word.
struct Language::Counts {
  std::size_t all = 0;
  std::size_t own = 0;       // in the scripts of the language
  std::size_t frequent = 0;  // of `own`
  std::size_t foreign = 0;   // letters of unspaced scripts that an unspaced language does not use
};

Language::Counts Language::count(std::string_view text) const {
  Counts counts;
  std::string word;  // lower case
  bool own = false;
  const auto finish = [&] {
    if (word.empty()) return;
    ++counts.all;
    counts.own += own;
    counts.frequent += own && frequent_words_.count(word) != 0;
    word.clear();
  };
  for (std::size_t i = 0; i < text.size();) {
    const auto c = static_cast<UChar32>(next_code_point(text, i));
    if (!u_isalpha(c)) {
      finish();
      continue;
    }
    const UScriptCode script = script_of(c);
    own = std::find(scripts_.begin(), scripts_.end(), script) != scripts_.end();
    if (!uscript_breaksBetweenLetters(script)) {
      append_code_point(word, static_cast<char32_t>(u_tolower(c)));
      continue;
    }
    finish();
    ++counts.all;
    counts.own += own;
    counts.foreign += !own && !spaced_;
  }
  finish();
  return counts;
}

double Language::likeness(std::string_view text) const {
  const Counts counts = count(text);
  if (counts.own == 0) return 0;
  const auto own = static_cast<double>(counts.own);
  const double likeness =
      own / static_cast<double>(counts.all + (kForeignWeight - 1) * counts.foreign);
  if (frequent_words_.empty()) return likeness;
  if (counts.own >= kLongText && counts.frequent * kRarestFrequent < counts.own) return 0;
  // About a third of running text are frequent words; a short text may hold none.
  return likeness * (0.5 + std::min(0.5, 1.5 * static_cast<double>(counts.frequent) / own));
}

std::string Language::variant_of(std::string_view text) const {
  std::string best = code_;
  std::size_t most = 0;
  for (const Variant& variant : variants_) {
    std::size_t marks = 0;
    for (std::size_t i = 0; i < text.size();) {
      const char32_t c = next_code_point(text, i);
      marks += variant.marks(c) != c && c < 0xFF00;
    }
    if (marks > most || best == code_) {
      best = variant.tag;
      most = marks;
    }
  }
  return best;
}

Languages::Languages(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> packs;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error))
    if (std::filesystem::exists(entry.path() / "pack.json")) packs.push_back(entry.path());
  if (error) throw IoError("cannot open " + folder.string());
  std::sort(packs.begin(), packs.end());
  for (const std::filesystem::path& pack : packs) languages_.emplace_back(pack);
  if (languages_.empty()) throw IoError("no language pack in " + folder.string());
}

const Language& Languages::find(std::string_view tag) const {
  const std::string_view primary = tag.substr(0, tag.find_first_of("-_"));
  std::string known;
  for (const Language& language : languages_) {
    if (language.code() == primary) return language;
    known += (known.empty() ? "" : ", ") + language.code();
  }
  throw UnknownName("language", std::string(tag), "there are packs for " + known);
}

std::string Languages::detect(std::string_view text) const {
  text = text.substr(0, kDetectionBytes);
  const Language* best = nullptr;
  double most = kLeastLikeness;
  for (const Language& language : languages_) {
    const double likeness = language.likeness(text);
    if (likeness > most) {
      best = &language;
      most = likeness;
    }
  }
  return best ? best->variant_of(text) : std::string();
}

}  // namespace relata
