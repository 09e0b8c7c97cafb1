// SPDX-License-Identifier: Apache-2.0
// Blocks of text -> sentences of words.
#pragma once

#include <memory>
#include <optional>
#include <relata/atoms.hpp>
#include <relata/document.hpp>
#include <relata/language.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <vector>

#include "sentence/cut_words.hpp"
#include "sentence/kept_words.hpp"
#include "sentence/splitter.hpp"

namespace relata {

/// Cuts text into sentences and these into tokens, with `span`, `form`, `lemma` (folded form, with
/// straight apostrophes) and no tags. Immutable.
class Segmenter {
 public:
  using Tokens = std::vector<Token>;

  /// Keeps references. Reads segmenter.weights of the pack; without it every atom is a word and
  /// `marks` tell where sentences end. Throws FormatError.
  Segmenter(const Language& language, const Marks& marks, const KeptWords& kept);

  /// Whether the dictionary of the pack has `word`, which is folded.
  bool lists(std::string_view word) const;

  /// For each block its sentences, none of them empty.
  std::vector<std::vector<Tokens>> segment(const Document& document,
                                           std::span<const Span> blocks) const;

 private:
  struct Network;
  struct Paragraph;
  struct Window;

  void run_network(std::span<Paragraph> paragraphs) const;
  void run_batch(std::span<const Window> windows, std::span<Paragraph> paragraphs) const;
  std::vector<bool> marked_ends(const Document& document, const Paragraph& paragraph) const;
  KeptWords repeated_words(const Document& document, std::span<const Paragraph> paragraphs) const;
  std::vector<Boundary> decode(const Document& document, const Paragraph& paragraph,
                               const KeptWords& repeated) const;
  bool must_end(const Document& document, const Atoms& atoms, std::size_t i) const;
  bool is_quoted_part(const Document& document, const Atoms& atoms, std::size_t i) const;
  bool may_end(const Atoms& atoms, std::size_t i) const;
  Token token(const Document& document, Span span) const;
  std::vector<Tokens> tokens(const Document& document, const Paragraph& paragraph,
                             std::span<const Boundary> boundaries) const;

  const Language& language_;
  const Marks& marks_;
  const KeptWords& kept_;
  CutWords cut_;
  Atomizer atomizer_;
  std::shared_ptr<const Network> network_;  // null: the pack has none
};

}  // namespace relata
