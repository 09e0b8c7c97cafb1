// SPDX-License-Identifier: Apache-2.0
// pairs.*.tsv: what is read in a sentence, construction by construction; sentences that stand
// together differ in one thing. Four cells: the language tag, the construction, the sentence, and
// all statements in their text form, sorted, set apart by " ; ", or "-". Open statements are left
// out. unmet.tsv has the rows that are read wrongly.

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "statement/extracting.hpp"

using namespace relata;

namespace {

struct Row {
  std::string place;  // file and line
  std::string tag, construction, sentence, statements;
};

std::vector<std::string> cells_of(const std::string& line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    cells.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return cells;
}

std::vector<Row> rows_of(const std::filesystem::path& file) {
  std::vector<Row> rows;
  std::ifstream in(file);
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> cells = cells_of(line);
    const std::string place = file.filename().string() + ":" + std::to_string(number);
    INFO(place);
    REQUIRE(cells.size() == 4);
    rows.push_back({place, cells[0], cells[1], cells[2], cells[3]});
  }
  return rows;
}

std::vector<std::filesystem::path> tables() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(DATA)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("pairs.") && name.ends_with(".tsv")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

std::string read(const Row& row) {
  std::string text;
  for (const std::string& statement : test::read_in(row.tag, row.sentence)) {
    if (statement.starts_with("open(")) continue;
    text.append(text.empty() ? "" : " ; ").append(statement);
  }
  return text.empty() ? "-" : text;
}

}  // namespace

TEST_CASE("pairs of sentences are read construction by construction") {
  for (const std::filesystem::path& file : tables())
    for (const Row& row : rows_of(file)) {
      INFO(row.place << " " << row.construction << ": " << row.sentence);
      CHECK(read(row) == row.statements);
    }
}

TEST_CASE("rows that are read wrongly are told, and leave the list when they come right") {
  const std::vector<Row> rows = rows_of(std::filesystem::path(DATA) / "unmet.tsv");
  for (const Row& row : rows) {
    INFO(row.place << " is right now, it belongs to the pairs: " << row.sentence);
    CHECK(read(row) != row.statements);
  }
  WARN(rows.size() << " rows of unmet.tsv are read wrongly");
}
