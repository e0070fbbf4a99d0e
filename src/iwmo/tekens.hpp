// Characters: what the reader, the checks of values and the rules all ask of them. Texts are UTF-8.
#pragma once

#include <cstdint>
#include <string_view>

namespace zorgkader::iwmo {

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
constexpr bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// White space of XML.
constexpr bool is_space(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Without the white space around it.
constexpr std::string_view without_space(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// A character of two to four bytes; size 0 when these bytes are none that may stand in XML.
struct Teken {
  std::uint32_t punt = 0;
  std::size_t bytes = 0;
};
Teken wide_character(std::string_view text);
/// Whether these bytes, at most three, are the begin of such a character whose other bytes have not come yet.
bool may_begin(std::string_view text);

/// The first `most` bytes, or a few less: a character stays whole.
constexpr std::string_view shortened(std::string_view text, std::size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0) == 0x80) --most;
  return text.substr(0, most);
}

/// What stands behind the last slash of a path: `Prestatie[2]`.
constexpr std::string_view last_step(std::string_view pad) {
  return pad.substr(pad.rfind('/') + 1);
}

}  // namespace zorgkader::iwmo
