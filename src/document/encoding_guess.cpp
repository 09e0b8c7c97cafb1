// SPDX-License-Identifier: Apache-2.0
// Which encoding makes the bytes likeliest? Doors: guess_wide_encoding(), guess_legacy_encoding().
//
// Every candidate is a small generative model: a logarithm of the probability for each character by
// the region of the code table that it comes from. The East Asian standards put what is frequent
// into regions of its own (level 1 and 2 of GB 2312, Big5 and JIS X 0208; syllables before
// ideographs in KS X 1001), so regions tell them apart within a few characters, where trigrams and
// tables of frequent characters (ICU's ucsdet) need long texts. Among single-byte encodings ucsdet
// nominates.

#include "document/encoding_guess.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <vector>

#include "document/code_points.hpp"

namespace relata::document {
namespace {

constexpr std::size_t kSample = 16 * 1024;

// -- Characters of two bytes ----------------------------------------------------------------------

constexpr double kAscii = -4, kControl = -12, kMalformed = -25;
constexpr double kScriptSwitch = -4;  // a letter of ASCII next to an ideograph or syllable
constexpr double kFewForeign = -12;   // a text of ASCII with a few characters of East Asia

// Characters from `first` to `last` of an encoding, of one byte or of two, the second of which is
// `trail` at least. The score is log(share of running text / size of the region); of several
// regions the first that fits counts.
struct Region {
  const char* encoding;
  int first, last, trail;
  double score;
};

constexpr Region kRegions[] = {{"GB18030", 0xA1A1, 0xA3FE, 0xA1, -7.4},   // punctuation
                               {"GB18030", 0xB0A1, 0xD7F9, 0xA1, -8.4},   // level 1
                               {"GB18030", 0xD8A1, 0xF7FE, 0xA1, -11.9},  // level 2
                               {"GB18030", 0x8140, 0xFE7E, 0x40, -12.5},  // what GBK added
                               {"GB18030", 0x8180, 0xFEFE, 0x80, -12.5},
                               {"GB18030", 0x8130, 0xFE39, 0x30, -22},        // half of four bytes
                               {"Big5", 0xA140, 0xA3BF, 0x40, -7.6},          // punctuation
                               {"Big5", 0xA440, 0xC67E, 0x40, -8.8},          // level 1
                               {"Big5", 0xC940, 0xF9D5, 0x40, -12.9},         // level 2
                               {"Big5", 0x8740, 0xFEFE, 0x40, -17},           // extensions
                               {"windows-949", 0xB0A1, 0xC8FE, 0xA1, -7.8},   // syllables
                               {"windows-949", 0xA1A1, 0xACFE, 0xA1, -10.8},  // punctuation
                               {"windows-949", 0xCAA1, 0xFDFE, 0xA1, -13},    // ideographs
                               {"windows-949", 0x8141, 0xC652, 0x41, -15},    // rare syllables
                               {"windows-31j", 0xA1, 0xDF, 0, -10},           // half-width katakana
                               {"windows-31j", 0x8140, 0x81FC, 0x40, -7},     // punctuation
                               {"windows-31j", 0x824F, 0x829A, 0x40, -8},     // full-width ASCII
                               {"windows-31j", 0x829F, 0x82F1, 0x40, -5.2},   // hiragana
                               {"windows-31j", 0x8340, 0x8396, 0x40, -6.4},   // katakana
                               {"windows-31j", 0x889F, 0x9872, 0x40, -9.3},   // level 1
                               {"windows-31j", 0x989F, 0xEAA4, 0x40, -12.7},  // level 2
                               {"windows-31j", 0x8740, 0xFC4B, 0x40, -16},    // extensions
                               {"EUC-JP", 0xA1A1, 0xA2FE, 0xA1, -7},          // as above
                               {"EUC-JP", 0xA3A1, 0xA3FE, 0xA1, -8},
                               {"EUC-JP", 0xA4A1, 0xA4F3, 0xA1, -5.2},
                               {"EUC-JP", 0xA5A1, 0xA5F6, 0xA1, -6.4},
                               {"EUC-JP", 0xB0A1, 0xCFD3, 0xA1, -9.3},
                               {"EUC-JP", 0xD0A1, 0xF4A6, 0xA1, -12.7},
                               {"EUC-JP", 0x8EA1, 0x8EDF, 0xA1, -14},
                               {"EUC-JP", 0xADA1, 0xFCFE, 0xA1, -16}};

bool is_ascii_letter(int byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

double score_ascii(int byte) {
  return (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F ? kControl
                                                                                       : kAscii;
}

struct Character {
  std::size_t length;
  double score;
};

// The character that begins with `lead`, which is not ASCII.
Character read_character(const char* encoding, int lead, int trail) {
  const int code = lead << 8 | trail;
  for (const Region& region : kRegions) {
    if (region.encoding != std::string_view(encoding)) continue;
    const bool single = region.last < 0x100;
    if (single && lead >= region.first && lead <= region.last) return {1, region.score};
    if (single || code < region.first || code > region.last || trail < region.trail) continue;
    if (trail == 0x7F || trail == 0xFF) continue;
    return {trail < 0x40 ? 4U : 2U, region.score};
  }
  return {trail < 0x80 ? 1U : 2U, kMalformed};
}

// `whole`: the text ends where the sample ends.
double score_east_asian(const char* encoding, std::string_view sample, bool whole) {
  const auto byte_at = [&](std::size_t i) {
    return i < sample.size() ? static_cast<unsigned char>(sample[i]) : 0;
  };
  double sum = 0;
  bool after_letter = false, after_wide = false;
  for (std::size_t i = 0; i < sample.size();) {
    const int lead = byte_at(i);
    const bool letter = is_ascii_letter(lead), wide = lead >= 0x80;
    if ((letter && after_wide) || (wide && after_letter)) sum += kScriptSwitch;
    after_letter = letter;
    after_wide = wide;
    const Character c =
        wide ? read_character(encoding, lead, byte_at(i + 1)) : Character{1, score_ascii(lead)};
    const bool cut = wide && !whole && i + 1 == sample.size();
    if (!cut) sum += c.score;
    i += c.length;
  }
  return sum;
}

// -- Characters of one byte -----------------------------------------------------------------------

// One byte between its neighbours; 0 stands for no neighbour.
double score_high(UChar32 before, UChar32 c, UChar32 after) {
  if (u_charType(c) == U_CONTROL_CHAR || !u_isdefined(c) || c == 0xFFFD) return -15;
  if (!u_isalpha(c)) {
    const bool frequent = c == 0x2013 || c == 0x2014 || c == 0x2018 || c == 0x2019 || c == 0x201C ||
                          c == 0x201D || c == 0x2026;
    return frequent ? -5.5 : u_ispunct(c) || c == 0xA0 ? -7.3 : -8.5;
  }
  if (c < 0x250) {  // a Latin letter: alone among those of ASCII
    const auto odd = [](UChar32 neighbour) { return neighbour >= 0x80 && u_isalpha(neighbour); };
    const double run = odd(before) || odd(after) ? -3 : 0;
    return -7.3 + run + (u_isupper(c) && u_islower(before) ? -5 : 0);
  }
  const auto latin = [](UChar32 neighbour) { return neighbour < 0x250 && u_isalpha(neighbour); };
  const double foreign = latin(before) || latin(after) ? kScriptSwitch : 0;
  if (u_isupper(c)) return (u_islower(before) ? -12 : -6.5) + foreign;
  return -3.7 + foreign;
}

double score_single(const char* encoding, std::string_view sample) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(encoding, &status),
                                                                     ucnv_close);
  std::vector<UChar> units(sample.size() + 1);
  const int32_t length =
      ucnv_toUChars(converter.get(), units.data(), static_cast<int32_t>(units.size()),
                    sample.data(), static_cast<int32_t>(sample.size()), &status);
  if (U_FAILURE(status)) return -INFINITY;
  double sum = 0;
  for (int32_t i = 0; i < length; ++i) {
    const UChar32 c = units[i];
    sum += c < 0x80 ? score_ascii(c)
                    : score_high(i > 0 ? units[i - 1] : 0, c, i + 1 < length ? units[i + 1] : 0);
  }
  return sum;
}

struct Guess {
  std::string encoding;
  double score;
};

// The best single-byte encoding among those that ucsdet names, and windows-1252.
Guess best_single(std::string_view sample) {
  Guess best{"windows-1252", score_single("windows-1252", sample)};
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            ucsdet_close);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  int32_t found = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &found, &status);
  if (U_FAILURE(status)) return best;
  for (int32_t i = 0; i < found; ++i) {
    const char* name = ucsdet_getName(matches[i], &status);
    const int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    const std::string_view view = name;
    if (view == "ISO-8859-1" || !(view.starts_with("windows-125") ||
                                  view.starts_with("ISO-8859-") || view.starts_with("KOI8")))
      continue;
    // The trigrams of ucsdet are worth more than our regions, but not in a short text.
    const double score = score_single(name, sample) + confidence / 10.0 - 8;
    if (score > best.score) best = {name, score};
  }
  return best;
}

