// SPDX-License-Identifier: Apache-2.0
// What a document calls a body besides its full name, and what stands before such names.
#pragma once

#include "mention/scan.hpp"

namespace relata {

/// Code points that the name of a body has at least without its country.
inline constexpr std::size_t kShortestRest = 4;

/// The body, place or event that tokens [first, last) name; what stands before `core` is the name
/// of another thing.
std::uint32_t introduce_body(Scan& scan, std::string_view type, std::size_t first, std::size_t core,
                             std::size_t last, const std::string& country = {});

/// "Halden" for Halden Robotics, "the Treasury" for the U.S. Treasury. Only in texts with spaces.
void add_short_body(Scan& scan, std::uint32_t body, std::size_t first, std::size_t last);

/// Whether token i begins what only tells the form of a body: "Nordhaven Bank | A/S".
bool begins_form(const Scan& scan, std::size_t i);

/// Where the name of a body begins, of which the tagger has seen only what begins with token i: its
/// plain modifiers belong to it ("World | Aquatics").
std::size_t begin_of_body(const Scan& scan, std::size_t i);

/// The type of body that the noun right before token i tells, if it is no part of a name.
std::string body_noun_before(const Scan& scan, std::size_t i);

/// "German energy company | Rhein": what the name is was taken for a name itself. The type that it
/// tells, or nothing.
std::string drop_description_before(Scan& scan, std::size_t i);

}  // namespace relata
