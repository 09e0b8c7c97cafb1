// SPDX-License-Identifier: Apache-2.0
// What a document tells of the kinds of things that it names.
#pragma once

#include "mention/scan.hpp"

namespace relata {

/// Learns from the mentions of a sentence. Only what a noun in the name does not tell is learned.
void learn_kinds(Scan& scan);

}  // namespace relata
