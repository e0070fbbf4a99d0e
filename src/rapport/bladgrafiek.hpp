// A chart of a table within its sheet: Excel draws the cells themselves, so nothing stands there twice.
#pragma once

#include "rapport/grafiek.hpp"
#include "rapport/werkboek.hpp"

namespace zorgkader {

/// Where a drawing stands: its top left cell.
struct Bladplaats {
  std::uint32_t rij = 0;
  std::uint16_t kolom = 0;
};

/// Draws what row `i` of the table has in line `i + 1` of the sheet; rows with a value that is withheld are not drawn.
/// Gives how many lines high it is.
std::uint32_t insert_grafiek(Werkboek& boek, lxw_worksheet* blad, const std::string& naam, const Rapporttabel& tabel,
                             const Tabelgrafiek& grafiek, Bladplaats plaats);

}  // namespace zorgkader
