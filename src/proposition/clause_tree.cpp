// SPDX-License-Identifier: Apache-2.0
#include "proposition/clause_tree.hpp"

#include <algorithm>

namespace relata {

ClauseTree::ClauseTree(const Sentence& sentence)
    : tokens_(sentence.tokens), children_(sentence.tokens.size()), heads_(sentence.tokens.size()) {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    heads_[i] = tokens_[i].head < 0 ? tokens_.size() : static_cast<std::size_t>(tokens_[i].head);
    if (heads_[i] < tokens_.size()) children_[heads_[i]].push_back(i);
  }
}

bool ClauseTree::is(std::size_t i, std::string_view relation) const {
  const std::string_view own = tokens_[i].deprel;
  return own.starts_with(relation) &&
         (own.size() == relation.size() || own[relation.size()] == ':');
}

ClauseTree::Words ClauseTree::dependents(std::size_t i, std::string_view relation) const {
  Words found;
  for (const std::size_t child : children_[i])
    if (is(child, relation)) found.push_back(child);
  return found;
}

ClauseTree::Words ClauseTree::coordinated(std::size_t i) const {
  Words all{i};
  for (std::size_t k = 0; k < all.size(); ++k)
    for (const std::size_t child : dependents(all[k], "conj")) all.push_back(child);
  return all;
}

bool ClauseTree::is_predicate(std::size_t i) const {
  if (!dependents(i, "cop").empty()) return true;
  if (tokens_[i].upos != Upos::VERB) return false;
  for (const char* relation : {"aux", "compound", "amod", "case", "mark", "fixed", "flat", "det"})
    if (is(i, relation)) return false;
  return true;
}

bool ClauseTree::is_relative_pronoun(std::size_t i) const {
  return tokens_[i].upos == Upos::PRON &&
         tokens_[i].feats.find("PronType=Rel") != std::string::npos;
}

std::size_t ClauseTree::referent(std::size_t i) const {
  if (!is_relative_pronoun(i)) return i;
  for (std::size_t clause = heads_[i]; clause < size(); clause = heads_[clause])
    if (is(clause, "acl")) return heads_[clause];
  return i;
}

bool ClauseTree::is_passive(std::size_t i) const {
  for (const std::size_t child : children_[i])
    if (is_exactly(child, "nsubj:pass") || is_exactly(child, "aux:pass")) return true;
  // A participle behind its noun: "built by".
  return is_exactly(i, "acl") && tokens_[i].feats.find("VerbForm=Part") != std::string::npos &&
         tokens_[i].feats.find("Tense=Past") != std::string::npos;
}

ClauseTree::Words ClauseTree::subjects(std::size_t i, std::size_t depth) const {
  Words found;
  for (const std::size_t child : dependents(i, "nsubj"))
    if (is_relative_pronoun(child)) {
      if (heads_[i] < size()) found.push_back(heads_[i]);
    } else {
      for (const std::size_t subject : coordinated(child)) found.push_back(subject);
    }
  const std::size_t head = heads_[i];
  if (!found.empty() || head >= size() || depth > size()) return found;
  if (is(i, "acl")) {
    // The noun is the subject unless it fills another place: "the bridge that they built".
    return tokens_[head].upos == Upos::VERB ? Words() : Words{head};
  }
  if (is(i, "xcomp")) {
    const Words objects = dependents(head, "obj");
    return objects.empty() ? subjects(head, depth + 1) : coordinated(objects.front());
  }
  if (is(i, "conj") || is(i, "advcl") || is(i, "parataxis") || is(i, "ccomp"))
    return subjects(head, depth + 1);
  return found;
}

}  // namespace relata
