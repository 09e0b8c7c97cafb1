// SPDX-License-Identifier: Apache-2.0
// What the RDF formats say. The door is describe. vocabulary.cpp names the terms and the
// specifications they come from; a format only spells the resources out.

#include "export/rdf.hpp"

#include <algorithm>
#include <compare>
#include <set>
#include <string_view>
#include <tuple>
#include <vector>

#include "export/decimal.hpp"
#include "export/iri.hpp"
#include "export/literal.hpp"

namespace relata {
namespace {

Value link(std::string iri) { return {std::move(iri), {}, {}, true}; }
Value own(std::string_view name) { return link(std::string(kOwnNamespace) + std::string(name)); }
Value text(std::string_view value) { return {std::string(value), {}, {}, false}; }

// The resource that is being made.
class Draft {
 public:
  explicit Draft(std::string iri) { resource_.iri = std::move(iri); }

  void add(Term term, Value value) {
    const Property& known = property(term);
    if (value.text.empty()) return;
    if (known.form == Form::typed) value.datatype = full_iri(known.datatype);
    add(known, iri_of(term), std::move(value));
  }

  void add(const Property& property, std::string_view iri, Value value) {
    std::vector<Fact>& facts = resource_.facts;
    if (facts.empty() || facts.back().iri != iri) facts.push_back({&property, iri, {}});
    facts.back().values.push_back(std::move(value));
  }

  const Resource& resource() const { return resource_; }

 private:
  Resource resource_;
};

class Describer {
 public:
  Describer(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
            const std::function<void(const Resource&)>& use)
      : graph_(graph), ontology_(ontology), iris_(options), use_(use) {}

  void describe() {
    for (const SourceDocument& document : graph_.documents()) describe(document);
    auto relation = graph_.relations().begin();  // sorted by subject, as the entities are
    for (std::uint32_t i = 0; i < graph_.entities().size(); ++i) {
      const auto first = relation;
      while (relation != graph_.relations().end() && relation->subject == i) ++relation;
      describe(graph_.entity(i), {first, relation});
    }
    for (const Relation& one : graph_.relations())
      for (const Evidence& evidence : one.evidence) describe(one, evidence);
    describe_spans();
  }

 private:
  // Words of a document, and the entity that they name, if any. Views of the graph.
  struct Words {
    std::string_view document;
    std::uint32_t start, end;
    std::string_view text, entity;

    auto place() const { return std::tie(document, start, end); }
    friend auto operator<=>(const Words&, const Words&) = default;
  };

  // A span, which is described later and once. Of words that are not there only the document is
  // told.
  Value span(std::string_view document, const Excerpt& excerpt, std::string_view entity) {
    if (excerpt.text.empty()) return link(iris_.document(document));
    words_.push_back({document, excerpt.start, excerpt.end, excerpt.text, entity});
    return link(iris_.span(document, excerpt.start, excerpt.end));
  }

  // Nothing for no id.
  Value entity_link(std::string_view id) const {
    return id.empty() ? Value() : link(iris_.entity(id));
  }

  void describe(const SourceDocument& document);
  void describe(const Entity& entity, std::span<const Relation> relations);
  void describe(const Relation& relation, const Evidence& evidence);
  void describe_spans();
  void add_names(const Entity& entity, Draft& draft) const;
  void add_facts(std::span<const Relation> relations, Draft& draft) const;

