// SPDX-License-Identifier: Apache-2.0
// Counts what gold and system share. Door: evaluate(). Rules:
// universaldependencies.org/conll18/evaluation.html.

#include <algorithm>
#include <array>
#include <map>
#include <relata/error.hpp>
#include <relata/evaluation.hpp>
#include <relata/utf8.hpp>
#include <set>
#include <utility>

#include "evaluation/alignment.hpp"
#include "evaluation/characters.hpp"

namespace relata {
namespace {

using evaluation::CharacterText;
using evaluation::Name;
using evaluation::Stretch;
using evaluation::Word;

// The features that mean the same in every language (universaldependencies.org/u/feat).
constexpr std::array<std::string_view, 21> kUniversalFeatures = {
    "PronType", "NumType", "Poss",  "Reflex",   "Foreign",  "Abbr",     "Gender",
    "Animacy",  "Number",  "Case",  "Definite", "Degree",   "VerbForm", "Mood",
    "Tense",    "Aspect",  "Voice", "Evident",  "Polarity", "Person",   "Polite"};

std::string universal_features(std::string_view feats) {
  std::set<std::string_view> kept;
  while (!feats.empty()) {
    const std::string_view feature = feats.substr(0, feats.find('|'));
    feats.remove_prefix(std::min(feature.size() + 1, feats.size()));
    const std::string_view name = feature.substr(0, feature.find('='));
    if (std::find(kUniversalFeatures.begin(), kUniversalFeatures.end(), name) !=
        kUniversalFeatures.end())
      kept.insert(feature);
  }
  std::string all;
  for (const std::string_view feature : kept) all += std::string(feature) + '|';
  return all;
}

std::string_view without_subtype(std::string_view deprel) {
  return deprel.substr(0, deprel.find(':'));
}

std::string utf8(std::u32string_view characters) {
  std::string text;
  for (const char32_t c : characters) append_code_point(text, c);
  return text;
}

void require_same(const std::u32string& gold, const std::u32string& system) {
  if (gold == system) return;
  const auto at = static_cast<std::size_t>(
      std::mismatch(gold.begin(), gold.end(), system.begin(), system.end()).first - gold.begin());
  const auto around = [at](const std::u32string& text) {
    return utf8(std::u32string_view(text).substr(std::min(at, text.size()), 20));
  };
  throw Error("the texts differ behind " + std::to_string(at) + " characters: gold has '" +
              around(gold) + "', system has '" + around(system) + "'");
}

// What both sorted rows have.
template <class T>
Score score_of(std::string metric, std::vector<T> gold, std::vector<T> system) {
  std::sort(gold.begin(), gold.end());
  std::sort(system.begin(), system.end());
  std::vector<T> both;
  std::set_intersection(gold.begin(), gold.end(), system.begin(), system.end(),
                        std::back_inserter(both));
  return {std::move(metric), gold.size(), system.size(), both.size()};
}

// Scores of aligned words.
class WordScores {
 public:
  WordScores(const CharacterText& gold, const CharacterText& system)
      : gold_(gold), system_(system), gold_of_(align(gold.words, system.words)) {
    aligned_ = gold_of_.size() -
               static_cast<std::size_t>(std::count(gold_of_.begin(), gold_of_.end(), Word::kNone));
  }

  // Words that `right(gold, system)` holds for.
  template <class Right>
  Score operator()(std::string metric, const Right& right) const {
    Score score{std::move(metric), gold_.words.size(), system_.words.size(), 0, aligned_};
    for (std::size_t i = 0; i < gold_of_.size(); ++i)
      if (gold_of_[i] >= 0 && right(gold_.words[gold_of_[i]], system_.words[i])) ++score.correct;
    return score;
  }

  bool same_head(const Word& gold, const Word& system) const {
    if (gold.head == Word::kNone || system.head == Word::kNone) return false;
    const std::int64_t head = system.head < 0 ? system.head : gold_of_[system.head];
    return head == gold.head;
  }

 private:
  const CharacterText& gold_;
  const CharacterText& system_;
  std::vector<std::int64_t> gold_of_;
  std::size_t aligned_;
};

void add_word_scores(const CharacterText& gold, const CharacterText& system,
                     std::vector<Score>& scores) {
  const WordScores score(gold, system);
  const auto equal = [](const std::string AnnotatedWord::*column) {
    return [column](const Word& g, const Word& s) {
      return g.annotated->*column == s.annotated->*column;
    };
  };
  Score words = score("Words", [](const Word&, const Word&) { return true; });
  words.aligned = 0;
  scores.push_back(words);
  scores.push_back(score("UPOS", equal(&AnnotatedWord::upos)));
  scores.push_back(score("XPOS", equal(&AnnotatedWord::xpos)));
  scores.push_back(score("UFeats", [](const Word& g, const Word& s) {
    return universal_features(g.annotated->feats) == universal_features(s.annotated->feats);
  }));
  // A lemma that gold does not tell cannot be wrong.
  scores.push_back(score("Lemmas", [](const Word& g, const Word& s) {
    return g.annotated->lemma.empty() || g.annotated->lemma == s.annotated->lemma;
  }));
  if (!gold.has_trees) return;
  scores.push_back(
      score("UAS", [&](const Word& g, const Word& s) { return score.same_head(g, s); }));
  scores.push_back(score("LAS", [&](const Word& g, const Word& s) {
    return score.same_head(g, s) &&
           without_subtype(g.annotated->deprel) == without_subtype(s.annotated->deprel);
  }));
}

std::vector<Score> entity_scores(const CharacterText& gold, const CharacterText& system) {
  std::map<std::string, std::pair<std::vector<Name>, std::vector<Name>>> by_type;
  for (const Name& name : gold.names) by_type[name.type].first.push_back(name);
  for (const Name& name : system.names) by_type[name.type].second.push_back(name);
  std::vector<Score> scores;
  for (auto& [type, names] : by_type)
    scores.push_back(score_of(type, std::move(names.first), std::move(names.second)));
  if (!scores.empty()) scores.push_back(score_of("all", gold.names, system.names));
  return scores;
}

}  // namespace

Evaluation evaluate(std::span<const Document> gold, std::span<const Document> system) {
  const CharacterText gold_text(gold), system_text(system);
  require_same(gold_text.characters, system_text.characters);
  Evaluation evaluation;
  evaluation.scores.push_back(score_of("Tokens", gold_text.tokens, system_text.tokens));
  evaluation.scores.push_back(score_of("Sentences", gold_text.sentences, system_text.sentences));
  add_word_scores(gold_text, system_text, evaluation.scores);
  evaluation.entities = entity_scores(gold_text, system_text);
  return evaluation;
}

Document without_annotation(Document document) {
  document.annotation.clear();
  return document;
}

Document without_tags(Document document) {
  for (AnnotatedSentence& sentence : document.annotation) {
    sentence.entities.clear();
    for (AnnotatedWord& word : sentence.words) {
      AnnotatedWord bare;
      bare.span = word.span;
      bare.surface = word.surface;
      bare.form = word.form;
      bare.line = word.line;
      word = std::move(bare);
    }
  }
  return document;
}

}  // namespace relata
