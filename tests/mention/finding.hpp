// SPDX-License-Identifier: Apache-2.0
// The mentions of a text, by the stages up to the mention stage.
#pragma once

#include <relata/mention.hpp>
#include <string>
#include <vector>

#include "support/documents.hpp"

namespace relata::test {

/// What the stages know; opened once.
struct Schema {
  Ontology ontology{SCHEMA "/ontology"};
  Gazetteer gazetteer{SCHEMA "/entities", ontology};
  Languages languages{SCHEMA "/languages"};

  static const Schema& opened() {
    static const Schema schema;
    return schema;
  }
};

/// The first stages of one language.
struct Finding {
  explicit Finding(const std::string& code)
      : language(Schema::opened().languages.find(code)),
        annotator(language, Schema::opened().gazetteer),
        finder(language, Schema::opened().gazetteer, Schema::opened().ontology) {}

  static const Finding& of(const std::string& tag) {
    static const Finding zh("zh"), en("en");
    return tag.starts_with("zh") ? zh : en;
  }

  const Language& language;
  Annotator annotator;
  MentionFinder finder;
};

/// A document with what was found in it.
struct Found {
  Document document;
  std::vector<Sentence> sentences;
  Mentions mentions;

  std::string_view text(const Mention& mention) const { return document.at(mention.span); }
  const Entity& entity(std::uint32_t index) const { return mentions.entities[index]; }
  /// "日本=wd:Q17", several entities joined by "+"; who is not in the gazetteer is "Person".
  std::string said(const Mention& mention) const {
    std::string ids;
    for (const std::uint32_t index : mention.entities) {
      const Entity& one = entity(index);
      ids += (ids.empty() ? "" : "+") + (one.id.starts_with("x:") ? one.type : one.id);
    }
    return std::string(text(mention)) + "=" + ids;
  }
  /// All mentions in order.
  std::vector<std::string> all() const {
    std::vector<std::string> list;
    for (const Mention& mention : mentions.mentions) list.push_back(said(mention));
    return list;
  }
};

inline Found found_in(const std::string& language, const std::string& text,
                      const std::string& date = {}) {
  Found found{document_of(language, text), {}, {}};
  found.document.date = date;
  const Finding& stages = Finding::of(language);
  found.sentences = stages.annotator.annotate(found.document, [](const Diagnostic&) {});
  found.mentions = stages.finder.find(found.document, found.sentences);
  return found;
}

}  // namespace relata::test
