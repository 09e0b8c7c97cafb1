// SPDX-License-Identifier: Apache-2.0
// Gold graphs: JSON with "entities", "core", "acceptable" and "negated".

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <relata/error.hpp>
#include <relata/evaluation.hpp>

namespace relata {
namespace {

// One file; knows its name for messages.
class GoldReader {
 public:
  explicit GoldReader(const std::filesystem::path& path) : path_(path.string()) {
    std::ifstream in(path, std::ios::binary);
    bytes_.assign(std::istreambuf_iterator<char>(in), {});
    if (!in && bytes_.empty()) throw IoError("cannot read " + path_);
    constexpr unsigned flags =
        rapidjson::kParseValidateEncodingFlag | rapidjson::kParseIterativeFlag;
    if (json_.Parse<flags>(bytes_.data(), bytes_.size()).HasParseError())
      fail(rapidjson::GetParseError_En(json_.GetParseError()), json_.GetErrorOffset());
    if (!json_.IsObject()) fail("want an object");
  }

  GoldGraph read() const {
    GoldGraph graph;
    const auto entities = json_.FindMember("entities");
    if (entities == json_.MemberEnd() || !entities->value.IsObject()) fail("want \"entities\"");
    for (const auto& [key, names] : entities->value.GetObject()) {
      std::vector<std::string>& list = graph.entities[text(key)];
      list = texts(names);
      list.push_back(text(key));
    }
    for (const auto& [name, edges] : {std::pair{"core", &graph.core},
                                      {"acceptable", &graph.acceptable},
                                      {"negated", &graph.negated}})
      if (const auto found = json_.FindMember(name); found != json_.MemberEnd())
        *edges = read_edges(found->value, graph);
    return graph;
  }

 private:
  using Value = rapidjson::Value;

  [[noreturn]] void fail(const std::string& problem, std::size_t offset = 0) const {
    const auto end = bytes_.begin() + static_cast<std::ptrdiff_t>(std::min(offset, bytes_.size()));
    const auto line = static_cast<std::size_t>(std::count(bytes_.begin(), end, '\n')) + 1;
    throw FormatError(path_, line, problem);
  }

  std::string text(const Value& value) const {
    if (!value.IsString()) fail("want a string");
    return {value.GetString(), value.GetStringLength()};
  }
  std::vector<std::string> texts(const Value& value) const {
    if (!value.IsArray()) fail("want a list of strings");
    std::vector<std::string> list;
    for (const Value& item : value.GetArray()) list.push_back(text(item));
    return list;
  }

  // "A|B" is either.
  std::vector<std::string> keys(const Value& value, const GoldGraph& graph) const {
    const std::string list = text(value);
    std::vector<std::string> keys;
    for (std::size_t begin = 0; begin <= list.size();) {
      const std::size_t end = std::min(list.find('|', begin), list.size());
      keys.push_back(list.substr(begin, end - begin));
      if (graph.entities.count(keys.back()) == 0) fail("unknown entity '" + keys.back() + "'");
      begin = end + 1;
    }
    return keys;
  }

  std::vector<GoldGraph::Edge> read_edges(const Value& value, const GoldGraph& graph) const {
    if (!value.IsArray()) fail("want a list of edges");
    std::vector<GoldGraph::Edge> edges;
    for (const Value& edge : value.GetArray()) {
      if (!edge.IsArray() || edge.Size() != 3) fail("want [subject, [relations], object]");
      edges.push_back({keys(edge[0], graph), texts(edge[1]), keys(edge[2], graph)});
    }
    return edges;
  }

  std::string path_, bytes_;
  rapidjson::Document json_;
};

}  // namespace

GoldGraph read_gold_graph(const std::filesystem::path& path) { return GoldReader(path).read(); }

}  // namespace relata
