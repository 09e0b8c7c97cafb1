// SPDX-License-Identifier: Apache-2.0
// A bidirectional LSTM tells for each atom whether a word or a sentence ends behind it. Paragraphs
// are read in windows, so that the time a text takes grows with its length, and many windows are
// read in step.

#include "sentence/segmenter.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <relata/utf8.hpp>

#include "sentence/repeated_words.hpp"

namespace relata {
namespace {

constexpr const char* kFile = "segmenter.weights";
constexpr std::size_t kWindow = 480, kMargin = 24;  // atoms; margins are read and not judged
constexpr std::size_t kBatch = 8192;                // atoms that are read at once, about

// How far the marks are trusted that end sentences, in logarithms of probabilities. In scripts
// without spaces a mark that ends a sentence does nothing else.
constexpr float kTrust = 1, kTrustWithoutCase = 10;

// Logarithms of the softmax of scores.
BoundaryScores log_softmax(const float* scores) {
  const float largest = *std::max_element(scores, scores + kBoundaries);
  std::array<float, kBoundaries> shares{};
  for (std::size_t k = 0; k < kBoundaries; ++k) shares[k] = scores[k] - largest;
  BoundaryScores logarithms = shares;
  apply_exp(shares.data(), kBoundaries);
  const float sum = shares[0] + shares[1] + shares[2];
  for (float& value : logarithms) value -= std::log(sum);
  return logarithms;
}

}  // namespace

struct Segmenter::Network {
  Network(const Language& language, const std::filesystem::path& path)
      : weights(path),
        words(weights),
        features(language, words),
        encoder(weights),
        weight(weights.matrix("boundary.weight", encoder.output_size(), kBoundaries)),
        bias(weights.matrix("boundary.bias", 1, kBoundaries)) {}

