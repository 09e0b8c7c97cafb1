// SPDX-License-Identifier: Apache-2.0
// RDF: what is asserted and what is not, identifiers, escapes, and that the two formats agree.

#include <rapidjson/document.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <catch2/catch.hpp>
#include <relata/error.hpp>
#include <set>

#include "export/written.hpp"
#include "support/temporary_folder.hpp"

using namespace relata;
using relata::test::graph_of;
using relata::test::StatementsBuilder;
using relata::test::written;

namespace {

const std::string kBase = "https://relata.example/";
const std::string kOwn = "https://relata.example/ontology#";

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

std::string triple(const std::string& s, const std::string& p, const std::string& o) {
  return "<" + s + "> <" + p + "> <" + o + "> .";
}

// The literal that N-Quads writes for an alias.
std::string alias_literal(const std::string& alias) {
  StatementsBuilder document("a.txt");
  document.entity("A").aliases = {alias};
  document.say("A", "meets", "B");
  const std::string quads = written("nquads", graph_of({document}));
  const std::size_t found = quads.find("#altLabel> ");
  REQUIRE(found != std::string::npos);
  return quads.substr(found + 11, quads.find(" .\n", found) - found - 11);
}

std::string json_text(const rapidjson::Value& json) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  json.Accept(writer);
  return buffer.GetString();
}

}  // namespace

TEST_CASE("only what a document asserts is a plain triple") {
  struct Case {
    const char* what;
    Polarity polarity;
    Modality modality;
    bool attributed, plain;
  };
  const Case cases[] = {
      {"asserted", Polarity::positive, Modality::asserted, false, true},
      {"denied", Polarity::negative, Modality::asserted, false, false},
      {"attributed", Polarity::positive, Modality::asserted, true, false},
      {"planned", Polarity::positive, Modality::planned, false, false},
      {"possible", Polarity::positive, Modality::possible, false, false},
      {"desired", Polarity::positive, Modality::desired, false, false},
      {"hypothetical", Polarity::positive, Modality::hypothetical, false, false},
      {"questioned", Polarity::positive, Modality::questioned, false, false},
      {"denied by another", Polarity::negative, Modality::asserted, true, false},
  };
  for (const Case& one : cases) {
    CAPTURE(one.what);
    StatementsBuilder document("a.txt");
    document.entity("A").id = "x:a";
    document.entity("B").id = "x:b";
    Statement& statement = document.say("A", "condemns", "B");
    statement.qualifiers.polarity = one.polarity;
    statement.qualifiers.modality = one.modality;
    if (one.attributed) statement.qualifiers.attribution = document.argument("C");
    const Graph graph = graph_of({document});

    const std::string quads = written("nquads", graph);
    CHECK(has_line(quads, triple(kBase + "entity/x:a", kOwn + "condemns", kBase + "entity/x:b")) ==
          one.plain);
    const std::string node = kBase + "statement/a.txt-1";
    CHECK(has_line(quads,
                   triple(node, kOwn + "polarity", kOwn + std::string(to_string(one.polarity)))));
    CHECK(has_line(quads,
                   triple(node, kOwn + "modality", kOwn + std::string(to_string(one.modality)))));
    CHECK((quads.find("wasAttributedTo") != std::string::npos) == one.attributed);

    CHECK((written("jsonld", graph).find("\"condemns\":") != std::string::npos) == one.plain);
  }
}

TEST_CASE("a statement node shows its source in code points") {
  StatementsBuilder document("news 1.txt");   // no short ASCII word: hashed
  document.statements().date = "2023-02-29";  // no such day: not an xsd:date
  document.entity("A").id = "wd:Q17";
  Statement& statement = document.say("A", "condemns", "B");
  statement.qualifiers.time_value = "2023-01-31";
  statement.id = "s:0123456789abcdef";
  const std::string quads = written("nquads", graph_of({document}));
  const std::string node = kBase + "statement/0123456789abcdef";
  CHECK(quads.find("<" + node + "> <http://www.w3.org/ns/prov#wasDerivedFrom> <" + kBase +
                   "document/x") != std::string::npos);
  CHECK(quads.find("#offset_100_150> "
                   "<http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#beginIndex> "
                   "\"100\"^^<http://www.w3.org/2001/XMLSchema#nonNegativeInteger> .\n") !=
        std::string::npos);
  CHECK(quads.find("nif-core#anchorOf> \"A condemns B\" .\n") != std::string::npos);
  CHECK(has_line(quads, "<" + node + "> <" + kOwn +
                            "confidence> \"0.88\"^^<http://www.w3.org/2001/XMLSchema#decimal> ."));
  CHECK(has_line(quads, "<" + node + "> <" + kOwn +
                            "time> \"2023-01-31\"^^<http://www.w3.org/2001/XMLSchema#date> ."));
  CHECK(quads.find("\"2023-02-29\"^^<http://id.loc.gov/datatypes/edtf/EDTF>") != std::string::npos);
  CHECK(has_line(quads, triple(kBase + "entity/wd:Q17", "http://www.w3.org/2002/07/owl#sameAs",
                               "http://www.wikidata.org/entity/Q17")));
}

