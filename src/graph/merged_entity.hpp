// SPDX-License-Identifier: Apache-2.0
/// @file
/// What several documents say of one entity.
#pragma once

#include <cstdint>
#include <map>
#include <relata/entity.hpp>
#include <relata/ontology.hpp>
#include <set>
#include <string>
#include <vector>

namespace relata {

/// Collects the entities with one id. What comes out does not depend on the order of adding. Does
/// not know why they have one id: that is the mention stage's business.
class MergedEntity {
 public:
  /// `document` numbers the document that `entity` is from.
  void add(const Entity& entity, std::uint32_t document);

  Entity merged(const std::string& id, const Ontology& ontology) const;

 private:
  using Votes = std::map<std::string, std::vector<std::uint32_t>>;  // documents, perhaps twice

  Votes names_, types_;
  std::set<std::string> aliases_;
  Labels labels_;
  std::map<std::string, std::string> codes_;
  std::string country_;
};

}  // namespace relata
