// SPDX-License-Identifier: Apache-2.0
// Statements against gold graphs: recall, precision, what was denied, and whether a confidence of
// 0.8 means that four of five are right.

#include "cli/evaluate_statements.hpp"

#include <fmt/ostream.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <relata/error.hpp>
#include <relata/evaluation.hpp>
#include <relata/pipeline.hpp>

#include "cli/messages.hpp"
#include "cli/output.hpp"
#include "cli/schema_folder.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> graphs_at(const std::vector<std::string>& paths) {
  std::vector<fs::path> graphs;
  for (const fs::path path : paths) {
    if (!fs::is_directory(path)) {
      graphs.push_back(path);
      continue;
    }
    for (const auto& entry : fs::recursive_directory_iterator(path))
      if (entry.path().extension() == ".json") graphs.push_back(entry.path());
  }
  std::sort(graphs.begin(), graphs.end());
  return graphs;
}

void write_score(const std::string& name, const GraphScore& score, std::ostream& out) {
  fmt::print(out, "{:<28} {:>6.3f} {:>4}/{:<4} {:>9.3f} {:>4}/{:<4} {:>7}/{:<3} {:>7}\n", name,
             score.recall(), score.found, score.core, score.precision(), score.right, score.judged,
             score.kept, score.negated, score.flipped);
}

// For each tenth of confidence how many statements are right: a reliability diagram.
void write_reliability(const GraphScore& all, std::ostream& out) {
  fmt::print(out, "\nconfidence   statements  right\n");
  constexpr int kBins = 10, kWidth = 40;
  for (int bin = 0; bin < kBins; ++bin) {
    std::size_t count = 0, right = 0;
    for (const GraphScore::Judgement& judgement : all.judgements)
      if (std::min(kBins - 1, static_cast<int>(judgement.confidence * kBins)) == bin)
        ++count, right += judgement.right;
    if (count == 0) continue;
    const double share = static_cast<double>(right) / static_cast<double>(count);
    fmt::print(out, "{:.1f} to {:.1f}   {:>9}  {:.3f}  {}\n", bin / 10.0, (bin + 1) / 10.0, count,
               share, std::string(static_cast<std::size_t>(share * kWidth + 0.5), '#'));
  }
  for (const double least : {0.5, 0.6, 0.7, 0.8, 0.9}) {
    std::size_t count = 0, right = 0;
    for (const GraphScore::Judgement& judgement : all.judgements)
      if (judgement.confidence >= least) ++count, right += judgement.right;
    if (count > 0)
      fmt::print(out, "--min-confidence {:.1f} keeps {} of {}, {:.1f} % right\n", least, count,
                 all.judgements.size(),
                 100.0 * static_cast<double>(right) / static_cast<double>(count));
  }
}

// Points of confidence.tsv: the share of right statements as it rises with the confidence (isotonic
// regression by pooling adjacent violators, Ayer et al. 1955), for groups that are not too small.
void write_calibration(std::vector<GraphScore::Judgement> judgements, std::ostream& out) {
  struct Pool {
    double sum = 0, right = 0, count = 0;
    double share() const { return (right + 1) / (count + 2); }
  };
  constexpr double kSmallest = 12;
  std::sort(judgements.begin(), judgements.end(),
            [](const auto& a, const auto& b) { return a.confidence < b.confidence; });
  std::vector<Pool> pools;
  const auto merge_last = [&] {
    const Pool last = pools.back();
    pools.pop_back();
    pools.back().sum += last.sum, pools.back().right += last.right;
    pools.back().count += last.count;
  };
  for (const GraphScore::Judgement& judgement : judgements) {
    const Pool one{judgement.confidence, judgement.right ? 1.0 : 0.0, 1};
    if (!pools.empty() && pools.back().count < kSmallest) {
      pools.push_back(one);
      merge_last();
    } else {
      pools.push_back(one);
    }
    while (pools.size() > 1 && pools.back().count >= kSmallest &&
           pools.back().share() <= pools[pools.size() - 2].share())
      merge_last();
  }
  if (pools.size() > 1 && pools.back().count < kSmallest) merge_last();
  fmt::print(out, "\nconfidence.tsv\n0\t0\n");
  for (const Pool& pool : pools)
    fmt::print(out, "{:.3f}\t{:.3f}\n", pool.sum / pool.count, pool.share());
}

}  // namespace

int evaluate_statements(const std::vector<std::string>& paths, bool calibrate,
                        const Options& options) {
  Messages messages(options, "documents");
  Output output("-");
  const Pipeline pipeline(schema_folder(options.schema));
  const DocumentReader reader(pipeline.languages(), options.read);
  std::map<std::string, GraphScore> by_language;
  GraphScore all;
  fmt::print(output.stream(), "{:<28} {:>6} {:>9} {:>9} {:>9} {:>11} {:>7}\n", "document", "recall",
             "", "precision", "", "denied", "flipped");
  for (const fs::path& path : graphs_at(paths)) {
    const GoldGraph gold = read_gold_graph(path);
    fs::path text = path;
    text.replace_extension(".txt");
    if (!fs::exists(text)) throw IoError("no text beside " + path.string());
    reader.read(
        text,
        [&](Document&& document) {
          const GraphScore score =
              score_graph(gold, pipeline.read(document, messages.sink()), pipeline.ontology());
          write_score(document.language + " " + path.stem().string(), score, output.stream());
          by_language[document.language] += score;
          all += score;
          messages.count(1);
        },
        messages.sink());
  }
  output.stream() << '\n';
  for (const auto& [language, score] : by_language) write_score(language, score, output.stream());
  write_score("all", all, output.stream());
  write_reliability(all, output.stream());
  if (calibrate) write_calibration(all.judgements, output.stream());
  output.commit();
  return messages.exit_status();
}

}  // namespace relata::cli
