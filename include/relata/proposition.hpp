// SPDX-License-Identifier: Apache-2.0
/// @file
/// Sentence -> Proposition. All that a sentence says, in its own words (open information
/// extraction).
#pragma once

#include <memory>
#include <relata/document.hpp>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <string>
#include <vector>

namespace relata {

/// One thing that a sentence says. Negation stands in the relation; what has several arguments is
/// told in several propositions: ("Kenya", "did not sell", "shares"), ("Kenya", "did not sell
/// shares to", "bank"). The parts are words of the sentence in its order, but for the copula of an
/// apposition.
struct Proposition {
  std::string subject, relation, object;

  friend bool operator==(const Proposition&, const Proposition&) = default;
};

/// Reads propositions from trees in Universal Dependencies, after ClausIE (Del Corro & Gemulla
/// 2013) and MinIE (Gashteovski et al. 2017): clauses first, then minimal arguments. Knows no
/// entities and no ontology. Immutable, safe to share between threads.
class PropositionReader {
 public:
  /// Reads classes.tsv (classes "negative", "of", "open.is", "asp") and titles.tsv of the pack.
  /// Throws FormatError.
  explicit PropositionReader(const Language& language);
  ~PropositionReader();
  PropositionReader(PropositionReader&&) noexcept;

  /// In the order of the predicates; each one once. Nothing for a sentence without a tree.
  std::vector<Proposition> read(const Document& document, const Sentence& sentence) const;

 private:
  struct Words;
  std::unique_ptr<const Words> words_;
};

}  // namespace relata
