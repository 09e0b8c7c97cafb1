// SPDX-License-Identifier: Apache-2.0
// Annotated files -> sentences to learn from.
#pragma once

#include <relata/document.hpp>
#include <relata/language.hpp>
#include <relata/training.hpp>
#include <string>
#include <vector>

namespace relata {

struct TreebankSentence {
  AnnotatedSentence annotation;
  bool names_known = false;  ///< `annotation.entities` are all that there are
};

/// The sentences of a treebank in the language `code`. Throws IoError and FormatError.
std::vector<TreebankSentence> read_treebank(const TreebankFiles& files, const Languages& languages,
                                            const std::string& code);

}  // namespace relata
