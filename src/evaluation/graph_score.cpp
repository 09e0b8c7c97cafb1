// SPDX-License-Identifier: Apache-2.0
// Statements against a gold graph. The door is score_graph.

#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <relata/evaluation.hpp>
#include <set>

namespace relata {
namespace {

using Keys = std::set<std::string>;

// What two names have in common if they are the same: no case, no width, no article, no quotes.
std::string normal(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  icu::UnicodeString text = icu::UnicodeString::fromUTF8(name);
  if (U_SUCCESS(status)) text = fold->normalize(text, status);
  const icu::UnicodeString edges =
      icu::UnicodeString::fromUTF8("\u300c\u300d\u300e\u300f\u300a\u300b\u201c\u201d\"' .");
  text.trim();
  if (text.startsWith("the ")) text.remove(0, 4);
  std::int32_t begin = 0, end = text.length();
  while (begin < end && edges.indexOf(text[begin]) >= 0) ++begin;
  while (end > begin && edges.indexOf(text[end - 1]) >= 0) --end;
  std::string result;
  return text.tempSubStringBetween(begin, end).toUTF8String(result);
}

// Gold entities by their names.
class Names {
 public:
  explicit Names(const GoldGraph& gold) {
    for (const auto& [key, names] : gold.entities)
      for (const std::string& name : names) keys_[normal(name)].insert(key);
  }

  Keys keys(const Entity& entity) const {
    if (const auto own = keys_.find(normal(entity.label)); own != keys_.end()) return own->second;
    Keys all;
    const auto add = [&](const std::string& name) {
      if (const auto found = keys_.find(normal(name)); found != keys_.end())
        all.insert(found->second.begin(), found->second.end());
    };
    for (const auto& [language, label] : entity.labels) add(label);
    for (const std::string& alias : entity.aliases) add(alias);
    return all;
  }

 private:
  std::map<std::string, Keys> keys_;
};

bool share(const Keys& keys, const std::vector<std::string>& list) {
  return std::any_of(list.begin(), list.end(),
                     [&](const std::string& key) { return keys.count(key) != 0; });
}

// A statement with both ends in the gold graph.
struct Found {
  Keys subjects, objects;
  const RelationType* relation;
  bool positive;
  double confidence;

  bool is(const GoldGraph::Edge& edge) const {
    if (std::find(edge.predicates.begin(), edge.predicates.end(), relation->id) ==
        edge.predicates.end())
      return false;
    return (share(subjects, edge.subjects) && share(objects, edge.objects)) ||
           (relation->symmetric && share(subjects, edge.objects) && share(objects, edge.subjects));
  }
};

double ratio(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

double GraphScore::recall() const { return ratio(found, core); }
double GraphScore::precision() const { return ratio(right, judged); }

GraphScore& GraphScore::operator+=(const GraphScore& other) {
  core += other.core, found += other.found;
  negated += other.negated, kept += other.kept, flipped += other.flipped;
  judged += other.judged, right += other.right;
  judgements.insert(judgements.end(), other.judgements.begin(), other.judgements.end());
  return *this;
}

GraphScore score_graph(const GoldGraph& gold, const Statements& statements,
                       const Ontology& ontology) {
  const Names names(gold);
  std::vector<Found> all;
  for (const Statement& statement : statements.statements) {
    const RelationType& relation = ontology.relation(statement.predicate);
    if (relation.open) continue;
    Found one{names.keys(statements.entities[statement.subject.entity]),
              names.keys(statements.entities[statement.object.entity]), &relation,
              statement.qualifiers.polarity == Polarity::positive, statement.confidence};
    if (!one.subjects.empty() && !one.objects.empty()) all.push_back(std::move(one));
  }
  const auto says = [&](const GoldGraph::Edge& edge, bool positive) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Found& f) { return f.positive == positive && f.is(edge); });
  };
  GraphScore score;
  score.core = gold.core.size();
  score.negated = gold.negated.size();
  for (const GoldGraph::Edge& edge : gold.core) score.found += says(edge, true);
  for (const GoldGraph::Edge& edge : gold.negated) {
    score.kept += says(edge, false);
    score.flipped += says(edge, true);
  }
  const auto is_one_of = [](const Found& found, const std::vector<GoldGraph::Edge>& edges) {
    return std::any_of(edges.begin(), edges.end(), [&](const auto& e) { return found.is(e); });
  };
  for (const Found& found : all) {
    if (!found.positive) continue;
    const bool right = is_one_of(found, gold.core) || is_one_of(found, gold.acceptable);
    ++score.judged;
    score.right += right;
    score.judgements.push_back({found.confidence, right});
  }
  return score;
}

}  // namespace relata
