// One value against its type: length, range, look, code list.
#pragma once

#include <string>
#include <string_view>

#include "iwmo/schema.hpp"

namespace zorgkader::iwmo {

/// Empty when the value may stand in this element; else what is wrong, a Dutch clause such as `is langer dan 12
/// tekens`.
std::string value_fault(const Element& element, std::string_view waarde);
/// Without the spaces around it where the type does not count them (numbers, dates, times).
std::string_view significant(const Element& element, std::string_view waarde);

}  // namespace zorgkader::iwmo
