// SPDX-License-Identifier: Apache-2.0
// The statement stage: makes items of each sentence and has the rules read them.

#include <algorithm>
#include <relata/statement.hpp>

#include "statement/calibration.hpp"
#include "statement/cascade.hpp"
#include "statement/drafts.hpp"
#include "statement/frames.hpp"
#include "statement/items.hpp"
#include "statement/qualifiers.hpp"
#include "statement/rules.hpp"
#include "statement/times.hpp"
#include "statement/tree_reader.hpp"

namespace relata {

struct Extractor::Parts {
  Parts(const Language& language, const Ontology& types)
      : ontology(types),
        frames(read_frames(language, types, classes)),
        rules(read_rules(language, types, classes)),
        vocabulary(language, types, frames, classes),
        qualifiers(classes, rules.edges),
        trees(types, rules, qualifiers, classes),
        times(language),
        calibration(language) {}

  const Ontology& ontology;
  ClassTable classes;
  std::vector<Frame> frames;
  Rules rules;
  Vocabulary vocabulary;
  QualifierReader qualifiers;
  TreeReader trees;
  TimeFinder times;
  Calibration calibration;
};

Extractor::Extractor(const Language& language, const Ontology& ontology)
    : parts_(std::make_unique<Parts>(language, ontology)) {}
Extractor::~Extractor() = default;
Extractor::Extractor(Extractor&&) noexcept = default;

Statements Extractor::extract(const Document& document, std::span<const Sentence> sentences,
                              const Mentions& mentions, Explanation* explanation) const {
  Statements statements{document.id,     document.language, document.date,
                        document.source, mentions.entities, {}};
  Drafts drafts(parts_->ontology, document, mentions, statements, explanation);
  Cascade cascade(parts_->ontology, parts_->rules.phases, parts_->qualifiers, parts_->trees,
                  drafts);
  auto begin = mentions.mentions.begin();
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const auto end = std::find_if(begin, mentions.mentions.end(),
                                  [&](const Mention& m) { return m.sentence != s; });
    const std::span<const Mention> own(begin, end);
    begin = end;
    const Sentence& sentence = sentences[s];
    const bool read =
        sentence.kind == Sentence::Kind::prose || sentence.kind == Sentence::Kind::heading;
    if (!read || own.empty()) continue;
    const std::vector<TimeExpression> times = parts_->times.find(document, sentence.span);
    std::vector<Item> items = parts_->vocabulary.items(sentence, own, mentions, times);
    drafts.begin(sentence, times);
    cascade.read(sentence, std::move(items));
    drafts.finish();
  }
  // What is open cannot be right or wrong by a gold graph.
  for (Statement& statement : statements.statements)
    if (!parts_->ontology.relation(statement.predicate).open)
      statement.confidence = parts_->calibration(statement.confidence);
  return statements;
}

}  // namespace relata
