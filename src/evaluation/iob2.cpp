// SPDX-License-Identifier: Apache-2.0
// IOB2 as Universal NER publishes it (universalner.org) -> names of the sentences of a treebank.
// Door: read_entities().

#include <algorithm>
#include <map>
#include <relata/evaluation.hpp>

#include "evaluation/characters.hpp"

namespace relata {
namespace {

using evaluation::without_blanks;

struct IobSentence {
  std::string_view id;
  std::size_t line = 0;  // of the file, from 1
  std::vector<std::string_view> forms;
  std::vector<NamedEntity> entities;  // of the forms
};

std::string_view cell(std::string_view row, std::size_t number) {
  for (; number > 0; --number) row.remove_prefix(std::min(row.find('\t'), row.size() - 1) + 1);
  return row.substr(0, row.find('\t'));
}

void add_row(std::string_view row, IobSentence& sentence) {
  const auto number = static_cast<std::uint32_t>(sentence.forms.size());
  sentence.forms.push_back(cell(row, 1));
  const std::string_view tag = cell(row, 2);
  if (!tag.starts_with("B-") && !tag.starts_with("I-")) return;
  const std::string_view type = tag.substr(2);
  std::vector<NamedEntity>& entities = sentence.entities;
  const bool goes_on = tag.starts_with("I-") && !entities.empty() &&
                       entities.back().last == number && entities.back().type == type;
  if (goes_on)
    ++entities.back().last;
  else
    entities.push_back({number, number + 1, std::string(type)});
}

std::vector<IobSentence> sentences_of(std::string_view bytes) {
  constexpr std::string_view kId = "# sent_id = ";
  std::vector<IobSentence> sentences;
  IobSentence sentence;
  for (std::size_t number = 1; !bytes.empty(); ++number) {
    std::string_view line = bytes.substr(0, bytes.find('\n'));
    bytes.remove_prefix(std::min(line.size() + 1, bytes.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (sentence.line == 0) sentence.line = number;
    if (line.starts_with(kId)) sentence.id = line.substr(kId.size());
    if (line.find('\t') != std::string_view::npos && !line.starts_with('#'))
      add_row(line, sentence);
    if (!line.empty() && !bytes.empty()) continue;
    if (!sentence.forms.empty()) sentences.push_back(std::move(sentence));
    sentence = {};
  }
  return sentences;
}

// Gives the names of one sentence to that of the treebank.
class NamedSentence {
 public:
  NamedSentence(const Document& document, AnnotatedSentence& gold)
      : document_(document), gold_(gold) {}

  // False if the letters are others.
  bool take(const IobSentence& sentence) {
    gold_.entities.clear();
    std::vector<std::size_t> ends{0};  // characters up to the end of each form
    std::u32string letters, words;
    for (const std::string_view form : sentence.forms) {
      letters += without_blanks(form);
      ends.push_back(letters.size());
    }
    for (const AnnotatedWord& word : gold_.words) words += without_blanks(word.form);
    if (letters == words && sentence.forms.size() == gold_.words.size()) {
      gold_.entities = sentence.entities;
      return true;
    }
    if (letters != without_blanks(document_.at(gold_.span()))) return false;
    for (const NamedEntity& entity : sentence.entities)
      add(ends[entity.first], ends[entity.last], entity.type);
    return true;
  }

 private:
  // The words that share characters with [begin, end).
  void add(std::size_t begin, std::size_t end, const std::string& type) {
    NamedEntity entity{0, 0, type};
    const std::uint32_t start = gold_.span().begin;
    for (std::uint32_t i = 0; i < gold_.words.size(); ++i) {
      const Span span = gold_.words[i].span;
      if (without_blanks(document_.at({start, span.end})).size() <= begin) entity.first = i + 1;
      if (without_blanks(document_.at({start, span.begin})).size() < end) entity.last = i + 1;
    }
    const bool overlaps = !gold_.entities.empty() && gold_.entities.back().last > entity.first;
    if (entity.first < entity.last && !overlaps) gold_.entities.push_back(std::move(entity));
  }

  const Document& document_;
  AnnotatedSentence& gold_;
};

struct Place {
  Document* document = nullptr;
  AnnotatedSentence* sentence = nullptr;
};

}  // namespace

void read_entities(std::span<Document> gold, const std::string& name, std::string_view bytes,
                   const DiagnosticSink& diagnostics) {
  std::vector<Place> places;
  std::map<std::string_view, Place> by_id;
  for (Document& document : gold)
    for (AnnotatedSentence& sentence : document.annotation) {
      places.push_back({&document, &sentence});
      if (!sentence.id.empty()) by_id.emplace(sentence.id, places.back());
    }
  const std::vector<IobSentence> sentences = sentences_of(bytes);
  const bool ids = std::any_of(sentences.begin(), sentences.end(),
                               [&](const IobSentence& s) { return by_id.contains(s.id); });
  const auto place_of = [&](std::size_t i) {
    if (!ids) return i < places.size() ? places[i] : Place{};
    const auto found = by_id.find(sentences[i].id);
    return found == by_id.end() ? Place{} : found->second;
  };
  for (std::size_t i = 0; i < sentences.size(); ++i) {
    const Place place = place_of(i);
    if (!place.sentence || !NamedSentence(*place.document, *place.sentence).take(sentences[i]))
      diagnostics({Diagnostic::Severity::failure, name, sentences[i].line,
                   place.sentence ? "the sentence has other letters than that of the treebank"
                                  : "the treebank has no such sentence"});
  }
}

}  // namespace relata
