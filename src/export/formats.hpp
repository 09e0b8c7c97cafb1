// SPDX-License-Identifier: Apache-2.0
/// @file
/// The formats: one function each, in the file of its name. exporters.cpp makes a table of them.
#pragma once

#include <iosfwd>
#include <relata/export.hpp>

namespace relata {

void write_dot(const Graph&, const Ontology&, const ExportOptions&, std::ostream&);
void write_jsonl(const Graph&, const Ontology&, const ExportOptions&, std::ostream&);
void write_jsonld(const Graph&, const Ontology&, const ExportOptions&, std::ostream&);
void write_nquads(const Graph&, const Ontology&, const ExportOptions&, std::ostream&);
void write_pdf(const Graph&, const Ontology&, const ExportOptions&, std::ostream&);
void write_png(const Graph&, const Ontology&, const ExportOptions&, std::ostream&);
void write_svg(const Graph&, const Ontology&, const ExportOptions&, std::ostream&);
void write_table(const Graph&, const Ontology&, const ExportOptions&, std::ostream&);

}  // namespace relata
