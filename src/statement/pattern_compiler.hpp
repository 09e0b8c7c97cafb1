// SPDX-License-Identifier: Apache-2.0
// Pattern of a rule -> Instruction.
#pragma once

#include <map>
#include <relata/language.hpp>
#include <string>
#include <string_view>

#include "statement/classes.hpp"
#include "statement/pattern_text.hpp"
#include "statement/rules.hpp"

namespace relata {

/// Patterns by the name that "let" gave them.
using Macros = std::map<std::string, std::string, std::less<>>;

/// Fill the program, the variables and the construction of `rule`. Words are folded, names of
/// classes interned. Throws RuleProblem.
void compile_pattern(std::string_view pattern, const Macros& macros, const Folding& folding,
                     ClassTable& classes, Rule& rule);

}  // namespace relata
