// SPDX-License-Identifier: Apache-2.0
// The offsets law: bytes of a normalised text -> code points of its input. Door: Origin::excerpt().
// Runs are found by bisection; code points are counted from the nearest 256th byte.

#include <algorithm>
#include <relata/document.hpp>
#include <utility>

#include "document/aligned_text.hpp"
#include "document/code_points.hpp"

namespace relata {
namespace {

constexpr std::size_t kStride = 256;

// Code points that begin in `bytes`, which may cut the first and the last one.
std::uint32_t count_begins(std::string_view bytes) {
  const auto starts_one = [](char byte) { return !document::is_continuation(byte); };
  return static_cast<std::uint32_t>(std::count_if(bytes.begin(), bytes.end(), starts_one));
}

}  // namespace

Origin::Origin(std::string input) : Origin(std::move(input), {}) {
  const auto size = static_cast<std::uint32_t>(input_.size());
  if (size > 0) runs_.push_back({0, size, 0, size, true});
}

Origin::Origin(std::string input, std::vector<Run> runs)
    : input_(std::move(input)), runs_(std::move(runs)) {
  code_points_.reserve(input_.size() / kStride + 1);
  std::uint32_t count = 0;
  for (std::size_t begin = 0; begin <= input_.size(); begin += kStride) {
    code_points_.push_back(count);
    count += count_begins(std::string_view(input_).substr(begin, kStride));
  }
}

Excerpt Origin::excerpt(Span span) const {
  std::uint32_t begin = document::begin_in_input(runs_, span.begin);
  std::uint32_t end = begin;
  if (span.begin < span.end) end = std::max(begin, document::end_in_input(runs_, span.end));
  // A span that cuts a code point takes the whole of it.
  while (begin > 0 && begin < input_.size() && document::is_continuation(input_[begin])) --begin;
  while (end < input_.size() && document::is_continuation(input_[end])) ++end;
  return {code_points_before(begin), code_points_before(end), input_.substr(begin, end - begin)};
}

std::uint32_t Origin::code_points_before(std::uint32_t byte) const {
  if (code_points_.empty()) return 0;
  const std::size_t stride = byte / kStride;
  const std::size_t begin = stride * kStride;
  return code_points_[stride] + count_begins(std::string_view(input_).substr(begin, byte - begin));
}

}  // namespace relata
