// SPDX-License-Identifier: Apache-2.0
/// @file
/// Mention -> Statement. What the sentences say about their entities.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <memory>
#include <optional>
#include <relata/diagnostic.hpp>
#include <relata/document.hpp>
#include <relata/entity.hpp>
#include <relata/language.hpp>
#include <relata/mention.hpp>
#include <relata/ontology.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace relata {

enum class Polarity : std::uint8_t { positive, negative };
enum class Modality : std::uint8_t {
  asserted,
  planned,
  possible,
  desired,
  hypothetical,
  questioned
};

std::string_view to_string(Polarity polarity);
std::string_view to_string(Modality modality);
/// Both throw UnknownName.
Polarity polarity_from(std::string_view name);
Modality modality_from(std::string_view name);

/// An entity where a statement names it.
struct Argument {
  std::uint32_t entity = 0;  ///< index into Statements::entities
  Excerpt mention;           ///< code points of the input
};

struct Qualifiers {
  Polarity polarity = Polarity::positive;
  Modality modality = Modality::asserted;
  std::string time;        ///< as the text has it, or empty
  std::string time_value;  ///< ISO 8601 or EDTF, or empty
  std::optional<Argument> place;
  std::optional<Argument> attribution;  ///< who says so; absent: the document itself
  std::string aspect;
};

/// Where a statement was read and by which rule.
struct Provenance {
  std::string document;
  std::uint32_t sentence = 0;  ///< from 1
  Excerpt excerpt;             ///< the sentence, code points of the input
  std::string rule;
};

/// What one sentence says of two entities. CONTRACT.md of the JSON line:
/// schema/statement.schema.json.
struct Statement {
  std::string id;  ///< "s:" and 16 hexadecimal digits, made from document, place and content
  Argument subject;
  std::string predicate;  ///< id of a relation type
  std::string label;      ///< the predicate in words; for `open` the normalised verb phrase
  std::string surface;    ///< the words of the text that name the relation
  Argument object;
  Qualifiers qualifiers;
  double confidence = 0;  ///< that a careful reader would sign it
  Provenance provenance;

  /// Whether the document itself says it as a fact.
  bool asserted() const {
    return qualifiers.polarity == Polarity::positive && qualifiers.modality == Modality::asserted &&
           !qualifiers.attribution;
  }
};

/// All statements of one document. Self-contained: later stages need no text.
struct Statements {
  std::string document;  ///< Document::id
  std::string language;  ///< BCP 47
  std::string date;      ///< of the document, or empty
  std::string source;    ///< of the document, or empty
  std::vector<Entity> entities;
  std::vector<Statement> statements;  ///< in the order of the text
};

/// The short text form: "participates(Japan:Country, NAC:Organization)", followed by
/// qualifiers that are not the default: " negative planned by joint statement".
std::string to_string(const Statement& statement, const Statements& statements);

/// Why a sentence gave the statements that it gave; for people.
struct Explanation {
  std::vector<std::string> steps;  ///< one line each
};

/// Reads statements in one language. Immutable, safe to share between threads.
class Extractor {
 public:
  /// Reads frames and rules of the pack. Keeps references to both. Throws FormatError for a
  /// rule that names a relation which the ontology does not have.
  Extractor(const Language& language, const Ontology& ontology);
  ~Extractor();
  Extractor(Extractor&&) noexcept;

  /// `explanation` may be null.
  Statements extract(const Document& document, std::span<const Sentence> sentences,
                     const Mentions& mentions, Explanation* explanation = nullptr) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

/// The statements of a file of statement lines (schema/statement.schema.json), documents kept apart
/// by "provenance" and in the order in which they first come. What a line does not tell (language,
/// date and source of the document) stays empty. `name` is for messages; a line that is no
/// statement is reported and left out.
std::vector<Statements> read_statements(std::istream& in, const std::string& name,
                                        const DiagnosticSink& diagnostics);

}  // namespace relata
