// SPDX-License-Identifier: Apache-2.0
// JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/), one resource on each line, with the context
// inline so that no reader needs the network. The context is made from the table of the vocabulary,
// as schema/context.jsonld is. Numbers are strings: a JSON number would become a double. The door
// is write_jsonld.

#include <algorithm>
#include <ostream>

#include "export/formats.hpp"
#include "export/json.hpp"
#include "export/rdf.hpp"

namespace relata {
namespace {

// A term of the own namespace goes by its local name, which @vocab expands again, others by their
// prefix.
std::string word(std::string_view iri) {
  for (const Prefix& prefix : prefixes())
    if (iri.starts_with(prefix.iri)) {
      const std::string name(iri.substr(prefix.iri.size()));
      return prefix.iri == kOwnNamespace ? name : std::string(prefix.name) + ":" + name;
    }
  return std::string(iri);
}

// The key of a relation: its local name unless the context gives that another meaning.
std::string relation_key(std::string_view iri) {
  const std::string name = word(iri);
  const auto terms = vocabulary();
  const auto all = prefixes();
  const bool taken =
      name == "id" ||
      std::any_of(terms.begin(), terms.end(), [&](const auto& p) { return p.term == name; }) ||
      std::any_of(all.begin(), all.end(), [&](const auto& p) { return p.name == name; });
  return taken ? std::string(iri) : name;
}

void write_definition(const Property& property, JsonLine& json) {
  json.key(property.term);
  json.begin_object();
  json.member("@id", property.iri);
  switch (property.form) {
    case Form::link:
      json.member("@type", "@id");
      break;
    case Form::word:
      json.member("@type", "@vocab");
      break;
    case Form::names:
      json.member("@container", "@language");
      break;
    case Form::typed:
      json.member("@type", property.datatype);
      break;
    default:
      break;
  }
  json.end_object();
}

void write_context(JsonLine& json) {
  json.begin_object();
  json.key("@version");
  json.number(1.1);
  json.member("@vocab", kOwnNamespace);
  for (const Prefix& prefix : prefixes()) json.member(prefix.name, prefix.iri);
  json.member("id", "@id");
  for (const Property& property : vocabulary())
    if (&property == &relata::property(Term::type))
      json.member(property.term, "@type");
    else
      write_definition(property, json);
  json.end_object();
}

void write_value(const Value& value, Form form, JsonLine& json) {
  if (form == Form::relation) {
    json.begin_object();
    json.member("id", value.text);
    json.end_object();
  } else if (form == Form::various && !value.datatype.empty()) {
    json.begin_object();
    json.member("@value", value.text);
    json.member("@type", word(value.datatype));
    json.end_object();
  } else {
    json.text(form == Form::word ? word(value.text) : value.text);
  }
}

void write_fact(const Fact& fact, JsonLine& json) {
  const Form form = fact.property->form;
  json.key(form == Form::relation ? relation_key(fact.iri) : fact.property->term);
  if (form == Form::names) {  // one name a language
    json.begin_object();
    for (const Value& value : fact.values)
      json.member(value.language.empty() ? "@none" : value.language, value.text);
    json.end_object();
    return;
  }
  if (fact.values.size() > 1) json.begin_array();
  for (const Value& value : fact.values) write_value(value, form, json);
  if (fact.values.size() > 1) json.end_array();
}

}  // namespace

void write_jsonld(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
                  std::ostream& out) {
  JsonLine json;
  out << "{\"@context\":";
  write_context(json);
  json.flush(out);
  out << ",\n\"@graph\":[";
  const char* separator = "\n";
  describe(graph, ontology, options, [&](const Resource& resource) {
    json.begin_object();
    json.member("id", resource.iri);
    for (const Fact& fact : resource.facts) write_fact(fact, json);
    json.end_object();
    out << std::exchange(separator, ",\n");
    json.flush(out);
  });
  out << "\n]}\n";
}

}  // namespace relata
