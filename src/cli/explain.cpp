// SPDX-License-Identifier: Apache-2.0
// relata explain: every stage of the way from a sentence to its statements, for people.

#include <fmt/ostream.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>
#include <relata/error.hpp>
#include <relata/pipeline.hpp>

#include "cli/command.hpp"
#include "cli/messages.hpp"
#include "cli/options.hpp"
#include "cli/output.hpp"
#include "cli/schema_folder.hpp"

namespace relata::cli {
namespace {

constexpr const char* kExamples =
    R"(For each sentence: its words with part of speech, base form and what they depend on, the mentions
with the entities that they stand for, and the statements or that there are none; then the steps of the
rules: those that fired, and trees that almost did with the edge that was missing.

Examples:
  relata explain "Japan did not condemn Russia, the minister said."
  relata explain --lang en --date 2023-01-31 "NATO leaders will meet in Tokyo on Friday.")";

struct ExplainOptions : Options {
  std::string text;
};

std::string_view name_of(Sentence::Kind kind) {
  switch (kind) {
    case Sentence::Kind::prose:
      return "prose";
    case Sentence::Kind::heading:
      return "heading";
    case Sentence::Kind::caption:
      return "caption";
    case Sentence::Kind::boilerplate:
      return "boilerplate";
  }
  return "";
}

// The words in their order; what a word depends on stands behind an arrow.
void write_words(const Sentence& sentence, std::ostream& out) {
  for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    fmt::print(out, "  {:>3}  {:<5}  {}", i, to_string(token.upos), token.form);
    if (token.lemma != token.form) fmt::print(out, "  ({})", token.lemma);
    if (token.head >= 0)
      fmt::print(out, "  <-{}- {} {}", token.deprel, token.head,
                 sentence.tokens[static_cast<std::size_t>(token.head)].form);
    else if (!token.deprel.empty())
      fmt::print(out, "  <-{}-", token.deprel);
    out << '\n';
  }
}

void write_quotations(const Document& document, const Sentence& sentence, std::ostream& out) {
  for (const Quotation& quotation : sentence.quotations)
    fmt::print(out, "quotation {}, depth {}, said by {}: {}\n", quotation.number, quotation.depth,
               quotation.speaker.size() == 0 ? "?" : document.at(quotation.speaker),
               document.at(quotation.span));
}

void write_mention(const Mention& mention, const Mentions& mentions, std::ostream& out) {
  fmt::print(out, "  {}", to_string(mention, mentions));
  for (const std::uint32_t entity : mention.entities)
    fmt::print(out, "  {}", mentions.entities[entity].id);
  out << '\n';
}

void write_statements(const Statements& statements, std::uint32_t sentence, std::ostream& out) {
  out << "statements\n";
  bool any = false;
  for (const Statement& statement : statements.statements) {
    if (statement.provenance.sentence != sentence) continue;
    any = true;
    fmt::print(out, "  {}  [{}, {:.2f}]\n", to_string(statement, statements),
               statement.provenance.rule, statement.confidence);
  }
  if (!any) out << "  none\n";
}

void write_reading(const Document& document, const Reading& reading, std::ostream& out) {
  for (std::size_t i = 0; i < reading.sentences.size(); ++i) {
    const Sentence& sentence = reading.sentences[i];
    fmt::print(out, "sentence {}, {}, {}: {}\nwords\n", sentence.number, name_of(sentence.kind),
               document.language, document.at(sentence.span));
    write_words(sentence, out);
    write_quotations(document, sentence, out);
    out << "mentions\n";
    for (const Mention& mention : reading.mentions.mentions)
      if (mention.sentence == i) write_mention(mention, reading.mentions, out);
    write_statements(reading.statements, sentence.number, out);
    out << '\n';
  }
  out << "steps\n";
  for (const std::string& step : reading.explanation.steps) fmt::print(out, "  {}\n", step);
}

int explain(const ExplainOptions& options) {
  Messages messages(options);
  Output output("-");
  const Pipeline pipeline(schema_folder(options.schema));
  ReadOptions read = options.read;
  read.encoding = "UTF-8";
  read.format = ReadOptions::Format::text;
  const DocumentReader reader(pipeline.languages(), read);
  const auto show = [&](Document&& document) {
    try {
      write_reading(document, pipeline.explain(document, messages.sink()), output.stream());
    } catch (const UnknownName& error) {
      throw Error(std::string(error.what()) + "; give the language with --lang");
    }
  };
  reader.read_bytes("sentence", options.text, show, messages.sink());
  output.commit();
  return messages.exit_status();
}

}  // namespace

Run setup_explain(CLI::App& app) {
  auto options = std::make_shared<ExplainOptions>();
  app.footer(kExamples);
  app.add_option("SENTENCE", options->text,
                 "the words to explain, in quotation marks for the shell")
      ->required()
      ->type_name("");
  add_language(app, *options);
  add_date(app, *options);
  add_schema(app, *options);
  add_verbosity(app, *options);
  return [options] { return explain(*options); };
}

}  // namespace relata::cli
