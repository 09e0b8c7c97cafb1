// SPDX-License-Identifier: Apache-2.0
// The table of vocabulary.hpp. Statements follow the shape of Wikidata's statement nodes with the
// words of RDF reification; sources follow PROV-O (https://www.w3.org/TR/prov-o/) and NIF 2.1
// (https://persistence.uni-leipzig.org/nlp2rdf/), but count code points; what else there is, is
// ours and described in schema/ontology/ontology.ttl.

#include "export/vocabulary.hpp"

#include <array>

namespace relata {
namespace {

// clang-format off
constexpr Prefix kPrefixes[] = {
    {"dc",     "http://purl.org/dc/elements/1.1/"},
    {"edtf",   "http://id.loc.gov/datatypes/edtf/"},
    {"itsrdf", "http://www.w3.org/2005/11/its/rdf#"},
    {"nif",    "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"},
    {"owl",    "http://www.w3.org/2002/07/owl#"},
    {"prov",   "http://www.w3.org/ns/prov#"},
    {"rdf",    "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs",   "http://www.w3.org/2000/01/rdf-schema#"},
    {"relata", kOwnNamespace},
    {"skos",   "http://www.w3.org/2004/02/skos/core#"},
    {"xsd",    "http://www.w3.org/2001/XMLSchema#"},
};

constexpr Property kProperties[] = {  // in the order of Term
    {"type",             "rdf:type",              Form::word,    {}},
    {"label",            "rdfs:label",            Form::names,   {}},
    {"altLabel",         "skos:altLabel",         Form::text,    {}},
    {"sameAs",           "owl:sameAs",            Form::link,    {}},
    {"notation",         "skos:notation",         Form::various, {}},
    {"country",          "relata:country",        Form::typed,   "relata:iso3"},

    {"identifier",       "dc:identifier",         Form::text,    {}},
    {"language",         "dc:language",           Form::text,    {}},
    {"date",             "dc:date",               Form::various, {}},
    {"publisher",        "dc:publisher",          Form::text,    {}},
    {"offsetUnit",       "relata:offsetUnit",     Form::word,    {}},

    {"subject",          "rdf:subject",           Form::link,    {}},
    {"predicate",        "rdf:predicate",         Form::word,    {}},
    {"object",           "rdf:object",            Form::link,    {}},
    {"polarity",         "relata:polarity",       Form::word,    {}},
    {"modality",         "relata:modality",       Form::word,    {}},
    {"confidence",       "relata:confidence",     Form::typed,   "xsd:decimal"},
    {"phrase",           "relata:phrase",         Form::text,    {}},
    {"surface",          "relata:surface",        Form::text,    {}},
    {"time",             "relata:time",           Form::various, {}},
    {"timeText",         "relata:timeText",       Form::text,    {}},
    {"place",            "relata:place",          Form::link,    {}},
    {"aspect",           "relata:aspect",         Form::text,    {}},
    {"wasAttributedTo",  "prov:wasAttributedTo",  Form::link,    {}},
    {"wasDerivedFrom",   "prov:wasDerivedFrom",   Form::link,    {}},
    {"subjectSpan",      "relata:subjectSpan",    Form::link,    {}},
    {"objectSpan",       "relata:objectSpan",     Form::link,    {}},
    {"sentence",         "relata:sentence",       Form::typed,   "xsd:positiveInteger"},
    {"rule",             "relata:rule",           Form::text,    {}},

    {"referenceContext", "nif:referenceContext",  Form::link,    {}},
    {"beginIndex",       "nif:beginIndex",        Form::typed,   "xsd:nonNegativeInteger"},
    {"endIndex",         "nif:endIndex",          Form::typed,   "xsd:nonNegativeInteger"},
    {"anchorOf",         "nif:anchorOf",          Form::text,    {}},
    {"taIdentRef",       "itsrdf:taIdentRef",     Form::link,    {}},
};
// clang-format on

static_assert(std::size(kProperties) == static_cast<std::size_t>(Term::entity) + 1);

}  // namespace

std::span<const Prefix> prefixes() { return kPrefixes; }
std::span<const Property> vocabulary() { return kProperties; }
const Property& property(Term term) { return kProperties[static_cast<std::size_t>(term)]; }

std::string_view iri_of(Term term) {
  static const auto full = [] {
    std::array<std::string, std::size(kProperties)> iris;
    for (std::size_t i = 0; i < iris.size(); ++i) iris[i] = full_iri(kProperties[i].iri);
    return iris;
  }();
  return full[static_cast<std::size_t>(term)];
}

std::string full_iri(std::string_view prefixed) {
  const std::size_t colon = prefixed.find(':');
  for (const Prefix& prefix : kPrefixes)
    if (prefixed.substr(0, colon) == prefix.name)
      return std::string(prefix.iri) + std::string(prefixed.substr(colon + 1));
  return std::string(prefixed);
}

}  // namespace relata
