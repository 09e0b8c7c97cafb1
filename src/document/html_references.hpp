// SPDX-License-Identifier: Apache-2.0
/// @file
/// &amp; and &#38; -> &
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace relata::document {

/// The code point that the character reference at byte `at` of `page` stands for, and moves `at`
/// behind it; 0 if none stands there.
char32_t next_reference(std::string_view page, std::size_t& at);

/// `text` with its character references replaced.
std::string dereference(std::string_view text);

}  // namespace relata::document
