// SPDX-License-Identifier: Apache-2.0
// One pass of the encoder over some dozen sentences, then the best tags of each word, the best tree
// and the best row of entity labels of each sentence. The door is Parser.

#include "sentence/parser.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <numeric>
#include <relata/entity_labels.hpp>
#include <relata/lemma_script.hpp>
#include <relata/utf8.hpp>

#include "sentence/tree.hpp"

namespace relata {
namespace {

constexpr std::size_t kBatchWords = 600;
constexpr float kSlope = 0.1F;  // of the leaky rectifier, as it was learnt

std::size_t best(const float* scores, std::size_t size) {
  return static_cast<std::size_t>(std::max_element(scores, scores + size) - scores);
}

// Columns of one sequence, below `top` if it is given.
Matrix rows_of(const Matrix& outputs, Slice slice, const Sequences& sequences, std::size_t place,
               const Matrix* top = nullptr) {
  Matrix rows(sequences.length(place) + (top ? 1 : 0), slice.size);
  std::size_t next = 0;
  if (top) std::copy_n(top->row(0), slice.size, rows.row(next++));
  for (std::size_t t = 0; t < sequences.length(place); ++t)
    std::copy_n(outputs.row(sequences.row(t, place)) + slice.first, slice.size, rows.row(next++));
  return rows;
}

Matrix rectified(Matrix values) {
  for (float& value : values.values) value = value > 0 ? value : kSlope * value;
  return values;
}

bool has_tags(const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& token) { return token.upos != Upos::X; });
}
bool has_tree(const Sentence& sentence) {
  return std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                     [](const Token& token) { return !token.deprel.empty(); });
}

}  // namespace

Parser::Tags Parser::add_tags(OutputLayers& layers, const std::string& name) const {
  Tags tags{layers.add(name), weights_.lines(name + ".labels")};
  weights_.matrix(name + ".bias", 1, tags.labels.size());  // as many labels as columns
  return tags;
}

Parser::Parser(const Language& language, const KnownNames& names)
    : features_(language, names),
      weights_(language.path(kFile)),
      encoder_(weights_),
      arc_(weights_.matrix("arc.weight"), weights_.matrix("arc.bias", 1)),
      label_by_dependent_(weights_.matrix("label.by_dependent.weight"),
                          weights_.matrix("label.by_dependent.bias", 1)),
      label_by_head_(weights_.matrix("label.by_head.weight"),
                     weights_.matrix("label.by_head.bias", 1)),
      label_(weights_.matrix("label.weight")),
      arc_root_(weights_.matrix("arc.root", 1)),
      label_root_(weights_.matrix("label.root", 1)),
      deprels_(weights_.lines("deprel.labels")) {
  OutputLayers tags(weights_, encoder_.output_size(0));
  upos_ = add_tags(tags, "upos");
  xpos_ = add_tags(tags, "xpos");
  feats_ = add_tags(tags, "feats");
  lemma_ = add_tags(tags, "lemma");
  tags_ = tags.join();
  OutputLayers layers(weights_, encoder_.output_size());
  entity_ = add_tags(layers, "entity");
  late_upos_ = layers.add("upos.late");
  weights_.matrix("upos.late.bias", 1, upos_.labels.size());  // as many as of the first
  arc_dependent_ = layers.add("arc.dependent");
  arc_head_ = layers.add("arc.head");
  label_dependent_ = layers.add("label.dependent");
  label_head_ = layers.add("label.head");
  outputs_ = layers.join();
  may_follow_ = entity_transitions(entity_.labels);
  for (const std::string& name : upos_.labels) upos_labels_.push_back(upos_from(name));
  if (lemma_.labels.empty()) return;
  for (const char* table : {"classes.tsv", "frames.tsv", "heads.tsv", "titles.tsv"})
    for (const Language::WordRow& row : language.words(table, 1))
      table_words_.insert(row.words.begin(), row.words.end());
  for (const Language::WordRow& row : language.words("irregular.tsv", 2))
    for (const std::string& form : row.words) irregular_.emplace(form, row.cells.front());
}