// From the first byte that is not ASCII, with a little of what stands before it.
std::string_view telling_part(std::string_view bytes) {
  const auto high = std::find_if(bytes.begin(), bytes.end(), [](char byte) { return byte < 0; });
  const auto at = static_cast<std::size_t>(high - bytes.begin());
  return bytes.substr(at - std::min<std::size_t>(at, 64), kSample);
}

// -- Characters of two or four bytes each ---------------------------------------------------------

struct WideScore {
  std::size_t all = 0, bad = 0, common = 0;
};

WideScore score_wide(std::string_view bytes, std::size_t unit, bool little) {
  WideScore score;
  for (std::size_t i = 0; i + unit <= bytes.size(); i += unit, ++score.all) {
    std::uint32_t c = 0;
    for (std::size_t k = 0; k < unit; ++k)
      c = c << 8 | static_cast<unsigned char>(bytes[i + (little ? unit - 1 - k : k)]);
    const bool blank = c == ' ' || (c >= '\t' && c <= '\r');
    score.common += blank || (c > ' ' && c < 0x7F) || (c >= 0x3000 && c < 0x3100) ||
                    (c >= 0xFF01 && c < 0xFF60);
    const bool half = unit == 2 && c >= 0xD800 && c < 0xE000;
    score.bad += !half && !blank &&
                 (c < ' ' || c > 0x10FFFF || !u_isdefined(static_cast<UChar32>(c)) ||
                  u_charType(static_cast<UChar32>(c)) == U_PRIVATE_USE_CHAR);
  }
  return score;
}

}  // namespace

