// SPDX-License-Identifier: Apache-2.0
// The most connected part of a graph: PageRank (Brin and Page 1998) by power iteration over the
// undirected graph. boost::page_rank knows no weights, so the iteration is our own. The door is
// top.

#include <algorithm>
#include <numeric>
#include <relata/graph.hpp>
#include <set>
#include <string_view>

#include "graph/boost_graph.hpp"

namespace relata {
namespace {

constexpr double kDamping = 0.85;
constexpr int kIterations = 50;  // 0.85^50 < 0.0003 of the rank may still move

// Rank of each vertex; an edge counts `weight(relation)` times. Vertices without edges keep what
// the damping gives to all.
template <typename Weight>
std::vector<double> page_rank(const BoostGraph& graph, Weight weight) {
  const std::size_t size = boost::num_vertices(graph);
  std::vector<double> degree(size, 0), rank(size, 1), next(size);
  const auto each_neighbour = [&](std::size_t vertex, auto use) {
    for (auto [edge, end] = boost::out_edges(vertex, graph); edge != end; ++edge)
      use(boost::target(*edge, graph), weight(graph[*edge]));
  };
  for (std::size_t v = 0; v < size; ++v)
    each_neighbour(v, [&](std::size_t, double w) { degree[v] += w; });
  for (int i = 0; i < kIterations; ++i) {
    std::fill(next.begin(), next.end(), 1 - kDamping);
    for (std::size_t v = 0; v < size; ++v)
      each_neighbour(
          v, [&](std::size_t n, double w) { next[n] += kDamping * rank[v] * w / degree[v]; });
    rank.swap(next);
  }
  return rank;
}

void mark(const Graph& graph, std::string_view id, std::vector<bool>& marks) {
  if (const Entity* entity = graph.find(id))
    marks[static_cast<std::size_t>(entity - graph.entities().data())] = true;
}

std::vector<bool> best(const std::vector<double>& rank, std::size_t count) {
  std::vector<std::size_t> order(rank.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return rank[a] > rank[b]; });
  order.resize(std::min(order.size(), count));
  std::vector<bool> chosen(rank.size());
  for (const std::size_t i : order) chosen[i] = true;
  return chosen;
}

}  // namespace

BoostGraph to_boost(const Graph& graph) {
  BoostGraph result(graph.entities().size());
  std::uint32_t index = 0;
  for (const Relation& relation : graph.relations())
    boost::add_edge(relation.subject, relation.object, index++, result);
  return result;
}

Graph top(const Graph& graph, std::size_t entities) {
  const std::vector<bool> chosen =
      best(page_rank(to_boost(graph),
                     [&](std::uint32_t relation) {
                       return static_cast<double>(graph.relations()[relation].documents);
                     }),
           entities);
  Graph part;
  std::vector<bool> kept = chosen;
  std::set<std::string_view> documents;
  for (const Relation& relation : graph.relations())
    if (chosen[relation.subject] && chosen[relation.object]) {
      part.relations_.push_back(relation);
      for (const Evidence& evidence : relation.evidence) {
        mark(graph, evidence.attribution, kept);
        mark(graph, evidence.place, kept);
        documents.insert(evidence.provenance.document);
      }
    }
  std::vector<std::uint32_t> index(kept.size());
  for (std::size_t i = 0; i < kept.size(); ++i) {
    index[i] = static_cast<std::uint32_t>(part.entities_.size());
    if (kept[i]) part.entities_.push_back(graph.entities()[i]);
  }
  for (Relation& relation : part.relations_) {
    relation.subject = index[relation.subject];
    relation.object = index[relation.object];
  }
  for (const SourceDocument& document : graph.documents())
    if (documents.count(document.id)) part.documents_.push_back(document);
  return part;
}

}  // namespace relata
