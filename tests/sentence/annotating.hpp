// SPDX-License-Identifier: Apache-2.0
/// @file
/// Reads a text into sentences that tests compare.
#pragma once

#include <catch2/catch.hpp>
#include <relata/ontology.hpp>
#include <relata/sentence.hpp>
#include <string>
#include <vector>

namespace annotating {

inline const relata::Languages& languages() {
  static const relata::Languages all(SCHEMA "/languages");
  return all;
}

inline const relata::Gazetteer& gazetteer() {
  static const relata::Ontology ontology(SCHEMA "/ontology");
  static const relata::Gazetteer all(SCHEMA "/entities", ontology);
  return all;
}

inline const relata::Annotator& annotator(const std::string& language) {
  static const relata::Annotator zh(languages().find("zh"), gazetteer());
  static const relata::Annotator en(languages().find("en"), gazetteer());
  return language.starts_with("zh") ? zh : en;
}

struct Result {
  relata::Document document;
  std::vector<relata::Sentence> sentences;
  std::vector<std::string> messages;

  std::string at(relata::Span span) const { return std::string(document.at(span)); }
};

inline Result annotate(const std::string& language, const std::string& text) {
  Result result;
  relata::ReadOptions options;
  options.language = language;
  options.format = relata::ReadOptions::Format::text;
  const auto note = [&](const relata::Diagnostic& diagnostic) {
    result.messages.push_back(to_string(diagnostic));
  };
  relata::DocumentReader(languages(), options)
      .read_bytes(
          "a.txt", text,
          [&](relata::Document&& document) { result.document = std::move(document); }, note);
  result.sentences = annotator(language).annotate(result.document, note);
  return result;
}

/// The texts of the sentences.
inline std::vector<std::string> sentences(const std::string& language, const std::string& text) {
  const Result result = annotate(language, text);
  std::vector<std::string> all;
  for (const relata::Sentence& sentence : result.sentences) all.push_back(result.at(sentence.span));
  return all;
}

/// The words, with blanks between them.
inline std::string words(const std::string& language, const std::string& text) {
  std::string all;
  for (const relata::Sentence& sentence : annotate(language, text).sentences)
    for (const relata::Token& token : sentence.tokens) all += (all.empty() ? "" : " ") + token.form;
  return all;
}

/// "1: words (speaker)" for each part of a quotation, "1.2:" for one of depth 2, in a line each.
inline std::string quotations(const std::string& language, const std::string& text) {
  const Result result = annotate(language, text);
  std::string all;
  for (const relata::Sentence& sentence : result.sentences)
    for (const relata::Quotation& quotation : sentence.quotations)
      all += std::to_string(quotation.number) +
             (quotation.depth > 1 ? "." + std::to_string(quotation.depth) : "") + ": " +
             result.at(quotation.span) + " (" + result.at(quotation.speaker) + ")\n";
  return all;
}

}  // namespace annotating
