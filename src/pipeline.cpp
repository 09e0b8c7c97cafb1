// SPDX-License-Identifier: Apache-2.0
// All stages in one call. The story is told by Stages::read: text becomes sentences, mentions and
// statements. The rest opens the stages of a language when it is first met and keeps several
// documents at work while their results come out in the order of the input.

#include <algorithm>
#include <deque>
#include <exception>
#include <future>
#include <map>
#include <mutex>
#include <optional>
#include <relata/error.hpp>
#include <relata/pipeline.hpp>
#include <utility>

#include "workers.hpp"

namespace relata {
namespace {

// What the stages make of a text is some hundred times as long, and one document is read at a time.
constexpr std::size_t kLongestText = std::size_t{8} << 20;

// The stages of one language.
struct Stages {
  Stages(const Language& language, const Gazetteer& gazetteer, const Ontology& ontology)
      : annotator(language, gazetteer),
        finder(language, gazetteer, ontology),
        extractor(language, ontology) {}

  Reading read(const Document& document, bool explain, const DiagnosticSink& diagnostics) const {
    Reading reading;
    reading.sentences = annotator.annotate(document, diagnostics);
    reading.mentions = finder.find(document, reading.sentences);
    reading.statements = extractor.extract(document, reading.sentences, reading.mentions,
                                           explain ? &reading.explanation : nullptr);
    return reading;
  }

  Annotator annotator;
  MentionFinder finder;
  Extractor extractor;
};

// Opened once, by the thread that needs it first.
struct LazyStages {
  std::once_flag opened;
  std::optional<const Stages> stages;
};

// A document that was made by a program may have a text and no more: then every line is a
// paragraph, and the text is its own origin.
Document completed(const Document& given) {
  Document document = given;
  if (document.origin.input().empty()) document.origin = Origin(document.text);
  const auto size = static_cast<std::uint32_t>(document.text.size());
  for (std::uint32_t begin = 0; begin < size;) {
    const auto end =
        static_cast<std::uint32_t>(std::min<std::size_t>(document.text.find('\n', begin), size));
    if (end > begin) document.blocks.push_back({.span = {begin, end}});
    begin = end + 1;
  }
  return document;
}

// What a document or a part of the input gave: problems come before statements.
struct Outcome {
  std::vector<Diagnostic> diagnostics;
  std::optional<Statements> statements;
};

}  // namespace

struct Pipeline::Parts {
  explicit Parts(const std::filesystem::path& schema)
      : ontology(schema / "ontology"),
        gazetteer(schema / "entities", ontology),
        languages(schema / "languages"),
        stages(languages.all().size()) {}

  const Stages& open(const Language& language) {
    LazyStages& lazy = stages[static_cast<std::size_t>(&language - languages.all().data())];
    std::call_once(lazy.opened, [&] { lazy.stages.emplace(language, gazetteer, ontology); });
    return *lazy.stages;
  }

  Reading read(const Document& document, bool explain, const DiagnosticSink& diagnostics) {
    if (document.text.size() > kLongestText)
      throw Error("a text of more than 8 MiB: give it as several documents");
    const Stages& stages_of_language = open(languages.find(document.language));
    const DiagnosticSink sink = diagnostics ? diagnostics : [](const Diagnostic&) {};
    return document.blocks.empty() && !document.text.empty()
               ? stages_of_language.read(completed(document), explain, sink)
               : stages_of_language.read(document, explain, sink);
  }

  Outcome attempt(const Document& document);

  Ontology ontology;
  Gazetteer gazetteer;
  Languages languages;
  std::vector<LazyStages> stages;  // of languages.all()
};

// A document that cannot be read is a diagnostic. A language pack that cannot be opened is not the
// fault of a document: that ends the work.
Outcome Pipeline::Parts::attempt(const Document& document) {
  Outcome outcome;
  const auto keep = [&](const Diagnostic& diagnostic) {
    outcome.diagnostics.push_back(diagnostic);
  };
  const auto fail = [&](const char* problem) {
    keep({.severity = Diagnostic::Severity::failure, .document = document.id, .message = problem});
  };
  const Language* language = nullptr;
  try {
    language = &languages.find(document.language);
  } catch (const UnknownName& error) {
    fail(error.what());
    return outcome;
  }
  open(*language);
  try {
    outcome.statements = read(document, false, keep).statements;
  } catch (const std::exception& error) {
    fail(error.what());
  }
  return outcome;
}

Pipeline::Pipeline(const std::filesystem::path& schema) : parts_(std::make_unique<Parts>(schema)) {}

Pipeline::~Pipeline() = default;

const Ontology& Pipeline::ontology() const { return parts_->ontology; }
const Gazetteer& Pipeline::gazetteer() const { return parts_->gazetteer; }
const Languages& Pipeline::languages() const { return parts_->languages; }

Statements Pipeline::read(const Document& document, const DiagnosticSink& diagnostics) const {
  return parts_->read(document, false, diagnostics).statements;
}

Reading Pipeline::explain(const Document& document, const DiagnosticSink& diagnostics) const {
  return parts_->read(document, true, diagnostics);
}

// The calling thread reads the input and calls the sinks. At most `window` outcomes wait at a time,
// which bounds the memory; the oldest is delivered first, which keeps the order.
void Pipeline::read_all(const DocumentReader& reader,
                        const std::vector<std::filesystem::path>& paths, unsigned jobs,
                        const Sink& statements, const DiagnosticSink& diagnostics) const {
  const unsigned threads = std::max(jobs, 1U);
  const std::size_t window = 8 * std::size_t{threads};
  Workers<Outcome> workers(threads);
  std::deque<std::future<Outcome>> waiting;

  const auto deliver_oldest = [&] {
    std::future<Outcome> oldest = std::move(waiting.front());
    waiting.pop_front();
    Outcome outcome = oldest.get();
    if (diagnostics)
      for (const Diagnostic& diagnostic : outcome.diagnostics) diagnostics(diagnostic);
    if (outcome.statements) statements(std::move(*outcome.statements));
  };
  const auto append = [&](std::future<Outcome> outcome) {
    if (waiting.size() >= window) deliver_oldest();
    waiting.push_back(std::move(outcome));
  };
  const auto on_document = [&](Document&& document) {
    append(workers.start(
        [this, document = std::move(document)] { return parts_->attempt(document); }));
  };
  const auto on_diagnostic = [&](const Diagnostic& diagnostic) {
    std::promise<Outcome> known;
    known.set_value({.diagnostics = {diagnostic}, .statements = {}});
    append(known.get_future());
  };

  for (const std::filesystem::path& path : paths) reader.read(path, on_document, on_diagnostic);
  while (!waiting.empty()) deliver_oldest();
}

}  // namespace relata
