// SPDX-License-Identifier: Apache-2.0
#include "proposition/phrases.hpp"

#include <unicode/uchar.h>

#include <relata/utf8.hpp>
#include <sstream>

namespace relata {
namespace {

// A mark within a word or a name: a hyphen, a middle dot.
bool joins(const Token& token) {
  if (token.upos != Upos::PUNCT) return false;
  std::size_t next = 0;
  const char32_t c = next_code_point(token.form, next);
  return next == token.form.size() && (u_charType(static_cast<UChar32>(c)) == U_DASH_PUNCTUATION ||
                                       c == 0xB7 || c == 0x2027 || c == 0x30FB || c == 0x2022);
}

bool is_one_of(const ClauseTree& tree, std::size_t word,
               std::initializer_list<std::string_view> relations) {
  for (const std::string_view relation : relations)
    if (tree.is(word, relation)) return true;
  return false;
}

}  // namespace

PhraseWords::PhraseWords(const Language& language) : spaced(language.spaced()) {
  for (const Language::WordRow& row : language.words("classes.tsv", 2)) {
    std::istringstream classes(row.cells[0]);
    for (std::string name; classes >> name;) {
      auto* set = name == "negative"             ? &negative
                  : name == "of" || name == "de" ? &of
                  : name == "prep"               ? &preposition
                                                 : nullptr;
      if (set) set->insert(row.words.begin(), row.words.end());
      if (name == "open.is") copula = row.words.front();
    }
  }
}

void Phrases::add_below(std::size_t word, WordSet& words) const {
  words.insert(word);
  for (const std::size_t child : tree_.children(word))
    if (!is_one_of(tree_, child, {"punct", "conj", "cc", "acl", "appos", "parataxis", "advcl"}))
      add_below(child, words);
}

WordSet Phrases::noun(std::size_t head) const {
  WordSet words{head};
  for (const std::size_t child : tree_.children(head)) {
    const bool name = is_one_of(tree_, child, {"flat", "compound", "fixed", "goeswith"});
    const bool modifier =
        is_one_of(tree_, child, {"det", "amod", "nummod", "clf", "nmod", "advmod"}) ||
        tree_.is_exactly(child, "mark:rel");
    if (name || (modifier && child < head)) {
      add_below(child, words);
    } else if (tree_.is(child, "appos") && child > head) {
      // Once, not by is_beside(): a chain of appositions would take twice as long for each link.
      if (WordSet beside = noun(child); *beside.begin() == head + 1) words.merge(beside);
    } else if (tree_.is(child, "nmod")) {
      for (const std::size_t mark : tree_.dependents(child, "case"))
        if (words_.of.count(tree_.token(mark).lemma) != 0) add_below(child, words);
    }
  }
  return words;
}

WordSet Phrases::subject(std::size_t head) const {
  WordSet words = noun(head);
  const auto negated = [&](std::size_t of) {
    WordSet marks;
    for (const std::size_t child : tree_.children(of))
      if (words_.negative.count(tree_.token(child).lemma) != 0) marks.insert(child);
    return marks;
  };
  words.merge(negated(head));
  for (std::size_t first = head; tree_.is(first, "conj");) {
    first = tree_.head(first);
    if (negated(first).empty()) continue;
    for (const std::size_t mark : tree_.dependents(head, "cc")) words.insert(mark);
  }
  return words;
}

WordSet Phrases::bare_verb(std::size_t predicate) const {
  WordSet words{predicate};
  for (const std::size_t child : tree_.children(predicate))
    if (tree_.is_exactly(child, "compound:prt")) words.insert(child);
  return words;
}

bool Phrases::is_beside(std::size_t head, std::size_t apposition) const {
  return apposition > head && *noun(apposition).begin() == head + 1;
}

WordSet Phrases::all(std::size_t head) const {
  WordSet words;
  add_below(head, words);
  return words;
}

WordSet Phrases::marks(std::size_t head) const {
  WordSet words;
  for (const std::size_t child : tree_.dependents(head, "case")) add_below(child, words);
  return words;
}

WordSet Phrases::verb(std::size_t predicate) const {
  WordSet words;
  const bool copular = !tree_.dependents(predicate, "cop").empty();
  if (!copular) words.insert(predicate);
  const ClauseTree::Words objects = tree_.dependents(predicate, "obj");
  for (const std::size_t child : tree_.children(predicate)) {
    const bool negates = words_.negative.count(tree_.token(child).lemma) != 0;
    if (is_one_of(tree_, child, {"aux", "cop"}) || tree_.is_exactly(child, "compound:prt") ||
        tree_.is_exactly(child, "compound:ext") || (tree_.is(child, "advmod") && negates) ||
        (tree_.is(child, "mark") && child > predicate && !objects.empty() &&
         objects.front() > child))
      words.insert(child);
  }
  const std::size_t head = tree_.head(predicate);
  if (head >= tree_.size()) return words;
  if (tree_.is(predicate, "xcomp") && tree_.dependents(head, "obj").empty() && !copular) {
    for (const std::size_t mark : tree_.dependents(predicate, "mark"))
      if (mark < predicate) words.insert(mark);
    words.merge(verb(head));
  }
  if (tree_.is(predicate, "acl") &&
      tree_.token(predicate).feats.find("VerbForm=Inf") != std::string::npos)
    for (const std::size_t mark : tree_.dependents(predicate, "mark"))
      if (mark < predicate) words.insert(mark);  // "the first to lead"
  const bool finite = tree_.token(predicate).feats.find("VerbForm=Fin") != std::string::npos;
  if (tree_.is(predicate, "conj") && !finite && !copular &&
      tree_.dependents(predicate, "nsubj").empty() && tree_.dependents(predicate, "aux").empty())
    for (const std::size_t child : tree_.children(head))
      if (tree_.is(child, "aux") || words_.negative.count(tree_.token(child).lemma) != 0)
        words.insert(child);
  return words;
}

std::string Phrases::text(const WordSet& words) const {
  WordSet all = words;
  for (const std::size_t word : words)
    if (words.count(word + 2) != 0 && joins(tree_.token(word + 1))) all.insert(word + 1);
  std::string text;
  std::uint32_t end = 0;
  for (const std::size_t word : all) {
    const Span span = tree_.token(word).span;
    // Words of one multiword token have one span.
    if (!text.empty() && span.begin < end) continue;
    if (!text.empty() && (span.begin > end) && words_.spaced) text += ' ';
    text += document_.at(span);
    end = span.end;
  }
  return text;
}

}  // namespace relata
