// Characters of UTF-8 text: how wide they show, and texts that are safe to show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace zorgkader {

/// Columns that a terminal uses: none for combining marks, two for wide characters.
std::size_t display_width(std::string_view text);

/// The text with each byte that is not UTF-8 replaced by U+FFFD: facts and file names may hold anything.
std::string to_valid_utf8(std::string_view text);

/// As to_valid_utf8, and without what commands a terminal: control characters and marks that turn the direction of
/// writing become U+FFFD, tabs and line ends a blank.
std::string to_printable(std::string_view text);

}  // namespace zorgkader
