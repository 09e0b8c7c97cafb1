// SPDX-License-Identifier: Apache-2.0
/// @file
/// What the readers of the formats hand to DocumentReader: a Document that lacks its language.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "document/aligned_text.hpp"

namespace relata::document {

struct Draft {
  std::string id;
  std::string language;          ///< a tag that is to be trusted, or empty
  std::string language_hint;     ///< a tag that may be wrong, or empty
  std::string language_of_file;  ///< a tag for a text that none is recognised in, or empty
  std::string date;              ///< as the input has it
  std::string source;
  std::size_t line = 0;  ///< of the file, for messages
  std::string input;     ///< decoded
  AlignedText text;
  std::vector<Block> blocks;
  std::vector<AnnotatedSentence> annotation;
};

using DraftSink = std::function<void(Draft&&)>;

/// A problem at a line of the file.
using ProblemSink = std::function<void(std::size_t line, const std::string& message)>;

Draft read_plain_text(std::string&& input);
Draft read_html(std::string&& page);

/// One draft a line. `name` makes the ids of lines that have none.
void read_json_lines(const std::string& name, std::string_view input, const DraftSink& drafts,
                     const ProblemSink& failures, const ProblemSink& warnings);

/// One draft for each "# newdoc", with its annotation. The first without an id has the name of the
/// file as its id.
void read_conllu(const std::string& name, std::string_view input, const DraftSink& drafts,
                 const ProblemSink& failures, const ProblemSink& warnings);

/// The day that `text` begins with, as "2023-01-31"; reads "2023/1/31" and "20230131" too. Empty if
/// it begins with none.
std::string calendar_date(std::string_view text);

}  // namespace relata::document
