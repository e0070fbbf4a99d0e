// Formula blocks -> statements of an arrangement. Knows grammar, not names or units.
#pragma once

#include "regeling/lexer.hpp"
#include "regeling/regeling.hpp"

namespace zorgkader {

/// Reads every formula block of the document into `regeling`; what cannot be read becomes a finding.
void parse_blokken(Regeling& regeling, Bevindingen& found);

/// Reads one value or expression that stands alone: a cell, or the right side of `--zet`. Nothing when it is wrong.
UitdrukkingPtr parse_los(const Regels& regels, std::string_view text, Positie waar,
                         const std::set<std::string>& eenheden, Bevindingen& found);

}  // namespace zorgkader
