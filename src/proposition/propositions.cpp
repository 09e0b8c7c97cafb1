// SPDX-License-Identifier: Apache-2.0
// Clause by clause: a predicate, whom it speaks of, and one proposition for each argument.

#include <algorithm>
#include <relata/proposition.hpp>
#include <relata/word_index.hpp>

#include "proposition/clause_tree.hpp"
#include "proposition/phrases.hpp"

namespace relata {

struct PropositionReader::Words {
  explicit Words(const Language& language) : phrases(language) {
    for (const Language::WordRow& row : language.words("titles.tsv", 2))
      if (row.cells[0] != "honorific")
        for (const std::string& word : row.words) titles.add(word, true);
  }

  PhraseWords phrases;
  WordIndex<bool> titles;
};

PropositionReader::PropositionReader(const Language& language)
    : words_(std::make_unique<Words>(language)) {}
PropositionReader::~PropositionReader() = default;
PropositionReader::PropositionReader(PropositionReader&&) noexcept = default;

namespace {

WordSet both(WordSet a, const WordSet& b) {
  a.insert(b.begin(), b.end());
  return a;
}

// One sentence.
class Propositions {
 public:
  Propositions(const PhraseWords& words, const WordIndex<bool>& titles, const Document& document,
               const Sentence& sentence)
      : words_(words),
        titles_(titles),
        sentence_(sentence),
        tree_(sentence),
        phrases_(words, document, tree_) {}

  std::vector<Proposition> read() {
    for (std::size_t i = 0; i < tree_.size(); ++i)
      if (tree_.is_predicate(i)) read_clause(i);
    for (std::size_t i = 0; i < tree_.size(); ++i)
      if (tree_.head(i) < tree_.size()) read_apposition(tree_.head(i), i);
    for (const NamedEntity& entity : sentence_.entities) read_title(entity.first, entity.last);
    return std::move(found_);
  }

 private:
  // An argument behind a preposition, or a verb that serves as one ("at", with the noun as object).
  struct Oblique {
    std::size_t head;
    WordSet marks;
  };

  // Where a clause of its own is none: a verb that stands for a preposition.
  bool is_preposition(std::size_t i) const {
    return tree_.is(i, "advcl") && i < tree_.head(i) &&
           words_.preposition.count(tree_.token(i).lemma) != 0 &&
           !tree_.dependents(i, "obj").empty() && tree_.dependents(i, "nsubj").empty();
  }

  // A title before a name that the parser took for a word of its own.
  bool is_title_of_name(std::size_t i) const {
    const auto title = titles_.longest(sentence_.tokens, i);
    return title && std::any_of(sentence_.entities.begin(), sentence_.entities.end(),
                                [&](const NamedEntity& e) { return e.first == title.last; });
  }

  void read_clause(std::size_t predicate) {
    if (is_preposition(predicate)) return;
    const WordSet verb = phrases_.verb(predicate);
    const bool passive = tree_.is_passive(predicate);
    ClauseTree::Words objects;
    std::vector<Oblique> obliques;
    for (const std::size_t child : tree_.children(predicate)) {
      if (tree_.is(child, "obj") || tree_.is(child, "iobj") ||
          tree_.is_exactly(child, "obl:patient"))
        objects.push_back(tree_.referent(child));
      else if (tree_.is(child, "obl") || tree_.is(child, "nmod"))
        obliques.push_back({tree_.referent(child), phrases_.marks(child)});
      else if (is_preposition(child))
        obliques.push_back({tree_.dependents(child, "obj").front(), {child}});
    }
    const bool copular = !tree_.dependents(predicate, "cop").empty();
    for (const std::size_t subject : tree_.subjects(predicate)) {
      if (is_title_of_name(subject)) continue;
      const WordSet who = phrases_.subject(subject);
      if (copular) {
        read_copula(who, predicate, verb, obliques);
        continue;
      }
      for (const std::size_t object : objects)
        for (const std::size_t one : tree_.coordinated(object)) {
          const WordSet what = phrases_.noun(one);
          add(who, verb, what);
          // What a preposition adds to the object: "studied seals in Iceland".
          for (const std::size_t more : tree_.dependents(one, "nmod"))
            if (more > one && what.count(more) == 0 && !phrases_.marks(more).empty())
              add(who, both(both(verb, what), phrases_.marks(more)), phrases_.noun(more));
        }
      WordSet relation = verb;
      for (const Oblique& oblique : obliques)
        if (passive && tree_.is_exactly(oblique.head, "obl:agent")) {
          for (const std::size_t one : tree_.coordinated(oblique.head))
            add(phrases_.noun(one), phrases_.bare_verb(predicate), who);
          if (words_.spaced) continue;
          for (const std::size_t word : phrases_.all(oblique.head)) relation.insert(word);
        }
      for (const Oblique& oblique : obliques)
        if (words_.spaced || !passive || !tree_.is_exactly(oblique.head, "obl:agent"))
          read_oblique(who, predicate, relation, objects, oblique);
    }
  }

  // "X is the capital of Y", "X is famous for Y"
  void read_copula(const WordSet& who, std::size_t predicate, const WordSet& verb,
                   const std::vector<Oblique>& obliques) {
    const bool noun = tree_.token(predicate).upos != Upos::ADJ;
    WordSet what = phrases_.noun(predicate);
    const WordSet marks = phrases_.marks(predicate);  // "is in love"
    for (const std::size_t word : verb) what.erase(word);
    for (const std::size_t subject : tree_.dependents(predicate, "nsubj"))
      for (const std::size_t word : phrases_.noun(subject)) what.erase(word);
    if (noun || obliques.empty()) add(who, both(verb, marks), what);
    for (const Oblique& oblique : obliques)
      if (!oblique.marks.empty() && oblique.head > predicate)
        add(who, both(both(both(verb, marks), what), oblique.marks), phrases_.noun(oblique.head));
  }

