// SPDX-License-Identifier: Apache-2.0
// frames.tsv: words, relation, constructions, options. The options are set apart by commas:
// "owner", "swapped", "aspect=military", "confidence=0.8".

#include "statement/frames.hpp"

#include <charconv>
#include <relata/error.hpp>

namespace relata {
namespace {

std::vector<std::string> list(std::string_view text) {
  std::vector<std::string> parts;
  std::string part;
  for (const char c : text) {
    if (c == ',')
      parts.push_back(std::move(part)), part.clear();
    else if (c != ' ')
      part += c;
  }
  if (!part.empty()) parts.push_back(std::move(part));
  return parts;
}

// False for an option that does not exist.
bool set_option(Frame& frame, const std::string& option) {
  if (option == "owner")
    frame.owner = true;
  else if (option == "swapped")
    frame.swapped = true;
  else if (option.starts_with("aspect="))
    frame.aspect = option.substr(7);
  else if (option.starts_with("confidence=")) {
    const auto [end, error] =
        std::from_chars(option.data() + 11, option.data() + option.size(), frame.confidence);
    return error == std::errc() && end == option.data() + option.size() && frame.confidence > 0 &&
           frame.confidence <= 1;
  } else
    return false;
  return true;
}

}  // namespace

std::vector<Frame> read_frames(const Language& language, const Ontology& ontology,
                               ClassTable& classes) {
  std::vector<Frame> frames;
  for (const Language::WordRow& row : language.words("frames.tsv", 3)) {
    const auto fail = [&](const std::string& problem) {
      throw FormatError(language.path("frames.tsv"), row.line, problem);
    };
    Frame frame;
    frame.relation = ontology.find_relation(row.cells[0]);
    if (!frame.relation) fail("unknown relation '" + row.cells[0] + "'");
    frame.words = row.words;
    for (const std::string& construction : list(row.cells[1]))
      frame.constructions.push_back(classes.intern("%" + construction));
    if (frame.constructions.empty()) fail("no construction");
    for (const std::string& option : list(row.cells.size() > 2 ? row.cells[2] : ""))
      if (!set_option(frame, option)) fail("unknown option '" + option + "'");
    if (frame.owner) frame.constructions.push_back(classes.intern("%owner"));
    frames.push_back(std::move(frame));
  }
  return frames;
}

}  // namespace relata
