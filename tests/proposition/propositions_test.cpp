// SPDX-License-Identifier: Apache-2.0
// Propositions of trees that are given, so that they do not depend on a parser.

#include <catch2/catch.hpp>
#include <relata/proposition.hpp>
#include <sstream>

using namespace relata;

namespace {

const Languages& languages() {
  static const Languages all(SCHEMA "/languages");
  return all;
}

// Words are "form/UPOS/head/relation", heads from 1; "form/UPOS/head/relation/feats/lemma".
struct Parsed {
  Document document;
  Sentence sentence;
};

Parsed parsed(const std::string& language, const std::string& words) {
  Parsed result;
  result.document.language = language;
  const bool spaced = languages().find(language).spaced();
  std::istringstream list(words);
  for (std::string word; list >> word;) {
    std::vector<std::string> cells;
    std::istringstream row(word);
    for (std::string cell; std::getline(row, cell, '/');) cells.push_back(cell);
    cells.resize(6);
    std::string& text = result.document.text;
    if (spaced && !text.empty()) text += ' ';
    Token token;
    token.span.begin = static_cast<std::uint32_t>(text.size());
    text += cells[0];
    token.span.end = static_cast<std::uint32_t>(text.size());
    token.form = cells[0];
    token.lemma = cells[5].empty() ? languages().find(language).folding()(cells[0]) : cells[5];
    token.upos = upos_from(cells[1]);
    token.head = std::stoi(cells[2]) - 1;
    token.deprel = cells[3];
    token.feats = cells[4];
    result.sentence.tokens.push_back(token);
  }
  result.sentence.span = {0, static_cast<std::uint32_t>(result.document.text.size())};
  return result;
}

// "subject | relation | object" by line.
std::string read(const std::string& language, const Parsed& given) {
  const PropositionReader reader(languages().find(language));
  std::string lines;
  for (const Proposition& p : reader.read(given.document, given.sentence))
    lines += p.subject + " | " + p.relation + " | " + p.object + "\n";
  return lines;
}

}  // namespace

TEST_CASE("one proposition for each argument of a clause") {
  struct Case {
    const char* name;
    const char* language;
    const char* words;
    const char* expected;
  };
  const std::vector<Case> cases = {
      {"an oblique has the object in its relation", "en",
       "Norway/PROPN/2/nsubj sold/VERB/0/root two/NUM/4/nummod ferries/NOUN/2/obj to/ADP/6/case "
       "Chile/PROPN/2/obl ./PUNCT/2/punct",
       "Norway | sold | two ferries\nNorway | sold two ferries to | Chile\n"},
      {"negation stays, subjects are told one by one", "en",
       "Peru/PROPN/6/nsubj and/CCONJ/3/cc Chile/PROPN/1/conj did/AUX/6/aux not/PART/6/advmod "
       "sign/VERB/0/root the/DET/8/det pact/NOUN/6/obj",
       "Peru | did not sign | the pact\nChile | did not sign | the pact\n"},
      {"neither and nor", "en",
       "Neither/CCONJ/2/cc:preconj//neither Peru/PROPN/5/nsubj nor/CCONJ/4/cc Chile/PROPN/2/conj "
       "signed/VERB/0/root it/PRON/5/obj",
       "Neither Peru | signed | it\nnor Chile | signed | it\n"},
      {"a passive is told from both sides", "en",
       "The/DET/2/det mill/NOUN/4/nsubj:pass was/AUX/4/aux:pass shut/VERB/0/root "
       "down/ADP/4/compound:prt "
       "by/ADP/8/case its/PRON/8/nmod:poss owner/NOUN/4/obl:agent",
       "its owner | shut down | The mill\nThe mill | was shut down by | its owner\n"},
      {"a relative clause speaks of its noun", "en",
       "Farmers/NOUN/6/nsubj who/PRON/3/nsubj/PronType=Rel lost/VERB/1/acl:relcl crops/NOUN/3/obj "
       "got/VERB/0/root loans/NOUN/5/obj",
       "Farmers | lost | crops\n"},
      {"a verb below a verb with the same subject", "en",
       "Lena/PROPN/2/nsubj promised/VERB/0/root to/PART/4/mark repair/VERB/2/xcomp "
       "boats/NOUN/4/obj",
       "Lena | promised to repair | boats\n"},
      {"copula and what a preposition adds", "en",
       "Lima/PROPN/3/nsubj is/AUX/3/cop famous/ADJ/0/root for/ADP/5/case food/NOUN/3/obl",
       "Lima | is famous for | food\n"},
      {"an apposition", "en",
       "Lima/PROPN/6/nsubj ,/PUNCT/4/punct the/DET/4/det capital/NOUN/1/appos ,/PUNCT/4/punct "
       "grows/VERB/0/root",
       "Lima | is | the capital\n"},
      {"a coordinated verb takes the auxiliaries over", "en",
       "They/PRON/4/nsubj will/AUX/4/aux not/PART/4/advmod buy/VERB/0/root or/CCONJ/6/cc "
       "rent/VERB/4/conj ships/NOUN/6/obj",
       "They | will not rent | ships\n"},
      {"what stands before a Chinese verb belongs to it", "zh",
       "工廠/NOUN/5/nsubj 從未/ADV/5/advmod 向/ADP/4/case 鄰國/NOUN/5/obl 出口/VERB/0/root "
       "零件/NOUN/5/obj",
       "工廠 | 從未出口 | 零件\n工廠 | 從未向鄰國出口 | 零件\n"},
      {"a Chinese passive", "zh",
       "橋/NOUN/4/nsubj:pass 被/AUX/4/aux:pass 洪水/NOUN/4/obl:agent 沖毀/VERB/0/root",
       "洪水 | 沖毀 | 橋\n"},
      {"whose and what, then the name", "zh",
       "北岸/PROPN/2/nmod 隊長/NOUN/4/nsubj 張文/PROPN/2/appos 受傷/VERB/0/root",
       "北岸 | 隊長 | 張文\n"},
  };
  for (const Case& one : cases) {
    INFO(one.name);
    CHECK(read(one.language, parsed(one.language, one.words)) == one.expected);
  }
}

TEST_CASE("a sentence without a tree has no propositions") {
  Parsed given = parsed("en", "Norway/PROPN/2/nsubj sold/VERB/0/root ferries/NOUN/2/obj");
  for (Token& token : given.sentence.tokens) token.deprel.clear(), token.head = -1;
  CHECK(read("en", given).empty());
  given.sentence.tokens.clear();
  CHECK(read("en", given).empty());
}

TEST_CASE("long chains of appositions and verbs take no long time") {
  std::string words = "Ana/PROPN/0/root";
  for (int i = 1; i < 400; ++i) words += " Ana/PROPN/" + std::to_string(i) + "/appos";
  CHECK(!read("en", parsed("en", words)).empty());
  words = "Ana/PROPN/2/nsubj tries/VERB/0/root";
  for (int i = 2; i < 400; ++i) words += " try/VERB/" + std::to_string(i) + "/xcomp";
  CHECK(read("en", parsed("en", words + " boats/NOUN/400/obj")).find("boats") != std::string::npos);
}
