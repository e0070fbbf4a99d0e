// Expected values: Dutch text as an exact value, and the cells it is meant for.
#pragma once

#include "app/opdracht.hpp"
#include "geval/geval.hpp"

namespace gevallen {

/// `60.000,00`, `3,87%`, `1/3`, `ja`, `2022-03-01` or a text, by the form of the quantity.
std::optional<zorgkader::Waarde> parse_waarde(const std::string& tekst, const zorgkader::Vorm& vorm);

/// Holds `naam[leden] = waarde`, `bestaat niet` or `heeft 3 rijen` against a table; with `herleid`
/// it also derives the value anew.
std::vector<std::string> check_cellen(const zorgkader::Opdrachtgegevens& gegevens, const zorgkader::Tabel& tabel,
                                      const Cel& cel, bool herleid);

}  // namespace gevallen
