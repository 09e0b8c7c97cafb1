// SPDX-License-Identifier: Apache-2.0
// Runs of equal and changed bytes between a text and its input, and their composition. Doors:
// AlignedText and through().

#include "document/aligned_text.hpp"

#include <algorithm>

namespace relata::document {

std::uint32_t begin_in_input(const Runs& runs, std::uint32_t text) {
  // The first run that ends behind `text`; text between two runs was inserted.
  const auto run = std::partition_point(
      runs.begin(), runs.end(), [text](const Origin::Run& r) { return r.text + r.length <= text; });
  if (run == runs.end()) return runs.empty() ? 0 : runs.back().end;
  return run->equal && text > run->text ? run->begin + (text - run->text) : run->begin;
}

std::uint32_t end_in_input(const Runs& runs, std::uint32_t text) {
  // The last run that begins before `text`.
  const auto next = std::partition_point(runs.begin(), runs.end(),
                                         [text](const Origin::Run& r) { return r.text < text; });
  if (next == runs.begin()) return runs.empty() ? 0 : runs.front().begin;
  const Origin::Run& run = *(next - 1);
  return run.equal ? std::min(run.begin + (text - run.text), run.end) : run.end;
}

void AlignedText::keep(std::string_view bytes, std::size_t begin) {
  if (bytes.empty()) return;
  const auto at = static_cast<std::uint32_t>(text.size());
  const auto from = static_cast<std::uint32_t>(begin);
  const auto length = static_cast<std::uint32_t>(bytes.size());
  text += bytes;
  if (!runs.empty()) {
    Origin::Run& last = runs.back();
    if (last.equal && last.end == from && last.text + last.length == at) {
      last.length += length;
      last.end += length;
      return;
    }
  }
  runs.push_back({at, length, from, from + length, true});
}

void AlignedText::change(std::string_view bytes, std::size_t begin, std::size_t end) {
  runs.push_back({static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(bytes.size()),
                  static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), false});
  text += bytes;
}

AlignedText through(AlignedText outer, const AlignedText& inner) {
  Runs runs;
  const auto add = [&runs](const Origin::Run& run) {
    if (run.equal && !runs.empty() && runs.back().equal && runs.back().end == run.begin &&
        runs.back().text + runs.back().length == run.text) {
      runs.back().length += run.length;
      runs.back().end += run.length;
    } else {
      runs.push_back(run);
    }
  };
  auto below = inner.runs.begin();
  for (const Origin::Run& run : outer.runs) {
    if (!run.equal) {
      add({run.text, run.length, begin_in_input(inner.runs, run.begin),
           end_in_input(inner.runs, run.end), false});
      continue;
    }
    while (below != inner.runs.end() && below->text + below->length <= run.begin) ++below;
    for (auto part = below; part != inner.runs.end() && part->text < run.end; ++part) {
      const std::uint32_t begin = std::max(part->text, run.begin);
      const std::uint32_t end = std::min(part->text + part->length, run.end);
      const std::uint32_t text = run.text + (begin - run.begin);
      if (part->equal)
        add({text, end - begin, part->begin + (begin - part->text),
             part->begin + (end - part->text), true});
      else
        add({text, end - begin, part->begin, part->end, false});
    }
  }
  outer.runs = std::move(runs);
  return outer;
}

}  // namespace relata::document
