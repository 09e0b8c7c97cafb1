// SPDX-License-Identifier: Apache-2.0
#include "training/name_swaps.hpp"

#include <relata/utf8.hpp>
#include <utility>

namespace relata {
namespace {

constexpr const char* kPeople = "PER";
constexpr std::size_t kLongestGivenName = 2;  // code points

}  // namespace

NameSwaps::NameSwaps(std::span<const Document> documents) {
  for (const Document& document : documents)
    for (const AnnotatedSentence& sentence : document.annotation)
      for (const NamedEntity& entity : sentence.entities) {
        if (entity.type != kPeople) continue;
        const std::string& word = sentence.words[entity.first].form;
        if (entity.last - entity.first == 1) {
          names_.push_back(word);
        } else if (entity.last - entity.first == 2) {
          first_.push_back(word);
          second_.push_back(sentence.words[entity.first + 1].form);
          ++firsts_[word];
          whole_.insert(word + second_.back());
        }
      }
}

void NameSwaps::add(const std::string& word, const std::string& kind) {
  lexicon_[kind].push_back(word);
}

void NameSwaps::close() {
  const std::set<std::string> single(names_.begin(), names_.end());
  const auto kind_of = [&](const std::set<std::string>& names) -> const std::vector<std::string>* {
    const std::vector<std::string>* best = nullptr;
    double most = 0;  // how many names for how many words
    for (const auto& [kind, words] : lexicon_) {
      double found = 0;
      for (const std::string& word : words) found += static_cast<double>(names.count(word));
      const double share = found * found / static_cast<double>(words.size());
      if (share > most) most = share, best = &words;
    }
    return best;
  };
  const auto* of_two = kind_of(whole_);
  const auto* of_one = kind_of(single);
  if (of_one) names_.insert(names_.end(), of_one->begin(), of_one->end());
  if (!of_two) return;
  for (const std::string& word : *of_two)
    for (std::size_t i = 0; i < word.size();) {
      next_code_point(word, i);
      const auto known = firsts_.find(word.substr(0, i));
      const std::string rest = word.substr(i);
      if (known == firsts_.end() || known->second < 2 || rest.empty() ||
          count_code_points(rest) > kLongestGivenName)
        continue;
      second_.push_back(rest);
      break;
    }
}

Document NameSwaps::swap(const Document& document, float share, Random& random) const {
  Document result = document;
  if (names_.empty() && first_.empty()) return result;
  result.text.clear();
  std::uint32_t copied = 0;                                           // of the old text
  std::vector<std::pair<std::uint32_t, std::uint32_t>> ends{{0, 0}};  // old and new places
  for (AnnotatedSentence& sentence : result.annotation) {
    std::vector<std::string> forms(sentence.words.size());
    for (const NamedEntity& entity : sentence.entities) {
      const std::size_t size = entity.last - entity.first;
      if (entity.type != kPeople || random.uniform() >= share) continue;
      if (size == 1 && !names_.empty()) {
        forms[entity.first] = names_[random.below(names_.size())];
      } else if (size == 2 && !first_.empty()) {
        forms[entity.first] = first_[random.below(first_.size())];
        forms[entity.first + 1] = second_[random.below(second_.size())];
      }
    }
    for (std::size_t i = 0; i < sentence.words.size(); ++i) {
      AnnotatedWord& word = sentence.words[i];
      const Span old = word.span;
      result.text += document.at({copied, old.begin});
      word.span.begin = static_cast<std::uint32_t>(result.text.size());
      if (forms[i].empty())
        result.text += document.at(old);
      else
        result.text += word.form = word.lemma = forms[i];
      word.span.end = static_cast<std::uint32_t>(result.text.size());
      copied = old.end;
      ends.emplace_back(old.end, word.span.end);
    }
  }
  result.text += document.at({copied, static_cast<std::uint32_t>(document.text.size())});
  auto end = ends.begin();
  const auto moved = [&](std::uint32_t place) {
    while (end + 1 != ends.end() && (end + 1)->first <= place) ++end;
    return end->second + (place - end->first);
  };
  for (Block& block : result.blocks) {
    block.span.begin = moved(block.span.begin);
    block.span.end = moved(block.span.end);
  }
  return result;
}

}  // namespace relata
