// SPDX-License-Identifier: Apache-2.0
// JSON Lines -> Drafts, one a line. Door: read_json_lines(). Reads events, not trees: a line of any
// depth costs no stack, and numbers keep their digits.

#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "document/code_points.hpp"
#include "document/decoding.hpp"
#include "document/draft.hpp"

namespace relata::document {
namespace {

// Collects the strings and numbers of the outermost object.
class Members : public rapidjson::BaseReaderHandler<rapidjson::UTF8<>, Members> {
 public:
  struct Value {
    enum class Type { string, number, other } type;
    std::string text;
  };

  bool Default() { return value(Value::Type::other, {}); }
  bool Null() {
    if (depth_ == 1) values_.erase(key_);
    return true;
  }
  bool String(const char* text, rapidjson::SizeType length, bool) {
    return value(Value::Type::string, {text, length});
  }
  bool RawNumber(const char* text, rapidjson::SizeType length, bool) {
    return value(Value::Type::number, {text, length});
  }
  bool Key(const char* text, rapidjson::SizeType length, bool) {
    if (depth_ == 1) key_.assign(text, length);
    return true;
  }
  bool StartObject() {
    is_object_ |= depth_ == 0;
    return value(Value::Type::other, {}) && ++depth_ > 0;
  }
  bool EndObject(rapidjson::SizeType) { return depth_-- > 0; }
  bool StartArray() { return value(Value::Type::other, {}) && ++depth_ > 0; }
  bool EndArray(rapidjson::SizeType) { return depth_-- > 0; }

  bool is_object() const { return is_object_; }
  const Value* find(const std::string& key) const {
    const auto found = values_.find(key);
    return found == values_.end() ? nullptr : &found->second;
  }

 private:
  bool value(Value::Type type, std::string_view text) {
    if (depth_ == 1) values_[key_] = {type, std::string(text)};
    return true;
  }

  std::size_t depth_ = 0;
  bool is_object_ = false;
  std::string key_;
  std::unordered_map<std::string, Value> values_;
};

// What is wrong with `line`, or empty.
std::string parse(std::string_view line, Members& members) {
  constexpr unsigned kFlags = rapidjson::kParseIterativeFlag |
                              rapidjson::kParseValidateEncodingFlag |
                              rapidjson::kParseNumbersAsStringsFlag;
  rapidjson::MemoryStream stream(line.data(), line.size());
  rapidjson::Reader reader;
  const rapidjson::ParseResult result = reader.Parse<kFlags>(stream, members);
  if (result.IsError())
    return "not JSON at byte " + std::to_string(result.Offset() + 1) + ": " +
           rapidjson::GetParseError_En(result.Code());
  if (!members.is_object()) return "not a JSON object";
  return {};
}

// The member as text; a number counts if `number`. Sets `problem` if it is something else.
std::string text_member(const Members& members, const std::string& key, bool number,
                        std::string& problem) {
  const Members::Value* value = members.find(key);
  if (!value) return {};
  using Type = Members::Value::Type;
  if (value->type != Type::string && !(number && value->type == Type::number))
    problem = "\"" + key + "\" is not a string";
  // RapidJSON lets an escaped low surrogate without its high surrogate pass.
  else if (repair_utf8(value->text).malformed > 0)
    problem = "\"" + key + "\" holds half of a surrogate pair";
  return value->text;
}

// What is wrong with `line`, or empty; sets all of `draft` that the line gives.
std::string read_line(std::string_view line, Draft& draft) {
  Members members;
  std::string problem = parse(line, members);
  if (!problem.empty()) return problem;
  if (!members.find("text")) return "no \"text\"";
  std::string text = text_member(members, "text", false, problem);
  std::string id = text_member(members, "id", true, problem);
  std::string date = text_member(members, "date", true, problem);
  std::string source = text_member(members, "source", false, problem);
  std::string language = text_member(members, "lang", false, problem);
  if (!problem.empty()) return problem;
  if (text.size() > kLongestText) return "\"text\" is longer than 2 GiB";
  draft = read_plain_text(std::move(text));
  draft.id = std::move(id);
  draft.date = std::move(date);
  draft.source = std::move(source);
  draft.language = std::move(language);
  return {};
}

}  // namespace

void read_json_lines(const std::string& name, std::string_view input, const DraftSink& drafts,
                     const ProblemSink& failures, const ProblemSink& warnings) {
  if (input.starts_with(kByteOrderMark)) input.remove_prefix(kByteOrderMark.size());
  std::unordered_map<std::string, std::size_t> lines_of_ids;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < input.size();) {
    const std::size_t end = std::min(input.find('\n', begin), input.size());
    const std::string_view line = input.substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (trimmed(line).empty()) continue;
    Draft draft;
    if (const std::string problem = read_line(line, draft); !problem.empty()) {
      failures(number, problem);
      continue;
    }
    if (draft.id.empty()) draft.id = name + ":" + std::to_string(number);
    draft.line = number;
    const auto [first, is_new] = lines_of_ids.emplace(draft.id, number);
    if (!is_new)
      warnings(number, "id '" + draft.id + "' stands on line " + std::to_string(first->second) +
                           " already");
    drafts(std::move(draft));
  }
}

}  // namespace relata::document
