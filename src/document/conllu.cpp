// SPDX-License-Identifier: Apache-2.0
// CoNLL-U -> Drafts, one for each "# newdoc". Door: read_conllu(). The text is made of the forms;
// "# text" tells where blanks stand if its letters are those of the forms, else SpaceAfter does.

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "document/code_points.hpp"
#include "document/conllu_lines.hpp"
#include "document/conllu_sentence.hpp"
#include "document/draft.hpp"
#include "document/normalization.hpp"

namespace relata::document {
namespace {

void skip_blanks(std::string_view text, std::size_t& at) {
  for (std::size_t next = at; next < text.size() && is_blank(next_code_point(text, next));)
    at = next;
}

// Take over from `text` where blanks stand. False, and nothing changed, if it has other letters.
bool space_by_text(std::string_view text, std::vector<ConlluToken>& tokens) {
  std::vector<bool> spaces;
  std::size_t at = 0;
  for (const ConlluToken& token : tokens) {
    if (!text.substr(at).starts_with(token.form)) return false;
    at += token.form.size();
    const std::size_t end = at;
    skip_blanks(text, at);
    spaces.push_back(at > end);
  }
  if (at < text.size()) return false;
  // What follows the sentence is not a part of its text.
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) tokens[i].space_after = spaces[i];
  return true;
}

// Collects the sentences of one document.
class ConlluDraft {
 public:
  ConlluDraft(std::string id, std::size_t line) {
    draft_.id = std::move(id);
    draft_.line = line;
  }

  bool empty() const { return draft_.annotation.empty(); }

  void add(ConlluSentence&& sentence, bool new_paragraph) {
    if (empty() || new_paragraph)
      begin_paragraph();
    else if (needs_space(sentence.tokens.front()))
      append(" ");
    bool space = false;
    for (const ConlluToken& token : sentence.tokens) {
      if (space) append(" ");
      add_token(token, sentence.annotation.words);
      space = token.space_after;
    }
    draft_.blocks.back().span.end = size();
    space_after_ = sentence.tokens.back().space_after;
    space_told_ = sentence.end_told;
    draft_.annotation.push_back(std::move(sentence.annotation));
  }

  Draft take() { return std::move(draft_); }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(draft_.text.text.size()); }

  void append(std::string_view bytes) {
    draft_.text.keep(bytes, draft_.input.size());
    draft_.input += bytes;
  }

  void begin_paragraph() {
    if (!draft_.blocks.empty()) append("\n");
    draft_.blocks.push_back({.span = {size(), size()}});
  }

  // Whether a blank stands before a sentence that begins with `token`.
  bool needs_space(const ConlluToken& token) const {
    if (space_told_) return space_after_;
    std::size_t end = draft_.input.size();
    return !is_unspaced(take_previous_code_point(draft_.input, end)) &&
           !is_unspaced(code_point_at(token.form, 0));
  }

  void add_token(const ConlluToken& token, std::vector<AnnotatedWord>& words) {
    const std::uint32_t begin = size();
    const std::string composed = normalize(token.form).text;
    if (composed == token.form || composed.empty()) {
      append(token.form);
    } else {
      draft_.text.change(composed, draft_.input.size(), draft_.input.size() + token.form.size());
      draft_.input += token.form;
    }
    place({begin, size()}, token, words);
  }

  // The spans of the words of a token: their own where they are its parts one after the other.
  void place(Span span, const ConlluToken& token, std::vector<AnnotatedWord>& words) const {
    std::string joined;
    for (std::size_t i = token.first; i < token.last; ++i) joined += words[i].form;
    const bool parts = joined == std::string_view(draft_.text.text).substr(span.begin);
    std::uint32_t at = span.begin;
    for (std::size_t i = token.first; i < token.last; ++i) {
      const auto end = at + static_cast<std::uint32_t>(words[i].form.size());
      words[i].span = parts ? Span{at, end} : span;
      if (token.multiword) words[i].surface = span;
      at = end;
    }
  }

  Draft draft_;
  bool space_after_ = true;  // the last token
  bool space_told_ = false;
};

// One file on its way.
class ConlluReader {
 public:
  ConlluReader(std::string name, const DraftSink& drafts, const ProblemSink& failures,
               const ProblemSink& warnings)
      : name_(std::move(name)), drafts_(drafts), failures_(failures), warnings_(warnings) {}

  void read(std::string_view input) {
    ConlluLines lines(input);
    ConlluBlock block;
    while (lines.next(block)) {
      begin_document(block);
      new_paragraph_ |= block.comment("newpar") || block.comment("newpar id");
      if (!block.rows.empty()) read_block(block);
    }
    finish();
    if (!any_) failures_(0, "no text");
  }

 private:
  void read_block(const ConlluBlock& block) {
    any_ = true;
    ConlluProblem problem;
    std::optional<ConlluSentence> sentence = read_sentence(block, problem);
    if (!sentence) return failures_(problem.line, problem.message + "; the sentence is left out");
    for (const ConlluProblem& omission : sentence->omissions)
      warnings_(omission.line, omission.message);
    const auto text = block.comment("text");
    if (text && !space_by_text(*text, sentence->tokens) && !std::exchange(text_told_, true))
      warnings_(block.line, "\"# text\" does not fit the forms, which are used; others may follow");
    draft_.add(std::move(*sentence), std::exchange(new_paragraph_, false));
  }

  void begin_document(const ConlluBlock& block) {
    const auto id = block.comment("newdoc id");
    if (!id && !block.comment("newdoc")) return;
    finish();
    const bool nameless = !id || id->empty();
    draft_ = ConlluDraft(nameless ? std::string() : std::string(*id), block.line);
  }

  void finish() {
    if (draft_.empty()) return;
    Draft draft = draft_.take();
    // The first may have the name of the file.
    if (draft.id.empty())
      draft.id = lines_of_ids_.empty() ? name_ : name_ + ":" + std::to_string(draft.line);
    const auto [first, is_new] = lines_of_ids_.emplace(draft.id, draft.line);
    if (!is_new)
      warnings_(draft.line, "id '" + draft.id + "' stands on line " +
                                std::to_string(first->second) + " already");
    drafts_(std::move(draft));
    draft_ = ConlluDraft({}, 0);
  }

  std::string name_;
  const DraftSink& drafts_;
  const ProblemSink& failures_;
  const ProblemSink& warnings_;
  ConlluDraft draft_{{}, 1};
  std::unordered_map<std::string, std::size_t> lines_of_ids_;
  bool new_paragraph_ = false;
  bool any_ = false;
  bool text_told_ = false;
};

}  // namespace

void read_conllu(const std::string& name, std::string_view input, const DraftSink& drafts,
                 const ProblemSink& failures, const ProblemSink& warnings) {
  if (input.starts_with(kByteOrderMark)) input.remove_prefix(kByteOrderMark.size());
  ConlluReader(name, drafts, failures, warnings).read(input);
}

}  // namespace relata::document
