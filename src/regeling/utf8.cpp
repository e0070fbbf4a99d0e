// UTF-8 validation by the table of well-formed byte sequences (Unicode standard, table 3-7).
#include "regeling/utf8.hpp"

namespace zorgkader {
namespace {

/// Length of the well-formed sequence that starts at `s`, or 0.
std::size_t sequence_length(std::string_view s) {
  const auto byte = [&](std::size_t i) { return i < s.size() ? static_cast<unsigned char>(s[i]) : 0u; };
  const auto tail = [&](std::size_t i) { return byte(i) >= 0x80 && byte(i) <= 0xBF; };
  const auto between = [&](unsigned low, unsigned high) { return byte(1) >= low && byte(1) <= high; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return lead == 0 ? 0 : 1;
  if (lead >= 0xC2 && lead <= 0xDF) return tail(1) ? 2 : 0;
  if (lead >= 0xE0 && lead <= 0xEF) {
    const bool second = lead == 0xE0 ? between(0xA0, 0xBF) : lead == 0xED ? between(0x80, 0x9F) : tail(1);
    return second && tail(2) ? 3 : 0;
  }
  if (lead >= 0xF0 && lead <= 0xF4) {
    const bool second = lead == 0xF0 ? between(0x90, 0xBF) : lead == 0xF4 ? between(0x80, 0x8F) : tail(1);
    return second && tail(2) && tail(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    const std::size_t length = sequence_length(s.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

}  // namespace zorgkader
