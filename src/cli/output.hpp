// SPDX-License-Identifier: Apache-2.0
/// @file
/// Where results go: standard output, and files that appear when they are complete.
#pragma once

#include <filesystem>
#include <memory>
#include <ostream>
#include <relata/error.hpp>
#include <string>

namespace relata::cli {

/// Who read the output has seen enough: not a failure.
struct BrokenPipe : IoError {
  using IoError::IoError;
};

/// A file or standard output ("-"). A file is written under another name beside its own and takes
/// its own name in commit(), so that nobody finds half a file; devices and pipes are written as
/// they are. Without commit() nothing stays. Writing throws IoError or BrokenPipe.
class Output {
 public:
  /// Opens the file, so that what cannot be written is known before the work.
  explicit Output(const std::string& name);
  Output(Output&&) noexcept;
  ~Output();

  std::ostream& stream();
  /// Flushes; throws IoError if not everything could be written.
  void commit();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

/// Write `text` to standard output.
void print(const std::string& text);

}  // namespace relata::cli
