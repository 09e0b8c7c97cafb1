// SPDX-License-Identifier: Apache-2.0
// The finest pieces of a text, and the lists of words that tell what they may make.

#include <relata/atoms.hpp>

#include "sentence/annotating.hpp"
#include "sentence/kept_words.hpp"
#include "support/temporary_folder.hpp"

using namespace relata;

namespace {

std::string atoms(const std::string& language, const std::string& text) {
  std::string all;
  const Atomizer atomizer(annotating::languages().find(language));
  for (const Atom& atom : atomizer.cut(text, {0, static_cast<std::uint32_t>(text.size())}).items)
    all += (all.empty()        ? ""
            : atom.after_blank ? " _ "
                               : " ") +
           text.substr(atom.span.begin, atom.span.size());
  return all;
}

}  // namespace

TEST_CASE("atoms are letters of scripts without spaces, runs of others, and marks") {
  struct Case {
    const char *language, *text, *atoms;
  };
  const Case cases[] = {
      {"zh", "日本Apple的5G", "日 本 Apple 的 5 G"},
      {"zh", "人々、〇カタカナー", "人 々 、 〇 カ タ カ ナ ー"},
      {"zh", "３．５％……——", "３ ． ５ ％ …… ——"},
      {"en", "They don't, can't, cannot.", "They _ do n ' t , _ ca n ' t , _ can not ."},
      {"en", "DON’T wait...", "DO N ’ T _ wait ..."},
      {"en", "a.b@c.org, see https://x.org/a?b.", "a.b@c.org , _ see _ https://x.org/a?b ."},
      {"en", "a@b 3.5", "a @ b _ 3 . 5"},
      {"en", "e\xCC\x81te\xCC\x81 👍🏽", "e\xCC\x81te\xCC\x81 _ 👍🏽"},
      {"en", "สวัสดี", "ส วั ส ดี"},
      {"en", " ", ""},
  };
  for (const Case& example : cases) CHECK(atoms(example.language, example.text) == example.atoms);
}

TEST_CASE("a list of words is the same in weights") {
  WordList words;
  words.add("日本", "ns", 1000);
  words.add("日本人", "n", 20);
  words.add("的", "uj", 1 << 20);
  WeightsContent content;
  content.embeddings = Matrix(1, 16);
  content.embeddings.values.assign(16, 1.0F);
  content.keys.emplace_back(feature_key(FeatureTemplate::atom, "a"), 0);
  words.store(content);
  const test::TemporaryFolder folder;
  write_weights(content, folder.path() / "w");
  const Weights weights(folder.path() / "w");
  const WordList stored(weights);
  for (const char* word : {"日本", "日本人", "的"}) {
    REQUIRE(stored.find(word) != WordList::kNone);
    CHECK(stored.kind(stored.find(word)) == words.kind(words.find(word)));
  }
  CHECK(stored.find("本") == WordList::kNone);
  CHECK(stored.lengths(U'日') == (1U << 2 | 1U << 3));
  CHECK(stored.log_probability(stored.find("的")) > stored.log_probability(stored.find("日本人")));
  // What was learnt keeps its vectors.
  float vector[16] = {};
  const std::uint64_t key = feature_key(FeatureTemplate::atom, "a");
  weights.add_embeddings({&key, 1}, vector);
  CHECK(vector[3] == Approx(1));
}

TEST_CASE("words that are kept") {
  const Language& language = annotating::languages().find("zh");
  KeptWords kept(language);
  kept.add("日本", KeptWords::Strength::name);
  kept.add("本国", KeptWords::Strength::name);
  kept.add("日本国", KeptWords::Strength::name);
  kept.add("国会议", KeptWords::Strength::certain);
  const std::string text = "在日本國會議上";
  const Atoms atoms = Atomizer(language).cut(text, {0, static_cast<std::uint32_t>(text.size())});
  const auto cut = [&](float none) {
    // Each atom ends a word with a probability of 1 - exp(none).
    const BoundaryScores same{none, std::log(1 - std::exp(none)), -20};
    const std::vector<BoundaryScores> scores(atoms.items.size(), same);
    std::vector<Boundary> boundaries(atoms.items.size(), Boundary::word);
    kept.apply(atoms, scores, boundaries);
    std::string all;
    for (std::size_t i = 0; i < boundaries.size(); ++i)
      all += text.substr(atoms.items[i].span.begin, atoms.items[i].span.size()) +
             (boundaries[i] == Boundary::none ? "" : "|");
    return all;
  };
  CHECK(cut(-1) == "在|日本|國會議|上|");       // a user's word is worth more than any name
  CHECK(cut(-10) == "在|日|本|國會議|上|");     // sure that all are words
  CHECK(cut(-1e-4F) == "在|日|本|國會議|上|");  // sure that a name's ends are none
}

TEST_CASE("words of a user") {
  const test::TemporaryFolder folder;
  folder.write("words", "# mine\n会前会\nfoo-bar\tPROPN\r\n");
  const UserDictionary user = read_user_dictionary(folder.path() / "words");
  REQUIRE(user.size() == 2);
  CHECK(user[0].word == "会前会");
  CHECK(!user[0].upos);
  CHECK(user[1].upos == Upos::PROPN);
  folder.write("blank", "a\nb c\n");
  CHECK_THROWS_WITH(read_user_dictionary(folder.path() / "blank"),
                    Catch::Contains("blank:2: want one word without blanks"));
  folder.write("tag", "a\tNOUNS\n");
  CHECK_THROWS_WITH(read_user_dictionary(folder.path() / "tag"),
                    Catch::Contains("tag:1: unknown part of speech 'NOUNS'"));

  const Annotator annotator(annotating::languages().find("zh"), annotating::gazetteer(), user);
  Document document;
  document.language = "zh";
  document.text = "他參加會前會和foo-bar。";
  document.blocks.push_back({.span = {0, static_cast<std::uint32_t>(document.text.size())}});
  std::string forms;
  for (const Sentence& sentence : annotator.annotate(document, {}))
    for (const Token& token : sentence.tokens) {
      forms += token.form + " ";
      if (token.form == "foo-bar") CHECK(token.upos == Upos::PROPN);
    }
  CHECK(forms.find(" 會前會 ") != std::string::npos);
  CHECK(forms.find(" foo-bar ") != std::string::npos);
}
