// UTF-8: checking it, counting characters, trimming, and cutting text to size for messages.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace zorgkader::feiten {

/// Offset of the first byte that is not well-formed UTF-8 or is NUL.
std::optional<std::size_t> first_bad_byte(std::string_view text);

/// Number of characters of well-formed UTF-8.
std::size_t count_tekens(std::string_view text);

/// Without the blanks, tabs and no-break spaces at both ends.
std::string_view trim(std::string_view text);

/// At most `meeste` characters and an ellipsis when there were more; control characters become blanks, one for one, so
/// that columns keep their meaning and a file cannot drive a terminal.
std::string shown(std::string_view text, std::size_t meeste);

}  // namespace zorgkader::feiten
