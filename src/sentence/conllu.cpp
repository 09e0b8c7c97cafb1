// SPDX-License-Identifier: Apache-2.0
// CoNLL-U after universaldependencies.org/format.html.

#include <ostream>
#include <relata/sentence.hpp>

namespace relata {
namespace {

std::string_view or_blank(std::string_view field) { return field.empty() ? "_" : field; }

}  // namespace

void write_conllu(const Document& document, const std::vector<Sentence>& sentences,
                  std::ostream& out) {
  for (const Sentence& sentence : sentences) {
    std::string text(document.at(sentence.span));
    for (char& c : text)
      if (c == '\n') c = ' ';
    out << "# sent_id = " << document.id << '-' << sentence.number << "\n# text = " << text << '\n';
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      const Token& token = sentence.tokens[i];
      const Excerpt excerpt = document.excerpt(token.span);
      out << i + 1 << '\t' << token.form << '\t' << or_blank(token.lemma) << '\t'
          << to_string(token.upos) << '\t' << or_blank(token.xpos) << '\t' << or_blank(token.feats)
          << '\t';
      if (token.deprel.empty())
        out << "_\t_";
      else
        out << token.head + 1 << '\t' << token.deprel;
      const bool joined =
          i + 1 < sentence.tokens.size() && sentence.tokens[i + 1].span.begin == token.span.end;
      out << "\t_\tStart=" << excerpt.start << "|End=" << excerpt.end
          << (joined ? "|SpaceAfter=No" : "") << '\n';
    }
    out << '\n';
  }
}

}  // namespace relata
