// SPDX-License-Identifier: Apache-2.0
// The table of output formats. README.md tells how to add one: the command line, its help and the
// conformance test read this table, nothing else knows the formats.

#include <relata/error.hpp>
#include <relata/export.hpp>

#include "export/formats.hpp"

namespace relata {
namespace {

// clang-format off
constexpr Exporter kTable[] = {  // sorted by name
    {"dot",    "dot",    "text/vnd.graphviz",     "Graphviz source, to lay out with your own settings",     write_dot},
    {"jsonl",  "jsonl",  "application/x-ndjson",  "one statement with its words on each line, JSON",        write_jsonl},
    {"jsonld", "jsonld", "application/ld+json",   "JSON-LD 1.1: entities, statements, sources",             write_jsonld},
    {"nquads", "nq",     "application/n-quads",   "RDF 1.1 N-Quads: the same triples, for graph databases", write_nquads},
    {"pdf",    "pdf",    "application/pdf",       "picture of the graph for print",                         write_pdf},
    {"png",    "png",    "image/png",             "picture of the graph in pixels",                         write_png},
    {"svg",    "svg",    "image/svg+xml",         "picture of the graph for the browser, quotations as tooltips", write_svg},
    {"table",  "txt",    "text/plain",            "one relation on each line, aligned, for the terminal",   write_table},
};
// clang-format on

}  // namespace

std::span<const Exporter> exporters() { return kTable; }

const Exporter& find_exporter(std::string_view name) {
  std::string known;
  for (const Exporter& exporter : kTable) {
    if (name == exporter.name || name == exporter.extension) return exporter;
    known += (known.empty() ? "" : ", ") + std::string(exporter.name);
  }
  throw UnknownName("format", std::string(name), "there are " + known);
}

}  // namespace relata
