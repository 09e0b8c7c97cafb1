// SPDX-License-Identifier: Apache-2.0
// The statement line, by schema/statement.schema.json: keys that do not apply are left out. The
// door is write_json_line; the format `jsonl` writes such lines from a graph.

#include <algorithm>
#include <ostream>
#include <relata/export.hpp>

#include "export/captions.hpp"
#include "export/decimal.hpp"
#include "export/json.hpp"

namespace relata {
namespace {

void write_excerpt(const Excerpt& excerpt, JsonLine& json) {
  json.key("start");
  json.number(excerpt.start);
  json.key("end");
  json.number(excerpt.end);
  json.member("text", excerpt.text);
}

template <typename Map>
void write_map(std::string_view name, const Map& map, JsonLine& json) {
  if (map.empty()) return;
  json.key(name);
  json.begin_object();
  for (const auto& [key, value] : map) json.member(key, value);
  json.end_object();
}

// Writes the members of one statement; knows how entities are called.
class LineWriter {
 public:
  LineWriter(const Statements& statements, const ExportOptions& options)
      : statements_(statements), finder_(options.label_language) {}

  void write(const Statement& statement, std::ostream& out);

 private:
  const Entity& entity(const Argument& argument) const {
    return statements_.entities.at(argument.entity);
  }
  std::string_view label(const Entity& entity) const {
    const std::string* found = finder_.find(entity.labels);
    return found ? *found : entity.label;
  }

  void write_entity(std::string_view name, const Argument& argument);
  void write_aliases(const Entity& entity);
  void write_reference(std::string_view name, const std::optional<Argument>& argument);
  void write_qualifiers(const Qualifiers& qualifiers);

  const Statements& statements_;
  LabelFinder finder_;
  JsonLine json_;
};

// A name that the label of another language stands for is not lost: it becomes an alias.
void LineWriter::write_aliases(const Entity& entity) {
  std::vector<std::string_view> aliases(entity.aliases.begin(), entity.aliases.end());
  const auto known = [&](const auto& label) { return label.second == entity.label; };
  if (label(entity) != entity.label && !entity.label.empty() &&
      std::none_of(entity.labels.begin(), entity.labels.end(), known))
    aliases.push_back(entity.label);
  std::sort(aliases.begin(), aliases.end());
  aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
  if (aliases.empty()) return;
  json_.key("aliases");
  json_.begin_array();
  for (const std::string_view alias : aliases) json_.text(alias);
  json_.end_array();
}

void LineWriter::write_entity(std::string_view name, const Argument& argument) {
  const Entity& entity = this->entity(argument);
  json_.key(name);
  json_.begin_object();
  json_.member("id", entity.id);
  json_.member("label", label(entity));
  json_.member("type", entity.type);
  write_map("labels", entity.labels, json_);
  write_aliases(entity);
  write_map("codes", entity.codes, json_);
  json_.member_if("country", entity.country);
  json_.key("mention");
  json_.begin_object();
  write_excerpt(argument.mention, json_);
  json_.end_object();
  json_.end_object();
}

void LineWriter::write_reference(std::string_view name, const std::optional<Argument>& argument) {
  if (!argument) return;
  json_.key(name);
  json_.begin_object();
  json_.member("id", entity(*argument).id);
  json_.member("label", label(entity(*argument)));
  json_.end_object();
}

void LineWriter::write_qualifiers(const Qualifiers& qualifiers) {
  json_.key("qualifiers");
  json_.begin_object();
  json_.member("polarity", to_string(qualifiers.polarity));
  json_.member("modality", to_string(qualifiers.modality));
  if (!qualifiers.time.empty() || !qualifiers.time_value.empty()) {
    json_.key("time");
    json_.begin_object();
    json_.member_if("text", qualifiers.time);
    json_.member_if("value", qualifiers.time_value);
    json_.end_object();
  }
  write_reference("place", qualifiers.place);
  write_reference("attribution", qualifiers.attribution);
  json_.member_if("aspect", qualifiers.aspect);
  json_.end_object();
}

void LineWriter::write(const Statement& statement, std::ostream& out) {
  json_.begin_object();
  json_.member("id", statement.id);
  write_entity("subject", statement.subject);
  json_.key("predicate");
  json_.begin_object();
  json_.member("id", statement.predicate);
  json_.member("label", statement.label.empty() ? statement.predicate : statement.label);
  json_.member_if("surface", statement.surface);
  json_.end_object();
  write_entity("object", statement.object);
  write_qualifiers(statement.qualifiers);
  json_.key("confidence");
  json_.number(hundredths(statement.confidence) / 100.0);
  json_.key("provenance");
  json_.begin_object();
  json_.member("document", statement.provenance.document);
  json_.key("sentence");
  json_.number(statement.provenance.sentence);
  write_excerpt(statement.provenance.excerpt, json_);
  json_.member("rule", statement.provenance.rule);
  json_.end_object();
  json_.end_object();
  json_.flush(out);
}

}  // namespace

void write_json_line(const Statement& statement, const Statements& statements,
                     const ExportOptions& options, std::ostream& out) {
  LineWriter(statements, options).write(statement, out);
}

}  // namespace relata
