// SPDX-License-Identifier: Apache-2.0
#include "sentence/quotation_marks.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <relata/utf8.hpp>

namespace relata {
namespace {

constexpr std::size_t kDeepest = 6;  // marks in marks; more are a heap of marks

class Pairing {
 public:
  Pairing(const Document& document, const std::vector<Sentence>& sentences, const Marks& marks)
      : document_(document), sentences_(sentences), marks_(marks) {}

  std::vector<Marked> pairs() {
    for (at_.sentence = 0; at_.sentence < sentences_.size(); ++at_.sentence) {
      const Sentence& sentence = sentences_[at_.sentence];
      if (sentence.kind == Sentence::Kind::caption || sentence.kind == Sentence::Kind::boilerplate)
        continue;
      if (sentence.paragraph != block_) {
        finish_paragraph(mark(sentence, 0));
        block_ = sentence.paragraph;
        ++paragraph_;
      }
      for (at_.token = 0; at_.token < sentence.tokens.size(); ++at_.token)
        if (const char32_t c = mark(sentence, at_.token); c != 0) take(c, sentence);
      last_ = at_.sentence;
    }
    finish_paragraph(0);
    std::sort(pairs_.begin(), pairs_.end(),
              [](const Marked& a, const Marked& b) { return a.open < b.open; });
    return std::move(pairs_);
  }

 private:
  struct Open {
    char32_t mark, close;
    Position at;
    std::uint32_t begin;
  };

  // The token if it is one character, else 0.
  char32_t mark(const Sentence& sentence, std::size_t token) const {
    if (token >= sentence.tokens.size()) return 0;
    const std::string_view text = document_.at(sentence.tokens[token].span);
    std::size_t i = 0;
    const char32_t c = next_code_point(text, i);
    return i == text.size() ? c : 0;
  }

  void take(char32_t c, const Sentence& sentence) {
    const bool blank_before = is_free_before(sentence), blank_after = is_free_after(sentence);
    const bool alike = marks_.closes(c) == c, apostrophe = c == '\'';
    const bool opens = marks_.closes(c) != 0 && !(alike && !blank_before && blank_after) &&
                       !(apostrophe && (!blank_before || blank_after));
    const bool restarts = alike && blank_before && !blank_after && at_.token > 0;
    const auto match =
        std::find_if(open_.rbegin(), open_.rend(), [&](const Open& o) { return o.close == c; });
    if (match != open_.rend() && !(apostrophe && blank_before)) {
      open_.resize(static_cast<std::size_t>(open_.rend() - match));  // those inside were not closed
      if (!restarts) add(open_.back(), at_, true, sentence.tokens[at_.token].span.begin);
      open_.pop_back();
      if (!restarts) return;
    }
    if (opens && open_.size() < kDeepest)
      open_.push_back({c, marks_.closes(c), at_, sentence.tokens[at_.token].span.end});
  }

  bool is_free_before(const Sentence& sentence) const {
    if (at_.token == 0) return true;
    const Token& before = sentence.tokens[at_.token - 1];
    return before.span.end < sentence.tokens[at_.token].span.begin ||
           marks_.closes(mark(sentence, at_.token - 1)) != 0;
  }

  bool is_free_after(const Sentence& sentence) const {
    if (at_.token + 1 == sentence.tokens.size()) return true;
    if (sentence.tokens[at_.token + 1].span.begin > sentence.tokens[at_.token].span.end)
      return true;
    const char32_t c = mark(sentence, at_.token + 1);
    const auto category = u_charType(static_cast<UChar32>(c));
    return c != 0 && category == U_OTHER_PUNCTUATION && marks_.closes(c) == 0;
  }

  void add(const Open& open, Position close, bool closed, std::uint32_t end) {
    if (open.begin >= end) return;
    pairs_.push_back({{open.begin, end},
                      open.at,
                      close,
                      static_cast<std::uint32_t>(&open - open_.data()) + 1,
                      paragraph_,
                      closed,
                      false});
  }

  // `next`: the character that the next paragraph begins with.
  void finish_paragraph(char32_t next) {
    if (!open_.empty() && open_.front().mark != '\'' && open_.front().mark != 0x2018) {
      const Open& open = open_.front();
      const bool continued = open.mark == next;
      const std::size_t s = continued ? last_ : open.at.sentence;
      const Sentence& sentence = sentences_[s];
      const std::size_t before = pairs_.size();
      add(open, {s, sentence.tokens.size() - 1}, false, sentence.span.end);
      if (pairs_.size() > before) pairs_.back().continued = continued;
    }
    open_.clear();
  }

  const Document& document_;
  const std::vector<Sentence>& sentences_;
  const Marks& marks_;
  std::vector<Marked> pairs_;
  std::vector<Open> open_;
  Position at_;
  std::size_t last_ = 0;  // the sentence read before
  std::uint32_t block_ = 0, paragraph_ = 0;
};

}  // namespace

std::vector<Marked> find_marked(const Document& document, const std::vector<Sentence>& sentences,
                                const Marks& marks) {
  return Pairing(document, sentences, marks).pairs();
}

}  // namespace relata
