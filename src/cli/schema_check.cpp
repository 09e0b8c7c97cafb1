// SPDX-License-Identifier: Apache-2.0
#include "cli/schema_check.hpp"

#include <algorithm>
#include <functional>
#include <relata/entity.hpp>
#include <relata/error.hpp>
#include <relata/language.hpp>
#include <relata/mention.hpp>
#include <relata/ontology.hpp>
#include <relata/sentence.hpp>
#include <relata/statement.hpp>
#include <set>
#include <vector>

#include "cli/json_schema.hpp"

namespace relata::cli {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> sorted_entries(const fs::path& folder) {
  std::vector<fs::path> paths;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error))
    paths.push_back(entry.path());
  if (error) throw IoError("cannot open " + folder.string() + ": " + error.message());
  std::sort(paths.begin(), paths.end());
  return paths;
}

// What a loader says of a file that breaks its JSON Schema is the same problem again.
class Lint {
 public:
  Lint(fs::path folder, const DiagnosticSink& diagnostics)
      : folder_(std::move(folder)), diagnostics_(diagnostics) {}

  void check_files();
  void check_loaders();

 private:
  // False if `work` threw.
  bool attempt(const std::function<void()>& work);
  void check_file(const char* name);
  void report(const Diagnostic& diagnostic);

  fs::path folder_;
  const DiagnosticSink& diagnostics_;
  std::set<std::string> files_;  // "file:" of what was reported
};

void Lint::report(const Diagnostic& diagnostic) {
  files_.insert(diagnostic.document + ":");
  diagnostics_(diagnostic);
}

bool Lint::attempt(const std::function<void()>& work) {
  try {
    work();
    return true;
  } catch (const Error& error) {
    const std::string message = error.what();
    const bool known = std::any_of(files_.begin(), files_.end(), [&](const std::string& file) {
      return message.starts_with(file);
    });
    if (!known)
      diagnostics_({.severity = Diagnostic::Severity::failure,
                    .document = folder_.string(),
                    .line = 0,
                    .message = message});
    return false;
  }
}

void Lint::check_file(const char* name) {
  attempt([&] {
    check_json(folder_ / "ontology" / (std::string(name) + ".json"),
               folder_ / (std::string(name) + ".schema.json"),
               [this](const Diagnostic& diagnostic) { report(diagnostic); });
  });
}

void Lint::check_files() {
  const auto sink = [this](const Diagnostic& diagnostic) { report(diagnostic); };
  for (const char* name : {"types", "relations", "terms"}) check_file(name);
  attempt([&] {
    for (const fs::path& path : sorted_entries(folder_ / "entities"))
      if (path.extension() == ".jsonl")
        attempt([&] { check_json_lines(path, folder_ / "entity.schema.json", sink); });
  });
  attempt([&] {
    for (const fs::path& path : sorted_entries(folder_ / "languages"))
      if (fs::is_directory(path))
        attempt([&] { check_json(path / "pack.json", folder_ / "pack.schema.json", sink); });
  });
}

void Lint::check_loaders() {
  attempt([&] {
    const Ontology ontology(folder_ / "ontology");
    attempt([&] {
      const Gazetteer gazetteer(folder_ / "entities", ontology);
      const Languages languages(folder_ / "languages");
      for (const Language& language : languages.all()) {
        attempt([&] { Annotator(language, gazetteer); });
        attempt([&] { MentionFinder(language, gazetteer, ontology); });
        attempt([&] { Extractor(language, ontology); });
      }
    });
  });
}

}  // namespace

void check_schema(const fs::path& folder, const DiagnosticSink& diagnostics) {
  Lint lint(folder, diagnostics);
  lint.check_files();
  lint.check_loaders();
}

}  // namespace relata::cli
