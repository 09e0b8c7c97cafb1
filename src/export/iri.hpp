// SPDX-License-Identifier: Apache-2.0
/// @file
/// The identifiers of RDF output. Short ASCII and made from content alone, so that graphs which
/// were built apart fit together.
#pragma once

#include <cstdint>
#include <relata/export.hpp>
#include <string>
#include <string_view>

namespace relata {

/// `id` where it is short and safe in every store ("wd:Q17"), else "x" and 16 hexadecimal digits.
std::string short_id(std::string_view id);

/// IRIs below one base. Immutable.
class Iris {
 public:
  /// Throws Error for a base that is not an absolute IRI.
  explicit Iris(const ExportOptions& options);

  std::string entity(std::string_view id) const { return base_ + "entity/" + short_id(id); }
  std::string document(std::string_view id) const { return base_ + "document/" + short_id(id); }
  std::string statement(std::string_view id) const;
  /// Code points [start, end) of a document, in the way of NIF.
  std::string span(std::string_view document, std::uint32_t start, std::uint32_t end) const;

 private:
  std::string base_;
};

/// The item of Wikidata that an id names ("wd:Q17"), or empty.
std::string wikidata_iri(std::string_view id);

}  // namespace relata
