// SPDX-License-Identifier: Apache-2.0
/// @file
/// Graph -> resources of RDF. What the RDF formats say, decided once.
#pragma once

#include <functional>
#include <relata/export.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "export/vocabulary.hpp"

namespace relata {

/// The object of a triple: an IRI, or a literal with at most one of language and datatype.
struct Value {
  std::string text;
  std::string language;  ///< BCP 47
  std::string datatype;  ///< full IRI; empty: xsd:string
  bool is_iri = false;
};

/// All values that a resource has for one property.
struct Fact {
  const Property* property = nullptr;
  std::string_view iri;  ///< of the property, in full; lives as long as the ontology
  std::vector<Value> values;
};

/// The triples with one subject. There are no blank nodes.
struct Resource {
  std::string iri;
  std::vector<Fact> facts;
};

/// Give the resources of `graph` to `use`: documents, entities, statements, and the spans of text
/// that these come from; each IRI once. Every piece of evidence is a statement node with its
/// qualifiers. Only relations that are asserted() are also facts of their subject. Throws Error for
/// a base that is no IRI.
void describe(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
              const std::function<void(const Resource&)>& use);

}  // namespace relata
