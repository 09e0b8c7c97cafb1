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
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kDetectionBytes = 64 * 1024;

std::string read_file(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError("cannot open " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

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

// Calls `use(code point)` for each of `text`.
template <typename Use>
void for_each_code_point(std::string_view text, Use use) {
  for (std::size_t i = 0; i < text.size();) use(static_cast<UChar32>(next_code_point(text, i)));
}

// How many words of `text` are in `words`, and how many there are, for scripts with spaces.
std::pair<std::size_t, std::size_t> count_words(std::string_view text,
                                                const std::unordered_set<std::string>& words) {
  std::size_t known = 0, all = 0;
  std::string word;
  const auto finish = [&] {
    if (word.empty()) return;
    ++all;
    known += words.count(word);
    word.clear();
  };
  for_each_code_point(text, [&](UChar32 c) {
    if (!u_isalpha(c)) return finish();
    append_code_point(word, static_cast<char32_t>(u_tolower(c)));
  });
  finish();
  return {known, all};
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
  scripts_ = list_member(json, "scripts");
  if (scripts_.empty()) throw FormatError(path, 1, "no \"scripts\"");
  name_languages_ = list_member(json, "names_from");
  if (name_languages_.empty()) name_languages_ = {code_};
  for (std::string& word : list_member(json, "frequent_words"))
    frequent_words_.insert(std::move(word));
  if (const std::string fold = text_member(json, "fold"); !fold.empty()) folding_ = Folding(fold);
  if (const auto spaced = json.FindMember("spaced");
      spaced != json.MemberEnd() && spaced->value.IsBool())
    spaced_ = spaced->value.GetBool();
  if (const auto variants = json.FindMember("variants");
      variants != json.MemberEnd() && variants->value.IsArray())
    for (const auto& variant : variants->value.GetArray())
      if (variant.IsObject())
        variants_.push_back(
            {text_member(variant, "tag"), Folding(text_member(variant, "marked_by"))});
}

std::string Language::path(std::string_view name) const { return (folder_ / name).string(); }

std::string Language::file(std::string_view name) const {
  return std::filesystem::exists(path(name)) ? read_file(path(name)) : std::string();
}

Language::Table Language::table(std::string_view name, std::size_t columns) const {
  Table table{path(name), file(name), {}};
  const std::string_view bytes = table.bytes;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    std::string_view line = bytes.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    Row row{number, {}};
    for (std::size_t cell = 0; cell <= line.size();) {
      const std::size_t tab = std::min(line.find('\t', cell), line.size());
      row.cells.push_back(line.substr(cell, tab - cell));
      cell = tab + 1;
    }
    if (row.cells.size() < columns)
      throw FormatError(table.path, number,
                        "want " + std::to_string(columns) + " cells set apart by tabs");
    table.rows.push_back(std::move(row));
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
      if (word.empty()) throw FormatError(table.path, row.line, "an empty word in '" + std::string(list) + "'");
      words.words.push_back(folding_(word));
    }
    rows.push_back(std::move(words));
  }
  return rows;
}

double Language::likeness(std::string_view text) const {
  std::size_t letters = 0, own = 0;
  for_each_code_point(text, [&](UChar32 c) {
    if (!u_isalpha(c)) return;
    ++letters;
    UErrorCode status = U_ZERO_ERROR;
    const char* script = uscript_getShortName(uscript_getScript(c, &status));
    own += std::find(scripts_.begin(), scripts_.end(), script) != scripts_.end();
  });
  if (letters == 0) return 0;
  double likeness = static_cast<double>(own) / static_cast<double>(letters);
  if (!frequent_words_.empty()) {
    const auto [known, all] = count_words(text, frequent_words_);
    // About a third of running text are frequent words; a short text may hold none.
    likeness *=
        all == 0 ? 0
                 : 0.5 + std::min(0.5, 1.5 * static_cast<double>(known) / static_cast<double>(all));
  }
  return likeness;
}

std::string Language::variant_of(std::string_view text) const {
  std::string best = code_;
  std::size_t most = 0;
  for (const Variant& variant : variants_) {
    std::size_t marks = 0;
    for_each_code_point(text, [&](UChar32 c) {
      const auto code_point = static_cast<char32_t>(c);
      marks += variant.marks(code_point) != code_point && code_point < 0xFF00;
    });
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
  double most = 0.2;  // below that nothing fits
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
