// SPDX-License-Identifier: Apache-2.0
// A sentence as the rules see it: words, mentions and phrases, each with its classes.
#pragma once

#include <cstdint>
#include <deque>
#include <relata/language.hpp>
#include <relata/mention.hpp>
#include <relata/ontology.hpp>
#include <relata/sentence.hpp>
#include <relata/word_index.hpp>
#include <span>
#include <string>
#include <vector>

#include "statement/classes.hpp"
#include "statement/frames.hpp"
#include "statement/times.hpp"

namespace relata {

struct Item {
  std::uint32_t first = 0, last = 0;  ///< tokens [first, last)
  Classes classes;
  Classes in_trees;                  ///< more classes, that only trees see
  const Mention* mention = nullptr;  ///< what it names; of a phrase: what its head names
  const std::vector<const Frame*>* frames = nullptr;
  std::vector<const Mention*> owners;  ///< who stand behind a deed: the invader of an invasion
  double trust = 1;                    ///< below 1 for what is only understood and has no words
};

/// What the statement stage knows of the words of a language. Immutable.
class Vocabulary {
 public:
  /// Reads classes.tsv, titles.tsv, heads.tsv and the words of `frames`. `classes` holds the names
  /// that rules use; both must live as long as this.
  Vocabulary(const Language& language, const Ontology& ontology, const std::vector<Frame>& frames,
             ClassTable& classes);

  /// The items of a sentence. `mentions` are those of the sentence, in order.
  std::vector<Item> items(const Sentence& sentence, std::span<const Mention> mentions,
                          const Mentions& all, const std::vector<TimeExpression>& times) const;

 private:
  struct Entry {
    Classes classes;
    std::vector<const Frame*> frames;
  };
  // The classes of a mention, and those it has if it is a possessive pronoun.
  struct Naming {
    Classes own, possessive;
  };
  void add(const std::string& word, const Classes& classes, const Frame* frame);
  Naming naming(const std::string& name) const;
  Item mention_item(const std::vector<Token>& tokens, const Mention& mention,
                    const Mentions& all) const;
  /// What a verb and a particle apart from it mean together, or null.
  const Entry* split_verb(const std::vector<Token>& tokens, std::uint32_t verb) const;
  Item word_item(const std::vector<Token>& tokens, std::uint32_t first,
                 std::span<const Mention> mentions) const;
  void read_as(Item& item, const Entry& entry) const;
  void set_names(Item& item, bool possessive, const Mentions& all) const;
  void set_forms(Item& item, const std::vector<Token>& tokens) const;

  const Ontology& ontology_;
  const ClassTable& classes_;
  std::deque<Entry> entries_;
  WordIndex<Entry*> index_;
  Classes upos_[17];
  Classes qualifying_;     // classes that a phrase has from its first word: "agree to" is planned
  Classes of_last_words_;  // classes that a mention has from its last words: courts, prizes
  std::unordered_map<std::string, Naming> types_;  // by entity type: it and its parents
  Naming mention_, actor_, several_, pronoun_, demonym_, title_, description_;
  std::uint16_t time_, finite_, past_, plain_, subject_clause_, inside_;
};

}  // namespace relata
