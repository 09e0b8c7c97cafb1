// SPDX-License-Identifier: Apache-2.0
#include "training/lexicon.hpp"

#include <catch2/catch.hpp>
#include <relata/error.hpp>
#include <vector>

#include "support/temporary_folder.hpp"

namespace relata {

TEST_CASE("a lexicon has words with or without frequency and kind") {
  test::TemporaryFolder folder;
  folder.write("names.txt", "# a list\nAda\nBen 12\n\nCleo 7 person\n");
  std::vector<LexiconWord> words;
  read_lexicon(folder.path() / "names.txt",
               [&](const LexiconWord& word) { words.push_back(word); });
  REQUIRE(words.size() == 3);
  CHECK(words[0].word == "Ada");
  CHECK(words[0].frequency == 1);
  CHECK(words[0].kind == "names");
  CHECK(words[1].frequency == 12);
  CHECK(words[1].kind == "names");
  CHECK(words[2].kind == "person");
  CHECK_THROWS_AS(read_lexicon(folder.path() / "none.txt", [](const LexiconWord&) {}), IoError);
}

}  // namespace relata