void Parser::parse(std::span<Sentence> sentences) const {
  std::vector<Sentence*> order;
  for (Sentence& sentence : sentences)
    if (!sentence.tokens.empty()) order.push_back(&sentence);
  // Sentences of one length fill a batch best.
  std::stable_sort(order.begin(), order.end(), [](const Sentence* a, const Sentence* b) {
    return a->tokens.size() > b->tokens.size();
  });
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin, words = 0;
    while (end < order.size() && words < kBatchWords) words += order[end++]->tokens.size();
    const Batch batch = read(std::span(order).subspan(begin, end - begin));
    for (std::size_t place = 0; place < batch.sequences.size(); ++place) {
      tag(batch, place);
      if (has_tree(*batch.sentences[place])) continue;
      attach(batch, place);
      label(batch, place);
      name_unseen(*batch.sentences[place]);
    }
    begin = end;
  }
}

// In the order of lengths already, so that places of sequences are those of sentences.
Parser::Batch Parser::read(std::span<Sentence* const> sentences) const {
  Batch batch{{sentences.begin(), sentences.end()}, {}, {}};
  std::vector<std::size_t> lengths, first;
  FeatureBags bags, rows;
  for (const Sentence* sentence : sentences) {
    lengths.push_back(sentence->tokens.size());
    first.push_back(bags.size());
    features_.extract(sentence->tokens, bags);
  }
  batch.sequences = Sequences(lengths);
  for (std::size_t t = 0; t < batch.sequences.steps(); ++t)
    for (std::size_t place = 0; place < batch.sequences.active(t); ++place) {
      const auto bag = bags.bag(first[place] + t);
      rows.keys.insert(rows.keys.end(), bag.begin(), bag.end());
      if (!weights_.knows(bag.front())) rows.add(feature_key(FeatureTemplate::unknown_word, ""));
      rows.end_bag();
    }
  Matrix states = encoder_.run(0, batch.sequences, encoder_.embed(rows));
  batch.tags = tags_.apply(states);
  for (std::size_t i = 1; i < encoder_.layers(); ++i)
    states = encoder_.run(i, batch.sequences, states);
  batch.outputs = outputs_.apply(states);
  return batch;
}

void Parser::tag(const Batch& batch, std::size_t place) const {
  Sentence& sentence = *batch.sentences[place];
  const bool tagged = has_tags(sentence);
  for (std::size_t t = 0; t < sentence.tokens.size() && !tagged; ++t) {
    const float* row = batch.tags.row(batch.sequences.row(t, place));
    const auto label = [&](const Tags& tags) -> std::string_view {
      return tags.labels.empty() ? std::string_view()
                                 : tags.labels[best(row + tags.slice.first, tags.slice.size)];
    };
    Token& token = sentence.tokens[t];
    token.upos = upos_labels_[best_upos(batch, batch.sequences.row(t, place))];
    token.xpos = label(xpos_);
    token.feats = label(feats_);
    if (!lemma_.labels.empty()) token.lemma = lemma(token, row + lemma_.slice.first);
  }
  if (sentence.entities.empty())
    sentence.entities = best_entities(rows_of(batch.outputs, entity_.slice, batch.sequences, place),
                                      entity_.labels, may_follow_);
}

// Where capitals mark names, a word with one that no text had from which the tagger has learnt is
// most likely a name: "Norlink is". At the beginning it is one if nothing modifies what would be a
// plain noun in the singular.
void Parser::name_unseen(Sentence& sentence) const {
  if (!features_.language().spaced() || sentence.kind != Sentence::Kind::prose) return;
  const auto bare = [&](std::size_t i) {
    const Token& token = sentence.tokens[i];
    return (token.deprel.starts_with("nsubj") || token.deprel == "nmod:poss") &&
           token.feats.find("Number=Plur") == std::string::npos &&
           std::none_of(sentence.tokens.begin(), sentence.tokens.end(), [&](const Token& other) {
             return other.head == static_cast<int>(i) &&
                    (other.deprel == "det" || other.deprel == "amod");
           });
  };
  bool begins = true;  // so far only marks
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    const bool noun = token.upos == Upos::NOUN || token.upos == Upos::X ||
                      token.upos == Upos::PRON || token.upos == Upos::ADJ;
    if (noun && u_isupper(static_cast<UChar32>(code_point_at(token.form, 0))) &&
        (begins ? bare(i) : token.upos != Upos::ADJ) &&
        !weights_.knows(
            feature_key(FeatureTemplate::word, normal_form(token.form, features_.language())))) {
      token.upos = Upos::PROPN;
      token.lemma = token.form;
    }
    begins = (begins && token.upos == Upos::PUNCT) || token.form == ":";
  }
}

