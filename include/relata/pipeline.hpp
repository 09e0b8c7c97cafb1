// SPDX-License-Identifier: Apache-2.0
/// @file
/// All stages in one call: bytes -> Statements and Graph.
#pragma once

#include <filesystem>
#include <memory>
#include <relata/diagnostic.hpp>
#include <relata/document.hpp>
#include <relata/entity.hpp>
#include <relata/graph.hpp>
#include <relata/language.hpp>
#include <relata/mention.hpp>
#include <relata/ontology.hpp>
#include <relata/sentence.hpp>
#include <relata/statement.hpp>
#include <string>
#include <vector>

namespace relata {

/// What every stage made of one document.
struct Reading {
  std::vector<Sentence> sentences;
  Mentions mentions;
  Statements statements;
  Explanation explanation;
};

/// A document with its sentences.
struct Annotated {
  Document document;
  std::vector<Sentence> sentences;
};

/// Reads documents.
///
///     relata::Pipeline pipeline("schema");
///     relata::GraphBuilder builder(pipeline.ontology());
///     builder.add(pipeline.read({.id = "news", .language = "en", .text = "Japan condemned
///     Russia."})); relata::find_exporter("nquads").write(builder.finish(), pipeline.ontology(),
///     {}, std::cout);
///
/// Immutable but for language packs, which are opened when first used; safe to share between
/// threads.
class Pipeline {
 public:
  /// `schema` is the folder with ontology/, entities/ and languages/. `user` has words that are
  /// never cut. Throws IoError or FormatError.
  explicit Pipeline(const std::filesystem::path& schema, UserDictionary user = {});
  ~Pipeline();

  const Ontology& ontology() const;
  const Gazetteer& gazetteer() const;
  const Languages& languages() const;

  /// The sentences of one document, with words, parts of speech and what else the sentence stage
  /// finds. Throws as read() does.
  std::vector<Sentence> annotate(const Document& document,
                                 const DiagnosticSink& diagnostics = {}) const;

  /// What one document states. Throws UnknownName for a language without a pack, and Error for a
  /// text of more than 8 MiB.
  Statements read(const Document& document, const DiagnosticSink& diagnostics = {}) const;

  /// The same with everything that was made on the way.
  Reading explain(const Document& document, const DiagnosticSink& diagnostics = {}) const;

  using Sink = std::function<void(Statements&&)>;
  /// Read what `reader` finds at `paths` with `jobs` threads, and give the statements of each
  /// document to `statements` in the order of the input, which does not depend on `jobs`. Both
  /// sinks are called by one thread at a time.
  void read_all(const DocumentReader& reader, const std::vector<std::filesystem::path>& paths,
                unsigned jobs, const Sink& statements, const DiagnosticSink& diagnostics) const;

  using AnnotatedSink = std::function<void(Annotated&&)>;
  /// The same for sentences.
  void annotate_all(const DocumentReader& reader, const std::vector<std::filesystem::path>& paths,
                    unsigned jobs, const AnnotatedSink& annotated,
                    const DiagnosticSink& diagnostics) const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace relata
