// SPDX-License-Identifier: Apache-2.0
// CoNLL-U is the text form of sentences: what is written is read back.

#include "support/conllu.hpp"

#include <sstream>

#include "sentence/annotating.hpp"

using namespace relata;
using test::tabbed;

namespace {

annotating::Result read(const std::string& language, const std::string& conllu) {
  annotating::Result result;
  ReadOptions options;
  options.language = language;
  options.format = ReadOptions::Format::conllu;
  const auto note = [&](const Diagnostic& diagnostic) {
    result.messages.push_back(to_string(diagnostic));
  };
  DocumentReader(annotating::languages(), options)
      .read_bytes(
          "a", conllu, [&](Document&& document) { result.document = std::move(document); }, note);
  result.sentences = annotating::annotator(language).annotate(result.document, note);
  return result;
}

std::string written(const annotating::Result& result, const std::string& language) {
  std::ostringstream out;
  write_conllu(result.document, result.sentences, out,
               annotating::languages().find(language).folding());
  return out.str();
}

// All that a sentence says, one word a line.
std::string told(const annotating::Result& result) {
  std::ostringstream out;
  for (const Sentence& sentence : result.sentences) {
    out << sentence.number << ' ' << sentence.paragraph << ' ' << static_cast<int>(sentence.kind)
        << ' ' << result.at(sentence.span) << '\n';
    for (const Token& token : sentence.tokens)
      out << result.at(token.span) << '|' << token.form << '|' << token.lemma << '|'
          << to_string(token.upos) << '|' << token.xpos << '|' << token.feats << '|' << token.head
          << '|' << token.deprel << '|' << result.at(token.surface) << '\n';
    for (const NamedEntity& entity : sentence.entities)
      out << entity.type << entity.first << '-' << entity.last << '\n';
    for (const Quotation& quotation : sentence.quotations)
      out << quotation.number << ' ' << result.at(quotation.span) << " by "
          << result.at(quotation.speaker) << '\n';
  }
  return out.str();
}

}  // namespace

TEST_CASE("sentences of a text are read back as they were written") {
  struct Case {
    const char *language, *text;
  };
  const Case cases[] = {
      {"en",
       "Talks fail\n\nJapan's ministers didn't come. \"We cannot,\" one of them said.\n\nThe end."},
      {"zh", "會談沒有結果\n\n日本的部長沒有來。他說：「我們不能。」\n記者走了。"},
  };
  for (const Case& test : cases) {
    const auto given = annotating::annotate(test.language, test.text);
    const std::string conllu = written(given, test.language);
    const auto again = read(test.language, conllu);
    INFO(conllu);
    CHECK(again.messages.empty());
    CHECK(told(again) == told(given));
    CHECK(read(test.language, written(again, test.language)).document.text == again.document.text);
  }
}

TEST_CASE("trees, names, multiword tokens and identifiers are written as they were read") {
  const std::string conllu = tabbed(
      "# newdoc id = news/1 %\n# newpar\n# sent_id = s-1\n# text = Ann Lee didn't, du (NATO)\n"
      "1 Ann Ann PROPN NNP Number=Sing 3 nsubj _ Start=0|End=3|Entity=(PER\n"
      "2 Lee Lee PROPN NNP Number=Sing 1 flat:name _ Start=4|End=7|Entity=PER)\n"
      "3-4 didn't _ _ _ _ _ _ _ Start=8|End=14|SpaceAfter=No\n"
      "3 did do AUX VBD _ 0 root _ Start=8|End=11\n"
      "4 n't not PART RB _ 3 advmod _ Start=11|End=14\n"
      "5 , , PUNCT , _ 3 punct _ Start=14|End=15\n"
      "6-7 du _ _ _ _ _ _ _ Start=16|End=18\n"
      "6 de de ADP _ _ 9 case _ Start=16|End=18\n"
      "7 le le DET _ _ 9 det _ Start=16|End=18\n"
      "8 ( ( PUNCT _ _ 9 punct _ Start=19|End=20|SpaceAfter=No\n"
      "9 NATO NATO PROPN _ _ 3 obl _ Start=20|End=24|Entity=(ORG)|SpaceAfter=No\n"
      "10 ) ) PUNCT _ _ 9 punct _ Start=24|End=25\n\n");
  const auto result = read("en", conllu);
  CHECK(result.messages.empty());
  CHECK(written(result, "en") == conllu);
}

TEST_CASE("identifiers of sentences have no blank and no slash, and differ") {
  const auto identifier = [](const std::string& document) {
    auto result = annotating::annotate("en", "No.");
    result.document.id = document;
    const std::string conllu = written(result, "en");
    const std::size_t begin = conllu.find("# sent_id = ") + 12;
    return conllu.substr(begin, conllu.find('\n', begin) - begin);
  };
  CHECK(identifier("a b/c.txt") == "a%20b%2Fc.txt-1");
  CHECK(identifier("a%20b%2Fc.txt") == "a%2520b%252Fc.txt-1");
}

TEST_CASE("what an annotated input does not tell is filled in") {
  const auto blank = read("en", tabbed("1 The _ _ _ _ _ _ _ _\n2 talks _ _ _ _ _ _ _ _\n"
                                       "3 failed _ _ _ _ _ _ _ _\n4 . _ _ _ _ _ _ _ _\n"));
  const auto plain = annotating::annotate("en", "The talks failed .");
  CHECK(told(blank) == told(plain));
  // Given tags stay, even if they are odd.
  const auto given = read("en", tabbed("1 The _ VERB _ _ _ _ _ _\n2 talks talk FOO _ _ _ _ _ _\n"));
  CHECK(given.messages == std::vector<std::string>{"a:2: unknown part of speech 'FOO'"});
  CHECK(given.sentences.at(0).tokens.at(0).upos == Upos::VERB);
  CHECK(given.sentences.at(0).tokens.at(0).lemma == "The");
  CHECK(given.sentences.at(0).tokens.at(1).upos == Upos::X);
}

TEST_CASE("lemmas are folded on the way in and in the script of the text on the way out") {
  const std::string conllu = tabbed(
      "1 會議 會議 NOUN _ _ _ _ _ SpaceAfter=No\n2 ， ， PUNCT _ _ _ _ _ _\n3 不會 會 AUX _ _ _ _ "
      "_ _\n");
  const auto result = read("zh", conllu);
  CHECK(result.sentences.at(0).tokens.at(0).lemma == "会议");
  CHECK(written(result, "zh").find("\t會議\t會議\tNOUN") != std::string::npos);
  CHECK(written(result, "zh").find("\t，\t，\tPUNCT") != std::string::npos);
  CHECK(written(result, "zh").find("\t不會\t會\tAUX") != std::string::npos);
}

TEST_CASE("an annotated sentence that is too long is cut, and its parts are read anew") {
  std::string rows;
  for (int i = 1; i <= 1250; ++i)
    rows += std::to_string(i) + " word word NOUN _ _ " + std::to_string(i - 1) + " dep _ _\n";
  const auto result = read("en", tabbed(rows));
  CHECK(result.messages.size() == 1);
  REQUIRE(result.sentences.size() == 3);
  CHECK(result.sentences[2].tokens.size() == 250);
  for (const Token& token : result.sentences[2].tokens) CHECK(token.head < 250);
  CHECK(result.sentences[2].tokens[0].upos == Upos::NOUN);
}
