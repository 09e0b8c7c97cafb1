// SPDX-License-Identifier: Apache-2.0
#include <relata/diagnostic.hpp>

namespace relata {

std::string to_string(const Diagnostic& diagnostic) {
  std::string text = diagnostic.document;
  if (diagnostic.line != 0) text += ":" + std::to_string(diagnostic.line);
  return text + ": " + diagnostic.message;
}

}  // namespace relata
