// SPDX-License-Identifier: Apache-2.0
// How mentions are made.

#include "mention/scan.hpp"

namespace relata {
std::string Scan::text(std::size_t first, std::size_t last) const {
  return std::string(document.at(span(first, last)));
}

void Scan::add(std::size_t first, std::size_t last, std::vector<std::uint32_t> entities,
               Mention::Form form, double confidence, std::string rule, std::uint32_t end) {
  Mention mention;
  mention.first = static_cast<std::uint32_t>(first);
  mention.last = static_cast<std::uint32_t>(last);
  mention.span = span(first, last);
  if (end != 0) mention.span.end = end;
  mention.entities = std::move(entities);
  mention.form = form;
  mention.confidence = confidence;
  mention.rule = std::move(rule);
  if (mention.entities.size() == 1) {
    roster.call(mention.entities.front(), mention.span, form);
    const KnownEntity* record = roster.record(mention.entities.front());
    if (record && !record->capital_of.empty())
      mention.government = roster.known(std::string_view(record->capital_of.front()));
  }
  mentions.push_back(std::move(mention));
}

}  // namespace relata
