// Causes of a difference between two runs, and which cause a source of figures counts under (ADR 0018).
#pragma once

#include <array>
#include <cstddef>

#include "regeling/regeling.hpp"

namespace zorgkader {

/// In the order in which they are shown.
enum class Verschiloorzaak { volume, prijs, index, regel, laat_feit, correctie, afronding };
inline constexpr std::size_t kOorzaken = 7;

/// `volume`, `prijs`, `index`, `regelwijziging`, `laat feit`, `correctie`, `afronding`.
const char* oorzaak_naam(Verschiloorzaak oorzaak);

/// How much of a difference each cause is; together they are the difference.
using Delen = std::array<Getal, kOorzaken>;

/// The cause of a changed fact, table or parameter: what an `oorzaak` line of either document says, the second one
/// first. Else it follows from the unit: money per something is a price, other units are volume; a fact without either
/// is volume too, for a fact is never a rule; the rest is a rule.
Verschiloorzaak oorzaak_van(const Regeling& a, const Regeling& b, const std::string& naam, const Vorm& vorm,
                            bool is_feit);

}  // namespace zorgkader
