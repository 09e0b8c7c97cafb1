// SPDX-License-Identifier: Apache-2.0
/// @file
/// Checks of JSON by the schemas of schema/.
#pragma once

#include <rapidjson/document.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <string>

#include "support/temporary_folder.hpp"

namespace relata::test {

/// A JSON Schema; tells how a text breaks it.
class JsonSchema {
 public:
  explicit JsonSchema(const std::string& file) : schema_(parse(file_bytes(file))) {}

  /// Empty if `json` follows the schema, else where it does not.
  std::string problem(const std::string& json) const {
    rapidjson::Document document;
    document.Parse<rapidjson::kParseValidateEncodingFlag>(json.data(), json.size());
    if (document.HasParseError()) return "not JSON";
    rapidjson::SchemaValidator validator(schema_);
    if (document.Accept(validator)) return {};
    rapidjson::StringBuffer where;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
    return std::string(where.GetString()) + " breaks " + validator.GetInvalidSchemaKeyword();
  }

 private:
  static rapidjson::SchemaDocument parse(const std::string& bytes) {
    rapidjson::Document json;
    json.Parse(bytes);
    if (json.HasParseError()) throw std::runtime_error("a schema that is not JSON");
    return rapidjson::SchemaDocument(json);
  }

  rapidjson::SchemaDocument schema_;
};

}  // namespace relata::test
