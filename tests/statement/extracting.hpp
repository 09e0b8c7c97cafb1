// SPDX-License-Identifier: Apache-2.0
// The statements of a text, by the stages up to the statement stage.
#pragma once

#include <relata/statement.hpp>
#include <string>
#include <vector>

#include "mention/finding.hpp"

namespace relata::test {

/// The extractor of the language of a tag; opened once.
inline const Extractor& extractor_of(const std::string& tag) {
  static const Extractor zh(Finding::of("zh").language, Schema::opened().ontology);
  static const Extractor en(Finding::of("en").language, Schema::opened().ontology);
  return tag.starts_with("zh") ? zh : en;
}

inline Statements statements_in(const std::string& language, const std::string& text,
                                const std::string& date = {}) {
  const Found found = found_in(language, text, date);
  return extractor_of(language).extract(found.document, found.sentences, found.mentions);
}

/// The text form of all statements, sorted.
inline std::vector<std::string> read_in(const std::string& language, const std::string& text) {
  const Statements statements = statements_in(language, text);
  std::vector<std::string> list;
  for (const Statement& statement : statements.statements)
    list.push_back(to_string(statement, statements));
  std::sort(list.begin(), list.end());
  return list;
}

}  // namespace relata::test
