// Raster: a table arranged for reading, as columns of texts, before anything is aligned or drawn.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "values/tabel.hpp"

namespace zorgkader {

struct RasterKolom {
  std::string kop;
  bool getallen = false;
  std::vector<std::string> cellen;
};

struct Raster {
  std::vector<RasterKolom> kolommen;
  std::string dwars;             ///< the key whose members are columns; empty when each value has its own line
  std::size_t eerste_dwars = 0;  ///< the first of those columns
  bool heeft_totaal = false;     ///< the last cell of every column belongs to the total
  std::size_t weggelaten = 0;    ///< lines beyond the limit; the total counts them
};

/// One line for each value.
Raster list_raster(const Tabel& tabel, std::size_t meeste);

/// The last key as columns, when it has 2 to 6 members in use, is not the only key, and at least half of the cells that
/// this makes have a value: else a raster without columns.
Raster across_raster(const Tabel& tabel, std::size_t meeste);

}  // namespace zorgkader
