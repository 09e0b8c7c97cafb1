// SPDX-License-Identifier: Apache-2.0
/// @file
/// JSON that is written one line at a time.
#pragma once

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <initializer_list>
#include <ostream>
#include <string_view>
#include <utility>

#include "export/utf8.hpp"

namespace relata {

/// RapidJSON's writer with text that is always valid UTF-8: the original copies malformed bytes.
class JsonLine {
 public:
  JsonLine() : writer_(buffer_) {}

  void begin_object() { writer_.StartObject(); }
  void end_object() { writer_.EndObject(); }
  void begin_array() { writer_.StartArray(); }
  void end_array() { writer_.EndArray(); }
  void key(std::string_view key) { text(key); }
  void number(double value) { writer_.Double(value); }
  void number(std::uint32_t value) { writer_.Uint(value); }

  void text(std::string_view text) {
    if (!is_well_formed(text)) return this->text(well_formed(text));
    writer_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  void member(std::string_view name, std::string_view value) {
    key(name);
    text(value);
  }
  /// Leaves out a member without a value.
  void member_if(std::string_view name, std::string_view value) {
    if (!value.empty()) member(name, value);
  }

  /// Write what was made, without a line end, and begin anew.
  void flush(std::ostream& out) {
    out.write(buffer_.GetString(), static_cast<std::streamsize>(buffer_.GetSize()));
    buffer_.Clear();
    writer_.Reset(buffer_);
  }

 private:
  rapidjson::StringBuffer buffer_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
};

}  // namespace relata
