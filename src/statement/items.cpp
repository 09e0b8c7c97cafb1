// SPDX-License-Identifier: Apache-2.0
#include "statement/items.hpp"

namespace relata {
namespace {

bool is_possessive(const Mention& mention, const std::vector<Token>& tokens) {
  return mention.form == Mention::Form::pronoun &&
         tokens[mention.first].feats.find("Poss=Yes") != std::string::npos;
}

}  // namespace

void Vocabulary::add(const std::string& word, const Classes& classes, const Frame* frame) {
  Entry& entry = entries_[word];
  entry.classes |= classes;
  if (frame) entry.frames.push_back(frame);
  index_.add(word, &entry);
}

Vocabulary::Vocabulary(const Language& language, const Ontology& ontology,
                       const std::vector<Frame>& frames, ClassTable& classes)
    : ontology_(ontology) {
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
        set.set(classes.intern(row.cells[0].substr(begin, end - begin)));
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
void Vocabulary::set_mention(Item& item, const Mention& mention, bool possessive,
                             const Mentions& all, const ClassTable& classes) const {
  const auto set = [&](const std::string& name) {
    (possessive ? item.in_trees : item.classes).set(classes.find(name));
    if (possessive) item.classes.set(classes.find("its" + name));
  };
  item.mention = &mention;
  bool actor = true;
  for (const std::uint32_t entity : mention.entities) {
    for (const EntityType* type = ontology_.find_type(all.entities[entity].type); type;
         type = type->parent.empty() ? nullptr : ontology_.find_type(type->parent))
      set("@" + type->id);
    actor = actor && ontology_.is_actor(all.entities[entity].type);
    actor = actor && (!ontology_.is_a(all.entities[entity].type, types::place) ||
                      mention.government != Mention::kNone);
  }
  set("@mention");
  if (actor) set("@actor");
  if (mention.entities.size() > 1) set("@several");
  if (mention.form == Mention::Form::pronoun) set("@pronoun");
  if (mention.rule == "demonym") set("@demonym");
  item.classes.reset(0);  // names that no rule uses
  item.in_trees.reset(0);
}

std::vector<Item> Vocabulary::items(const Sentence& sentence, std::span<const Mention> mentions,
                                    const Mentions& all, const std::vector<TimeExpression>& times,
                                    const ClassTable& classes) const {
  std::vector<Item> items;
  const std::vector<Token>& tokens = sentence.tokens;
  std::size_t next_mention = 0, next_time = 0;
  for (std::uint32_t i = 0; i < tokens.size();) {
    Item item;
    item.first = i;
    while (next_time < times.size() && times[next_time].span.end <= tokens[i].span.begin)
      ++next_time;
    if (next_mention < mentions.size() && mentions[next_mention].first == i) {
      item.last = mentions[next_mention].last;
      // A description may be the noun of a frame: "agreement".
      if (mentions[next_mention].form == Mention::Form::description)
        if (const auto word = index_.longest(tokens, i); word && word.last == item.last) {
          item.classes |= (*word.value)->classes;
          if (!(*word.value)->frames.empty()) item.frames = &(*word.value)->frames;
        }
      if (!item.frames && mentions[next_mention].form == Mention::Form::description &&
          !ontology_.is_actor(all.entities[mentions[next_mention].entities.front()].type))
        for (std::uint32_t k = i + 1; k < item.last && !item.frames; ++k)  // "Taurus missiles"
          if (const auto word = index_.longest(tokens, k);
              word && word.last == item.last && !(*word.value)->frames.empty()) {
            item.classes |= (*word.value)->classes;
            item.frames = &(*word.value)->frames;
          }
      set_mention(item, mentions[next_mention], is_possessive(mentions[next_mention], tokens), all,
                  classes);
      ++next_mention;
    } else if (next_time < times.size() && times[next_time].span.begin <= tokens[i].span.begin) {
      const std::uint32_t limit = next_mention < mentions.size()
                                      ? mentions[next_mention].first
                                      : static_cast<std::uint32_t>(tokens.size());
      item.last = i + 1;
      while (item.last < limit && tokens[item.last].span.end <= times[next_time].span.end)
        ++item.last;
      item.classes.set(classes.find("time"));
      item.classes.reset(0);
    } else {
      const auto match = index_.longest(tokens, i);
      // A phrase may hold a possessive pronoun: "withdraw its troops".
      std::size_t behind = next_mention;
      while (match && behind < mentions.size() && mentions[behind].first < match.last &&
             mentions[behind].last <= match.last && is_possessive(mentions[behind], tokens))
        ++behind;
      const bool fits =
          match && (behind >= mentions.size() || match.last <= mentions[behind].first);
      if (fits) next_mention = behind;
      item.last = fits ? static_cast<std::uint32_t>(match.last) : i + 1;
      // A phrase is what its first word is, "hold talks with" a verb, and what its last word is.
      item.classes = upos_[static_cast<std::size_t>(tokens[item.first].upos)] |
                     upos_[static_cast<std::size_t>(tokens[item.last - 1].upos)];
      if (fits) {
        item.classes |= (*match.value)->classes;
        if (const auto first = index_.find(tokens[i].lemma); first && item.last > i + 1)
          item.classes |= (*first)->classes & qualifying_;
        if (!(*match.value)->frames.empty()) item.frames = &(*match.value)->frames;
      }
    }
    if (tokens[item.first].feats.find("VerbForm=Fin") != std::string::npos)
      item.classes.set(classes.find("finite"));
    else if (tokens[item.first].upos == Upos::VERB &&
             (tokens[item.first].feats.find("Tense=Past") != std::string::npos ||
              tokens[item.first].feats.find("Degree=") != std::string::npos))
      item.classes.set(classes.find("past"));
    if (tokens[item.first].deprel.starts_with("csubj"))  // "expelling it would be wrong"
      item.classes.set(classes.find("subject.clause"));
    // A post that stands for somebody without a name: "the Russian ambassador".
    if (item.mention && item.mention->form == Mention::Form::title)
      item.classes.set(classes.find("@" + tokens[item.last - 1].lemma));
    item.classes.reset(0);
    if (!item.mention) {
      std::string word = "'";
      for (std::uint32_t k = item.first; k < item.last; ++k) word += tokens[k].lemma;
      item.classes.set(classes.find(word));
      item.classes.reset(0);
    }
    i = item.last;
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace relata
