// SPDX-License-Identifier: Apache-2.0
// Annotated files -> sentences to learn from.
#pragma once

#include <filesystem>
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

/// The documents of a file in CoNLL-U. Throws IoError, also for a sentence that breaks the format.
std::vector<Document> read_trees(const std::filesystem::path& path, const Languages& languages,
                                 const std::string& code);

/// The sentences of a treebank in the language `code`. Throws IoError, and FormatError
/// if the names are not those of the treebank.
std::vector<TreebankSentence> read_treebank(const TreebankFiles& files, const Languages& languages,
                                            const std::string& code);

}  // namespace relata
