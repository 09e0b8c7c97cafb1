// SPDX-License-Identifier: Apache-2.0
// Viterbi over labels, of which not every one may follow every other.

#include <limits>
#include <relata/entity_labels.hpp>
#include <string_view>

namespace relata {
namespace {

std::string_view type_of(std::string_view label) {
  return label.size() > 2 ? label.substr(2) : std::string_view();
}
bool ends(std::string_view label) {
  return label.front() == 'O' || label.front() == 'E' || label.front() == 'S';
}
bool begins(std::string_view label) {
  return label.front() == 'O' || label.front() == 'B' || label.front() == 'S';
}

std::vector<NamedEntity> entities_of(const std::vector<std::size_t>& path,
                                     const std::vector<std::string>& labels) {
  std::vector<NamedEntity> entities;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i < path.size(); ++i) {
    const std::string& label = labels[path[i]];
    if (begins(label)) begin = i;
    if (ends(label) && label.front() != 'O')
      entities.push_back({begin, i + 1, std::string(type_of(label))});
  }
  return entities;
}

}  // namespace

std::vector<std::vector<bool>> entity_transitions(const std::vector<std::string>& labels) {
  std::vector<std::vector<bool>> may_follow(labels.size(), std::vector<bool>(labels.size()));
  for (std::size_t now = 0; now < labels.size(); ++now)
    for (std::size_t before = 0; before < labels.size(); ++before)
      may_follow[now][before] =
          ends(labels[before])
              ? begins(labels[now])
              : !begins(labels[now]) && type_of(labels[now]) == type_of(labels[before]);
  return may_follow;
}

std::vector<NamedEntity> best_entities(const Matrix& scores, const std::vector<std::string>& labels,
                                       const std::vector<std::vector<bool>>& may_follow) {
  constexpr float kNever = -std::numeric_limits<float>::infinity();
  if (scores.rows == 0) return {};
  const std::size_t count = labels.size();
  std::vector<float> best(count), next(count);
  std::vector<std::size_t> from(scores.rows * count);
  for (std::size_t k = 0; k < count; ++k) best[k] = begins(labels[k]) ? scores.row(0)[k] : kNever;
  for (std::size_t i = 1; i < scores.rows; ++i) {
    for (std::size_t k = 0; k < count; ++k) {
      std::size_t place = count;
      for (std::size_t b = 0; b < count; ++b)
        if (may_follow[k][b] && (place == count || best[b] > best[place])) place = b;
      from[i * count + k] = place;
      next[k] = place == count ? kNever : best[place] + scores.row(i)[k];
    }
    best.swap(next);
  }
  std::vector<std::size_t> path(scores.rows, 0);
  for (std::size_t k = 0; k < count; ++k)
    if (ends(labels[k]) && (!ends(labels[path.back()]) || best[k] > best[path.back()]))
      path.back() = k;
  for (std::size_t i = scores.rows; i-- > 1;) path[i - 1] = from[i * count + path[i]];
  return entities_of(path, labels);
}

}  // namespace relata