TEST_CASE("identifiers are short ASCII, and no triple stands twice") {
  StatementsBuilder document("\xE6\x96\xB0\xE8\x81\x9E.txt");
  document.say("\xE6\x97\xA5\xE6\x9C\xAC", "meets", "../../etc");
  document.say("\xE6\x97\xA5\xE6\x9C\xAC", "open", std::string(500, 'x')).label = "one";
  document.say("\xE6\x97\xA5\xE6\x9C\xAC", "open", std::string(500, 'x')).label = "two";
  document.say("a b", "meets", "<x>");
  std::istringstream quads(written("nquads", graph_of({document})));
  std::set<std::string> lines;
  for (std::string line; std::getline(quads, line);) {
    CAPTURE(line);
    CHECK(lines.insert(line).second);
    const std::string subject = line.substr(1, line.find('>') - 1);
    CHECK(subject.size() < 120);
    CHECK(std::all_of(subject.begin(), subject.end(), [](char c) { return c > ' ' && c < 127; }));
    CHECK(line.find("_:") == std::string::npos);
  }
}

TEST_CASE("the base may be any IRI, and nothing else") {
  const Graph graph = test::all_names("a");
  CHECK(written("nquads", graph, {"", "urn:x:"}).find("<urn:x:/entity/") != std::string::npos);
  CHECK(written("nquads", graph, {"", "http://x.example/y#"}).find("<http://x.example/y#entity/") !=
        std::string::npos);
  for (const char* base :
       {"", "no scheme", "/path/", "http://a b/", "http://x/<", "http://\xC3\xA9/"}) {
    CHECK_THROWS_AS(written("nquads", graph, {"", base}), Error);
    CHECK_THROWS_AS(written("jsonld", graph, {"", base}), Error);
  }
}

TEST_CASE("literals are escaped as canonical N-Quads are") {
  CHECK(alias_literal("plain") == "\"plain\"");
  CHECK(alias_literal("\b\t\n\f\r\"\\") == R"("\b\t\n\f\r\"\\")");
  CHECK(alias_literal(std::string("\0\x01\x07\x0B\x0E\x1F\x7F", 7)) ==
        R"("\u0000\u0001\u0007\u000B\u000E\u001F\u007F")");
  CHECK(alias_literal("\xEF\xBF\xBE\xEF\xBF\xBF") == R"("\uFFFE\uFFFF")");
  CHECK(alias_literal("\xC2\x80\xE2\x80\xA8") == "\"\xC2\x80\xE2\x80\xA8\"");
  CHECK(alias_literal("\xE6\x97\xA5\xF0\x9F\x98\x80") == "\"\xE6\x97\xA5\xF0\x9F\x98\x80\"");
  CHECK(alias_literal("'/\\u0041") == R"("'/\\u0041")");
  CHECK(alias_literal("bad \xFF.") == "\"bad \xEF\xBF\xBD.\"");
}

TEST_CASE("labels carry their language, other names do not") {
  StatementsBuilder document("a.txt");
  document.entity("Nihon").labels = {{"en", "Japan"}, {"zh-Hant", "RB"}, {"no_tag", "x"}};
  document.entity("Nihon").aliases = {"Japan", "JP"};
  document.say("Nihon", "meets", "B");
  const std::string quads = written("nquads", graph_of({document}));
  CHECK(quads.find("rdf-schema#label> \"Japan\"@en .") != std::string::npos);
  CHECK(quads.find("rdf-schema#label> \"RB\"@zh-Hant .") != std::string::npos);
  CHECK(quads.find("altLabel> \"Nihon\" .") != std::string::npos);
  CHECK(quads.find("altLabel> \"JP\" .") != std::string::npos);
  CHECK(quads.find("altLabel> \"Japan\"") == std::string::npos);
  CHECK(quads.find("no_tag") == std::string::npos);
  CHECK(quads.find("rdf-schema#label> \"B\" .") != std::string::npos);
}

TEST_CASE("the context of the output is schema/context.jsonld") {
  rapidjson::Document file, output;
  file.Parse(test::file_bytes(SCHEMA "/context.jsonld"));
  output.Parse(written("jsonld", Graph()));
  REQUIRE(file.IsObject());
  REQUIRE(output.IsObject());
  CHECK(json_text(file["@context"]) == json_text(output["@context"]));
}

TEST_CASE("a relation that is called like a term of the context keeps its meaning") {
  const test::TemporaryFolder folder;
  for (const char* name : {"types", "relations", "terms"})
    std::filesystem::copy(std::string(SCHEMA "/") + name + ".schema.json",
                          folder.path() / (std::string(name) + ".schema.json"));
  for (const char* name : {"types", "terms"})
    folder.write(std::string("ontology/") + name + ".json",
                 test::file_bytes(std::string(SCHEMA "/ontology/") + name + ".json"));
  folder.write("ontology/relations.json",
               R"({"relations": [
  {"id": "time", "iri": "https://relata.example/ontology#time", "sign": 0, "domain": [], "range": [], "summary": "s", "labels": {"en": "l"}},
  {"id": "xsd", "iri": "https://relata.example/ontology#xsd", "sign": 0, "domain": [], "range": [], "summary": "s", "labels": {"en": "l"}},
  {"id": "far", "iri": "https://far.example/far", "sign": 0, "domain": [], "range": [], "summary": "s", "labels": {"en": "l"}}]})");
  const Ontology own(folder.path() / "ontology");
  StatementsBuilder document("a.txt");
  for (const char* relation : {"time", "xsd", "far"}) document.say("A", relation, "B");
  GraphBuilder builder(own);
  builder.add(document);
  std::ostringstream out;
  find_exporter("jsonld").write(builder.finish(), own, {}, out);
  for (const char* key :
       {"\"https://relata.example/ontology#time\":{\"id\"",
        "\"https://relata.example/ontology#xsd\":{\"id\"", "\"https://far.example/far\":{\"id\""})
    CHECK(out.str().find(key) != std::string::npos);
}
