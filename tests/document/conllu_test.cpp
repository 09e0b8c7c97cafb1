// SPDX-License-Identifier: Apache-2.0
// CoNLL-U as input: what it says of a text, and what is wrong with it.

#include "support/conllu.hpp"

#include <catch2/catch.hpp>

#include "document/reading.hpp"

using namespace relata;
using test::tabbed;

namespace {

constexpr const char* kAnnLeft =
    "1 Ann Ann PROPN NNP Number=Sing 2 nsubj _ Entity=(PER)\n"
    "2 left leave VERB VBD _ 0 root _ SpaceAfter=No\n"
    "3 . . PUNCT . _ 2 punct _ _\n";

reading::Result read(const std::string& rows) {
  ReadOptions options;
  options.language = "en";
  return reading::read_bytes("a.conllu", tabbed(rows), options);
}

std::string text(const std::string& rows) {
  const auto result = read(rows);
  REQUIRE(result.messages().empty());
  REQUIRE(result.documents.size() == 1);
  return result.documents[0].text;
}

// "form[begin,end)surface head:deprel" of each word of a sentence.
std::string words(const AnnotatedSentence& sentence) {
  std::string all;
  for (const AnnotatedWord& word : sentence.words)
    all += word.form + "[" + std::to_string(word.span.begin) + "," + std::to_string(word.span.end) +
           ")" + (word.surface.size() > 0 ? "m " : " ") + std::to_string(word.head) + ":" +
           word.deprel + "\n";
  return all;
}

}  // namespace

TEST_CASE("a sentence of CoNLL-U keeps its columns") {
  const auto result = read("# sent_id = s1\n# text = Ann left.\n" + std::string(kAnnLeft));
  REQUIRE(result.documents.size() == 1);
  const Document& document = result.documents[0];
  CHECK(result.messages().empty());
  CHECK(document.id == "a.conllu");
  CHECK(document.text == "Ann left.");
  CHECK(document.origin.input() == "Ann left.");
  REQUIRE(document.annotation.size() == 1);
  const AnnotatedSentence& sentence = document.annotation[0];
  CHECK(sentence.id == "s1");
  CHECK(sentence.span() == Span{0, 9});
  CHECK(words(sentence) == "Ann[0,3) 1:nsubj\nleft[4,8) -1:root\n.[8,9) 1:punct\n");
  const AnnotatedWord& ann = sentence.words[0];
  CHECK(ann.lemma + "/" + ann.upos + "/" + ann.xpos + "/" + ann.feats ==
        "Ann/PROPN/NNP/Number=Sing");
  CHECK(ann.line == 3);
  CHECK(sentence.words[1].feats.empty());
  CHECK(sentence.entities == std::vector<NamedEntity>{{0, 1, "PER"}});
}

TEST_CASE("the text of CoNLL-U is made of forms and blanks") {
  const std::string row = " _ _ _ _ _ _ _ ";
  CHECK(text("1 a" + row + "_\n2 b" + row + "SpaceAfter=No\n3 c" + row + "_\n") == "a bc");
  // "# text" tells where blanks stand; where it has other letters, SpaceAfter does.
  CHECK(text("# text = a  b\n1 a" + row + "SpaceAfter=No\n2 b" + row + "_\n") == "a b");
  CHECK(text("# text = ab\n1 a" + row + "_\n2 b" + row + "_\n") == "ab");
  const auto contradicted = read("# text = a x\n1 a" + row + "_\n2 b" + row + "_\n");
  CHECK(contradicted.documents.at(0).text == "a b");
  CHECK(contradicted.messages() ==
        "[a.conllu:1: \"# text\" does not fit the forms, which are used; others may follow]");
  // Between sentences: as the last token says, or as the script is written.
  CHECK(text("1 a" + row + "_\n\n1 b" + row + "_\n") == "a b");
  CHECK(text("1 a" + row + "SpaceAfter=No\n\n1 b" + row + "_\n") == "ab");
  CHECK(text("1 好" + row + "_\n2 。" + row + "_\n\n1 好" + row + "_\n") == "好 。好");
  CHECK(text("1 好" + row + "SpacesAfter=\\s\n\n1 好" + row + "_\n") == "好 好");
  CHECK(text("# newpar\n1 a" + row + "_\n\n# newpar id = p2\n1 b" + row + "_\n") == "a\nb");
  // A form may have blanks; line ends and marks of layout go.
  CHECK(text("1 10\u00A0000" + row + "_\n") == "10\u00A0000");
  CHECK(text("\xEF\xBB\xBF"
             "1 a\u2028b" +
             row + "_\r\n\r\n\n") == "a b");
  CHECK(text("1 a" + row + "_") == "a");
}

