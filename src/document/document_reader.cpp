// SPDX-License-Identifier: Apache-2.0
// From a path to Documents: decode, find out the format, read it, find out the language. Door:
// DocumentReader.

#include <algorithm>
#include <relata/document.hpp>
#include <relata/error.hpp>
#include <utility>

#include "document/code_points.hpp"
#include "document/conllu_lines.hpp"
#include "document/decoding.hpp"
#include "document/draft.hpp"
#include "document/files.hpp"
#include "document/html_tokens.hpp"

namespace relata {
namespace {

using document::Draft;
using Format = ReadOptions::Format;
using Severity = Diagnostic::Severity;

constexpr std::size_t kLanguageBytes = 64 * 1024;  // enough to tell a language by

Format format_of_name(const std::string& name) {
  const std::string extension = std::filesystem::path(name).extension().string();
  const auto is = [&extension](const char* known) {
    return document::equals_ignoring_case(extension, known);
  };
  if (is(".txt")) return Format::text;
  if (is(".html") || is(".htm") || is(".xhtml")) return Format::html;
  if (is(".jsonl") || is(".ndjson")) return Format::json_lines;
  if (is(".conllu") || is(".conll")) return Format::conllu;
  return Format::detect;
}

Format format_of_text(std::string_view text) {
  if (text.starts_with(document::kByteOrderMark)) text.remove_prefix(3);
  const std::string_view head = document::trimmed(text.substr(0, 4096));
  if (head.starts_with('<'))
    for (std::size_t at = 0; at != std::string_view::npos; at = head.find('<', at + 1))
      for (const std::string_view tag :
           {"<!doctype html", "<html", "<head", "<body", "<div", "<p>"})
        if (document::equals_ignoring_case(head.substr(at, tag.size()), tag)) return Format::html;
  const std::string_view line = document::trimmed(text.substr(0, text.find('\n')));
  if (line.starts_with('{') && line.ends_with('}') && line.find('"') != std::string_view::npos)
    return Format::json_lines;
  return document::looks_like_conllu(text) ? Format::conllu : Format::text;
}

std::string lower_ascii(std::string tag) {
  for (char& c : tag)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  return tag;
}

// `tag` as the pack writes it: the variant that it names, or the one that `text` is written in.
std::string canonical_tag(const Languages& languages, const std::string& tag,
                          std::string_view text) {
  const Language& language = languages.find(lower_ascii(tag));
  for (const Language::Variant& variant : language.variants())
    if (lower_ascii(variant.tag) == lower_ascii(tag)) return variant.tag;
  return language.variant_of(text);
}

// The tag of the hint if there is a pack and the text looks like it; pages often name the language
// of their template.
std::string plausible_tag(const Languages& languages, const std::string& hint,
                          std::string_view text) {
  if (hint.empty()) return {};
  const std::string primary = lower_ascii(hint.substr(0, hint.find_first_of("-_")));
  for (const Language& language : languages.all())
    if (language.code() == primary && language.likeness(text) > 0.5)
      return canonical_tag(languages, hint, text);
  return {};
}

// One file on its way.
class FileReader {
 public:
  FileReader(const Languages& languages, const ReadOptions& options, const std::string& name,
             const DocumentReader::Sink& documents, const DiagnosticSink& diagnostics)
      : languages_(languages),
        options_(options),
        name_(document::repair_utf8(name).text),
        documents_(documents),
        diagnostics_(diagnostics) {}

  void report(Severity severity, std::size_t line, const std::string& message) const {
    diagnostics_({severity, name_, line, message});
  }

  void read(std::string_view bytes) const {
    if (bytes.size() > document::kLongestText)
      return report(Severity::failure, 0, "longer than 2 GiB");
    Format format = options_.format;
    if (format == Format::detect) format = format_of_name(name_);
    const bool may_be_html = format == Format::html || format == Format::detect;
    document::Decoded decoded = document::decode(
        bytes, options_.encoding, may_be_html ? document::declared_encoding(bytes) : std::string());
    if (!document::is_text(decoded)) return report(Severity::failure, 0, "not text");
    if (decoded.text.size() > document::kLongestText)
      return report(Severity::failure, 0, "longer than 2 GiB when decoded");
    if (decoded.malformed > 0)
      report(Severity::warning, decoded.first_malformed_line(),
             std::to_string(decoded.malformed) +
                 " malformed byte sequences were replaced, here the first");
    if (format == Format::detect) format = format_of_text(decoded.text);
    switch (format) {
      case Format::json_lines:
        return read_json_lines(decoded.text);
      case Format::conllu:
        return read_conllu(decoded.text);
      case Format::html:
        return finish(document::read_html(std::move(decoded.text)));
      default:
        return finish(document::read_plain_text(std::move(decoded.text)));
    }
  }

