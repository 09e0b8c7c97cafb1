// SPDX-License-Identifier: Apache-2.0
// Files, folders and formats.

#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "document/reading.hpp"

namespace fs = std::filesystem;
using namespace relata;
using reading::read_bytes;
using reading::read_path;

namespace {

// A folder that lives as long as a test.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "relata-XXXXXX").string();
    REQUIRE(mkdtemp(pattern.data()));
    path_ = pattern;
  }
  ~Folder() { fs::remove_all(path_); }

  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories(fs::path(*this / name).parent_path());
    std::ofstream(*this / name, std::ios::binary) << bytes;
  }

 private:
  std::string path_;
};

std::vector<std::string> ids(const reading::Result& result) {
  std::vector<std::string> ids;
  for (const Document& document : result.documents) ids.push_back(document.id);
  return ids;
}

}  // namespace

TEST_CASE("a folder is read in the order of its paths") {
  const Folder folder;
  for (const char* name :
       {"b.txt", "a/z.txt", "a.txt", "Z.txt", ".hidden.txt", ".git/x.txt", "a/b/c.txt"})
    folder.write(name, "The end of the talks.");
  folder.write("lines.jsonl", "{\"id\": \"one\", \"text\": \"The end of it.\"}\n");
  fs::create_directory_symlink(folder.path(), folder / "loop");
  fs::create_symlink(folder / "a.txt", folder / "link.txt");
  fs::create_symlink("nowhere", folder / "broken.txt");
  const auto result = read_path(folder.path());
  CHECK(ids(result) == std::vector<std::string>{folder / "Z.txt", folder / "a.txt",
                                                folder / "a/b/c.txt", folder / "a/z.txt",
                                                folder / "b.txt", "one", folder / "link.txt"});
  CHECK(result.messages() == folder / "broken.txt" + ": cannot open: No such file or directory");
}

TEST_CASE("what cannot be opened is reported") {
  const Folder folder;
  CHECK(read_path(folder / "none.txt").messages() ==
        folder / "none.txt" + ": cannot open: No such file or directory");
  folder.write("locked.txt", "The end.");
  fs::permissions(folder / "locked.txt", fs::perms::none);
  if (geteuid() != 0)
    CHECK(read_path(folder / "locked.txt").messages() ==
          folder / "locked.txt" + ": cannot open: Permission denied");
}

TEST_CASE("the extension tells the format, or else the content") {
  struct Case {
    const char *name, *bytes, *text;
  };
  const Case cases[] = {{"a.txt", "<p>The end</p>", "<p>The end</p>"},
                        {"a.HTM", "<p>The end</p>", "The end\n"},
                        {"a.xhtml", "<?xml version='1.0'?><p>The end</p>", "The end\n"},
                        {"a.ndjson", "{\"text\": \"The end\"}", "The end"},
                        {"a", "The end", "The end"},
                        {"a", "  <!DOCTYPE HTML><p>The end</p>", "The end\n"},
                        {"a", "\xEF\xBB\xBF<html><p>The end</p>", "The end\n"},
                        {"a", "<!-- x -->\n<html><p>The end</p>", "The end\n"},
                        {"a.md", "< The end", "< The end"},
                        {"-", "{\"text\": \"The end\"}\n{\"text\": \"The\"}", "The end"},
                        {"a.json", "{\"text\": \"The end\"}\n", "The end"}};
  for (const Case& test : cases) {
    INFO(test.name << " " << test.bytes);
    const auto result = read_bytes(test.name, test.bytes);
    REQUIRE(!result.documents.empty());
    CHECK(result.documents[0].text == test.text);
  }
  ReadOptions options;
  options.format = ReadOptions::Format::html;
  CHECK(read_bytes("a.txt", "<p>The end</p>", options).documents.at(0).text == "The end\n");
}

TEST_CASE("language and date come from the options, the input, the text") {
  const auto language = [](const char* text, const char* given) {
    ReadOptions options;
    options.language = given;
    return read_bytes("a.txt", text, options).documents.at(0).language;
  };
  CHECK(language("The end of the talks", "") == "en");
  CHECK(language("日本没有参加会谈。", "") == "zh-Hans");
  CHECK(language("日本沒有參加會談。", "") == "zh-Hant");
  CHECK(language("日本沒有參加會談。", "zh") == "zh-Hant");
  CHECK(language("日本没有参加会谈。", "ZH-hant") == "zh-Hant");
  CHECK(language("12345", "en-US") == "en");
  CHECK(read_bytes("a.txt", "12345").messages() == "a.txt: language not recognised");
  ReadOptions options;
  options.date = "2020-01-01";
  CHECK(read_bytes("a.txt", "The end", options).documents.at(0).date == "2020-01-01");
}

TEST_CASE("a name that is not UTF-8 gives an id that is") {
  CHECK(read_bytes("a\xFF.txt", "The end").documents.at(0).id == "a\uFFFD.txt");
}
