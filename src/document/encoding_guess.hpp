// SPDX-License-Identifier: Apache-2.0
/// @file
/// bytes of an unknown encoding -> the name of the likeliest.
#pragma once

#include <string>
#include <string_view>

namespace relata::document {

/// UTF-16 or UTF-32 without a byte order mark, told by zero bytes and control bytes that would
/// stand in no other text; empty if it is none.
std::string guess_wide_encoding(std::string_view bytes);

/// The likeliest of the encodings in which ASCII stands for itself and which are not UTF-8.
std::string guess_legacy_encoding(std::string_view bytes);

}  // namespace relata::document
