// SPDX-License-Identifier: Apache-2.0
// Names in quotation marks beside a noun that tells what they are.

#include <relata/utf8.hpp>

#include "mention/readers.hpp"
#include "mention/word_shapes.hpp"

namespace relata {
namespace {

constexpr std::size_t kLongestQuoted = 6;  // tokens

constexpr std::size_t kNear = 4;  // tokens to the noun that tells what a quoted name names

}  // namespace

// A short name in quotation marks, told by its own last noun or by the noun beside it.
std::size_t read_quoted_name(Scan& scan, std::size_t i) {
  if (scan.spaced() || !is_mark(scan.tokens[i])) return i;
  const auto found = scan.knowledge.name_marks.find(scan.tokens[i].lemma);
  if (found == scan.knowledge.name_marks.end()) return i;
  const MentionKnowledge::Marks& marks = found->second;
  std::size_t end = i + 1;
  while (end < scan.tokens.size() && end <= i + 2 * kLongestQuoted &&
         scan.tokens[end].lemma != marks.closing)
    ++end;
  if (end >= scan.tokens.size() || end == i + 1 || scan.tokens[end].lemma != marks.closing)
    return i;
  const std::string name = scan.text(i + 1, end);
  const std::string folded = scan.knowledge.language.folding()(name);
  const std::uint32_t known = scan.roster.find(name);
  std::size_t last = end + 1;
  std::string type;
  for (std::size_t at = 0; type.empty() && at < folded.size(); next_code_point(folded, at))
    if (const auto* heads = scan.knowledge.heads.find(folded.substr(at)); heads && at > 0)
      if (heads->front().kind != Head::Kind::stand_in) type = heads->front().type;
  if (!marks.type.empty()) {
    if (type != types::document && !scan.is_a(type, types::organization)) type = marks.type;
  } else {
    if (end > i + kLongestQuoted || (known != Roster::kNone && scan.is_described(known))) return i;
    for (std::size_t k = i + 1; k < end; ++k)
      if (is_mark(scan.tokens[k]) || scan.tokens[k].upos == Upos::PRON ||
          scan.tokens[k].upos == Upos::ADV)
        return i;
    if (scan.knowledge.names.longest(scan.tokens, i + 1)) return i;
    const bool defined = end + 1 < scan.tokens.size() && opens_parenthesis(scan.tokens[end + 1]);
    const auto beside = [&](std::size_t first, std::size_t end_of_head) {
      const auto head = scan.knowledge.heads.longest(scan.tokens, first);
      if (!head || (end_of_head != 0 && head.last != end_of_head) ||
          head.value->front().type == types::country || head.value->front().type == types::document)
        return first;
      if (type.empty()) type = head.value->front().type;
      return head.last;
    };
    for (std::size_t k = end + 1; k < scan.tokens.size() && k < end + kNear; ++k) {
      if (scan.title_starting(k) > k) break;
      if (const std::size_t after = beside(k, 0); after != k) {
        last = after;  // the noun is part of the name's phrase
        break;
      }
      if (scan.tokens[k].upos != Upos::NOUN && scan.tokens[k].upos != Upos::PROPN) break;
    }
    for (std::size_t k = i > kNear ? i - kNear : 0; k < i; ++k) beside(k, i);  // the longest
    // "... of | X | criticised": who does something is a body.
    const bool acts = end + 1 < scan.tokens.size() && scan.tokens[end + 1].upos == Upos::VERB &&
                      i > 0 && scan.knowledge.possessives.count(scan.tokens[i - 1].lemma) != 0;
    if (type.empty() && (defined || acts)) type = types::organization;
    // "The 'Green Belt' | programme"
    if (const auto noun = scan.knowledge.heads.longest(scan.tokens, end + 1);
        type.empty() && noun && noun.value->front().type == types::document) {
      type = types::document;
      last = noun.last;
    } else if (type.empty() || type == types::document) {
      return i;
    }
  }
  scan.add(i + 1, end, {known == Roster::kNone ? scan.roster.named(type, name) : known},
           Mention::Form::name, 0.8, "name.quoted");
  scan.mentions.back().first = static_cast<std::uint32_t>(i);  // one item with its marks
  scan.mentions.back().last = static_cast<std::uint32_t>(last);
  return last;
}

}  // namespace relata
