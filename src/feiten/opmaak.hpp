// What a cell format of a workbook says about the number in the cell, and what that number is exactly.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace zorgkader::feiten {

enum class Opmaaksoort : std::uint8_t { gewoon, datum, procent };

/// For a built-in format number (ECMA-376 part 1, 18.8.30).
Opmaaksoort soort_of_ingebouwd(unsigned nummer);
/// For a format code such as `dd-mm-yyyy` or `0,00%`: what stands in quotes, in brackets or behind a backslash is text.
Opmaaksoort soort_of_code(std::string_view code);

/// The number text of a cell (`1234.56`, `1.5E-3`) in Dutch notation without grouping, digit for digit; nothing when it
/// is not a number.
std::optional<std::string> dutch_decimal(std::string_view text);

/// ISO date of a whole day number; nothing when it is not whole or no day.
std::optional<std::string> date_of_serial(std::string_view dutch, bool from_1904);

}  // namespace zorgkader::feiten
