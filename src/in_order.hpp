// SPDX-License-Identifier: Apache-2.0
/// @file
/// Documents that several threads work on at a time, with results in the order of the input.
#pragma once

#include <algorithm>
#include <deque>
#include <filesystem>
#include <future>
#include <optional>
#include <relata/document.hpp>
#include <utility>
#include <vector>

#include "workers.hpp"

namespace relata {

/// What a document or a part of the input gave: problems come before the result.
template <class Result>
struct Outcome {
  std::vector<Diagnostic> diagnostics;
  std::optional<Result> result;
};

/// Call `attempt(Document&&)`, which returns an Outcome<Result>, for each document that `reader`
/// finds at `paths`, by `jobs` threads; give what it returns to the sinks. The calling thread reads
/// the input and calls the sinks. At most a window of outcomes waits at a time, which bounds the
/// memory; the oldest is delivered first, which keeps the order.
template <class Result, class Attempt, class Sink>
void read_in_order(const DocumentReader& reader, const std::vector<std::filesystem::path>& paths,
                   unsigned jobs, const Attempt& attempt, const Sink& results,
                   const DiagnosticSink& diagnostics) {
  const unsigned threads = std::max(jobs, 1U);
  const std::size_t window = 8 * std::size_t{threads};
  Workers<Outcome<Result>> workers(threads);
  std::deque<std::future<Outcome<Result>>> waiting;

  const auto deliver_oldest = [&] {
    std::future<Outcome<Result>> oldest = std::move(waiting.front());
    waiting.pop_front();
    Outcome<Result> outcome = oldest.get();
    if (diagnostics)
      for (const Diagnostic& diagnostic : outcome.diagnostics) diagnostics(diagnostic);
    if (outcome.result) results(std::move(*outcome.result));
  };
  const auto append = [&](std::future<Outcome<Result>> outcome) {
    if (waiting.size() >= window) deliver_oldest();
    waiting.push_back(std::move(outcome));
  };
  const auto on_document = [&](Document&& document) {
    append(workers.start([&attempt, document = std::move(document)]() mutable {
      return attempt(std::move(document));
    }));
  };
  const auto on_diagnostic = [&](const Diagnostic& diagnostic) {
    std::promise<Outcome<Result>> known;
    known.set_value({.diagnostics = {diagnostic}, .result = {}});
    append(known.get_future());
  };

  for (const std::filesystem::path& path : paths) reader.read(path, on_document, on_diagnostic);
  while (!waiting.empty()) deliver_oldest();
}

}  // namespace relata
