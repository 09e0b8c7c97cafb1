// SPDX-License-Identifier: Apache-2.0
// The DOT language (https://graphviz.org/doc/info/lang.html). Every name is quoted: then keywords
// are words like others. The door is write_dot; the pictures are laid out from the same text, so
// what a picture shows is decided here.

#include <algorithm>
#include <bit>
#include <ostream>
#include <set>

#include "export/captions.hpp"
#include "export/formats.hpp"
#include "export/utf8.hpp"

namespace relata {
namespace {

// Above one of these `dot` takes minutes and more; `sfdp` lays out thousands of nodes in a second.
constexpr std::size_t kNodesOfDot = 100, kEdgesOfDot = 200;

constexpr const char* kFont = "Noto Sans CJK TC,Noto Sans,sans-serif";
constexpr const char* kColours[] = {"#c0392b", "#5f6368", "#1e7e34"};  // by sign: -1, 0, +1
constexpr const char* kDenied = "#9aa0a6";
constexpr const char* kDeniedText = "#c0392b";

// Whether Graphviz would read "&...;" at the begin of `text` as one character.
bool is_character_reference(std::string_view text) {
  const std::size_t end = text.find(';');
  return end != std::string_view::npos && end > 1 && end < 12 &&
         std::all_of(text.begin() + 1, text.begin() + static_cast<std::ptrdiff_t>(end), [](char c) {
           return c == '#' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
                  (c >= 'A' && c <= 'Z');
         });
}

// What XML 1.0 forbids would break the SVG that is made of it, and Pango trips over separators of
// lines and paragraphs: controls become spaces.
std::string_view printable(char32_t c, std::string_view bytes) {
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029) return " ";
  return is_noncharacter(c) ? std::string_view("\xEF\xBF\xBD") : bytes;
}

std::string dot_string(std::string_view text) {
  std::string result = "\"";
  for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
    if (c == '"' || c == '\\')
      (result += '\\') += bytes;
    else if (c == '\n')
      result += "\\n";
    else if (c == '&' && is_character_reference(
                             text.substr(static_cast<std::size_t>(bytes.data() - text.data()))))
      result += "&amp;";
    else
      result += printable(c, bytes);
  });
  return result + '"';
}

// Text inside of an HTML-like label.
std::string html_text(std::string_view text) {
  std::string result;
  for_each_code_point(text, [&](char32_t c, std::string_view bytes) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      default:
        result += printable(c, bytes);
    }
  });
  return result;
}

class DotWriter {
 public:
  DotWriter(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
            std::ostream& out)
      : graph_(graph), ontology_(ontology), captions_(graph, ontology, options), out_(out) {}

  void write() {
    std::set<std::uint32_t> nodes;  // those without an edge only say something
    for (const Relation& relation : graph_.relations())
      nodes.insert({relation.subject, relation.object});
    write_head(nodes);
    for (const std::uint32_t node : nodes) write_node(node);
    for (const Relation& relation : graph_.relations()) write_edge(relation);
    out_ << "}\n";
  }

 private:
  void attribute(const char* name, std::string_view value) {
    out_ << ' ' << name << '=' << dot_string(value);
  }
  std::string_view colour(std::string_view type) const {
    const EntityType* found = ontology_.find_type(type);
    return found ? std::string_view(found->colour) : "#ffffff";
  }

  void write_head(const std::set<std::uint32_t>& nodes);
  void write_legend(const std::set<std::uint32_t>& nodes);
  void write_node(std::uint32_t node);
  void write_edge(const Relation& relation);
  std::string edge_label(const Relation& relation) const;
  std::string edge_tooltip(const Relation& relation) const;

  const Graph& graph_;
  const Ontology& ontology_;
  const Captions captions_;
  std::ostream& out_;
};

