// SPDX-License-Identifier: Apache-2.0
/// @file
/// One line of a gazetteer file.
#pragma once

#include <rapidjson/document.h>

#include <relata/entity.hpp>

namespace relata {

/// Throws Error for a value that is no entity; the message knows neither file nor line.
KnownEntity known_entity(const rapidjson::Value& json);

}  // namespace relata
