// SPDX-License-Identifier: Apache-2.0
// Bytes of any kind are read as every format; every block keeps the offsets law.

#include <cstdint>
#include <cstdlib>
#include <relata/document.hpp>
#include <relata/utf8.hpp>
#include <string>

namespace {

// What lies between two code points of `text`.
std::string cut(const std::string& text, std::size_t start, std::size_t end) {
  std::size_t begin_byte = text.size();
  std::size_t end_byte = text.size();
  std::size_t i = 0;
  for (std::size_t n = 0; i < text.size(); relata::next_code_point(text, i), ++n) {
    if (n == start) begin_byte = i;
    if (n == end) end_byte = i;
  }
  return text.substr(begin_byte, end_byte - begin_byte);
}

void check(const relata::Document& document) {
  for (const relata::Block& block : document.blocks) {
    const relata::Excerpt excerpt = document.excerpt(block.span);
    if (cut(document.origin.input(), excerpt.start, excerpt.end) != excerpt.text) std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const relata::Languages languages(SCHEMA "/languages");
  static const relata::DocumentReader reader(languages);
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const char* name : {"a", "a.txt", "a.html", "a.jsonl", "a.conllu"})
    reader.read_bytes(
        name, bytes, [](relata::Document&& document) { check(document); },
        [](const relata::Diagnostic&) {});
  return 0;
}
