// SPDX-License-Identifier: Apache-2.0
#include "statement/items.hpp"

#include <algorithm>

namespace relata {
namespace {

bool is_possessive(const Mention& mention, const std::vector<Token>& tokens) {
  return mention.form == Mention::Form::pronoun &&
         tokens[mention.first].feats.find("Poss=Yes") != std::string::npos;
}

}  // namespace

void Vocabulary::add(const std::string& word, const Classes& classes, const Frame* frame) {
  // "take over" and "takeover" are the same to the index.
  Entry*& entry = index_[word];
  if (!entry) entry = &entries_.emplace_back();
  entry->classes |= classes;
  if (frame) entry->frames.push_back(frame);
}

Vocabulary::Vocabulary(const Language& language, const Ontology& ontology,
                       const std::vector<Frame>& frames, ClassTable& classes)
    : ontology_(ontology),
      classes_(classes),
      mention_(naming("@mention")),
      actor_(naming("@actor")),
      several_(naming("@several")),
      pronoun_(naming("@pronoun")),
      demonym_(naming("@demonym")),
      title_(naming("@title")),
      description_(naming("@description")),
      time_(classes.find("time")),
      finite_(classes.find("finite")),
      past_(classes.find("past")),
      plain_(classes.find("plain")),
      subject_clause_(classes.find("subject.clause")),
      inside_(classes.find("inside")) {
  for (const EntityType& type : ontology.types())
    for (const EntityType* of = &type; of;
         of = of->parent.empty() ? nullptr : ontology.find_type(of->parent)) {
      const Naming name = naming("@" + of->id);
      types_[type.id].own |= name.own;
      types_[type.id].possessive |= name.possessive;
    }
  for (std::size_t tag = 0; tag < 17; ++tag)
    upos_[tag].set(classes.intern(to_string(static_cast<Upos>(tag))));
  for (const char* name :
       {"negative", "planned", "possible", "desired", "hypothetical", "questioned"})
    for (const char* before : {"", "governs."})
      qualifying_.set(classes.intern(std::string(before) + name));
  for (const Language::WordRow& row : language.words("classes.tsv", 2))
    for (const std::string& word : row.words) {
      Classes set;
      for (std::size_t begin = 0; begin <= row.cells[0].size();) {
        const std::size_t end = std::min(row.cells[0].find(' ', begin), row.cells[0].size());
        const std::string name = row.cells[0].substr(begin, end - begin);
        set.set(classes.intern(name));
        if (name.starts_with('@')) of_last_words_.set(classes.intern(name));
        begin = end + 1;
      }
      add(word, set, nullptr);
    }
  for (const Language::WordRow& row : language.words("titles.tsv", 2))
    for (const std::string& word : row.words) {
      Classes set;
      set.set(classes.intern("title"));
      for (const std::string& kind : row.cells) set.set(classes.intern("title." + kind));
      add(word, set, nullptr);
    }
  // "noun.Organization": what things of a type are.
  for (const Language::WordRow& row : language.words("heads.tsv", 3))
    if (row.cells[1] == "member") {
      Classes set;
      for (const EntityType* type = ontology.find_type(row.cells[0]); type;
           type = type->parent.empty() ? nullptr : ontology.find_type(type->parent))
        set.set(classes.intern("noun." + type->id));
      for (const std::string& word : row.words) add(word, set, nullptr);
    }
  for (const Frame& frame : frames)
    for (const std::string& word : frame.words) {
      Classes set;
      set.set(classes.intern("frame"));
      for (const std::uint16_t construction : frame.constructions) set.set(construction);
      add(word, set, &frame);
    }
}

// What somebody is to whom a possessive pronoun belongs, trees tell from the noun behind it. Rows
// of words know them as "its@Country".
Vocabulary::Naming Vocabulary::naming(const std::string& name) const {
  Naming naming;
  naming.own.set(classes_.find(name));
  naming.possessive.set(classes_.find("its" + name));
  return naming;
}

void Vocabulary::read_as(Item& item, const Entry& entry) const {
  item.classes |= entry.classes;
  if (!entry.frames.empty()) item.frames = &entry.frames;
}

void Vocabulary::set_names(Item& item, bool possessive, const Mentions& all) const {
  const Mention& mention = *item.mention;
  const auto set = [&](const Naming& name) {
    (possessive ? item.in_trees : item.classes) |= name.own;
    if (possessive) item.classes |= name.possessive;
  };
  bool actor = true;
  for (const std::uint32_t entity : mention.entities) {
    const std::string& type = all.entities[entity].type;
    if (const auto known = types_.find(type); known != types_.end()) set(known->second);
    actor = actor && ontology_.is_actor(type) &&
            (!ontology_.is_a(type, types::place) || mention.government != Mention::kNone);
  }
  set(mention_);
  if (actor) set(actor_);
  if (mention.entities.size() > 1) set(several_);
  if (mention.form == Mention::Form::pronoun) set(pronoun_);
  if (mention.rule == "demonym") set(demonym_);
  if (mention.form == Mention::Form::title) set(title_);
  if (mention.form == Mention::Form::description) set(description_);
}

Item Vocabulary::mention_item(const std::vector<Token>& tokens, const Mention& mention,
                              const Mentions& all) const {
  Item item;
  item.first = mention.first;
  item.last = mention.last;
  item.mention = &mention;
  // A description may be the noun of a frame ("agreement"), a thing also if only its last words
  // are ("Taurus missiles").
  if (mention.form == Mention::Form::description) {
    if (const auto word = index_.longest(tokens, item.first); word && word.last == item.last)
      read_as(item, **word.value);
    if (!ontology_.is_actor(all.entities[mention.entities.front()].type))
      for (std::uint32_t k = item.first + 1; k < item.last && !item.frames; ++k)
        if (const auto word = index_.longest(tokens, k);
            word && word.last == item.last && !(*word.value)->frames.empty())
          read_as(item, **word.value);
  }
  for (std::uint32_t k = item.first; k < item.last; ++k)
    if (const auto word = index_.longest(tokens, k); word && word.last == item.last)
      item.classes |= (*word.value)->classes & of_last_words_;
  set_names(item, is_possessive(mention, tokens), all);
  return item;
}

const Vocabulary::Entry* Vocabulary::split_verb(const std::vector<Token>& tokens,
                                                std::uint32_t verb) const {
  for (std::size_t i = verb + 2; i < tokens.size(); ++i)
    if (tokens[i].head == static_cast<int>(verb) && tokens[i].deprel == "compound:prt")
      if (const auto entry = index_.find(tokens[verb].lemma + tokens[i].lemma)) return *entry;
  return nullptr;
}

// `mentions` are those behind `first`. A phrase may hold a possessive pronoun ("withdraw its
// troops") and no other mention.
Item Vocabulary::word_item(const std::vector<Token>& tokens, std::uint32_t first,
                           std::span<const Mention> mentions) const {
  auto match = index_.longest(tokens, first);
  const auto other = std::find_if(mentions.begin(), mentions.end(), [&](const Mention& m) {
    return m.first < match.last && !(m.last <= match.last && is_possessive(m, tokens));
  });
  if (other != mentions.end()) match = index_.longest(std::span(tokens).first(other->first), first);
  // "Their appeal to us" is a noun and what it governs, not the verb "appeal to".
  if (match && match.last > first + 1 && tokens[first].upos == Upos::NOUN &&
      tokens[match.last - 1].upos == Upos::ADP && !(*match.value)->frames.empty())
    if (const auto noun = index_.longest(std::span(tokens).first(match.last - 1), first))
      match = noun;
  Item item;
  item.first = first;
  item.last = match ? static_cast<std::uint32_t>(match.last) : first + 1;
  // A phrase is what its first word is, "hold talks with" a verb, and what its last word is.
  item.classes = upos_[static_cast<std::size_t>(tokens[first].upos)] |
                 upos_[static_cast<std::size_t>(tokens[item.last - 1].upos)];
  // "Turned it down": the particle of a verb may stand behind what something is done to.
  const auto* split = tokens[first].upos == Upos::VERB && item.last == first + 1
                          ? split_verb(tokens, first)
                          : nullptr;
  if (split) {
    read_as(item, *split);
  } else if (match) {
    read_as(item, **match.value);
    const int head = tokens[first].head;  // within the phrase: "unmanned aircraft"
    const bool inside = head >= static_cast<int>(first) && head < static_cast<int>(item.last);
    if (item.last > first + 1 && tokens[first].upos == Upos::VERB && !inside)
      if (const auto word = index_.find(tokens[first].lemma))
        item.classes |= (*word)->classes & qualifying_;
  }
  return item;
}

void Vocabulary::set_forms(Item& item, const std::vector<Token>& tokens) const {
  const Token& first = tokens[item.first];
  const auto is = [&](const char* feature) {
    return first.feats.find(feature) != std::string::npos;
  };
  if (is("VerbForm=Fin"))
    item.classes.set(finite_);
  else if (first.upos == Upos::VERB && (is("Tense=Past") || is("Degree=")))
    item.classes.set(past_);
  if (is("VerbForm=Inf") || (is("Tense=Pres") && is("Number=Plur"))) item.classes.set(plain_);
  if (first.deprel.starts_with("csubj"))  // "expelling it would be wrong"
    item.classes.set(subject_clause_);
  for (std::uint32_t k = item.first; item.mention && k < item.last; ++k)
    if (tokens[k].deprel == "nmod" && (tokens[k].head < static_cast<int>(item.first) ||
                                       tokens[k].head >= static_cast<int>(item.last)))
      item.classes.set(inside_);  // "companies in Japan"
  // Who is only described: "the Russian ambassador", "his Kenyan counterpart", "troops in Chad".
  if (item.mention && (item.mention->form == Mention::Form::title ||
                       item.mention->form == Mention::Form::description)) {
    const std::uint32_t noun = governing_token(tokens, item.first, item.last);
    for (const std::uint32_t word : {noun, item.last - 1})
      item.classes.set(classes_.find("@" + tokens[word].lemma));
  }
  if (!item.mention) {
    std::string word = "'";
    for (std::uint32_t k = item.first; k < item.last; ++k) word += tokens[k].lemma;
    item.classes.set(classes_.find(word));
  }
}

std::vector<Item> Vocabulary::items(const Sentence& sentence, std::span<const Mention> mentions,
                                    const Mentions& all,
                                    const std::vector<TimeExpression>& times) const {
  std::vector<Item> items;
  const std::vector<Token>& tokens = sentence.tokens;
  auto time = times.begin();
  for (std::uint32_t i = 0; i < tokens.size(); i = items.back().last) {
    while (!mentions.empty() && mentions.front().first < i) mentions = mentions.subspan(1);
    while (time != times.end() && time->span.end <= tokens[i].span.begin) ++time;
    Item item;
    if (!mentions.empty() && mentions.front().first == i) {
      item = mention_item(tokens, mentions.front(), all);
    } else if (time != times.end() && time->span.begin <= tokens[i].span.begin) {
      const std::size_t limit = mentions.empty() ? tokens.size() : mentions.front().first;
      item.first = i;
      item.last = i + 1;
      while (item.last < limit && tokens[item.last].span.end <= time->span.end) ++item.last;
      item.classes.set(time_);
    } else {
      item = word_item(tokens, i, mentions);
    }
    set_forms(item, tokens);
    item.classes.reset(0);  // names that no rule uses
    item.in_trees.reset(0);
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace relata