  Weights weights;
  WordList words;
  AtomFeatures features;
  Encoder encoder;
  PackedMatrix weight;
  Matrix bias;
};

struct Segmenter::Paragraph {
  Span span;
  Atoms atoms;
  FeatureBags bags;
  std::vector<BoundaryScores> scores;  // behind each atom
};

/// Atoms [first, last) of a paragraph, of which [judged, judged_end) are judged.
struct Segmenter::Window {
  std::size_t paragraph, first, last, judged, judged_end;
};

Segmenter::Segmenter(const Language& language, const Marks& marks, const KeptWords& kept)
    : language_(language), marks_(marks), kept_(kept), cut_(language), atomizer_(language) {
  const std::filesystem::path path = language.path(kFile);
  if (std::filesystem::exists(path)) network_ = std::make_shared<const Network>(language, path);
}

bool Segmenter::lists(std::string_view word) const {
  return network_ && network_->words.find(word) != WordList::kNone;
}

std::vector<std::vector<Segmenter::Tokens>> Segmenter::segment(const Document& document,
                                                               std::span<const Span> blocks) const {
  std::vector<Paragraph> paragraphs;
  for (const Span block : blocks) {
    Paragraph& paragraph = paragraphs.emplace_back();
    paragraph.span = block;
    paragraph.atoms = atomizer_.cut(document.text, block);
    paragraph.scores.resize(paragraph.atoms.items.size());
    if (network_) network_->features.extract(document.text, paragraph.atoms, paragraph.bags);
  }
  if (network_) run_network(paragraphs);
  const KeptWords repeated = repeated_words(document, paragraphs);
  std::vector<std::vector<Tokens>> all;
  for (const Paragraph& paragraph : paragraphs)
    all.push_back(tokens(document, paragraph, decode(document, paragraph, repeated)));
  return all;
}

// What the document itself teaches: its paragraphs are cut once to find that out.
KeptWords Segmenter::repeated_words(const Document& document,
                                    std::span<const Paragraph> paragraphs) const {
  KeptWords kept(language_);
  if (!network_ || language_.spaced()) return kept;
  RepeatedWords words(network_->words);
  for (const Paragraph& paragraph : paragraphs)
    words.count(paragraph.atoms, decode(document, paragraph, kept));
  words.add_to(kept);
  return kept;
}

void Segmenter::run_network(std::span<Paragraph> paragraphs) const {
  std::vector<Window> windows;
  std::size_t atoms = 0;
  const auto flush = [&] {
    run_batch(windows, paragraphs);
    windows.clear();
    atoms = 0;
  };
  for (std::size_t p = 0; p < paragraphs.size(); ++p) {
    const std::size_t size = paragraphs[p].atoms.items.size();
    for (std::size_t judged = 0; judged < size;) {
      const std::size_t end = size - judged <= kWindow + kMargin ? size : judged + kWindow;
      const std::size_t first = judged - std::min(judged, kMargin);
      windows.push_back({p, first, std::min(end + kMargin, size), judged, end});
      atoms += windows.back().last - first;
      judged = end;
      if (atoms >= kBatch) flush();
    }
  }
  if (!windows.empty()) flush();
}

void Segmenter::run_batch(std::span<const Window> windows, std::span<Paragraph> paragraphs) const {
  std::vector<std::size_t> lengths;
  for (const Window& window : windows) lengths.push_back(window.last - window.first);
  const Sequences sequences(lengths);
  FeatureBags bags;
  for (std::size_t t = 0; t < sequences.steps(); ++t)
    for (std::size_t s = 0; s < sequences.active(t); ++s) {
      const Window& window = windows[sequences.order(s)];
      for (const std::uint64_t key : paragraphs[window.paragraph].bags.bag(window.first + t))
        bags.add(key);
      bags.end_bag();
    }
  const Matrix states = network_->encoder.encode(sequences, bags);
  Matrix scores(states.rows, kBoundaries);
  for (std::size_t i = 0; i < scores.rows; ++i)
    std::copy_n(network_->bias.row(0), kBoundaries, scores.row(i));
  multiply(states.row(0), states.columns, states.rows, network_->weight, scores.row(0),
           kBoundaries);
  for (std::size_t s = 0; s < sequences.size(); ++s) {
    const Window& window = windows[sequences.order(s)];
    for (std::size_t i = window.judged; i < window.judged_end; ++i)
      paragraphs[window.paragraph].scores[i] =
          log_softmax(scores.row(sequences.row(i - window.first, s)));
  }
}

// Whether the marks say that a sentence ends behind each atom.
std::vector<bool> Segmenter::marked_ends(const Document& document,
                                         const Paragraph& paragraph) const {
  const std::vector<Atom>& atoms = paragraph.atoms.items;
  std::vector<bool> ends(atoms.size());
  std::size_t i = 0;
  for (const Span sentence : split_sentences(document, paragraph.span, marks_)) {
    while (i < atoms.size() && atoms[i].span.end < sentence.end) ++i;
    if (i < atoms.size()) ends[i] = true;
  }
  return ends;
}

// What stands behind each atom: what the scores and, for sentences, the marks say, but known words
// stay whole, and what must_end() and may_end() tell is so.
std::vector<Boundary> Segmenter::decode(const Document& document, const Paragraph& paragraph,
                                        const KeptWords& repeated) const {
  const Atoms& atoms = paragraph.atoms;
  std::vector<Boundary> boundaries(atoms.items.size(), Boundary::word);
  if (boundaries.empty()) return boundaries;
  const std::vector<bool> marked = marked_ends(document, paragraph);
  const float trust = language_.spaced() ? kTrust : kTrustWithoutCase;
  for (std::size_t i = 0; i + 1 < boundaries.size(); ++i) {
    if (!network_) {
      if (marked[i]) boundaries[i] = Boundary::sentence;
      continue;
    }
    const auto [none, word, sentence] = paragraph.scores[i];
    if (none > word) boundaries[i] = Boundary::none;
    if (sentence + (marked[i] ? trust : -trust) > std::max(none, word))
      boundaries[i] = Boundary::sentence;
    if (boundaries[i] == Boundary::none && must_end(document, atoms, i))
      boundaries[i] = Boundary::word;
    if (!may_end(atoms, i)) boundaries[i] = Boundary::none;
    if (boundaries[i] == Boundary::sentence && !marked[i] && is_quoted_part(document, atoms, i))
      boundaries[i] = Boundary::word;
  }
  repeated.apply(atoms, paragraph.scores, boundaries);
  kept_.apply(atoms, paragraph.scores, boundaries);
  cut_.apply(atoms, boundaries);
  boundaries.back() = Boundary::sentence;
  return boundaries;
}

// Words end before blanks, and before and behind full-width marks but the full stop, which a
// network that sees folded text takes for narrow ones that join numbers.
bool Segmenter::must_end(const Document& document, const Atoms& atoms, std::size_t i) const {
  const auto wide = [&](std::size_t k) {
    const char32_t c = code_point_at(document.text, atoms.items[k].span.begin);
    return atoms.items[k].kind == Atom::Kind::mark && c >= 0xFF01 && c <= 0xFF5E &&
           atoms.normal_of(k) != ".";
  };
  return atoms.items[i + 1].after_blank || wide(i) || wide(i + 1);
}

// Whether the atom closes a quotation behind which a small letter goes on with the sentence.
bool Segmenter::is_quoted_part(const Document& document, const Atoms& atoms, std::size_t i) const {
  const auto letter = [&](std::size_t k) {
    return code_point_at(document.text, atoms.items[k].span.begin);
  };
  return marks_.is_closing(letter(i)) && u_islower(static_cast<UChar32>(letter(i + 1)));
}

// In a language with spaces letters of others stay together.
bool Segmenter::may_end(const Atoms& atoms, std::size_t i) const {
  return !language_.spaced() || atoms.items[i + 1].after_blank ||
         atoms.items[i].kind != Atom::Kind::ideograph ||
         atoms.items[i + 1].kind != Atom::Kind::ideograph;
}

Token Segmenter::token(const Document& document, Span span) const {
  Token token;
  token.span = span;
  token.form = document.at(span);
  token.lemma.reserve(token.form.size());
  for (std::size_t i = 0; i < token.form.size();) {
    const char32_t c = language_.folding()(next_code_point(token.form, i));
    append_code_point(token.lemma, c == 0x2019 && token.form.size() > 3 ? U'\'' : c);
  }
  return token;
}

std::vector<Segmenter::Tokens> Segmenter::tokens(const Document& document,
                                                 const Paragraph& paragraph,
                                                 std::span<const Boundary> boundaries) const {
  std::vector<Tokens> sentences;
  bool new_word = true, new_sentence = true;
  for (std::size_t i = 0; i < boundaries.size(); ++i) {
    const Span atom = paragraph.atoms.items[i].span;
    if (new_sentence) sentences.emplace_back();
    if (new_word) sentences.back().push_back({.span = atom});
    sentences.back().back().span.end = atom.end;
    new_word = boundaries[i] != Boundary::none;
    new_sentence = boundaries[i] == Boundary::sentence;
  }
  for (Tokens& sentence : sentences)
    for (Token& word : sentence) word = token(document, word.span);
  return sentences;
}

}  // namespace relata
