// SPDX-License-Identifier: Apache-2.0
// A table for people: one relation on each line, in columns that line up where a terminal shows
// Chinese two columns wide (https://www.unicode.org/reports/tr11/). Nothing is cut. The door is
// write_table.

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <ostream>
#include <set>

#include "export/captions.hpp"
#include "export/formats.hpp"
#include "export/utf8.hpp"

namespace relata {
namespace {

constexpr std::size_t kColumns = 5;
using Row = std::array<std::string, kColumns>;

// Columns of a terminal. Ambiguous width counts as narrow, as terminals take it outside of East
// Asia.
std::size_t width(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  const auto category = U_MASK(u_charType(c));
  if (category & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK)) return 0;
  const int32_t east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t width(std::string_view text) {
  std::size_t columns = 0;
  for_each_code_point(text, [&](char32_t c, std::string_view) { columns += width(c); });
  return columns;
}

// What would move the cursor, turn the line around or break it is written as "\u001b".
std::string cell(std::string_view text) {
  std::string result;
  for_each_code_point(text, [&](char32_t code_point, std::string_view bytes) {
    auto c = static_cast<UChar32>(code_point);
    const bool breaks_line = U_MASK(u_charType(c)) & (U_GC_CC_MASK | U_GC_ZL_MASK | U_GC_ZP_MASK);
    if (!breaks_line && !is_noncharacter(code_point) &&
        !u_hasBinaryProperty(c, UCHAR_BIDI_CONTROL)) {
      result += bytes;
      return;
    }
    std::string escape = "\\u0000";
    if (c > 0xFFFF) escape = "\\U00000000";
    for (std::size_t i = escape.size() - 1; c != 0; --i, c >>= 4)
      escape[i] = "0123456789abcdef"[c & 15];
    result += escape;
  });
  return result;
}

class TableMaker {
 public:
  TableMaker(const Graph& graph, const Ontology& ontology, const ExportOptions& options)
      : graph_(graph), captions_(graph, ontology, options) {}

  Row head() const {
    return {cell(captions_.term("subject")), cell(captions_.term("relation")),
            cell(captions_.term("object")), cell(captions_.term("qualifiers")),
            cell(captions_.term("documents"))};
  }

  Row row(const Relation& relation) const {
    return {cell(captions_.entity(graph_.entity(relation.subject))),
            cell(captions_.relation(relation)),
            cell(captions_.entity(graph_.entity(relation.object))), cell(qualifiers(relation)),
            std::to_string(relation.documents)};
  }

 private:
  std::string entity(const std::string& id) const;
  std::string qualifiers(const Relation& relation) const;

  const Graph& graph_;
  const Captions captions_;
};

std::string TableMaker::entity(const std::string& id) const {
  const Entity* entity = graph_.find(id);
  return entity ? std::string(captions_.entity(*entity)) : id;
}

// "not; planned; according to A, B; time 2023-01-31": what the evidence says, each thing once.
std::string TableMaker::qualifiers(const Relation& relation) const {
  std::string text;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : "; ") + part; };
  const auto add_all = [&](const char* term, const std::set<std::string>& values) {
    std::string list;
    for (const std::string& value : values) list += (list.empty() ? "" : ", ") + value;
    if (!list.empty()) add(std::string(captions_.term(term)) + " " + list);
  };
  if (relation.polarity != Polarity::positive)
    add(std::string(captions_.term(to_string(relation.polarity))));
  if (relation.modality != Modality::asserted)
    add(std::string(captions_.term(to_string(relation.modality))));
  std::set<std::string> sources, times, places, aspects;
  bool own = false;  // the document itself says so
  for (const Evidence& evidence : relation.evidence) {
    if (evidence.attribution.empty())
      own = true;
    else
      sources.insert(entity(evidence.attribution));
    if (!evidence.place.empty()) places.insert(entity(evidence.place));
    if (!evidence.aspect.empty()) aspects.insert(evidence.aspect);
    const std::string& time = evidence.time_value.empty() ? evidence.time : evidence.time_value;
    if (!time.empty()) times.insert(time);
  }
  if (!own) add_all("attribution", sources);
  add_all("time", times);
  add_all("place", places);
  add_all("aspect", aspects);
  return text;
}

void write_row(const Row& row, const std::array<std::size_t, kColumns>& widths, std::ostream& out) {
  for (std::size_t i = 0; i + 1 < kColumns; ++i)
    out << row[i] << std::string(widths[i] - width(row[i]) + 2, ' ');
  out << row.back() << '\n';
}

}  // namespace

void write_table(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
                 std::ostream& out) {
  const TableMaker maker(graph, ontology, options);
  std::vector<Row> rows = {maker.head()};
  for (const Relation& relation : graph.relations()) rows.push_back(maker.row(relation));
  std::array<std::size_t, kColumns> widths{};
  for (const Row& row : rows)
    for (std::size_t i = 0; i < kColumns; ++i) widths[i] = std::max(widths[i], width(row[i]));
  for (const Row& row : rows) write_row(row, widths, out);
}

}  // namespace relata
