// SPDX-License-Identifier: Apache-2.0
// Statement lines -> Statements, by the shape of schema/statement.schema.json. Checked by hand: a
// schema validator would take several times as long as reading. The door is read_statements. It
// does not know the ontology.

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <istream>
#include <map>
#include <relata/error.hpp>
#include <relata/statement.hpp>

namespace relata {
namespace {

using rapidjson::Value;

// Null if there is none.
const Value* member(const Value& object, const char* key) {
  const auto found = object.FindMember(key);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

const Value& object_at(const Value& object, const char* key) {
  const Value* value = member(object, key);
  if (!value || !value->IsObject()) throw Error("\"" + std::string(key) + "\" is not an object");
  return *value;
}

std::string text_of(const Value& value, const char* key) {
  if (!value.IsString()) throw Error("\"" + std::string(key) + "\" is not a text");
  return {value.GetString(), value.GetStringLength()};
}

std::string text_or_empty(const Value& object, const char* key) {
  const Value* value = member(object, key);
  return value ? text_of(*value, key) : std::string();
}

std::string text_at(const Value& object, const char* key) {
  std::string text = text_or_empty(object, key);
  if (text.empty()) throw Error("no \"" + std::string(key) + "\"");
  return text;
}

std::uint32_t number_at(const Value& object, const char* key) {
  const Value* value = member(object, key);
  if (!value || !value->IsUint()) throw Error("\"" + std::string(key) + "\" is not a number");
  return value->GetUint();
}

Excerpt excerpt_of(const Value& object) {
  Excerpt excerpt{number_at(object, "start"), number_at(object, "end"),
                  text_or_empty(object, "text")};
  if (excerpt.end < excerpt.start) throw Error("\"end\" is before \"start\"");
  return excerpt;
}

std::map<std::string, std::string, std::less<>> texts_by_key(const Value& object, const char* key) {
  std::map<std::string, std::string, std::less<>> texts;
  if (member(object, key))
    for (const auto& one : object_at(object, key).GetObject())
      texts.emplace(std::string(one.name.GetString(), one.name.GetStringLength()),
                    text_of(one.value, key));
  return texts;
}

std::vector<std::string> aliases_of(const Value& object) {
  std::vector<std::string> aliases;
  const Value* list = member(object, "aliases");
  if (list && !list->IsArray()) throw Error("\"aliases\" is not a list");
  if (list)
    for (const Value& alias : list->GetArray()) aliases.push_back(text_of(alias, "aliases"));
  return aliases;
}

Entity entity_of(const Value& object) {
  Entity entity;
  entity.id = text_at(object, "id");
  entity.label = text_or_empty(object, "label");
  entity.type = text_or_empty(object, "type");
  entity.labels = texts_by_key(object, "labels");
  entity.aliases = aliases_of(object);
  for (auto& [name, code] : texts_by_key(object, "codes")) entity.codes.emplace(name, code);
  entity.country = text_or_empty(object, "country");
  return entity;
}

double confidence_of(const Value& json) {
  const Value* value = member(json, "confidence");
  if (!value || !value->IsNumber() || value->GetDouble() < 0 || value->GetDouble() > 1)
    throw Error("\"confidence\" is not a number from 0 to 1");
  return value->GetDouble();
}

// The statements of one document while its lines come in.
class Collector {
 public:
  explicit Collector(std::string document) { statements_.document = std::move(document); }

  void add(const Value& json, Provenance provenance);
  Statements take() { return std::move(statements_); }

 private:
  Argument argument(const Value& object);
  Qualifiers qualifiers(const Value& object);

  Statements statements_;
  std::map<std::string, std::uint32_t> entities_;  // by id
};

// A place or a source comes without a type; a line that tells more of the entity wins.
Argument Collector::argument(const Value& object) {
  Entity entity = entity_of(object);
  const auto [found, is_new] =
      entities_.try_emplace(entity.id, static_cast<std::uint32_t>(statements_.entities.size()));
  if (is_new) {
    statements_.entities.push_back(std::move(entity));
  } else if (statements_.entities[found->second].type.empty()) {
    statements_.entities[found->second] = std::move(entity);
  }
  const Value* mention = member(object, "mention");
  return {found->second, mention ? excerpt_of(object_at(object, "mention")) : Excerpt()};
}

Qualifiers Collector::qualifiers(const Value& object) {
  Qualifiers qualifiers;
  qualifiers.polarity = polarity_from(text_at(object, "polarity"));
  qualifiers.modality = modality_from(text_at(object, "modality"));
  if (member(object, "time")) {
    const Value& time = object_at(object, "time");
    qualifiers.time = text_or_empty(time, "text");
    qualifiers.time_value = text_or_empty(time, "value");
  }
  if (member(object, "place")) qualifiers.place = argument(object_at(object, "place"));
  if (member(object, "attribution"))
    qualifiers.attribution = argument(object_at(object, "attribution"));
  qualifiers.aspect = text_or_empty(object, "aspect");
  return qualifiers;
}

void Collector::add(const Value& json, Provenance provenance) {
  Statement statement;
  statement.id = text_at(json, "id");
  const Value& predicate = object_at(json, "predicate");
  statement.predicate = text_at(predicate, "id");
  statement.label = text_or_empty(predicate, "label");
  statement.surface = text_or_empty(predicate, "surface");
  statement.confidence = confidence_of(json);
  statement.provenance = std::move(provenance);
  statement.subject = argument(object_at(json, "subject"));
  statement.object = argument(object_at(json, "object"));
  statement.qualifiers = qualifiers(object_at(json, "qualifiers"));
  statements_.statements.push_back(std::move(statement));
}

Provenance provenance_of(const Value& json) {
  const Value& object = object_at(json, "provenance");
  return {text_at(object, "document"), number_at(object, "sentence"), excerpt_of(object),
          text_or_empty(object, "rule")};
}

// All documents of a file, in the order in which they first come.
class Documents {
 public:
  void add_line(const std::string& line) {
    constexpr unsigned flags =
        rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
    rapidjson::Document json;
    // With the length: at the end of a string without one, validation reads on behind a cut
    // character.
    if (json.Parse<flags>(line.data(), line.size()).HasParseError())
      throw Error(rapidjson::GetParseError_En(json.GetParseError()));
    if (!json.IsObject()) throw Error("not a JSON object");
    Provenance provenance = provenance_of(json);
    const auto [found, is_new] = index_.try_emplace(provenance.document, documents_.size());
    if (is_new) documents_.emplace_back(provenance.document);
    documents_[found->second].add(json, std::move(provenance));
  }

  std::vector<Statements> take() {
    std::vector<Statements> all;
    for (Collector& document : documents_) all.push_back(document.take());
    return all;
  }

 private:
  std::vector<Collector> documents_;
  std::map<std::string, std::size_t> index_;  // into documents_, by id
};

}  // namespace

std::vector<Statements> read_statements(std::istream& in, const std::string& name,
                                        const DiagnosticSink& diagnostics) {
  Documents documents;
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      documents.add_line(line);
    } catch (const Error& error) {
      diagnostics({.severity = Diagnostic::Severity::failure,
                   .document = name,
                   .line = number,
                   .message = error.what()});
    }
  }
  if (in.bad()) throw IoError("cannot read " + name);
  return documents.take();
}

}  // namespace relata
