// SPDX-License-Identifier: Apache-2.0
#include "training/treebank.hpp"

#include <relata/error.hpp>
#include <relata/evaluation.hpp>
#include <relata/read_file.hpp>

namespace relata {
namespace {

// A treebank may have changed a sentence since its names were annotated, but not one of so many.
constexpr std::size_t kFewest = 20;

}  // namespace

std::vector<Document> read_trees(const std::filesystem::path& path, const Languages& languages,
                                 const std::string& code) {
  const DocumentReader reader(languages, {.language = code, .format = ReadOptions::Format::conllu});
  std::vector<Document> documents;
  reader.read(
      path, [&](Document&& document) { documents.push_back(std::move(document)); },
      [](const Diagnostic& diagnostic) {
        if (diagnostic.severity == Diagnostic::Severity::failure)
          throw IoError(to_string(diagnostic));
      });
  if (documents.empty()) throw IoError(path.string() + " holds no sentences");
  return documents;
}

std::vector<TreebankSentence> read_treebank(const TreebankFiles& files, const Languages& languages,
                                            const std::string& code) {
  std::vector<Document> documents = read_trees(files.trees, languages, code);
  if (!files.entities.empty()) {
    std::size_t size = 0;
    for (const Document& document : documents) size += document.annotation.size();
    std::vector<Diagnostic> failures;
    read_entities(documents, files.entities.string(), read_file(files.entities),
                  [&](const Diagnostic& diagnostic) { failures.push_back(diagnostic); });
    if (failures.size() * kFewest > size)
      throw FormatError(failures.front().document, failures.front().line, failures.front().message);
  }
  std::vector<TreebankSentence> sentences;
  for (Document& document : documents)
    for (AnnotatedSentence& sentence : document.annotation)
      sentences.push_back({std::move(sentence), !files.entities.empty()});
  return sentences;
}

}  // namespace relata