// Told by both layers: the first knows the word best, the last its place in the sentence.
std::size_t Parser::best_upos(const Batch& batch, std::size_t row) const {
  const float* early = batch.tags.row(row) + upos_.slice.first;
  const float* late = batch.outputs.row(row) + late_upos_.first;
  std::size_t place = 0;
  for (std::size_t k = 1; k < late_upos_.size; ++k)
    if (early[k] + late[k] > early[place] + late[place]) place = k;
  return place;
}

// That of an irregular form is told; else the best lemma, or a good one that is known to be a
// lemma: "invaded" is no "invad".
std::string Parser::lemma(const Token& token, const float* scores) const {
  constexpr std::size_t kTries = 32;
  constexpr float kMargin = 6;
  if (token.upos == Upos::VERB)
    if (const auto form = irregular_.find(token.lemma); form != irregular_.end())
      return form->second;
  const auto known = [&](const std::string& lemma) {
    return token.upos == Upos::PROPN || table_words_.count(lemma) != 0 ||
           weights_.knows(lemma_key(to_string(token.upos), lemma));
  };
  const std::string first =
      apply_lemma_script(token.lemma, lemma_.labels[best(scores, lemma_.labels.size())]);
  if (known(first)) return first;
  std::vector<std::size_t> order(lemma_.labels.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const std::size_t tries = std::min(kTries, order.size());
  std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(tries), order.end(),
                    [&](std::size_t a, std::size_t b) { return scores[a] > scores[b]; });
  for (std::size_t i = 1; i < tries && scores[order[i]] > scores[order[0]] - kMargin; ++i) {
    std::string lemma = apply_lemma_script(token.lemma, lemma_.labels[order[i]]);
    if (known(lemma)) return lemma;
  }
  return first;
}

void Parser::attach(const Batch& batch, std::size_t place) const {
  const Matrix dependents =
      arc_.apply(rectified(rows_of(batch.outputs, arc_dependent_, batch.sequences, place)));
  Matrix heads = rectified(rows_of(batch.outputs, arc_head_, batch.sequences, place, &arc_root_));
  std::copy_n(arc_root_.row(0), arc_root_.columns, heads.row(0));
  Matrix scores(dependents.rows, heads.rows);
  multiply(dependents.row(0), dependents.columns, dependents.rows, PackedMatrix(heads, true),
           scores.row(0), scores.columns);
  for (std::size_t t = 0; t < scores.rows; ++t) scores.row(t)[t + 1] = -1e9F;  // not its own head
  const std::vector<int> tree = best_tree(scores);
  for (std::size_t t = 0; t < tree.size(); ++t) batch.sentences[place]->tokens[t].head = tree[t];
}

void Parser::label(const Batch& batch, std::size_t place) const {
  std::vector<Token>& tokens = batch.sentences[place]->tokens;
  const Matrix dependents =
      rectified(rows_of(batch.outputs, label_dependent_, batch.sequences, place));
  const Matrix heads = rectified(rows_of(batch.outputs, label_head_, batch.sequences, place));
  Matrix governors(tokens.size(), heads.columns);
  for (std::size_t t = 0; t < tokens.size(); ++t)
    std::copy_n(tokens[t].head < 0 ? label_root_.row(0)
                                   : heads.row(static_cast<std::size_t>(tokens[t].head)),
                heads.columns, governors.row(t));
  Matrix scores = label_by_dependent_.apply(dependents);
  const Matrix by_head = label_by_head_.apply(governors);
  Matrix turned(dependents.rows, label_.columns());
  multiply(dependents.row(0), dependents.columns, dependents.rows, label_, turned.row(0),
           turned.columns);
  const std::size_t width = heads.columns;
  for (std::size_t t = 0; t < tokens.size(); ++t) {
    for (std::size_t k = 0; k < scores.columns; ++k)
      scores.row(t)[k] +=
          by_head.row(t)[k] + dot(turned.row(t) + k * width, governors.row(t), width);
    tokens[t].deprel = deprels_[best(scores.row(t), scores.columns)];
  }
}

}  // namespace relata
