// SPDX-License-Identifier: Apache-2.0
// The dictionary of a user, read and used.

#include "sentence/user_tags.hpp"

#include <relata/error.hpp>
#include <relata/features.hpp>
#include <relata/read_file.hpp>
#include <sstream>

namespace relata {

UserDictionary read_user_dictionary(const std::filesystem::path& path) {
  UserDictionary words;
  std::istringstream lines(read_file(path));
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    UserWord word{line.substr(0, tab), {}};
    if (word.word.empty() || word.word.find(' ') != word.word.npos)
      throw FormatError(path.string(), number, "want one word without blanks");
    try {
      if (tab != line.npos) word.upos = upos_from(line.substr(tab + 1));
    } catch (const UnknownName& error) {
      throw FormatError(path.string(), number, error.what());
    }
    words.push_back(std::move(word));
  }
  return words;
}

UserTags::UserTags(const Language& language, const UserDictionary& user) : language_(language) {
  for (const UserWord& word : user)
    if (word.upos) tags_.emplace(normal_form(word.word, language), *word.upos);
}

void UserTags::apply(std::vector<Sentence>& sentences) const {
  if (tags_.empty()) return;
  for (Sentence& sentence : sentences)
    for (Token& token : sentence.tokens)
      if (const auto found = tags_.find(normal_form(token.form, language_)); found != tags_.end())
        token.upos = found->second;
}

}  // namespace relata