TEST_CASE("multiword tokens and empty nodes") {
  const auto result = read(
      "1-2 don't _ _ _ _ _ _ _ SpaceAfter=No\n1 do do _ _ _ 0 root _ _\n2 n't not _ _ _ 1 advmod "
      "_ _\n2.1 go go _ _ _ _ _ 1:x _\n3 , , _ _ _ 1 punct _ _\n"
      "4-5 du _ _ _ _ _ _ _ _\n4 de de _ _ _ 1 case _ _\n5 le le _ _ _ 1 det _ _\n");
  CHECK(result.messages().empty());
  const Document& document = result.documents.at(0);
  CHECK(document.text == "don't, du");
  CHECK(words(document.annotation.at(0)) ==
        "do[0,2)m -1:root\nn't[2,5)m 0:advmod\n,[5,6) 0:punct\nde[7,9)m 0:case\nle[7,9)m 0:det\n");
}

TEST_CASE("forms are normalised, offsets count the code points of the given forms") {
  const auto result = read("1 cafe\u0301s _ _ _ _ _ _ _ _\n2 x _ _ _ _ _ _ _ _\n");
  const Document& document = result.documents.at(0);
  CHECK(document.text == "caf\u00E9s x");
  CHECK(document.excerpt(document.annotation[0].words[0].span) == Excerpt{0, 6, "cafe\u0301s"});
  CHECK(document.excerpt(document.annotation[0].words[1].span) == Excerpt{7, 8, "x"});
}

TEST_CASE("documents and paragraphs of CoNLL-U") {
  const std::string sentence = std::string(kAnnLeft) + "\n";
  const auto result =
      read("# newdoc\n" + sentence + "# newdoc id = b\n# newpar\n" + sentence + "# newpar\n" +
           sentence + "# newdoc\n" + sentence + "# newdoc id = b\n" + sentence);
  std::string all;
  for (const Document& document : result.documents)
    all += document.id + " " + std::to_string(document.blocks.size()) + " " +
           std::to_string(document.annotation.size()) + "\n";
  CHECK(all == "a.conllu 1 1\nb 2 2\na.conllu:17 1 1\nb 1 1\n");
  CHECK(result.messages() == "[a.conllu:22: id 'b' stands on line 6 already]");
}

TEST_CASE("the format is found out by extension and by content") {
  const std::string bytes = "# a comment\n\n# another\n" + tabbed(kAnnLeft);
  for (const char* name : {"a.conllu", "a.CONLL"})
    CHECK(reading::read_bytes(name, bytes).documents.at(0).annotation.size() == 1);
  CHECK(reading::read_bytes("-", tabbed(kAnnLeft)).documents.at(0).annotation.size() == 1);
  CHECK(reading::read_bytes("a.txt", tabbed("1 the end of it _ _ _ _ _ _\n"))
            .documents.at(0)
            .annotation.empty());
  CHECK(reading::read_bytes("a", "1\ta table of the talks\n").documents.at(0).annotation.empty());
}

TEST_CASE("a short document has the language of its file") {
  const auto result = reading::read_bytes(
      "a.conllu", tabbed("# newdoc\n1 1989 _ _ _ _ _ _ _ _\n\n# newdoc\n1 the _ _ _ _ _ _ _ _\n"
                         "2 end _ _ _ _ _ _ _ _\n3 of _ _ _ _ _ _ _ _\n4 it _ _ _ _ _ _ _ _\n"));
  CHECK(result.messages().empty());
  REQUIRE(result.documents.size() == 2);
  CHECK(result.documents[0].language == "en");
}

TEST_CASE("names in CoNLL-U") {
  const auto entities = [](const std::vector<const char*>& values) {
    std::string rows;
    for (std::size_t i = 0; i < values.size(); ++i)
      rows += std::to_string(i + 1) + " x _ _ _ _ _ _ _ " + values[i] + "\n";
    const auto result = read(rows);
    std::string all = result.messages();
    for (const NamedEntity& entity : result.documents.at(0).annotation.at(0).entities)
      all += entity.type + std::to_string(entity.first) + "-" + std::to_string(entity.last) + " ";
    return all;
  };
  CHECK(entities({"Entity=(PER", "_", "A=b|Entity=PER)|Z=y"}) == "PER0-3 ");
  CHECK(entities({"Entity=(ORG)", "Entity=(LOC)"}) == "ORG0-1 LOC1-2 ");
  CHECK(entities({"Entity=(ORG(LOC)", "Entity=ORG)"}) == "ORG0-2 ");
  CHECK(entities({"Entity=(e1-person-1-new", "Entity=e1)"}).empty());
  CHECK(entities({"Entity=(PER", "_"}) == "[a.conllu:1: the brackets of Entity= do not match]");
  CHECK(entities({"Entity=PER)", "_"}) == "[a.conllu:1: the brackets of Entity= do not match]");
}

