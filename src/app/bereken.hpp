// bereken: an arrangement on facts, to amounts that say where they come from.
#pragma once

#include "app/opdracht.hpp"
#include "rapport/uitkomst.hpp"

namespace zorgkader {

struct BerekenAntwoord {
  Berekening berekening;
  Bevindingen bevindingen;
};

/// Computes the quantities in `alleen`, or the outcomes that the document names (all formulas when it names none). A
/// quantity of which any cell could not be computed is left out as a whole, with a finding.
BerekenAntwoord bereken(const Opdrachtgegevens& gegevens, const std::vector<std::string>& alleen);

/// The same with document and facts that were loaded for these words.
BerekenAntwoord bereken(Geladen& geladen, const Opdrachtgegevens& gegevens, const std::vector<std::string>& alleen);

/// What an arrangement shows when nobody asks for something else.
std::vector<int> uitkomsten_van(const Regeling& regeling);

}  // namespace zorgkader
