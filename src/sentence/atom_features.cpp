// SPDX-License-Identifier: Apache-2.0
// An atom, its neighbours, their shapes, and for letters of scripts without spaces the words of the
// list that begin, go on and end there.

#include <algorithm>
#include <array>
#include <limits>
#include <relata/atoms.hpp>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kAffix = 3;    // code points
constexpr std::size_t kLengths = 6;  // longer words count as this long
enum Place : std::uint8_t { begins, goes_on, ends, kPlaces };

// What the list says of one atom: the likeliest word for each place and length.
struct Evidence {
  std::array<std::array<WordList::KindNumber, kLengths + 1>, kPlaces> kinds;
  char path = '.';  // place in the word of the likeliest cut
  Evidence() {
    for (auto& lengths : kinds) lengths.fill(WordList::kNone);
  }
};

class Extractor {
 public:
  Extractor(std::string_view text, const Atoms& atoms, const Folding& folding,
            const WordList& words, FeatureBags& bags)
      : atoms_(atoms), words_(words), bags_(bags), evidence_(atoms.items.size()) {
    for (const Atom& atom : atoms_.items)
      shapes_.push_back(shape_of(folding(text.substr(atom.span.begin, atom.span.size()))));
  }

  void extract() {
    look_up_runs();
    for (std::size_t i = 0; i < atoms_.items.size(); ++i) {
      add_text(i);
      add_shapes(i);
      if (atoms_.items[i].kind == Atom::Kind::ideograph) add_evidence(i);
      bags_.end_bag();
    }
  }

 private:
  bool has(std::size_t i) const { return i < atoms_.items.size(); }
  std::string_view normal(std::size_t i) const {
    return has(i) ? atoms_.normal_of(i) : std::string_view();
  }
  // The atoms i and what follows it, which may be none, with what stands between.
  void add_pair(char name, std::size_t i, std::size_t j) {
    std::string text(1, name);
    text += normal(i);
    text += has(j) && atoms_.items[j].after_blank ? ' ' : '\t';
    text += normal(j);
    bags_.add(feature_key(FeatureTemplate::atom_pair, text));
  }
  std::string shape(std::size_t i) const {
    return has(i) ? (atoms_.items[i].after_blank ? " " : "|") + shapes_[i] : "$";
  }

  void add_text(std::size_t i) {
    const std::string_view word = normal(i);
    bags_.add(feature_key(FeatureTemplate::atom, word));
    add_pair('<', i - 1, i);
    add_pair('>', i, i + 1);
    if (atoms_.items[i].kind != Atom::Kind::letters) return;
    for (std::size_t n = 0, at = 0; n < kAffix && at < word.size(); ++n) {
      next_code_point(word, at);
      bags_.add(feature_key(FeatureTemplate::prefix, word.substr(0, at)));
    }
    for (std::size_t n = 0, at = word.size(); n < kAffix && at > 0; ++n) {
      at = previous_code_point(word, at);
      bags_.add(feature_key(FeatureTemplate::suffix, word.substr(at)));
    }
  }

  void add_shapes(std::size_t i) {
    const auto add = [&](const std::string& text) {
      bags_.add(feature_key(FeatureTemplate::atom_shape, text));
    };
    const std::string here = shape(i), next = shape(i + 1);
    const std::size_t size = atoms_.items[i].last - atoms_.items[i].first;
    add("0" + here + std::to_string(std::min(size, std::size_t{5})));
    add("<" + shape(i - 1) + here);
    add(">" + here + next);
    add("]" + next + shape(i + 2));
    add("=" + shape(i - 1) + here + next);
    for (const std::size_t distance : {std::size_t{1}, std::size_t{2}})
      if (has(i + distance) && normal(i) == normal(i + distance))
        add("r" + std::to_string(distance));
  }

  void add_evidence(std::size_t i) {
    for (std::uint8_t place = 0; place < kPlaces; ++place)
      for (std::size_t length = 1; length <= kLengths; ++length) {
        const WordList::KindNumber number = evidence_[i].kinds[place][length];
        if (number == WordList::kNone) continue;
        const std::string_view kind = words_.kind(number);
        std::string text{static_cast<char>('0' + place), static_cast<char>('0' + length)};
        bags_.add(feature_key(FeatureTemplate::place, text + kind.back()));
        bags_.add(feature_key(FeatureTemplate::place,
                              text.append(kind.substr(0, kind.size() - 1)) + '/'));
      }
    bags_.add(feature_key(FeatureTemplate::place, std::string{'p', evidence_[i].path}));
  }

  void look_up_runs() {
    const auto ideograph = [&](std::size_t i) {
      return atoms_.items[i].kind == Atom::Kind::ideograph;
    };
    for (std::size_t i = 0, end = 0; i < atoms_.items.size(); i = std::max(end, i + 1)) {
      if (!ideograph(i)) continue;
      for (end = i + 1; has(end) && ideograph(end) && !atoms_.items[end].after_blank;) ++end;
      look_up(i, end);
    }
  }

  // The words of the list in atoms [first, last), and the likeliest cut of them (Viterbi).
  void look_up(std::size_t first, std::size_t last) {
    const std::size_t size = last - first;
    std::vector<float> score(size + 1, -std::numeric_limits<float>::infinity());
    std::vector<std::uint32_t> from(size + 1, 0);
    score[0] = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const auto reach = [&](std::size_t length, float log_probability) {
        if (score[i] + log_probability <= score[i + length]) return;
        score[i + length] = score[i] + log_probability;
        from[i + length] = static_cast<std::uint32_t>(i);
      };
      constexpr float kUnknown = -20;
      reach(1, kUnknown);
      const std::size_t begin = atoms_.items[first + i].first;
      std::uint32_t lengths = words_.lengths(code_point_at(atoms_.normal, begin));
      for (; lengths != 0; lengths &= lengths - 1) {
        const auto length = static_cast<std::size_t>(__builtin_ctz(lengths));
        if (i + length > size) break;
        const WordList::KindNumber number =
            words_.find(std::string_view(atoms_.normal)
                            .substr(begin, atoms_.items[first + i + length - 1].last - begin));
        if (number == WordList::kNone) continue;
        reach(length, words_.log_probability(number));
        note(first + i, length, number);
      }
    }
    for (std::size_t end = size; end != 0; end = from[end])
      note_path(first + from[end], first + end);
  }

  void note(std::size_t first, std::size_t length, WordList::KindNumber number) {
    for (std::size_t k = 0; k < length; ++k) {
      const Place place = k == 0 ? begins : k + 1 == length ? ends : goes_on;
      WordList::KindNumber& known = evidence_[first + k].kinds[place][std::min(length, kLengths)];
      if (known == WordList::kNone ||
          words_.log_probability(known) < words_.log_probability(number))
        known = number;
    }
  }

  void note_path(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i)
      evidence_[i].path = last - first == 1 ? 'S' : i == first ? 'B' : i + 1 == last ? 'E' : 'I';
  }

  const Atoms& atoms_;
  const WordList& words_;
  FeatureBags& bags_;
  std::vector<Evidence> evidence_;
  std::vector<std::string> shapes_;
};

}  // namespace

void AtomFeatures::extract(std::string_view text, const Atoms& atoms, FeatureBags& bags) const {
  Extractor(text, atoms, language_.folding(), words_, bags).extract();
}

}  // namespace relata
