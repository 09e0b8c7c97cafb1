// SPDX-License-Identifier: Apache-2.0
// What follows from the evidence of a relation. The door is settle.

#include "graph/relation.hpp"

#include <algorithm>
#include <tuple>

namespace relata {
namespace {

auto key(const Evidence& evidence) {
  const Provenance& from = evidence.provenance;
  return std::tie(from.document, from.excerpt.start, from.excerpt.end, evidence.subject.start,
                  evidence.object.start, evidence.statement, from.sentence, from.rule,
                  evidence.surface, evidence.attribution, evidence.time, evidence.time_value,
                  evidence.place, evidence.aspect, evidence.confidence, evidence.subject.text,
                  evidence.object.text, from.excerpt.text);
}

}  // namespace

void settle(Relation& relation) {
  std::vector<Evidence>& all = relation.evidence;
  std::sort(all.begin(), all.end(),
            [](const Evidence& a, const Evidence& b) { return key(a) < key(b); });
  all.erase(std::unique(all.begin(), all.end(),
                        [](const Evidence& a, const Evidence& b) {
                          return a.statement == b.statement &&
                                 a.provenance.document == b.provenance.document;
                        }),
            all.end());
  relation.confidence = 0;
  relation.documents = 0;
  const std::string* document = nullptr;
  for (const Evidence& evidence : all) {
    relation.confidence = std::max(relation.confidence, evidence.confidence);
    if (!document || *document != evidence.provenance.document) ++relation.documents;
    document = &evidence.provenance.document;
  }
}

}  // namespace relata