void DotWriter::write_head(const std::set<std::uint32_t>& nodes) {
  const bool big = nodes.size() > kNodesOfDot || graph_.relations().size() > kEdgesOfDot;
  out_ << "digraph \"relata\" {\n  graph [charset=\"UTF-8\" rankdir=\"LR\" layout="
       << (big ? "\"sfdp\" overlap=\"prism\" splines=\"line\" outputorder=\"edgesfirst\""
               : "\"dot\"")
       << " fontname=\"" << kFont << "\" fontsize=\"11\"";
  write_legend(nodes);
  out_ << "];\n  node [shape=\"box\" style=\"rounded,filled\" color=\"#5f6368\" fontname=\""
       << kFont << "\" fontsize=\"12\"];\n  edge [fontname=\"" << kFont << "\" fontsize=\"10\"];\n";
}

// The types of the nodes and their colours, below the picture.
void DotWriter::write_legend(const std::set<std::uint32_t>& nodes) {
  std::set<std::string_view> types;
  for (const std::uint32_t node : nodes)
    if (const std::string& type = graph_.entity(node).type; ontology_.find_type(type))
      types.insert(type);
  if (types.empty()) return;
  out_ << " labelloc=\"b\" label=<<TABLE BORDER=\"0\" CELLBORDER=\"1\" CELLSPACING=\"6\"><TR>";
  for (const std::string_view type : types)
    out_ << "<TD STYLE=\"ROUNDED\" BGCOLOR=\"" << colour(type) << "\">"
         << html_text(captions_.type(type)) << "</TD>";
  out_ << "</TR></TABLE>>";
}

void DotWriter::write_node(std::uint32_t node) {
  const Entity& entity = graph_.entity(node);
  std::string tooltip = std::string(captions_.type(entity.type)) + "\n" + entity.id;
  for (const std::string& alias : entity.aliases) tooltip += "\n" + alias;
  out_ << "  \"n" << node << "\" [";
  attribute("label", captions_.entity(entity));
  attribute("fillcolor", colour(entity.type));
  attribute("tooltip", tooltip);
  out_ << " ];\n";
}

std::string DotWriter::edge_label(const Relation& relation) const {
  std::string label;
  if (relation.polarity == Polarity::negative)
    label = std::string(captions_.term(to_string(relation.polarity))) + " ";
  label += captions_.relation(relation);
  if (relation.modality != Modality::asserted)
    label += " (" + std::string(captions_.term(to_string(relation.modality))) + ")";
  return label;
}

// The first words that say so, who says so, and how many others there are.
std::string DotWriter::edge_tooltip(const Relation& relation) const {
  if (relation.evidence.empty()) return edge_label(relation);
  const Evidence& first = relation.evidence.front();
  std::string tooltip = first.provenance.excerpt.text + "\n" + first.provenance.document;
  if (relation.evidence.size() > 1) tooltip += " +" + std::to_string(relation.evidence.size() - 1);
  return tooltip;
}

void DotWriter::write_edge(const Relation& relation) {
  const RelationType& type = ontology_.relation(relation.predicate);
  const bool denied = relation.polarity == Polarity::negative;
  const bool attributed = std::all_of(relation.evidence.begin(), relation.evidence.end(),
                                      [](const Evidence& e) { return !e.attribution.empty(); });
  const auto tenths = 10 + 6 * std::min<std::uint32_t>(std::bit_width(relation.documents) - 1, 9);
  out_ << "  \"n" << relation.subject << "\" -> \"n" << relation.object << "\" [";
  attribute("label", edge_label(relation));
  attribute("color", denied ? kDenied : kColours[type.sign + 1]);
  attribute("fontcolor", denied ? kDeniedText : kColours[type.sign + 1]);
  if (relation.modality != Modality::asserted)
    attribute("style", "dashed");
  else if (attributed)
    attribute("style", "dotted");
  if (type.symmetric) attribute("dir", "none");
  if (denied) attribute("arrowhead", "tee");
  attribute("penwidth", std::to_string(tenths / 10) + "." + std::to_string(tenths % 10));
  attribute("tooltip", edge_tooltip(relation));
  attribute("labeltooltip", edge_tooltip(relation));
  out_ << " ];\n";
}

}  // namespace

void write_dot(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
               std::ostream& out) {
  DotWriter(graph, ontology, options, out).write();
}

}  // namespace relata
