// SPDX-License-Identifier: Apache-2.0
// Bytes of any kind are read as CoNLL-U; what was understood goes through all stages, keeps the
// offsets law, and is read back as it was written.

#include <cstdint>
#include <cstdlib>
#include <relata/pipeline.hpp>
#include <relata/proposition.hpp>
#include <sstream>
#include <string>

namespace {

const relata::Pipeline& pipeline() {
  static const relata::Pipeline pipeline(SCHEMA);
  return pipeline;
}

relata::ReadOptions options() {
  relata::ReadOptions options;
  options.language = "en";
  options.format = relata::ReadOptions::Format::conllu;
  return options;
}

// The words of all documents, and the documents as CoNLL-U.
struct Read {
  std::string words, conllu;
};

Read read(std::string_view bytes) {
  static const relata::DocumentReader reader(pipeline().languages(), options());
  static const relata::PropositionReader propositions(pipeline().languages().find("en"));
  Read result;
  std::ostringstream out;
  reader.read_bytes(
      "fuzz", bytes,
      [&](relata::Document&& document) {
        const relata::Reading reading = pipeline().explain(document);
        for (const relata::Sentence& sentence : reading.sentences)
          for (const relata::Token& token : sentence.tokens) {
            if (token.span.begin >= token.span.end || token.span.end > document.text.size())
              std::abort();
            result.words += token.form + '\n';
          }
        for (const relata::Sentence& sentence : reading.sentences)
          for (const relata::Proposition& found : propositions.read(document, sentence))
            if (found.relation.empty()) std::abort();
        write_conllu(document, reading.sentences, out);
      },
      [](const relata::Diagnostic&) {});
  result.conllu = out.str();
  return result;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Read first = read({reinterpret_cast<const char*>(data), size});
  const Read again = read(first.conllu);
  if (first.words != again.words) std::abort();
  return 0;
}
