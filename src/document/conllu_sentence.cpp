// SPDX-License-Identifier: Apache-2.0
// Rows -> words, after universaldependencies.org/format.html. Door: read_sentence(). Empty nodes
// and enhanced dependencies are passed over.

#include "document/conllu_sentence.hpp"

#include <algorithm>
#include <charconv>

#include "document/code_points.hpp"
#include "document/normalization.hpp"

namespace relata::document {
namespace {

constexpr std::size_t kMostWordsOfToken = 100;

// The number that all of `text` is, if it is one.
std::optional<std::size_t> number_of(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

// `column` in one line, without blanks at its ends.
std::string clean(std::string_view column) {
  std::string text;
  for (std::size_t i = 0; i < column.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(column, i);
    if (c < ' ' || is_line_end(c))
      text += ' ';
    else
      text += column.substr(begin, i - begin);
  }
  return std::string(trimmed(text));
}

// What a column says; an underscore says nothing, but for the word that is one.
std::string value_of(const ConlluRow& row, ConlluColumn column) {
  if (row.columns[column] == "_" && !(column == kLemma && row.columns[kForm] == "_")) return {};
  return normalize(clean(row.columns[column])).text;
}

// What is wrong with the tree of `words`, or empty. Passes each word once.
std::string tree_problem(const std::vector<AnnotatedWord>& words) {
  std::vector<std::size_t> reached_from(words.size(), words.size());
  for (std::size_t start = 0; start < words.size(); ++start) {
    auto at = static_cast<int>(start);
    for (; at >= 0 && reached_from[at] == words.size(); at = words[at].head)
      reached_from[at] = start;
    if (at >= 0 && reached_from[at] == start)
      return "the heads run in a circle at word " + std::to_string(at + 1);
  }
  return {};
}

class SentenceRows {
 public:
  explicit SentenceRows(const ConlluBlock& block) : block_(block) {}

  ConlluSentence read();
  const std::string& problem() const { return problem_; }
  std::size_t line() const { return line_; }

 private:
  std::vector<AnnotatedWord>& words() { return sentence_.annotation.words; }
  void fail(const std::string& problem) {
    if (problem_.empty()) problem_ = problem;
  }
  void omit(std::size_t line, const std::string& message) {
    sentence_.omissions.push_back({line, message});
  }
  void read_row(const ConlluRow& row);
  void read_range(const ConlluRow& row, std::string_view first, std::string_view last);
  void read_word(const ConlluRow& row);
  void add_token(const ConlluRow& row, std::size_t words, bool multiword);
  void read_tree();
  bool read_head(const ConlluRow& row, AnnotatedWord& word);

  const ConlluBlock& block_;
  ConlluSentence sentence_;
  std::vector<const ConlluRow*> rows_;      // of the words
  std::vector<std::string_view> entities_;  // of the words
  std::size_t line_ = 0;
  std::string problem_;
};

void SentenceRows::add_token(const ConlluRow& row, std::size_t count, bool multiword) {
  ConlluToken token;
  token.first = words().size();
  token.last = token.first + count;
  token.multiword = multiword;
  token.form = clean(row.columns[kForm]);
  if (token.form.empty()) return fail("no form");
  const auto space = attribute(row.columns[kMisc], "SpaceAfter");
  token.space_after = space != "No";
  sentence_.end_told = space || attribute(row.columns[kMisc], "SpacesAfter");
  sentence_.tokens.push_back(std::move(token));
}

void SentenceRows::read_range(const ConlluRow& row, std::string_view first, std::string_view last) {
  const auto begin = number_of(first), end = number_of(last);
  const bool inside = !sentence_.tokens.empty() && sentence_.tokens.back().last > words().size();
  if (!begin || !end || *begin != words().size() + 1 || *end <= *begin || inside)
    return fail("the range '" + std::string(row.columns[kId]) + "' does not begin with word " +
                std::to_string(words().size() + 1));
  if (*end - *begin >= kMostWordsOfToken)
    return fail("a multiword token of more than " + std::to_string(kMostWordsOfToken) + " words");
  add_token(row, *end - *begin + 1, true);
}

void SentenceRows::read_word(const ConlluRow& row) {
  if (number_of(row.columns[kId]) != words().size() + 1)
    return fail("the id is '" + std::string(row.columns[kId].substr(0, 20)) + "' and not " +
                std::to_string(words().size() + 1));
  const bool inside = !sentence_.tokens.empty() && sentence_.tokens.back().last > words().size();
  if (!inside) add_token(row, 1, false);
  AnnotatedWord word;
  word.form = normalize(clean(row.columns[kForm])).text;
  if (word.form.empty()) word.form = clean(row.columns[kForm]);
  if (word.form.empty()) return fail("no form");
  word.lemma = value_of(row, kLemma);
  word.upos = value_of(row, kUpos);
  word.xpos = value_of(row, kXpos);
  word.feats = value_of(row, kFeats);
  word.line = row.line;
  words().push_back(std::move(word));
  rows_.push_back(&row);
  entities_.push_back(attribute(row.columns[kMisc], "Entity").value_or(""));
}

void SentenceRows::read_row(const ConlluRow& row) {
  line_ = row.line;
  const std::string_view id = row.columns[kId];
  if (row.count != row.columns.size())
    return fail(std::to_string(row.count) + " columns where there must be 10");
  if (const std::size_t dash = id.find('-'); dash != std::string_view::npos)
    return read_range(row, id.substr(0, dash), id.substr(dash + 1));
  if (const std::size_t dot = id.find('.'); dot != std::string_view::npos) {
    if (number_of(id.substr(0, dot)) != words().size() || !number_of(id.substr(dot + 1)))
      fail("the empty node '" + std::string(id.substr(0, 20)) + "' does not follow its word");
    return;
  }
  read_word(row);
}

// False if the row has a head that is none.
bool SentenceRows::read_head(const ConlluRow& row, AnnotatedWord& word) {
  const auto head = number_of(row.columns[kHead]);
  if (!head || *head > words().size()) return false;
  word.head = static_cast<int>(*head) - 1;
  word.deprel = value_of(row, kDeprel);
  if (word.deprel.empty()) word.deprel = *head == 0 ? "root" : "dep";
  return true;
}

void SentenceRows::read_tree() {
  const auto has_head = [](const ConlluRow* row) { return row->columns[kHead] != "_"; };
  if (std::none_of(rows_.begin(), rows_.end(), has_head)) return;
  std::size_t line = block_.line;
  std::string problem;
  for (std::size_t i = 0; i < rows_.size() && problem.empty(); ++i)
    if (!read_head(*rows_[i], words()[i])) {
      line = rows_[i]->line;
      problem = "the head '" + std::string(rows_[i]->columns[kHead].substr(0, 20)) + "' is no word";
    }
  if (problem.empty()) problem = tree_problem(words());
  if (problem.empty()) return;
  for (AnnotatedWord& word : words()) {
    word.head = -1;
    word.deprel.clear();
  }
  omit(line, problem + "; the tree is left out");
}

ConlluSentence SentenceRows::read() {
  for (const ConlluRow& row : block_.rows) {
    read_row(row);
    if (!problem_.empty()) return {};
  }
  if (words().empty()) fail("a sentence without words");
  if (!sentence_.tokens.empty() && sentence_.tokens.back().last > words().size())
    fail("the sentence ends inside of a multiword token");
  if (!problem_.empty()) return {};
  read_tree();
  if (!read_entities(entities_, sentence_.annotation.entities))
    omit(block_.line, "the brackets of Entity= do not match");
  sentence_.annotation.id = clean(block_.comment("sent_id").value_or(""));
  return std::move(sentence_);
}

}  // namespace

std::optional<ConlluSentence> read_sentence(const ConlluBlock& block, ConlluProblem& problem) {
  SentenceRows rows(block);
  ConlluSentence sentence = rows.read();
  if (rows.problem().empty()) return sentence;
  problem = {rows.line(), rows.problem()};
  return {};
}

}  // namespace relata::document
