// Colours of terminal text.
#pragma once

#include <string>
#include <string_view>

namespace zorgkader {

namespace kleuren {
inline constexpr std::string_view kVet = "\x1b[1m";
inline constexpr std::string_view kMat = "\x1b[2m";
inline constexpr std::string_view kRood = "\x1b[1;31m";
inline constexpr std::string_view kGroen = "\x1b[32m";
inline constexpr std::string_view kGeel = "\x1b[1;33m";
inline constexpr std::string_view kBlauw = "\x1b[1;34m";
inline constexpr std::string_view kZwartOpGeel = "\x1b[30;43m";
inline constexpr std::string_view kUit = "\x1b[0m";
}  // namespace kleuren

/// The text in a colour, or as it is when colours are off.
inline std::string paint(std::string_view text, std::string_view colour, bool kleur) {
  std::string out(text);
  return kleur && !text.empty() ? std::string(colour) + out + std::string(kleuren::kUit) : out;
}

}  // namespace zorgkader
