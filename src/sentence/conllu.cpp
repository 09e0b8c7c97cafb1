// SPDX-License-Identifier: Apache-2.0
// CoNLL-U after universaldependencies.org/format.html.

#include <ostream>
#include <relata/sentence.hpp>

namespace relata {
namespace {

std::string_view or_blank(std::string_view field) { return field.empty() ? "_" : field; }

// Identifiers hold no blanks, and no slash but those of parallel treebanks.
std::string identifier(std::string id) {
  for (char& c : id)
    if (static_cast<unsigned char>(c) <= ' ' || c == '/') c = '_';
  return id;
}

std::string in_one_line(std::string text) {
  for (char& c : text)
    if (static_cast<unsigned char>(c) < ' ') c = ' ';
  return text;
}

void write_token(const Token& token, std::size_t number, std::ostream& out) {
  out << number << '\t' << token.form << '\t' << or_blank(token.lemma) << '\t'
      << to_string(token.upos) << '\t' << or_blank(token.xpos) << '\t' << or_blank(token.feats)
      << '\t';
  if (token.deprel.empty())
    out << "_\t_";
  else
    out << token.head + 1 << '\t' << token.deprel;
}

}  // namespace

void write_conllu(const Document& document, const std::vector<Sentence>& sentences,
                  std::ostream& out) {
  const std::string id = identifier(document.id);
  std::uint32_t paragraph = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const Sentence& sentence = sentences[s];
    const std::vector<Token>& tokens = sentence.tokens;
    if (tokens.empty()) continue;
    const std::uint32_t next = s + 1 < sentences.size() ? sentences[s + 1].span.begin : 0;
    const auto joined = [&](std::size_t i) {
      return tokens[i].span.end == (i + 1 < tokens.size() ? tokens[i + 1].span.begin : next);
    };
    if (s == 0) out << "# newdoc id = " << in_one_line(document.id) << '\n';
    if (sentence.paragraph != paragraph) out << "# newpar\n";
    paragraph = sentence.paragraph;
    // The text is what the tokens say: one blank stands for all.
    out << "# sent_id = " << id << '-' << sentence.number << "\n# text = ";
    for (std::size_t i = 0; i < tokens.size(); ++i)
      out << tokens[i].form << (joined(i) || i + 1 == tokens.size() ? "" : " ");
    out << '\n';
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const Excerpt excerpt = document.excerpt(tokens[i].span);
      write_token(tokens[i], i + 1, out);
      out << "\t_\tStart=" << excerpt.start << "|End=" << excerpt.end
          << (joined(i) ? "|SpaceAfter=No" : "") << '\n';
    }
    out << '\n';
  }
}

}  // namespace relata
