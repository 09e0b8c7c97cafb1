// SPDX-License-Identifier: Apache-2.0
// Sentences of treebanks -> examples and labels.
#pragma once

#include <relata/features.hpp>
#include <span>
#include <vector>

#include "training/treebank.hpp"
#include "training/word_network.hpp"

namespace relata {

/// All labels of `sentences` that the network is to tell apart: rare features and lemma scripts are
/// left out. Without `lemmas` there are no lemma scripts.
WordLabels collect_labels(std::span<const TreebankSentence> sentences, bool lemmas);

/// What the network sees of each sentence and what it should say of it.
std::vector<WordExample> make_examples(std::span<const TreebankSentence> sentences,
                                       const WordFeatures& features, const WordLabels& labels);

}  // namespace relata
