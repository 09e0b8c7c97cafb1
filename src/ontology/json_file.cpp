// SPDX-License-Identifier: Apache-2.0
// JSON files checked by JSON Schema draft 4 (https://json-schema.org/specification-links#draft-4).
// The door is JsonFile. Parsing in place keeps every string where it stood in the file: that gives
// the line of a problem which only the loader can see.

#include "ontology/json_file.hpp"

#include <rapidjson/error/en.h>
#include <rapidjson/reader.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <relata/error.hpp>
#include <relata/read_file.hpp>
#include <sstream>
#include <utility>

namespace relata {

JsonFile::JsonFile(const std::filesystem::path& path, const std::filesystem::path& schema)
    : path_(path.string()), text_(read_file(path)), bytes_(text_) {
  json_.ParseInsitu<rapidjson::kParseValidateEncodingFlag>(bytes_.data());
  if (json_.HasParseError())
    throw FormatError(path_, line_at(json_.GetErrorOffset()),
                      rapidjson::GetParseError_En(json_.GetParseError()));
  check(schema);
}

void JsonFile::check(const std::filesystem::path& schema) const {
  rapidjson::Document json;
  if (json.Parse(read_file(schema)).HasParseError())
    throw FormatError(schema.string(), 1, rapidjson::GetParseError_En(json.GetParseError()));
  const rapidjson::SchemaDocument rules(json);
  rapidjson::SchemaValidator validator(rules);
  rapidjson::StringStream in(text_.c_str());
  rapidjson::Reader reader;
  reader.Parse(in, validator);  // ends where the schema is first broken
  if (validator.IsValid()) return;
  rapidjson::StringBuffer where;
  validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
  throw FormatError(path_, line_at(reader.GetErrorOffset()),
                    std::string(where.GetString()) + " breaks '" +
                        validator.GetInvalidSchemaKeyword() + "' of " + schema.filename().string());
}

std::size_t JsonFile::line_at(std::size_t offset) const {
  const auto begin = text_.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(std::min(offset, text_.size()));
  return 1 + static_cast<std::size_t>(std::count(begin, end, '\n'));
}

void JsonFile::fail(const rapidjson::Value& string, const std::string& problem) const {
  throw FormatError(path_, line_at(static_cast<std::size_t>(string.GetString() - bytes_.data())),
                    problem);
}

std::string text_or_empty(const rapidjson::Value& object, const char* member) {
  const auto found = object.FindMember(member);
  return found == object.MemberEnd() ? std::string() : found->value.GetString();
}

bool flag(const rapidjson::Value& object, const char* member) {
  const auto found = object.FindMember(member);
  return found != object.MemberEnd() && found->value.GetBool();
}

Labels labels_of(const rapidjson::Value& object) {
  Labels labels;
  for (const auto& label : object["labels"].GetObject())
    labels.emplace(label.name.GetString(), label.value.GetString());
  return labels;
}

}  // namespace relata
