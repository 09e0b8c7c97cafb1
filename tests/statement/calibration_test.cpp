// SPDX-License-Identifier: Apache-2.0
// The curve from the confidence of rules to the share of statements that are right.

#include "statement/calibration.hpp"

#include <catch2/catch.hpp>
#include <optional>
#include <relata/error.hpp>

#include "support/temporary_folder.hpp"

using namespace relata;

namespace {

// What `confidence` comes out as with a file of those rows; the problem of the file is thrown.
double calibrated(const std::optional<std::string>& rows, double confidence) {
  const test::TemporaryFolder folder;
  folder.write("pack.json", R"({"code": "xx", "scripts": ["Latn"]})");
  if (rows) folder.write("confidence.tsv", *rows);
  return Calibration(Language(folder.path()))(confidence);
}

}  // namespace

TEST_CASE("a confidence goes along the curve of the pack") {
  CHECK(calibrated({}, 0.37) == 0.37);
  const std::string rows = "# measured\n0\t0\n0.5\t0.8\n0.9\t0.9\n";
  CHECK(calibrated(rows, 0) == 0);
  CHECK(calibrated(rows, 0.25) == Approx(0.4));
  CHECK(calibrated(rows, 0.5) == Approx(0.8));
  CHECK(calibrated(rows, 0.7) == Approx(0.85));
  CHECK(calibrated(rows, 1) == Approx(0.9));
}

TEST_CASE("a curve that falls, or leaves 0 to 1, is told") {
  for (const char* rows : {"0\t0\n0.5\t1.1\n", "0.5\t0.5\n0.4\t0.6\n", "0.4\t0.6\n0.5\t0.5\n",
                           "x\t0.5\n", "-0.1\t0.5\n"}) {
    INFO(rows);
    CHECK_THROWS_AS(calibrated(std::string(rows), 0.5), FormatError);
  }
}
