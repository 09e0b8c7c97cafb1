// SPDX-License-Identifier: Apache-2.0
// All stages in one call. The story is told by Pipeline::Parts::read: text becomes sentences,
// mentions and statements. The rest opens the stages of a language when it is first met.

#include <algorithm>
#include <exception>
#include <mutex>
#include <optional>
#include <relata/error.hpp>
#include <relata/pipeline.hpp>
#include <utility>

#include "in_order.hpp"

namespace relata {
namespace {

// What the stages make of a text is some hundred times as long, and one document is read at a time.
constexpr std::size_t kLongestText = std::size_t{8} << 20;

// The stages of one language behind the sentence stage.
struct Readers {
  MentionFinder finder;
  Extractor extractor;
};

// The stages of one language, each opened once, by the thread that needs it first.
struct Stages {
  std::once_flag annotator_opened, readers_opened;
  std::optional<const Annotator> annotator;
  std::optional<const Readers> readers;
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

// `work` of the document or, where it is not complete, of its completion.
template <class Work>
auto complete(const Document& document, const Work& work) {
  return document.blocks.empty() && !document.text.empty() ? work(completed(document))
                                                           : work(document);
}

const DiagnosticSink kIgnore = [](const Diagnostic&) {};

}  // namespace

struct Pipeline::Parts {
  Parts(const std::filesystem::path& schema, UserDictionary words)
      : ontology(schema / "ontology"),
        gazetteer(schema / "entities", ontology),
        languages(schema / "languages"),
        user(std::move(words)),
        stages(languages.all().size()) {}

  Stages& stages_of(const Language& language) {
    return stages[static_cast<std::size_t>(&language - languages.all().data())];
  }

  const Annotator& annotator(const Language& language) {
    Stages& of = stages_of(language);
    std::call_once(of.annotator_opened, [&] { of.annotator.emplace(language, gazetteer, user); });
    return *of.annotator;
  }

  const Readers& readers(const Language& language) {
    Stages& of = stages_of(language);
    std::call_once(of.readers_opened, [&] {
      of.readers.emplace(
          Readers{MentionFinder(language, gazetteer, ontology), Extractor(language, ontology)});
    });
    return *of.readers;
  }

  // Throws for a text that is too long.
  std::vector<Sentence> annotate(const Document& document, const DiagnosticSink& diagnostics) {
    if (document.text.size() > kLongestText)
      throw Error("a text of more than 8 MiB: give it as several documents");
    return annotator(languages.find(document.language)).annotate(document, diagnostics);
  }

  Reading read(const Document& document, bool explain, const DiagnosticSink& diagnostics) {
    Reading reading;
    reading.sentences = annotate(document, diagnostics);
    const Readers& all = readers(languages.find(document.language));
    reading.mentions = all.finder.find(document, reading.sentences);
    reading.statements = all.extractor.extract(document, reading.sentences, reading.mentions,
                                               explain ? &reading.explanation : nullptr);
    return reading;
  }

  template <class Result, class Open, class Work>
  Outcome<Result> attempt(const Document& document, const Open& open, const Work& work);

  Ontology ontology;
  Gazetteer gazetteer;
  Languages languages;
  UserDictionary user;
  std::vector<Stages> stages;  // of languages.all()
};

// What `work` makes of a document. A document that cannot be read is a diagnostic. A language pack
// that cannot be opened is not the fault of a document: that ends the work.
template <class Result, class Open, class Work>
Outcome<Result> Pipeline::Parts::attempt(const Document& document, const Open& open,
                                         const Work& work) {
  Outcome<Result> outcome;
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
    outcome.result = work(keep);
  } catch (const std::exception& error) {
    fail(error.what());
  }
  return outcome;
}

Pipeline::Pipeline(const std::filesystem::path& schema, UserDictionary user)
    : parts_(std::make_unique<Parts>(schema, std::move(user))) {}

Pipeline::~Pipeline() = default;

const Ontology& Pipeline::ontology() const { return parts_->ontology; }
const Gazetteer& Pipeline::gazetteer() const { return parts_->gazetteer; }
const Languages& Pipeline::languages() const { return parts_->languages; }

std::vector<Sentence> Pipeline::annotate(const Document& document,
                                         const DiagnosticSink& diagnostics) const {
  return complete(document, [&](const Document& whole) {
    return parts_->annotate(whole, diagnostics ? diagnostics : kIgnore);
  });
}

Statements Pipeline::read(const Document& document, const DiagnosticSink& diagnostics) const {
  return complete(document, [&](const Document& whole) {
    return parts_->read(whole, false, diagnostics ? diagnostics : kIgnore).statements;
  });
}

Reading Pipeline::explain(const Document& document, const DiagnosticSink& diagnostics) const {
  return complete(document, [&](const Document& whole) {
    return parts_->read(whole, true, diagnostics ? diagnostics : kIgnore);
  });
}

void Pipeline::annotate_all(const DocumentReader& reader,
                            const std::vector<std::filesystem::path>& paths, unsigned jobs,
                            const AnnotatedSink& annotated,
                            const DiagnosticSink& diagnostics) const {
  const auto open = [this](const Language& language) { parts_->annotator(language); };
  const auto attempt = [&](Document&& document) {
    return parts_->attempt<Annotated>(document, open, [&](const DiagnosticSink& sink) {
      std::vector<Sentence> sentences = parts_->annotate(document, sink);
      return Annotated{std::move(document), std::move(sentences)};
    });
  };
  read_in_order<Annotated>(reader, paths, jobs, attempt, annotated, diagnostics);
}

void Pipeline::read_all(const DocumentReader& reader,
                        const std::vector<std::filesystem::path>& paths, unsigned jobs,
                        const Sink& statements, const DiagnosticSink& diagnostics) const {
  const auto open = [this](const Language& language) {
    parts_->annotator(language);
    parts_->readers(language);
  };
  const auto attempt = [&](const Document& document) {
    return parts_->attempt<Statements>(document, open, [&](const DiagnosticSink& sink) {
      return parts_->read(document, false, sink).statements;
    });
  };
  read_in_order<Statements>(reader, paths, jobs, attempt, statements, diagnostics);
}

}  // namespace relata
