// SPDX-License-Identifier: Apache-2.0
/// @file
/// The evidence of a relation.
#pragma once

#include <relata/graph.hpp>

namespace relata {

/// Sort the evidence, keep each statement once, and count what follows from it.
void settle(Relation& relation);

}  // namespace relata
