// SPDX-License-Identifier: Apache-2.0
/// @file
/// Document, Document -> Evaluation. Measures annotations and statements against those of people.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <relata/diagnostic.hpp>
#include <relata/document.hpp>
#include <relata/ontology.hpp>
#include <relata/statement.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

/// How much of something the system found.
struct Score {
  std::string metric;
  std::size_t gold = 0;     ///< how many there are
  std::size_t system = 0;   ///< how many the system gives
  std::size_t correct = 0;  ///< how many of these are right
  std::size_t aligned = 0;  ///< words that gold and system share; 0 for what is not told of words

  /// From 0 to 1; 0 where there is nothing to divide by.
  double precision() const { return ratio(correct, system); }
  double recall() const { return ratio(correct, gold); }
  double f1() const { return ratio(2 * correct, gold + system); }
  double aligned_accuracy() const { return ratio(correct, aligned); }

 private:
  static double ratio(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }
};

struct Evaluation {
  /// "Tokens", "Sentences", "Words", "UPOS", "XPOS", "UFeats", "Lemmas" and, if gold has trees,
  /// "UAS" and "LAS".
  std::vector<Score> scores;
  /// One for each type of name, sorted, then "all"; empty if neither side has names.
  std::vector<Score> entities;
};

/// Compare the annotations of two readings of one text by the rules of the CoNLL 2018 shared task
/// (universaldependencies.org/conll18/evaluation.html): sentences, tokens and words are right if
/// they cover the same characters, blanks not counted; words of multiword tokens are aligned by the
/// longest common subsequence of their forms; tags, lemmas and heads are counted for aligned words;
/// of features only universal ones count, of relations what stands before the colon. A name is
/// right if type and characters are. How the texts are cut into documents does not matter. Throws
/// Error if they are not the same but for blanks, and tells where.
Evaluation evaluate(std::span<const Document> gold, std::span<const Document> system);

/// `document` with all that an annotator finds out taken away: the text with its paragraphs.
Document without_annotation(Document document);
/// The same, but for sentences and words.
Document without_tags(Document document);

/// Give the sentences of `gold` the names of a file in the format of Universal NER
/// (universalner.org): a line "number, form, IOB2 tag" for each word, with tabs, and an empty line
/// after each sentence. Sentences are found by "# sent_id", or by their order if `gold` does not
/// have these. A sentence that is not found or has other letters is reported and left out; `name`
/// is for messages.
void read_entities(std::span<Document> gold, const std::string& name, std::string_view bytes,
                   const DiagnosticSink& diagnostics);

/// What a careful reader finds in a document (tests/corpus/README.md).
struct GoldGraph {
  struct Edge {
    std::vector<std::string> subjects, predicates, objects;  ///< one of each
  };
  std::map<std::string, std::vector<std::string>> entities;  ///< names by key
  std::vector<Edge> core;                                    ///< what must be found
  std::vector<Edge> acceptable;                              ///< what is true as well
  std::vector<Edge> negated;                                 ///< what the text denies
};
/// Throws IoError, and FormatError for what is no such graph.
GoldGraph read_gold_graph(const std::filesystem::path& path);

/// How statements do against gold graphs.
struct GraphScore {
  std::size_t core = 0, found = 0;    ///< expected edges, and those that were found
  std::size_t negated = 0, kept = 0;  ///< denied edges, and those that came out negative
  std::size_t flipped = 0;            ///< denied edges that came out positive
  std::size_t judged = 0, right = 0;  ///< positive statements whose ends are both gold entities
  struct Judgement {
    double confidence;
    bool right;
  };
  std::vector<Judgement> judgements;  ///< the same, one by one

  double recall() const;
  double precision() const;
  GraphScore& operator+=(const GraphScore& other);
};
/// An end of a statement is the gold entity that has its label among its names, else those that
/// share any name with it, compared without case and compatibility forms. Open relations do not
/// count.
GraphScore score_graph(const GoldGraph& gold, const Statements& statements,
                       const Ontology& ontology);

}  // namespace relata