  const Graph& graph_;
  const Ontology& ontology_;
  const Iris iris_;
  const std::function<void(const Resource&)>& use_;
  std::vector<Words> words_;
};

void Describer::describe(const SourceDocument& document) {
  Draft draft(iris_.document(document.id));
  draft.add(Term::type, own("SourceDocument"));
  draft.add(Term::type, link(full_iri("nif:Context")));
  draft.add(Term::identifier, text(document.id));
  draft.add(Term::language, text(document.language));
  draft.add(Term::date, date_value(document.date));
  draft.add(Term::publisher, text(document.source));
  draft.add(Term::offsetUnit, own("codePoint"));
  use_(draft.resource());
}

// One name a language, and the name of the documents, whose language is not known.
void Describer::add_names(const Entity& entity, Draft& draft) const {
  std::set<std::string> names(entity.aliases.begin(), entity.aliases.end());
  bool has_label = false, known = false;
  for (const auto& [language, name] : entity.labels) {
    if (!is_language_tag(language)) continue;
    draft.add(Term::label, {name, language, {}, false});
    has_label = true;
    known = known || name == entity.label;
    names.erase(name);
  }
  if (!has_label)
    draft.add(Term::label, text(entity.label));
  else if (!known)
    names.insert(entity.label);
  for (const std::string& name : names) draft.add(Term::altLabel, text(name));
}

void Describer::describe(const Entity& entity, std::span<const Relation> relations) {
  Draft draft(iris_.entity(entity.id));
  if (const EntityType* type = ontology_.find_type(entity.type))
    draft.add(Term::type, link(type->iri));
  add_names(entity, draft);
  draft.add(Term::sameAs, link(wikidata_iri(entity.id)));
  for (const auto& [code, value] : entity.codes)
    if (short_id(code) == code)
      draft.add(Term::notation, {value, {}, std::string(kOwnNamespace) + code, false});
  draft.add(Term::country, text(entity.country));
  add_facts(relations, draft);
  use_(draft.resource());
}

// Relations that stand as plain triples. Several open ones between one pair are one triple.
void Describer::add_facts(std::span<const Relation> relations, Draft& draft) const {
  static constexpr Property kRelation{{}, {}, Form::relation, {}};
  const Relation* last = nullptr;
  for (const Relation& relation : relations) {
    if (!relation.asserted()) continue;
    if (!last || last->predicate != relation.predicate || last->object != relation.object)
      draft.add(kRelation, ontology_.relation(relation.predicate).iri,
                entity_link(graph_.entity(relation.object).id));
    last = &relation;
  }
}

void Describer::describe(const Relation& relation, const Evidence& evidence) {
  const RelationType& type = ontology_.relation(relation.predicate);
  const Provenance& from = evidence.provenance;
  const std::string& subject = graph_.entity(relation.subject).id;
  const std::string& object = graph_.entity(relation.object).id;
  Draft draft(iris_.statement(evidence.statement));
  draft.add(Term::type, own("Statement"));
  draft.add(Term::subject, entity_link(subject));
  draft.add(Term::predicate, link(type.iri));
  draft.add(Term::object, entity_link(object));
  draft.add(Term::polarity, own(to_string(relation.polarity)));
  draft.add(Term::modality, own(to_string(relation.modality)));
  draft.add(Term::confidence, text(decimal(evidence.confidence)));
  if (type.open) draft.add(Term::phrase, text(relation.label));
  draft.add(Term::surface, text(evidence.surface));
  draft.add(Term::time, date_value(evidence.time_value));
  draft.add(Term::timeText, text(evidence.time));
  draft.add(Term::place, entity_link(evidence.place));
  draft.add(Term::aspect, text(evidence.aspect));
  draft.add(Term::attributedTo, entity_link(evidence.attribution));
  draft.add(Term::derivedFrom, span(from.document, from.excerpt, {}));
  draft.add(Term::subjectSpan, span(from.document, evidence.subject, subject));
  draft.add(Term::objectSpan, span(from.document, evidence.object, object));
  if (from.sentence > 0) draft.add(Term::sentence, text(std::to_string(from.sentence)));
  draft.add(Term::rule, text(from.rule));
  use_(draft.resource());
}

void Describer::describe_spans() {
  std::sort(words_.begin(), words_.end());
  for (auto first = words_.begin(); first != words_.end();) {
    const auto last = std::find_if(first, words_.end(),
                                   [&](const Words& w) { return w.place() != first->place(); });
    Draft draft(iris_.span(first->document, first->start, first->end));
    draft.add(Term::type, link(full_iri("nif:OffsetBasedString")));
    draft.add(Term::referenceContext, link(iris_.document(first->document)));
    draft.add(Term::beginIndex, text(std::to_string(first->start)));
    draft.add(Term::endIndex, text(std::to_string(first->end)));
    draft.add(Term::anchorOf, text(first->text));
    std::set<std::string_view> entities;
    for (; first != last; ++first)
      if (entities.insert(first->entity).second)
        draft.add(Term::entity, entity_link(first->entity));
    use_(draft.resource());
  }
}

}  // namespace

void describe(const Graph& graph, const Ontology& ontology, const ExportOptions& options,
              const std::function<void(const Resource&)>& use) {
  Describer(graph, ontology, options, use).describe();
}

}  // namespace relata
