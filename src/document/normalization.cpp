// SPDX-License-Identifier: Apache-2.0
// Line ends and Unicode Normalization Form C (UAX 15). Door: normalize(). The second step works
// line by line, since nothing composes across a line end, and only on lines that are not NFC
// already.

#include "document/normalization.hpp"

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>

#include <array>
#include <relata/error.hpp>

#include "document/code_points.hpp"

namespace relata::document {
namespace {

void check(UErrorCode status) {
  if (U_FAILURE(status)) throw Error(std::string("normalization: ") + u_errorName(status));
}

bool is_layout_only(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

// Bytes with which a character that the first step looks at can begin.
constexpr std::array<bool, 256> kSuspects = [] {
  std::array<bool, 256> suspects{};
  for (const unsigned byte : {0x0B, 0x0C, 0x0D, 0xC2, 0xE2, 0xEF}) suspects[byte] = true;
  return suspects;
}();

AlignedText unify_lines(std::string_view input) {
  AlignedText lines;
  lines.text.reserve(input.size());
  std::size_t kept = 0;  // input before it is done
  for (std::size_t at = 0; at < input.size();) {
    if (!kSuspects[static_cast<unsigned char>(input[at])]) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    const char32_t c = next_code_point(input, at);
    const bool layout = is_layout_only(c);
    if (!layout && !is_line_end(c)) continue;
    lines.keep(input.substr(kept, begin - kept), kept);
    kept = at;
    const bool crlf = c == '\r' && at < input.size() && input[at] == '\n';
    if (!layout && !crlf) lines.change("\n", begin, at);
  }
  lines.keep(input.substr(kept), kept);
  return lines;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

class Composer {
 public:
  Composer() : nfc_(*icu::Normalizer2::getNFCInstance(status_)) { check(status_); }

  bool is_composed(std::string_view text) {
    const bool composed = nfc_.isNormalizedUTF8(piece(text), status_) != 0;
    check(status_);
    return composed;
  }

  // Append `line`, which stands at `begin`.
  void compose(std::string_view line, std::size_t begin, AlignedText& text) {
    if (is_composed(line)) return text.keep(line, begin);
    std::string composed;
    icu::StringByteSink<std::string> sink(&composed);
    icu::Edits edits;
    nfc_.normalizeUTF8(0, piece(line), sink, &edits, status_);
    for (auto edit = edits.getFineIterator(); edit.next(status_);) {
      const std::size_t from = begin + edit.sourceIndex();
      const auto bytes =
          std::string_view(composed).substr(edit.destinationIndex(), edit.newLength());
      if (edit.hasChange())
        text.change(bytes, from, from + edit.oldLength());
      else
        text.keep(bytes, from);
    }
    check(status_);
  }

 private:
  UErrorCode status_ = U_ZERO_ERROR;
  const icu::Normalizer2& nfc_;
};

// False if `input` is in NFC: there is nothing to do.
bool compose(std::string_view input, AlignedText& composed) {
  Composer composer;
  if (composer.is_composed(input)) return false;
  composed.text.reserve(input.size());
  for (std::size_t begin = 0; begin < input.size();) {
    const std::size_t end = std::min(input.find('\n', begin), input.size() - 1) + 1;
    composer.compose(input.substr(begin, end - begin), begin, composed);
    begin = end;
  }
  return true;
}

}  // namespace

AlignedText normalize(std::string_view input) {
  AlignedText lines = unify_lines(input);
  AlignedText composed;
  return compose(lines.text, composed) ? through(std::move(composed), lines) : lines;
}

AlignedText normalize(const AlignedText& draft) { return through(normalize(draft.text), draft); }

}  // namespace relata::document
