// SPDX-License-Identifier: Apache-2.0
// What an annotated input tells -> sentences.
#pragma once

#include <relata/diagnostic.hpp>
#include <relata/document.hpp>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <vector>

#include "sentence/lines.hpp"

namespace relata {

/// The sentences of `document.annotation`, with all but `number` and `quotations`. Lemmas are
/// folded; a missing one is the folded form. A tag that is no universal one is reported and counts
/// as missing. A sentence of more than `most` words is cut, loses its tree and is reported.
std::vector<Sentence> read_annotation(const Document& document, const Folding& folding,
                                      const LineClassifier& lines, std::size_t most,
                                      const DiagnosticSink& diagnostics);

}  // namespace relata
