// SPDX-License-Identifier: Apache-2.0
// Text with marked names (scripts/marked-names) as the trainer reads it.

#include <catch2/catch.hpp>
#include <cstdlib>
#include <relata/error.hpp>

#include "support/temporary_folder.hpp"
#include "training/treebank.hpp"

namespace relata {
namespace {

int run(const test::TemporaryFolder& folder, const std::string& language) {
  const std::string out = (folder.path() / "out").string();
  return std::system(("RELATA=" RELATA " " SCHEMA "/../scripts/marked-names " + language + " " +
                      (folder.path() / "in.txt").string() + " " + out + " 2>/dev/null")
                         .c_str());
}

// The names of a line in their order, as "type: words".
std::vector<std::string> names_of(const std::string& language, const std::string& line) {
  test::TemporaryFolder folder;
  folder.write("in.txt", line + "\n");
  REQUIRE(run(folder, language) == 0);
  const Languages languages(SCHEMA "/languages");
  std::vector<std::string> names;
  for (const TreebankSentence& sentence : read_treebank(
           {folder.path() / "out.conllu", folder.path() / "out.iob2"}, languages, language)) {
    CHECK(sentence.names_known);
    for (const AnnotatedWord& word : sentence.annotation.words) {
      CHECK(word.upos.empty());
      CHECK(word.deprel.empty());
    }
    for (const NamedEntity& name : sentence.annotation.entities) {
      std::string words = name.type + ":";
      for (std::uint32_t i = name.first; i < name.last; ++i)
        words += " " + sentence.annotation.words[i].form;
      names.push_back(words);
    }
  }
  return names;
}

using List = std::vector<std::string>;

TEST_CASE("Marked names are names of words without trees") {
  CHECK(names_of("en", "The {LOC|Basra} house {ORG|Al-Saffar} didn't hire {PER|Ann Solvang}.") ==
        List{"LOC: Basra", "ORG: Al - Saffar", "PER: Ann Solvang"});
  CHECK(names_of("en", "Nobody was named.").empty());
}

TEST_CASE("Names side by side are two") {
  CHECK(names_of("zh", "{LOC|\u5317\u4eac}{LOC|\u671d\u9633\u533a}\u4e0b\u96ea\u3002").size() == 2);
}

TEST_CASE("A word that goes beyond a name is cut") {
  CHECK(names_of("en", "The {LOC|Bern}ese bank closed.") == List{"LOC: Bern"});
}

TEST_CASE("A mark that is none is told") {
  test::TemporaryFolder folder;
  folder.write("in.txt", "The {LOK|Basra} house.\n");
  CHECK(run(folder, "en") != 0);
}

TEST_CASE("Names of another treebank are not learned as none") {
  test::TemporaryFolder folder;
  const std::string trees = folder.write("a.conllu", "1\tBern\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
  const std::string names = folder.write("b.iob2", "1\tRome\tB-LOC\t-\t-\n\n");
  CHECK_THROWS_AS(read_treebank({trees, names}, Languages(SCHEMA "/languages"), "en"), FormatError);
}

}  // namespace
}  // namespace relata
