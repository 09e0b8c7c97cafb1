// SPDX-License-Identifier: Apache-2.0
#include "training/word_examples.hpp"

#include <algorithm>
#include <map>
#include <relata/lemma_script.hpp>

namespace relata {
namespace {

constexpr std::size_t kRare = 3;  // seen less often, a label is left out

// A word as the treebank tags it. Treebanks without tags of their own language say nothing of
// features either: their guidelines differ.
struct WordTags {
  std::string upos, xpos, feats, lemma;
  bool known = false;  ///< xpos and feats
};

WordTags tags_of(const AnnotatedWord& word) {
  return {word.upos, word.xpos, word.feats, lemma_script(word.form, word.lemma),
          !word.xpos.empty()};
}

std::string place_of(const NamedEntity& entity, std::uint32_t i) {
  const bool first = i == entity.first, last = i + 1 == entity.last;
  return (first && last ? "S-" : first ? "B-" : last ? "E-" : "I-") + entity.type;
}

}  // namespace

WordLabels collect_labels(std::span<const TreebankSentence> sentences, bool lemmas) {
  std::map<std::string, std::size_t> feats, scripts;
  WordLabels labels;
  labels[WordTag::entity].add("O");
  for (const TreebankSentence& sentence : sentences) {
    for (const AnnotatedWord& word : sentence.annotation.words) {
      const WordTags tags = tags_of(word);
      if (!tags.upos.empty()) labels[WordTag::upos].add(tags.upos);
      if (!word.deprel.empty()) labels.deprel.add(word.deprel);
      if (!tags.known) continue;
      labels[WordTag::xpos].add(tags.xpos);
      if (++feats[tags.feats] == kRare) labels[WordTag::feats].add(tags.feats);
      if (lemmas && ++scripts[tags.lemma] == kRare) labels[WordTag::lemma].add(tags.lemma);
    }
    for (const NamedEntity& entity : sentence.annotation.entities)
      for (const char* place : {"B-", "I-", "E-", "S-"})
        labels[WordTag::entity].add(place + entity.type);
  }
  return labels;
}

std::vector<WordExample> make_examples(std::span<const TreebankSentence> sentences,
                                       const WordFeatures& features, const WordLabels& labels) {
  std::vector<WordExample> examples;
  for (const TreebankSentence& sentence : sentences) {
    const std::vector<AnnotatedWord>& words = sentence.annotation.words;
    WordExample& example = examples.emplace_back();
    std::vector<Token> tokens(words.size());
    const auto add = [&](WordTag tag, int label) {
      example.tags[static_cast<std::size_t>(tag)].push_back(label);
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
      tokens[i].form = words[i].form;
      const WordTags tags = tags_of(words[i]);
      add(WordTag::upos, labels[WordTag::upos].find(tags.upos));
      add(WordTag::xpos, labels[WordTag::xpos].find(tags.xpos));
      add(WordTag::feats, tags.known ? labels[WordTag::feats].find(tags.feats) : -1);
      add(WordTag::lemma, tags.known ? labels[WordTag::lemma].find(tags.lemma) : -1);
      add(WordTag::entity, sentence.names_known ? 0 : -1);
      example.heads.push_back(words[i].deprel.empty() ? -1 : words[i].head + 1);
      example.deprels.push_back(labels.deprel.find(words[i].deprel));
    }
    for (const NamedEntity& entity : sentence.annotation.entities)
      for (std::uint32_t i = entity.first; i < entity.last; ++i)
        example.tags[static_cast<std::size_t>(WordTag::entity)][i] =
            labels[WordTag::entity].find(place_of(entity, i));
    features.extract(tokens, example.bags);
  }
  return examples;
}

}  // namespace relata
