// SPDX-License-Identifier: Apache-2.0
// The mention stage in order: names and titles sentence by sentence, then what refers to them.

#include <algorithm>
#include <relata/mention.hpp>
#include <relata/sentence.hpp>

#include "mention/coreference.hpp"
#include "mention/knowledge.hpp"
#include "mention/roster.hpp"
#include "mention/scanner.hpp"

namespace relata {

struct MentionFinder::Parts {
  MentionKnowledge knowledge;
};

MentionFinder::MentionFinder(const Language& language, const Gazetteer& gazetteer,
                             const Ontology& ontology)
    : parts_(new Parts{MentionKnowledge(language, gazetteer, ontology)}) {}
MentionFinder::~MentionFinder() = default;
MentionFinder::MentionFinder(MentionFinder&&) noexcept = default;

Mentions MentionFinder::find(const Document& document, std::span<const Sentence> sentences) const {
  Roster roster(parts_->knowledge, document);
  Scanner scanner(parts_->knowledge, document, roster);
  std::vector<std::vector<Mention>> by_sentence(sentences.size());
  // Headings are short of words: they are read by what the text has taught.
  const auto scan = [&] {
    for (const bool prose : {true, false})
      for (std::size_t s = 0; s < sentences.size(); ++s)
        if (sentences[s].kind != Sentence::Kind::boilerplate &&
            (sentences[s].kind == Sentence::Kind::prose) == prose)
          by_sentence[s] = scanner.scan(sentences[s]);
  };
  // Short names may stand before the full ones.
  scan();
  roster.read_again();
  scan();
  Coreference coreference(parts_->knowledge, roster, sentences);
  coreference.resolve(by_sentence);

  Mentions result;
  for (std::size_t s = 0; s < by_sentence.size(); ++s) {
    for (Mention& mention : by_sentence[s]) {
      mention.sentence = static_cast<std::uint32_t>(s);
      result.mentions.push_back(std::move(mention));
    }
  }
  if (const std::uint32_t country = coreference.main_country(); country != Roster::kNone)
    for (std::uint32_t i = 0; i < result.mentions.size() && result.setting == Mention::kNone; ++i)
      if (result.mentions[i].entities == std::vector{country}) result.setting = i;
  for (const auto& [quotation, speaker] : coreference.speakers()) {
    const auto named = std::lower_bound(
        result.mentions.begin(), result.mentions.end(), speaker.span.begin,
        [](const Mention& mention, std::uint32_t byte) { return mention.span.begin < byte; });
    result.speakers.push_back(
        {quotation, static_cast<std::uint32_t>(named - result.mentions.begin())});
  }
  result.entities = std::move(roster).finish();
  return result;
}

std::string to_string(const Mention& mention, const Mentions& mentions) {
  std::string text;
  for (const std::uint32_t index : mention.entities) {
    const Entity& entity = mentions.entities[index];
    text += (text.empty() ? "" : "+") + entity.label + ":" + entity.type;
  }
  return text + " [" + std::to_string(mention.first) + "," + std::to_string(mention.last) + ") " +
         mention.rule;
}

}  // namespace relata
