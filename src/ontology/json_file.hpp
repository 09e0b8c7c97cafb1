// SPDX-License-Identifier: Apache-2.0
/// @file
/// A file of schema/ written in JSON, and where in it things stand.
#pragma once

#include <rapidjson/document.h>

#include <cstddef>
#include <filesystem>
#include <relata/ontology.hpp>
#include <string>
#include <vector>

namespace relata {

/// A JSON file that follows its JSON Schema, so that members which the schema requires are there
/// and have their type. Knows the line of every string of the file.
class JsonFile {
 public:
  /// Throws IoError for a file that cannot be read, FormatError for one that is not JSON or does
  /// not follow the schema.
  JsonFile(const std::filesystem::path& path, const std::filesystem::path& schema);
  JsonFile(const JsonFile&) = delete;  // the strings of json_ stand in bytes_

  const rapidjson::Value& operator[](const char* member) const { return json_[member]; }

  /// Throws FormatError at the line of `string`, which must be a string of this file.
  [[noreturn]] void fail(const rapidjson::Value& string, const std::string& problem) const;

 private:
  std::size_t line_at(std::size_t offset) const;
  void check(const std::filesystem::path& schema) const;

  std::string path_;
  std::string text_;   // as it was read
  std::string bytes_;  // the same, decoded in place
  rapidjson::Document json_;
};

/// Members of an object that may be missing.
std::string text_or_empty(const rapidjson::Value& object, const char* member);
bool flag(const rapidjson::Value& object, const char* member);

Labels labels_of(const rapidjson::Value& object);

}  // namespace relata
