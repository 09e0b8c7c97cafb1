// SPDX-License-Identifier: Apache-2.0
// Byte order marks, declared encodings and ICU's converters. Door: decode(). Malformed bytes are
// replaced as Unicode 15, section 3.9 (U+FFFD substitution of maximal subparts) and the WHATWG
// Encoding Standard ask; names of subsets are read as the superset that people mean by them, as the
// latter says.

#include "document/decoding.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/ucnv_err.h>

#include <algorithm>
#include <array>
#include <memory>
#include <relata/error.hpp>
#include <utility>

#include "document/code_points.hpp"
#include "document/encoding_guess.hpp"

namespace relata::document {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  return {ucnv_open(name.c_str(), &status), ucnv_close};
}

// What is meant by the names of some subsets.
std::string superset(const std::string& name) {
  constexpr std::pair<const char*, const char*> kSupersets[] = {
      {"GB2312", "GB18030"},        {"GB_2312-80", "GB18030"},     {"GBK", "GB18030"},
      {"EUC-KR", "windows-949"},    {"KSC_5601", "windows-949"},   {"Shift_JIS", "windows-31j"},
      {"US-ASCII", "windows-1252"}, {"ISO-8859-1", "windows-1252"}};
  for (const auto& [subset, whole] : kSupersets)
    if (ucnv_compareNames(name.c_str(), subset) == 0) return whole;
  return name;
}

struct Bom {
  std::string_view bytes;
  const char* encoding;
};

// UTF-32 first: its mark begins with that of UTF-16.
constexpr std::array<Bom, 5> kBoms = {{{std::string_view("\xFF\xFE\0\0", 4), "UTF-32LE"},
                                       {std::string_view("\0\0\xFE\xFF", 4), "UTF-32BE"},
                                       {kByteOrderMark, "UTF-8"},
                                       {"\xFF\xFE", "UTF-16LE"},
                                       {"\xFE\xFF", "UTF-16BE"}}};

// ICU's callback for malformed bytes: U+FFFD, and count. (ICU's own writes U+001A in some
// encodings.)
void replace(const void* context, UConverterToUnicodeArgs* args, const char*, int32_t,
             UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  *status = U_ZERO_ERROR;
  ++*static_cast<std::size_t*>(const_cast<void*>(context));
  const UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

Decoded convert(std::string_view bytes, const std::string& encoding) {
  if (ucnv_compareNames(encoding.c_str(), "UTF-8") == 0) return repair_utf8(bytes);
  const Converter from = open(encoding), to = open("UTF-8");
  if (!from || !to) throw UnknownName("encoding", encoding);
  Decoded decoded;
  decoded.text.reserve(bytes.size() + bytes.size() / 2);
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setToUCallBack(from.get(), replace, &decoded.malformed, nullptr, nullptr, &status);
  std::array<UChar, 4096> pivot;
  std::array<char, 16384> buffer;
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  const char* source = bytes.data();
  bool first = true;
  do {
    status = U_ZERO_ERROR;
    char* target = buffer.data();
    ucnv_convertEx(to.get(), from.get(), &target, buffer.data() + buffer.size(), &source,
                   bytes.data() + bytes.size(), pivot.data(), &pivot_source, &pivot_target,
                   pivot.data() + pivot.size(), first, true, &status);
    decoded.text.append(buffer.data(), static_cast<std::size_t>(target - buffer.data()));
    first = false;
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  if (U_FAILURE(status)) throw Error("cannot decode " + encoding + ": " + u_errorName(status));
  return decoded;
}

std::string lower_ascii(std::string_view text) {
  std::string lower(text);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return lower;
}

}  // namespace

std::size_t Decoded::first_malformed_line() const {
  return line_of(text, std::min(text.find(kReplacement), text.size()));
}

Decoded decode(std::string_view bytes, const std::string& encoding, const std::string& declared) {
  for (const Bom& bom : kBoms) {
    if (bytes.substr(0, bom.bytes.size()) != bom.bytes) continue;
    return bom.bytes == kByteOrderMark ? repair_utf8(bytes)
                                       : convert(bytes.substr(bom.bytes.size()), bom.encoding);
  }
  if (!encoding.empty()) return convert(bytes, superset(encoding));
  Decoded utf8 = repair_utf8(bytes);
  if (utf8.malformed == 0 && is_text(utf8)) return utf8;
  if (const std::string wide = guess_wide_encoding(bytes); !wide.empty())
    return convert(bytes, wide);
  if (utf8.malformed == 0) return utf8;
  if (!declared.empty() && is_known_encoding(superset(declared))) {
    Decoded decoded = convert(bytes, superset(declared));
    if (decoded.malformed * 100 <= decoded.text.size()) return decoded;
  }
  // Legacy text holds multi-byte sequences of UTF-8 only by chance.
  const auto leads =
      static_cast<std::size_t>(std::count_if(utf8.text.begin(), utf8.text.end(), is_lead));
  if (leads - utf8.malformed >= 2 * utf8.malformed) return utf8;
  return convert(bytes, guess_legacy_encoding(bytes));
}

bool is_known_encoding(const std::string& name) {
  return !name.empty() && open(superset(name)) != nullptr;
}

std::string declared_encoding(std::string_view page) {
  // The HTML Standard looks at 1024 bytes; real pages put scripts before the tag.
  const std::string head = lower_ascii(page.substr(0, 4096));
  for (std::size_t at = head.find('<'); at != std::string::npos; at = head.find('<', at + 1)) {
    const std::string_view tag = std::string_view(head).substr(at, head.find('>', at) - at);
    const bool meta = tag.substr(0, 5) == "<meta", xml = tag.substr(0, 5) == "<?xml";
    const std::string_view key = meta ? "charset" : "encoding";
    std::size_t value = tag.find(key);
    if (!(meta || xml) || value == std::string_view::npos) continue;
    value = tag.find_first_not_of(" \t\r\n='\"", value + key.size());
    if (value == std::string_view::npos) continue;
    return std::string(tag.substr(value, tag.find_first_of(" \t\r\n'\";/?", value) - value));
  }
  return {};
}

bool is_text(const Decoded& decoded) {
  const auto controls = static_cast<std::size_t>(
      std::count_if(decoded.text.begin(), decoded.text.end(), [](char byte) {
        return (byte >= 0 && byte < 0x20 && !(byte >= '\t' && byte <= '\r') && byte != 0x1B) ||
               byte == 0x7F;
      }));
  // A few are forgiven even to a short text.
  return controls * 50 <= decoded.text.size() + 100 &&
         decoded.malformed * 12 <= decoded.text.size() + 24;
}

Decoded repair_utf8(std::string_view bytes) {
  Decoded decoded;
  decoded.text.reserve(bytes.size());
  std::size_t kept = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    if (next_code_point(bytes, at) != 0xFFFD || bytes.substr(begin, at - begin) == kReplacement)
      continue;
    decoded.text += bytes.substr(kept, begin - kept);
    decoded.text += kReplacement;
    ++decoded.malformed;
    kept = at;
  }
  decoded.text += bytes.substr(kept);
  return decoded;
}

}  // namespace relata::document
