// Counting characters in UTF-8 text: places are told in characters, never in bytes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

namespace zorgkader {

inline bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

inline std::size_t char_count(std::string_view s) {
  return static_cast<std::size_t>(std::count_if(s.begin(), s.end(), [](char c) { return !is_continuation(c); }));
}

/// Column (from 1) of the byte at `offset` of `line`.
inline int char_column(std::string_view line, std::size_t offset) {
  return 1 + static_cast<int>(char_count(line.substr(0, offset)));
}

/// Offset of the first byte that is no well-formed UTF-8 (overlong forms and surrogates included), or nothing.
std::optional<std::size_t> find_invalid_utf8(std::string_view s);

}  // namespace zorgkader
