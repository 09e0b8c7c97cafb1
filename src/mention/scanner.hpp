// SPDX-License-Identifier: Apache-2.0
// Finds names, titles and descriptions in one sentence after the other; pronouns are left to
// Coreference, which needs to know all names.
#pragma once

#include <relata/document.hpp>
#include <relata/mention.hpp>
#include <relata/sentence.hpp>
#include <vector>

#include "mention/knowledge.hpp"
#include "mention/roster.hpp"

namespace relata {

/// Reads the sentences of one document in order.
class Scanner {
 public:
  Scanner(const MentionKnowledge& knowledge, const Document& document, Roster& roster)
      : knowledge_(knowledge), document_(document), roster_(roster) {}

  /// The mentions of a sentence, in order, without `Mention::sentence`.
  std::vector<Mention> scan(const Sentence& sentence);

 private:
  const MentionKnowledge& knowledge_;
  const Document& document_;
  Roster& roster_;
};

}  // namespace relata
