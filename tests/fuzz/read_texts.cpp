// SPDX-License-Identifier: Apache-2.0
// Bytes of any kind go through all stages, as a text in each language.

#include <cstdint>
#include <relata/export.hpp>
#include <relata/pipeline.hpp>
#include <sstream>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const relata::Pipeline pipeline(SCHEMA);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto ignore = [](const relata::Diagnostic&) {};
  relata::GraphBuilder builder(pipeline.ontology());
  for (const relata::Language& language : pipeline.languages().all()) {
    relata::ReadOptions options;
    options.language = language.code();
    options.format = relata::ReadOptions::Format::text;
    const relata::DocumentReader reader(pipeline.languages(), options);
    reader.read_bytes(
        "fuzz", bytes,
        [&](relata::Document&& document) { builder.add(pipeline.read(document, ignore)); }, ignore);
  }
  std::ostringstream out;
  relata::find_exporter("nquads").write(builder.finish(), pipeline.ontology(), {}, out);
  return 0;
}
