// Decoding UTF-8 strictly, and a small table of widths (the C library's depends on the locale of the machine).
#include "rapport/tekens.hpp"

#include <algorithm>
#include <array>

namespace zorgkader {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Teken {
  char32_t code = 0;
  std::size_t bytes = 1;
  bool valid = false;
};

/// The first character of a text that is not empty; one byte and not valid when it is no UTF-8.
Teken first_of(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
  char32_t code = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(i) & 0xC0U) != 0x80U) return {};
    code = code << 6U | (byte(i) & 0x3FU);
  }
  constexpr std::array<char32_t, 5> kLeast = {0, 0, 0x80, 0x800, 0x10000};
  if (code < kLeast[length] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return {};
  return {code, length, true};
}

struct Bereik {
  char32_t van;
  char32_t tot;
};

template <std::size_t N>
bool within(const std::array<Bereik, N>& ranges, char32_t code) {
  return std::any_of(ranges.begin(), ranges.end(), [code](const Bereik& r) { return r.van <= code && code <= r.tot; });
}

constexpr std::array<Bereik, 9> kNoWidth = {{{0x0300, 0x036F},
                                             {0x0483, 0x0489},
                                             {0x1AB0, 0x1AFF},
                                             {0x1DC0, 0x1DFF},
                                             {0x200B, 0x200D},
                                             {0x20D0, 0x20FF},
                                             {0xFE00, 0xFE0F},
                                             {0xFE20, 0xFE2F},
                                             {0xFEFF, 0xFEFF}}};
constexpr std::array<Bereik, 11> kWide = {{{0x1100, 0x115F},
                                           {0x2E80, 0x303E},
                                           {0x3041, 0x4DBF},
                                           {0x4E00, 0xA4CF},
                                           {0xAC00, 0xD7A3},
                                           {0xF900, 0xFAFF},
                                           {0xFE30, 0xFE6F},
                                           {0xFF00, 0xFF60},
                                           {0xFFE0, 0xFFE6},
                                           {0x1F300, 0x1FAFF},
                                           {0x20000, 0x3FFFD}}};
constexpr std::array<Bereik, 5> kCommands = {
    {{0x00, 0x1F}, {0x7F, 0x9F}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}}};

bool is_blank(char32_t code) {
  return code == '\t' || code == '\n' || code == '\r';
}

std::string clean(std::string_view text, bool printable) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Teken t = first_of(text);
    if (printable && is_blank(t.code) && t.valid) {
      out += ' ';
    } else if (!t.valid || (printable && within(kCommands, t.code))) {
      out += kReplacement;
    } else {
      out += text.substr(0, t.bytes);
    }
    text.remove_prefix(t.bytes);
  }
  return out;
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  while (!text.empty()) {
    const Teken t = first_of(text);
    width += within(kNoWidth, t.code) ? 0U : within(kWide, t.code) ? 2U : 1U;
    text.remove_prefix(t.bytes);
  }
  return width;
}

std::string to_valid_utf8(std::string_view text) {
  return clean(text, false);
}
std::string to_printable(std::string_view text) {
  return clean(text, true);
}

}  // namespace zorgkader
