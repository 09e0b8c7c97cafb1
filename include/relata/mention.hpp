// SPDX-License-Identifier: Apache-2.0
/// @file
/// Sentence -> Mention. Finds the words that stand for a thing, and which thing it is.
#pragma once

#include <cstdint>
#include <memory>
#include <relata/document.hpp>
#include <relata/entity.hpp>
#include <relata/language.hpp>
#include <relata/ontology.hpp>
#include <relata/sentence.hpp>
#include <span>
#include <string>
#include <vector>

namespace relata {

/// Words of a sentence that stand for one or several entities.
struct Mention {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  /// How the words name it. Each step down is weaker evidence.
  enum class Form : std::uint8_t { name, alias, title, description, pronoun };

  std::uint32_t sentence = 0;  ///< index into the sentences of the document
  std::uint32_t first = 0;     ///< tokens [first, last) of that sentence
  std::uint32_t last = 0;
  Span span;  ///< bytes of Document::text
  std::vector<std::uint32_t>
      entities;  ///< indices into Mentions::entities; several for "both countries"
  std::uint32_t government = kNone;  ///< the country whose government a capital may stand for
  Form form = Form::name;
  double confidence = 1;  ///< that it means these entities
  std::string rule;       ///< what found it, "gazetteer", "title+name", "pronoun.speaker"
};

/// Who says what stands in a quotation.
struct Speaker {
  std::uint32_t quotation = 0;  ///< Quotation::number
  std::uint32_t mention = 0;    ///< index into Mentions::mentions
};

/// Everything that one document names.
struct Mentions {
  std::vector<Entity> entities;
  std::vector<Mention> mentions;  ///< by sentence and first token; they do not overlap
  std::vector<Speaker> speakers;  ///< by quotation; only those whose speaker is known
  /// Index of the first mention of the country that the text is about, or Mention::kNone.
  std::uint32_t setting = Mention::kNone;
};

/// The text form of a mention: "Japan:Country [3,4) gazetteer".
std::string to_string(const Mention& mention, const Mentions& mentions);

/// Finds mentions in documents of one language. Immutable, safe to share between threads.
class MentionFinder {
 public:
  /// Reads the files of the pack that the mention stage uses. Keeps references to `gazetteer` and
  /// `ontology`. Throws FormatError.
  MentionFinder(const Language& language, const Gazetteer& gazetteer, const Ontology& ontology);
  ~MentionFinder();
  MentionFinder(MentionFinder&&) noexcept;

  Mentions find(const Document& document, std::span<const Sentence> sentences) const;

 private:
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

}  // namespace relata
