// Tabelgrafiek: which columns of a table are drawn together, and the drawing as SVG. The table stays beside it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "rapport/rapport.hpp"

namespace zorgkader {

/// Columns that are drawn in the same way and have one unit, over the rows that are no totals.
struct Tabelgrafiek {
  Grafiek soort = Grafiek::staaf;
  std::vector<std::size_t> kolommen, rijen;
};

/// Red, green and blue of each next column: dark and light in turn, told apart by who confuses red and green.
inline constexpr std::array<std::uint32_t, 6> kGrafiekkleuren = {0x0072B2, 0xE69F00, 0x009E73,
                                                                 0xCC79A7, 0x56B4E9, 0xD55E00};

/// More rows than this make no chart that anybody reads.
inline constexpr std::size_t kMostBars = 60, kMostPoints = 400;

/// None of a table without figures to draw, and none of more rows than can be read.
std::vector<Tabelgrafiek> grafieken_van(const Rapporttabel& tabel);
/// What the chart shows: `omzet (€) per aanbieder`; and for who does not see it: `omzet (€) per aanbieder, als staven`.
std::string onderwerp_van(const Rapporttabel& tabel, const Tabelgrafiek& grafiek);
std::string omschrijving_van(const Rapporttabel& tabel, const Tabelgrafiek& grafiek);
/// The keys of a row: `Oost, BGI`.
std::string rijnaam_van(const Rapporttabel& tabel, std::size_t rij);

/// Positions are exact to a tenth of a pixel; values are written as the table has them. A value that is withheld or
/// absent has no bar and no point. Colours differ in hue and in lightness, lines also in dashes.
void write_svg(const Rapporttabel& tabel, const Tabelgrafiek& grafiek, std::ostream& out);

}  // namespace zorgkader