 private:
  document::ProblemSink problems(Severity severity) const {
    return [this, severity](auto line, auto& message) { report(severity, line, message); };
  }

  void read_json_lines(std::string_view text) const {
    if (document::trimmed(text).empty()) return report(Severity::failure, 0, "no text");
    document::read_json_lines(
        name_, text, [this](Draft&& draft) { finish(std::move(draft)); },
        problems(Severity::failure), problems(Severity::warning));
  }

  // A file is in one language, which a short document may not tell.
  void read_conllu(std::string_view text) const {
    std::vector<Draft> drafts;
    std::string sample;
    const auto keep = [&](Draft&& draft) {
      if (sample.size() < kLanguageBytes) sample += draft.text.text + "\n";
      drafts.push_back(std::move(draft));
    };
    document::read_conllu(name_, text, keep, problems(Severity::failure),
                          problems(Severity::warning));
    const std::string language = languages_.detect(sample);
    for (Draft& draft : drafts) {
      draft.language_of_file = language;
      finish(std::move(draft));
    }
  }

  void finish(Draft&& draft) const {
    if (draft.blocks.empty()) return report(Severity::failure, draft.line, "no text");
    Document result;
    result.id = draft.id.empty() ? name_ : std::move(draft.id);
    try {
      result.language = language_of(draft);
    } catch (const UnknownName& error) {
      return report(Severity::failure, draft.line, error.what());
    }
    if (result.language.empty())
      return report(Severity::failure, draft.line, "language not recognised");
    result.date = date_of(draft);
    result.source = std::move(draft.source);
    result.text = std::move(draft.text.text);
    result.blocks = std::move(draft.blocks);
    result.origin = Origin(std::move(draft.input), std::move(draft.text.runs));
    result.annotation = std::move(draft.annotation);
    documents_(std::move(result));
  }

  std::string language_of(const Draft& draft) const {
    const std::string_view text = std::string_view(draft.text.text).substr(0, kLanguageBytes);
    const std::string& given = options_.language.empty() ? draft.language : options_.language;
    if (!given.empty()) return canonical_tag(languages_, given, text);
    const std::string hinted = plausible_tag(languages_, draft.language_hint, text);
    if (!hinted.empty()) return hinted;
    const std::string detected = languages_.detect(text);
    if (!detected.empty() || draft.language_of_file.empty()) return detected;
    return canonical_tag(languages_, draft.language_of_file, text);
  }

  std::string date_of(const Draft& draft) const {
    std::string date = document::calendar_date(draft.date);
    if (date.empty() && !draft.date.empty())
      report(Severity::warning, draft.line, "not a date: '" + draft.date + "'");
    return date.empty() ? options_.date : date;
  }

  const Languages& languages_;
  const ReadOptions& options_;
  std::string name_;
  const DocumentReader::Sink& documents_;
  const DiagnosticSink& diagnostics_;
};

}  // namespace

DocumentReader::DocumentReader(const Languages& languages, ReadOptions options)
    : languages_(&languages), options_(std::move(options)) {
  if (!options_.encoding.empty() && !document::is_known_encoding(options_.encoding))
    throw UnknownName("encoding", options_.encoding,
                      "names are those of ICU, as UTF-8, GB18030, Big5");
  if (!options_.language.empty()) languages.find(lower_ascii(options_.language));
}

void DocumentReader::read(const std::filesystem::path& path, const Sink& documents,
                          const DiagnosticSink& diagnostics) const {
  const auto failed = [&](const std::string& name, const std::string& problem) {
    diagnostics({Severity::failure, document::repair_utf8(name).text, 0, problem});
  };
  std::error_code unknown;
  const bool folder = path != "-" && std::filesystem::is_directory(path, unknown);
  const std::vector<std::string> files =
      folder ? document::list_files(path, failed) : std::vector{path.string()};
  for (const std::string& file : files) {
    std::string bytes;
    try {
      bytes = document::read_input(file);
    } catch (const IoError& error) {
      failed(file, error.what());
      continue;
    }
    read_bytes(file, bytes, documents, diagnostics);
  }
}

void DocumentReader::read_bytes(const std::string& name, std::string_view bytes,
                                const Sink& documents, const DiagnosticSink& diagnostics) const {
  FileReader(*languages_, options_, name, documents, diagnostics).read(bytes);
}

}  // namespace relata
