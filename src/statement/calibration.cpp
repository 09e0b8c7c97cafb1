// SPDX-License-Identifier: Apache-2.0
#include "statement/calibration.hpp"

#include <algorithm>
#include <charconv>
#include <relata/error.hpp>

namespace relata {

Calibration::Calibration(const Language& language) {
  const Language::Table table = language.table("confidence.tsv", 2);
  for (const Language::Row& row : table.rows) {
    double point[2] = {};
    bool good = true;
    for (std::size_t i = 0; i < 2; ++i) {
      const std::string_view cell = row.cells[i];
      const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), point[i]);
      good = good && error == std::errc() && end == cell.data() + cell.size() && point[i] >= 0 &&
             point[i] <= 1;
    }
    if (!points_.empty())
      good = good && point[0] > points_.back().first && point[1] >= points_.back().second;
    if (!good) throw FormatError(table.path, row.line, "want two numbers from 0 to 1, ascending");
    points_.emplace_back(point[0], point[1]);
  }
}

double Calibration::operator()(double confidence) const {
  if (points_.empty()) return confidence;
  const auto above = std::find_if(points_.begin(), points_.end(),
                                  [&](const auto& point) { return point.first >= confidence; });
  if (above == points_.begin()) return above->second;
  if (above == points_.end()) return points_.back().second;
  const auto& [x1, y1] = *(above - 1);
  const auto& [x2, y2] = *above;
  return y1 + (y2 - y1) * (confidence - x1) / (x2 - x1);
}

}  // namespace relata
