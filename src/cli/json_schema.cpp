// SPDX-License-Identifier: Apache-2.0
// JSON Schema draft 4 (https://json-schema.org/specification-links#draft-4) by RapidJSON, which
// stops at the first problem of a document.

#include "cli/json_schema.hpp"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>
#include <rapidjson/schema.h>
#include <rapidjson/stringbuffer.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <relata/error.hpp>

namespace relata::cli {
namespace {

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError("cannot open " + path.string());
  return {std::istreambuf_iterator<char>(in), {}};
}

class JsonSchema {
 public:
  explicit JsonSchema(const std::filesystem::path& path) : name_(path.filename().string()) {
    rapidjson::Document json;
    if (json.Parse(bytes_of(path)).HasParseError())
      throw FormatError(path.string(), 1, rapidjson::GetParseError_En(json.GetParseError()));
    rules_ = std::make_unique<rapidjson::SchemaDocument>(json);
  }

  /// What is wrong with `json` and at which line of it; line 0: nothing.
  struct Problem {
    std::size_t line = 0;
    std::string message;
  };
  Problem problem_of(const std::string& json) const {
    constexpr unsigned flags =
        rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
    rapidjson::SchemaValidator validator(*rules_);
    rapidjson::MemoryStream in(json.data(), json.size());  // ends also within a cut character
    rapidjson::Reader reader;
    reader.Parse<flags>(in, validator);
    const auto end =
        json.begin() + static_cast<std::ptrdiff_t>(std::min(reader.GetErrorOffset(), json.size()));
    const std::size_t line = 1 + static_cast<std::size_t>(std::count(json.begin(), end, '\n'));
    if (!validator.IsValid()) return {line, message_of(validator)};
    if (reader.HasParseError())
      return {line, rapidjson::GetParseError_En(reader.GetParseErrorCode())};
    return {};
  }

 private:
  std::string message_of(const rapidjson::SchemaValidator& validator) const {
    rapidjson::StringBuffer where;
    validator.GetInvalidDocumentPointer().StringifyUriFragment(where);
    return std::string(where.GetString()) + " breaks '" + validator.GetInvalidSchemaKeyword() +
           "' of " + name_;
  }

  std::string name_;
  std::unique_ptr<rapidjson::SchemaDocument> rules_;
};

void report(const std::filesystem::path& path, std::size_t line, const std::string& message,
            const DiagnosticSink& diagnostics) {
  diagnostics({.severity = Diagnostic::Severity::failure,
               .document = path.string(),
               .line = line,
               .message = message});
}

}  // namespace

void check_json(const std::filesystem::path& path, const std::filesystem::path& schema,
                const DiagnosticSink& diagnostics) {
  const auto problem = JsonSchema(schema).problem_of(bytes_of(path));
  if (problem.line != 0) report(path, problem.line, problem.message, diagnostics);
}

void check_json_lines(const std::filesystem::path& path, const std::filesystem::path& schema,
                      const DiagnosticSink& diagnostics) {
  const JsonSchema rules(schema);
  std::ifstream in(path, std::ios::binary);
  if (!in) throw IoError("cannot open " + path.string());
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    const auto problem = rules.problem_of(line);
    if (problem.line != 0) report(path, number, problem.message, diagnostics);
  }
}

}  // namespace relata::cli
