// Numbers as text: Dutch and plain notation in, plain and Dutch notation out. Nothing is lost or guessed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "values/getal.hpp"

namespace zorgkader {

enum class GetalFout { geen_getal, dubbelzinnig, te_lang };

/// Which notations a text may be in. Documents write Dutch; files may also write a plain decimal point.
enum class Notatie { nederlands, nederlands_of_punt };

/// `1.265,00`, `-3,87`, `1265`; with `nederlands_of_punt` also `1265.00`. A single point followed by exactly three
/// digits (`1.265`) may mean a thousand or a fraction: `dubbelzinnig`. At most 40 digits. No sign, unit or blanks.
std::variant<Getal, GetalFout> parse_getal(std::string_view text, Notatie notatie);

/// Decimal point, no thousands sign, at least `decimalen` decimals; exact when the value ends, else 20 significant
/// digits (see ends()).
std::string format_plain(const Getal& x, int decimalen = 0);

/// Dutch: `1.265,00`, at least `decimalen` decimals; exact when it ends within `meeste` decimals, else rounded there
/// for the eye and followed by an ellipsis.
std::string format_nl(const Getal& x, int decimalen = 0, int meeste = 8);

/// Whether the decimal expansion ends (the denominator has only factors 2 and 5).
bool ends(const Getal& x);

}  // namespace zorgkader
