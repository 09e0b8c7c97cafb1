// SPDX-License-Identifier: Apache-2.0
// Mistakes in the files of a pack.

#include <catch2/catch.hpp>
#include <relata/error.hpp>

#include "sentence/annotating.hpp"
#include "support/temporary_folder.hpp"

using namespace relata;

TEST_CASE("mistakes are told with file and line") {
  struct Case {
    const char *file, *rows, *problem;
  };
  const Case cases[] = {
      {"quotes.tsv", "“\t”\n\t”\n", "quotes.tsv:2: want two marks"},
      {"quotes.tsv", "“\n", "quotes.tsv:1: want 2 cells set apart by tabs"},
      {"lines.tsv", "caption\t(\n", "lines.tsv:1: bad pattern: U_REGEX_MISMATCHED_PAREN"},
      {"lines.tsv", "# x\ntitle\t^a\n", "lines.tsv:2: unknown kind of line 'title'"},
      {"abbreviations.tsv", "Mr\nNo\tnumbr\n",
       "abbreviations.tsv:2: want 'number' or 'end' after the word"},
  };
  for (const Case& example : cases) {
    const test::TemporaryFolder folder;
    folder.write("pack.json", R"({"code": "xx", "scripts": ["Latn"]})");
    folder.write(example.file, example.rows);
    const Language language(folder.path());
    CHECK_THROWS_WITH(Annotator(language, annotating::gazetteer()),
                      folder.path().string() + "/" + example.problem);
  }
}
