// SPDX-License-Identifier: Apache-2.0
/// @file
/// A Graph seen by Boost.Graph. Only this stage includes it: the headers of Boost.Graph cost more
/// to compile than all others of the library together.
#pragma once

#include <boost/graph/adjacency_list.hpp>
#include <relata/graph.hpp>

namespace relata {

/// Vertex i is entity i; an edge holds the index of its relation. A relation ties its two ends
/// together whichever way it points.
using BoostGraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS,
                                         boost::no_property, std::uint32_t>;

BoostGraph to_boost(const Graph& graph);

}  // namespace relata