std::string guess_wide_encoding(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSample);
  const bool suspicious = std::any_of(sample.begin(), sample.end(), [](char byte) {
    return byte >= 0 && byte < 0x20 && !(byte >= '\t' && byte <= '\r' && byte != 0x0B);
  });
  if (!suspicious) return {};
  struct Candidate {
    const char* encoding;
    std::size_t unit;
    bool little;
  };
  std::string best;
  std::size_t most = 0;
  for (const auto& [encoding, unit, little] :
       {Candidate{"UTF-32LE", 4, true}, Candidate{"UTF-32BE", 4, false},
        Candidate{"UTF-16LE", 2, true}, Candidate{"UTF-16BE", 2, false}}) {
    if (bytes.size() % unit != 0) continue;
    const WideScore score = score_wide(sample, unit, little);
    if (score.bad * 50 > score.all || score.common * 20 < score.all || score.common <= most)
      continue;
    best = encoding;
    most = score.common;
  }
  return best;
}

std::string guess_legacy_encoding(std::string_view bytes) {
  const std::string_view sample = telling_part(bytes);
  Guess best = best_single(sample);
  const auto letters = std::count_if(sample.begin(), sample.end(), is_ascii_letter);
  const auto high = std::count_if(sample.begin(), sample.end(), [](char byte) { return byte < 0; });
  const double prior = letters > 10 * high ? kFewForeign : 0;
  for (const char* encoding : {"GB18030", "Big5", "windows-949", "windows-31j", "EUC-JP"}) {
    const double likely = prior + score_east_asian(encoding, sample, sample.size() < kSample);
    if (likely > best.score) best = {encoding, likely};
  }
  return best.encoding;
}

}  // namespace relata::document
