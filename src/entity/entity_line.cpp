// SPDX-License-Identifier: Apache-2.0
// JSON value -> KnownEntity, by the shape of schema/entity.schema.json. Checked by hand: a schema
// validator would take several times as long as reading, and the gazetteer is read at each start.
// The door is known_entity. It does not know the ontology.

#include "entity/entity_line.hpp"

#include <relata/error.hpp>

namespace relata {
namespace {

using rapidjson::Value;

std::string_view key_of(const Value::Member& member) {
  return {member.name.GetString(), member.name.GetStringLength()};
}

[[noreturn]] void fail(const Value::Member& member, const char* problem) {
  throw Error("\"" + std::string(key_of(member)) + "\" " + problem);
}

std::string text(const Value::Member& member) {
  if (!member.value.IsString() || member.value.GetStringLength() == 0)
    fail(member, "is not a text");
  return {member.value.GetString(), member.value.GetStringLength()};
}

std::vector<std::string> texts(const Value::Member& member) {
  if (!member.value.IsArray()) fail(member, "is not a list");
  std::vector<std::string> list;
  list.reserve(member.value.Size());
  for (const Value& value : member.value.GetArray()) {
    if (!value.IsString() || value.GetStringLength() == 0) fail(member, "holds what is not a text");
    list.emplace_back(value.GetString(), value.GetStringLength());
  }
  return list;
}

Value::ConstObject members(const Value::Member& member) {
  if (!member.value.IsObject()) fail(member, "is not an object");
  return member.value.GetObject();
}

KnownEntity::Names names(const Value::Member& member) {
  KnownEntity::Names names;
  for (const Value::Member& language : members(member)) {
    std::vector<std::string> list = texts(language);
    if (list.empty()) fail(language, "has no name");
    if (!names.emplace(key_of(language), std::move(list)).second)
      fail(language, "stands here twice");
  }
  return names;
}

std::map<std::string, std::string> text_by_key(const Value::Member& member) {
  std::map<std::string, std::string> texts;
  for (const Value::Member& one : members(member)) texts.emplace(key_of(one), text(one));
  return texts;
}

Post post(const Value& json) {
  if (!json.IsObject()) throw Error("\"posts\" holds what is not an object");
  Post post;
  for (const Value::Member& member : json.GetObject()) {
    const std::string_view key = key_of(member);
    if (key == "title") {
      post.title = text_by_key(member);
    } else if (key == "of") {
      post.of = text(member);
    } else if (key == "from") {
      post.from = text(member);
    } else if (key == "to") {
      post.to = text(member);
    } else if (key == "head") {
      if (!member.value.IsBool()) fail(member, "is neither true nor false");
      post.head = member.value.GetBool();
    } else {
      fail(member, "is not a key of a post");
    }
  }
  if (post.of.empty()) throw Error("a post without \"of\"");
  return post;
}

std::vector<Post> posts(const Value::Member& member) {
  if (!member.value.IsArray()) fail(member, "is not a list");
  std::vector<Post> list;
  for (const Value& json : member.value.GetArray()) list.push_back(post(json));
  return list;
}

// The canonical names; the first language of the file gives the label, so the data decide it.
void set_labels(const Value::Member& member, KnownEntity& known) {
  for (const auto& [language, names] : known.names)
    known.entity.labels.emplace_hint(known.entity.labels.end(), language, names.front());
  if (member.value.MemberCount() > 0)
    known.entity.label = member.value.MemberBegin()->value[0].GetString();
}

void read_member(const Value::Member& member, KnownEntity& known) {
  const std::string_view key = key_of(member);
  if (key == "id") {
    known.entity.id = text(member);
  } else if (key == "type") {
    known.entity.type = text(member);
  } else if (key == "names") {
    known.names = names(member);
    set_labels(member, known);
  } else if (key == "context") {
    known.context = names(member);
  } else if (key == "demonyms") {
    known.demonyms = names(member);
  } else if (key == "codes") {
    known.entity.codes = text_by_key(member);
  } else if (key == "country") {
    known.entity.country = text(member);
  } else if (key == "capital_of") {
    known.capital_of = texts(member);
  } else if (key == "part_of") {
    known.part_of = text(member);
  } else if (key == "members") {
    known.members = texts(member);
  } else if (key == "posts") {
    known.posts = posts(member);
  } else if (key != "source") {  // where the facts come from is for people
    fail(member, "is not a key of an entity");
  }
}

}  // namespace

KnownEntity known_entity(const Value& json) {
  if (!json.IsObject()) throw Error("not a JSON object");
  KnownEntity known;
  for (const Value::Member& member : json.GetObject()) read_member(member, known);
  if (known.entity.id.empty()) throw Error("an entity without \"id\"");
  if (known.entity.type.empty()) throw Error("'" + known.entity.id + "' has no \"type\"");
  if (known.names.empty()) throw Error("'" + known.entity.id + "' has no \"names\"");
  return known;
}

}  // namespace relata
