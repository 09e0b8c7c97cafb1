// SPDX-License-Identifier: Apache-2.0
/// @file
/// Statements made by hand, for the tests of what comes after the text.
#pragma once

#include <relata/statement.hpp>
#include <string>
#include <vector>

namespace relata::test {

/// Writes the statements of one document:
///
///     StatementsBuilder document("news.txt");
///     document.say("Japan", "condemns", "Russia").qualifiers.polarity = Polarity::negative;
///
/// An entity is a Country whose id is "e:" and its label; change it by `entity`.
class StatementsBuilder {
 public:
  explicit StatementsBuilder(std::string document, std::string language = "en") {
    made_.document = std::move(document);
    made_.language = std::move(language);
  }

  /// The number of the entity with this label.
  std::uint32_t number(const std::string& label) {
    for (std::uint32_t i = 0; i < made_.entities.size(); ++i)
      if (made_.entities[i].label == label) return i;
    Entity entity;
    entity.id = "e:" + label;
    entity.label = label;
    entity.type = "Country";
    made_.entities.push_back(entity);
    return static_cast<std::uint32_t>(made_.entities.size() - 1);
  }
  Entity& entity(const std::string& label) { return made_.entities[number(label)]; }
  Argument argument(const std::string& label) { return {number(label), {0, 1, label}}; }

  /// An asserted statement of its own sentence; the reference is good until the next call.
  Statement& say(const std::string& subject, const std::string& predicate,
                 const std::string& object) {
    const auto place = static_cast<std::uint32_t>(made_.statements.size() + 1);
    Statement statement;
    statement.id = "s:" + made_.document + "-" + std::to_string(place);
    statement.subject = argument(subject);
    statement.subject.mention.start = 100 * place;
    statement.subject.mention.end = 100 * place + 10;
    statement.predicate = statement.label = predicate;
    statement.surface = "<" + predicate + ">";
    statement.object = argument(object);
    statement.object.mention.start = 100 * place + 20;
    statement.object.mention.end = 100 * place + 30;
    statement.confidence = 0.875;
    statement.provenance = {
        made_.document,
        place,
        {100 * place, 100 * place + 50, subject + " " + predicate + " " + object},
        "test.rule"};
    made_.statements.push_back(statement);
    return made_.statements.back();
  }

  Statements& statements() { return made_; }
  operator const Statements&() const { return made_; }

 private:
  Statements made_;
};

}  // namespace relata::test
