// SPDX-License-Identifier: Apache-2.0
// Identifiers of RDF output. The doors are Iris, short_id and wikidata_iri.

#include "export/iri.hpp"

#include <algorithm>
#include <relata/error.hpp>

namespace relata {
namespace {

constexpr std::size_t kShort = 64;

bool is_alphanumeric(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_safe(char c) { return is_alphanumeric(c) || c == '-' || c == '_' || c == '.' || c == ':'; }

// FNV-1a with a last mix (MurmurHash3), since FNV alone is weak in the bits of the last bytes.
std::uint64_t hash(std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  hash = (hash ^ (hash >> 33)) * 0xFF51AFD7ED558CCDu;
  hash = (hash ^ (hash >> 33)) * 0xC4CEB9FE1A85EC53u;
  return hash ^ (hash >> 33);
}

std::string hexadecimal(std::uint64_t value) {
  std::string digits(16, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, value >>= 4)
    *digit = "0123456789abcdef"[value & 15];
  return digits;
}

}  // namespace

std::string short_id(std::string_view id) {
  // A hash never looks like an id that was kept: no kept id starts with "x" and 16 more characters.
  const bool keep = !id.empty() && id.size() <= kShort && is_alphanumeric(id.front()) &&
                    std::all_of(id.begin(), id.end(), is_safe) &&
                    !(id.size() == 17 && id.front() == 'x');
  return keep ? std::string(id) : "x" + hexadecimal(hash(id));
}

Iris::Iris(const ExportOptions& options) : base_(options.base) {
  const std::size_t colon = base_.find(':');
  const bool absolute = colon != std::string::npos && colon > 0 && colon + 1 < base_.size();
  const bool clean = std::all_of(base_.begin(), base_.end(), [](char c) {
    return c > ' ' && c < 127 && std::string_view("<>\"{}|^`\\").find(c) == std::string_view::npos;
  });
  if (!absolute || !clean) throw Error("base '" + base_ + "' is not an absolute IRI in ASCII");
  if (base_.back() != '/' && base_.back() != '#') base_ += '/';
}

std::string Iris::statement(std::string_view id) const {
  if (id.substr(0, 2) == "s:") id.remove_prefix(2);
  return base_ + "statement/" + short_id(id);
}

std::string Iris::span(std::string_view document, std::uint32_t start, std::uint32_t end) const {
  return this->document(document) + "#offset_" + std::to_string(start) + "_" + std::to_string(end);
}

std::string wikidata_iri(std::string_view id) {
  const bool item = id.size() > 4 && id.substr(0, 4) == "wd:Q" &&
                    id.find_first_not_of("0123456789", 4) == std::string_view::npos;
  return item ? "http://www.wikidata.org/entity/" + std::string(id.substr(3)) : std::string();
}

}  // namespace relata
