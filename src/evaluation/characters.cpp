// SPDX-License-Identifier: Apache-2.0
#include "evaluation/characters.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

namespace relata::evaluation {
namespace {

bool is_blank(char32_t c) { return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0; }

}  // namespace

std::u32string without_blanks(std::string_view text) {
  std::u32string characters;
  for (std::size_t i = 0; i < text.size();)
    if (const char32_t c = next_code_point(text, i); !is_blank(c)) characters += c;
  return characters;
}

CharacterText::CharacterText(std::span<const Document> documents) {
  for (const Document& document : documents) add(document);
}

void CharacterText::add(const Document& document) {
  const std::string_view text = document.text;
  std::vector<std::uint32_t> before(text.size() + 1);  // characters before each byte
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    std::fill(before.begin() + static_cast<std::ptrdiff_t>(begin),
              before.begin() + static_cast<std::ptrdiff_t>(i),
              static_cast<std::uint32_t>(characters.size()));
    if (!is_blank(c)) characters += c;
  }
  before.back() = static_cast<std::uint32_t>(characters.size());
  for (const AnnotatedSentence& sentence : document.annotation) add(sentence, before);
}

void CharacterText::add(const AnnotatedSentence& sentence,
                        const std::vector<std::uint32_t>& before) {
  const auto stretch = [&](Span span) { return Stretch{before[span.begin], before[span.end]}; };
  const auto first = static_cast<std::int64_t>(words.size());
  Span surface;  // of the token at hand
  for (const AnnotatedWord& annotated : sentence.words) {
    Word word;
    word.multiword = annotated.surface.size() > 0;
    const Span token = word.multiword ? annotated.surface : annotated.span;
    word.stretch = stretch(token);
    word.annotated = &annotated;
    if (!annotated.deprel.empty())
      word.head = annotated.head < 0 ? Word::kRoot : first + annotated.head;
    has_trees |= word.head != Word::kNone;
    if (!word.multiword || token != surface) tokens.push_back(word.stretch);
    surface = token;
    words.push_back(word);
  }
  sentences.push_back(
      {words[static_cast<std::size_t>(first)].stretch.begin, words.back().stretch.end});
  for (const NamedEntity& entity : sentence.entities)
    names.push_back({{before[sentence.words[entity.first].span.begin],
                      before[sentence.words[entity.last - 1].span.end]},
                     entity.type});
}

}  // namespace relata::evaluation
