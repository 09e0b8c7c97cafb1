// SPDX-License-Identifier: Apache-2.0
// Whole documents to statement lines, compared to the byte with what they gave before. The lines
// show what the program does, right or wrong: a difference is to be looked at, then kept by
// scripts/update-golden.

#include <algorithm>
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <relata/export.hpp>
#include <relata/pipeline.hpp>
#include <sstream>

#include "support/json_schema.hpp"
#include "support/temporary_folder.hpp"

using namespace relata;
namespace fs = std::filesystem;

namespace {

constexpr const char* kDate = "2023-02-03";

std::vector<fs::path> documents() {
  std::vector<fs::path> paths;
  for (const auto& entry : fs::directory_iterator(DATA "/documents"))
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// The statement lines of a document, and what was reported.
std::string lines_of(const Pipeline& pipeline, const fs::path& path) {
  std::ostringstream out;
  const auto report = [&](const Diagnostic& diagnostic) { out << to_string(diagnostic) << '\n'; };
  ReadOptions options;
  options.date = kDate;
  DocumentReader(pipeline.languages(), options)
      .read_bytes(
          path.filename().string(), test::file_bytes(path),
          [&](Document&& document) {
            const Statements statements = pipeline.read(document, report);
            for (const Statement& statement : statements.statements) {
              write_json_line(statement, statements, {}, out);
              out << '\n';
            }
          },
          report);
  return out.str();
}

}  // namespace

TEST_CASE("golden documents") {
  const bool update = std::getenv("UPDATE_GOLDEN") != nullptr;
  const Pipeline pipeline(SCHEMA);
  const test::JsonSchema schema(SCHEMA "/statement.schema.json");
  CHECK(documents().size() >= 6);
  for (const fs::path& document : documents()) {
    INFO(document.filename().string());
    const fs::path expected = fs::path(document).replace_extension(".jsonl");
    const std::string got = lines_of(pipeline, document);
    if (update) std::ofstream(expected, std::ios::binary) << got;
    std::istringstream lines(got), before(test::file_bytes(expected));
    std::string line, other;
    for (std::size_t number = 1; std::getline(lines, line); ++number) {
      INFO("line " << number);
      CHECK(schema.problem(line) == "");
      if (!std::getline(before, other)) other = "(no line)";
      CHECK(line == other);
    }
    CHECK_FALSE(std::getline(before, other));
  }
}