  // With the object in the relation: "sold shares to". In languages that put such arguments before
  // the verb they belong to it, and what is told is the object.
  void read_oblique(const WordSet& who, std::size_t predicate, const WordSet& verb,
                    const ClauseTree::Words& objects, const Oblique& oblique) {
    const bool before = oblique.head < predicate;
    if (before && !objects.empty() && objects.front() > predicate && !words_.spaced) {
      const WordSet relation = both(both(verb, oblique.marks), phrases_.noun(oblique.head));
      for (const std::size_t object : objects) add(who, relation, phrases_.noun(object));
      return;
    }
    WordSet relation = verb;
    for (const std::size_t object : objects)
      relation = both(both(relation, phrases_.noun(object)), phrases_.marks(object));
    for (const std::size_t mark : tree_.dependents(predicate, "mark"))
      if (mark > predicate && mark < oblique.head) relation.insert(mark);  // "sell to"
    for (const std::size_t one : tree_.coordinated(oblique.head)) {
      if (before)
        add(who, relation, both(oblique.marks, phrases_.noun(one)));
      else
        add(who, both(relation, oblique.marks), phrases_.noun(one));
    }
  }

  // "X, the capital of Y": (X, is, capital of Y); "Y's captain X": (Y, captain, X)
  void read_apposition(std::size_t head, std::size_t word) {
    if (tree_.is_exactly(word, "nmod:desc")) {
      WordSet name = phrases_.noun(head);
      const WordSet title = phrases_.all(word);
      if (!titles_.longest(sentence_.tokens, *title.begin())) return;  // "Dr."
      for (const std::size_t part : title) name.erase(part);
      return add(name, words_.copula, title);
    }
    if (!tree_.is(word, "appos")) return;
    const WordSet name = phrases_.noun(word);
    WordSet noun = phrases_.noun(head);
    for (const std::size_t part : name) noun.erase(part);
    const bool is_name =
        tree_.token(word).upos == Upos::PROPN && tree_.token(head).upos != Upos::PROPN;
    const bool behind = tree_.token(word).upos == Upos::PROPN && phrases_.is_beside(head, word);
    if (!behind) return is_name ? add(name, words_.copula, noun) : add(noun, words_.copula, name);
    named_.insert(name.begin(), name.end());
    if (words_.spaced) return add(name, words_.copula, noun);
    read_holder(noun, head, name);
  }

  // Words that name what somebody is, apart in whose and what.
  void read_holder(const WordSet& noun, std::size_t head, const WordSet& name) {
    WordSet holder, post = noun;
    for (const std::size_t child : tree_.children(head))
      if (holder.empty() && child < head &&
          (tree_.is(child, "nmod") || tree_.is(child, "compound")))
        for (const std::size_t part : phrases_.all(child)) holder.insert(part), post.erase(part);
    for (auto part = holder.begin(); part != holder.end();)
      part = tree_.is(*part, "case") ? holder.erase(part) : std::next(part);
    if (holder.empty())
      add(name, words_.copula, noun);
    else
      add(holder, post, name);
  }

  // "the bank's president X": (bank, president, X); "Mayor X": (X, is, Mayor)
  void read_title(std::size_t first, std::size_t last) {
    if (named_.count(first) != 0) return;
    for (std::size_t begin = first > 4 ? first - 4 : 0; begin < first; ++begin) {
      const auto title = titles_.longest(sentence_.tokens, begin);
      if (!title || title.last != first) continue;
      const WordSet name = range(first, last), post = range(begin, first);
      std::size_t body = begin;
      while (body > 0 && is_part_of_name(body - 1)) --body;
      if (body == begin)
        add(name, words_.copula, post);
      else
        add(range(body, begin), post, name);
      return;
    }
  }

  bool is_part_of_name(std::size_t i) const {
    const Upos upos = tree_.token(i).upos;
    return upos == Upos::PROPN || upos == Upos::NOUN || upos == Upos::ADJ || upos == Upos::NUM ||
           (upos == Upos::PART && !words_.spaced && words_.of.count(tree_.token(i).lemma) == 0);
  }

  static WordSet range(std::size_t first, std::size_t last) {
    WordSet words;
    for (std::size_t i = first; i < last; ++i) words.insert(i);
    return words;
  }

  void add(const WordSet& subject, const WordSet& relation, const WordSet& object) {
    add(subject, phrases_.text(relation), object);
  }
  void add(const WordSet& subject, const std::string& relation, const WordSet& object) {
    Proposition proposition{phrases_.text(subject), relation, phrases_.text(object)};
    if (proposition.subject.empty() || relation.empty() || proposition.object.empty() ||
        proposition.subject == proposition.object ||
        std::find(found_.begin(), found_.end(), proposition) != found_.end())
      return;
    found_.push_back(std::move(proposition));
  }

  const PhraseWords& words_;
  const WordIndex<bool>& titles_;
  const Sentence& sentence_;
  ClauseTree tree_;
  Phrases phrases_;
  WordSet named_;  // names that an apposition has told the titles of
  std::vector<Proposition> found_;
};

}  // namespace

std::vector<Proposition> PropositionReader::read(const Document& document,
                                                 const Sentence& sentence) const {
  if (sentence.tokens.empty() || sentence.tokens.front().deprel.empty()) return {};
  return Propositions(words_->phrases, words_->titles, document, sentence).read();
}

}  // namespace relata
