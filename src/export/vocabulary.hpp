// SPDX-License-Identifier: Apache-2.0
/// @file
/// The terms that RDF output uses beside those of the ontology. schema/context.jsonld is this table
/// in JSON-LD, and a test holds the two together.
#pragma once

#include <relata/ontology.hpp>
#include <span>
#include <string>
#include <string_view>

namespace relata {

/// The namespace of our own terms; JSON-LD leaves it out.
inline constexpr std::string_view kOwnNamespace = "https://relata.example/ontology#";

struct Prefix {
  std::string_view name, iri;
};

/// What the values of a property are.
enum class Form {
  link,      ///< a resource of the graph
  word,      ///< a term of a vocabulary: a type, a relation, a polarity
  text,      ///< a string
  names,     ///< strings with their language
  typed,     ///< literals with the one datatype of the property
  various,   ///< literals that say their datatype themselves
  relation,  ///< a resource; the property is a relation of the ontology
};

/// A property, how JSON-LD calls it and what it holds.
struct Property {
  std::string_view term;  ///< key in JSON-LD
  std::string_view iri;   ///< with a prefix, "prov:wasDerivedFrom"
  Form form;
  std::string_view datatype;  ///< with a prefix; of Form::typed
};

/// The properties, in the order of `vocabulary()`.
enum class Term {
  type,
  label,
  altLabel,
  sameAs,
  notation,
  country,  // entities
  identifier,
  language,
  date,
  publisher,
  offsetUnit,  // documents
  subject,
  predicate,
  object,
  polarity,
  modality,
  confidence,  // statements
  phrase,
  surface,
  time,
  timeText,
  place,
  aspect,
  attributedTo,
  derivedFrom,
  subjectSpan,
  objectSpan,
  sentence,
  rule,
  referenceContext,
  beginIndex,
  endIndex,
  anchorOf,
  entity,  // spans
};

std::span<const Prefix> prefixes();
std::span<const Property> vocabulary();
const Property& property(Term term);
/// The IRI of a property in full.
std::string_view iri_of(Term term);

/// "xsd:decimal" -> "http://www.w3.org/2001/XMLSchema#decimal".
std::string full_iri(std::string_view prefixed);

}  // namespace relata