TEST_CASE("a bad sentence is told with its line and left out, the others are read") {
  struct Case {
    const char *rows, *message;
  };
  const std::string columns = "; the sentence is left out";
  const Case cases[] = {
      {"1 a _ _ _ _ _ _ _\n", "9 columns where there must be 10"},
      {"1 a _ _ _ _ _ _ _ _ _\n", "11 columns where there must be 10"},
      {"a\n", "1 columns where there must be 10"},
      {"2 a _ _ _ _ _ _ _ _\n", "the id is '2' and not 1"},
      {"x a _ _ _ _ _ _ _ _\n", "the id is 'x' and not 1"},
      {"99999999999999999999 a _ _ _ _ _ _ _ _\n", "the id is '99999999999999999999' and not 1"},
      {"-1 a _ _ _ _ _ _ _ _\n", "the range '-1' does not begin with word 1"},
      {"2-3 a _ _ _ _ _ _ _ _\n", "the range '2-3' does not begin with word 1"},
      {"1-1 a _ _ _ _ _ _ _ _\n1 a _ _ _ _ _ _ _ _\n",
       "the range '1-1' does not begin with word 1"},
      {"1-4000000000 a _ _ _ _ _ _ _ _\n", "a multiword token of more than 100 words"},
      {"1-2 a _ _ _ _ _ _ _ _\n", "a sentence without words"},
      {"1.1 a _ _ _ _ _ _ _ _\n", "the empty node '1.1' does not follow its word"},
      {"0.x a _ _ _ _ _ _ _ _\n", "the empty node '0.x' does not follow its word"},
      {"0.1 a _ _ _ _ _ _ _ _\n", "a sentence without words"},
      {"1  _ _ _ _ _ _ _ _\n", "no form"},
      {"1 \u3000 _ _ _ _ _ _ _ _\n", "no form"},
  };
  for (const Case& test : cases) {
    INFO(test.rows);
    const auto result = read(std::string(test.rows) + "\n" + kAnnLeft);
    CHECK(result.messages().find(std::string(test.message) + columns) != std::string::npos);
    CHECK(result.diagnostics.size() == 1);
    CHECK(result.documents.at(0).text == "Ann left.");
  }
  CHECK(read(std::string(kAnnLeft) + "\n1 a _ _ _ _ _ _ _ _\n3 b _ _ _ _ _ _ _ _\n").messages() ==
        "a.conllu:6: the id is '3' and not 2; the sentence is left out");
  CHECK(read("1-3 a _ _ _ _ _ _ _ _\n1 a _ _ _ _ _ _ _ _\n").messages() ==
        "a.conllu:2: the sentence ends inside of a multiword token; the sentence is left out");
}

TEST_CASE("a bad tree is told and left out, the words are read") {
  struct Case {
    const char *heads, *message;
  };
  const Case cases[] = {
      {"2 3 1", "1: the heads run in a circle at word 1; the tree is left out"},
      {"0 2 1", "1: the heads run in a circle at word 2; the tree is left out"},
      {"0 3 2", "1: the heads run in a circle at word 2; the tree is left out"},
      {"0 4 1", "2: the head '4' is no word; the tree is left out"},
      {"0 -1 1", "2: the head '-1' is no word; the tree is left out"},
      {"0 x 1", "2: the head 'x' is no word; the tree is left out"},
      {"0 1 _", "3: the head '_' is no word; the tree is left out"},
      {"0 1 4294967297", "3: the head '4294967297' is no word; the tree is left out"},
      {"_ _ _", ""},
  };
  for (const Case& test : cases) {
    INFO(test.heads);
    std::string rows;
    std::string heads = test.heads;
    for (std::size_t i = 1; i <= 3; ++i) {
      rows += std::to_string(i) + " a _ NOUN _ _ " + heads.substr(0, heads.find(' ')) + " x _ _\n";
      heads.erase(0, heads.find(' ') + 1);
    }
    const auto result = read(rows);
    CHECK(result.messages() ==
          (*test.message ? "[a.conllu:" + std::string(test.message) + "]" : ""));
    for (const AnnotatedWord& word : result.documents.at(0).annotation.at(0).words) {
      CHECK(word.head == -1);
      CHECK(word.deprel.empty());
      CHECK(word.upos == "NOUN");
    }
  }
}

TEST_CASE("hostile CoNLL-U ends soon") {
  const auto bytes = [](const std::string& text) { return reading::read_bytes("a.conllu", text); };
  CHECK(bytes("").messages() == "a.conllu: no text");
  CHECK(bytes("# newdoc id = x\n\n\n").messages() == "a.conllu: no text");
  CHECK(bytes(std::string(50'000'000, 'x')).messages() ==
        "a.conllu:1: 1 columns where there must be 10; the sentence is left out");
  CHECK(bytes(std::string(5'000'000, '\t')).diagnostics.size() == 1);
  CHECK(bytes(std::string(1000, '\0')).messages() == "a.conllu: not text");
  CHECK(read(std::string("1 a\0b _ _ _ _ _ _ _ _\n", 22)).documents.at(0).text == "a b");
  std::string chain, brackets = "1 x _ _ _ _ _ _ _ Entity=";
  for (int i = 1; i <= 200000; ++i) {
    chain += std::to_string(i) + " x _ _ _ _ " + std::to_string(i - 1) + " dep _ _\n";
    brackets += "(A";
  }
  CHECK(read(chain).documents.at(0).annotation.at(0).words.size() == 200000);
  CHECK(read(brackets + "\n").diagnostics.size() == 1);
}
