// SPDX-License-Identifier: Apache-2.0
// RDF 1.1 N-Quads (https://www.w3.org/TR/n-quads/) in the canonical form of RDFC-1.0
// (https://www.w3.org/TR/rdf-canon/#canonical-quads), all in the default graph. The door is
// write_nquads.

#include <ostream>

#include "export/formats.hpp"
#include "export/rdf.hpp"
#include "export/utf8.hpp"

namespace relata {
namespace {

std::string unicode_escape(char32_t c) {
  std::string escape = "\\u0000";
  for (std::size_t i = 5; c != 0; --i, c >>= 4) escape[i] = "0123456789ABCDEF"[c & 15];
  return escape;
}

std::string_view short_escape(char32_t c) {
  switch (c) {
    case '\b':
      return "\\b";
    case '\t':
      return "\\t";
    case '\n':
      return "\\n";
    case '\f':
      return "\\f";
    case '\r':
      return "\\r";
    case '"':
      return "\\\"";
    case '\\':
      return "\\\\";
    default:
      return {};
  }
}

void append_string(std::string_view text, std::string& quads) {
  quads += '"';
  for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
    if (const std::string_view escape = short_escape(c); !escape.empty())
      quads += escape;
    else if (c < 0x20 || c == 0x7F || c == 0xFFFE || c == 0xFFFF)
      quads += unicode_escape(c);
    else
      quads += bytes;
  });
  quads += '"';
}

void append_iri(std::string_view iri, std::string& quads) {
  quads += '<';
  quads += iri;
  quads += '>';
}

void append_value(const Value& value, std::string& quads) {
  if (value.is_iri) return append_iri(value.text, quads);
  append_string(value.text, quads);
  if (!value.language.empty()) {
    quads += '@';
    quads += value.language;
  } else if (!value.datatype.empty()) {
    quads += "^^";
    append_iri(value.datatype, quads);
  }
}

}  // namespace

void write_nquads(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
                  std::ostream& out) {
  std::string quads;
  describe(graph, ontology, options, [&](const Resource& resource) {
    quads.clear();
    for (const Fact& fact : resource.facts)
      for (const Value& value : fact.values) {
        append_iri(resource.iri, quads);
        quads += ' ';
        append_iri(fact.iri, quads);
        quads += ' ';
        append_value(value, quads);
        quads += " .\n";
      }
    out << quads;
  });
}

}  // namespace relata
