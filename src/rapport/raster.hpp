// Raster: a table arranged for reading, as columns of texts, before anything is aligned or drawn.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "values/tabel.hpp"

namespace zorgkader {

struct RasterKolom {
  std::string kop;  ///< may have several lines
  bool getallen = false;
  std::vector<std::string> cellen;
};

struct Raster {
  std::vector<RasterKolom> kolommen;
  std::string dwars;             ///< the key whose members are columns; empty when each value has its own line
  std::size_t eerste_dwars = 0;  ///< the first of those columns
  std::size_t totaalregels = 0;  ///< the last cells of every column belong to the total
  std::size_t weggelaten = 0;    ///< lines beyond the limit; the total counts them
};

/// A value as a cell shows it: numbers without their unit, and a dash where there is none.
std::string cel_tekst(const std::optional<Waarde>& waarde, const Vorm& vorm);

/// Only plain euros add up to something that means anything; a tariff per hour does not, and neither do scenarios.
bool adds_up(const Vorm& vorm, const std::vector<SleutelKolom>& sleutels, std::size_t rijen);

/// Whether two rows have the same members of the first `count` keys.
bool same_keys(const std::vector<SleutelKolom>& sleutels, std::size_t a, std::size_t b, std::size_t count);

/// One line for each value.
Raster list_raster(const Tabel& tabel, std::size_t meeste);

/// The last key as columns, when it has 2 to 6 members in use, is not the only key, and at least half of the cells that
/// this makes have a value: else a raster without columns.
Raster across_raster(const Tabel& tabel, std::size_t meeste);

}  // namespace zorgkader
