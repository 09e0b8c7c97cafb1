// SPDX-License-Identifier: Apache-2.0
/// @file
/// What the library throws. A function throws when it cannot do what its name says; what it can
/// work around it reports as a Diagnostic instead.
#pragma once

#include <cstddef>
#include <stdexcept>
#include <string>

namespace relata {

/// Base of every exception thrown by this library. `what()` is one line, fit for a user.
struct Error : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A file could not be opened, read or written.
struct IoError : Error {
  using Error::Error;
};

/// A file does not follow its format. Reads "relations.json:12: unknown type 'Prson'".
struct FormatError : Error {
  FormatError(const std::string& file, std::size_t line, const std::string& problem)
      : Error(file + ":" + std::to_string(line) + ": " + problem) {}
};

/// A name given by the caller (format, language, relation) is not known.
struct UnknownName : Error {
  UnknownName(const std::string& kind, const std::string& name, const std::string& hint = {})
      : Error("unknown " + kind + " '" + name + "'" + (hint.empty() ? "" : " (" + hint + ")")) {}
};

}  // namespace relata
