// SPDX-License-Identifier: Apache-2.0
// The part of "relata evaluate" that measures statements.
#pragma once

#include <string>
#include <vector>

#include "cli/options.hpp"

namespace relata::cli {

/// Measure what the texts beside the gold graphs at `paths` (files, or folders of them) state, and
/// print it as a table with the reliability of the confidence; `calibrate`: and what would make it
/// right, as the rows of confidence.tsv of a language pack. Returns the exit status.
int evaluate_statements(const std::vector<std::string>& paths, bool calibrate,
                        const Options& options);

}  // namespace relata::cli
