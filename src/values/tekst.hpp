// Small things with text that every reader needs.
#pragma once

#include <string>
#include <string_view>

namespace zorgkader {

/// Without blanks, tabs and carriage returns around it.
inline std::string_view trim(std::string_view s) {
  constexpr std::string_view kBlank = " \t\r";
  const auto first = s.find_first_not_of(kBlank);
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(kBlank) - first + 1);
}

/// Without the byte order mark of UTF-8 in front, which some programs write.
inline std::string_view without_bom(std::string_view s) {
  constexpr std::string_view kBom = "\xEF\xBB\xBF";
  return s.starts_with(kBom) ? s.substr(kBom.size()) : s;
}

/// A text as a cell of CSV with semicolons: between quotes where it needs them (RFC 4180).
inline std::string csv_text(std::string_view text) {
  if (text.find_first_of(";\"\r\n") == std::string_view::npos) return std::string(text);
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"') out += '"';
    out += c;
  }
  return out + '"';
}

}  // namespace zorgkader
