// Samenvoeging: the rows of several tables with the same keys, each combination of members once.
#pragma once

#include <optional>
#include <vector>

#include "values/tabel.hpp"

namespace zorgkader {

struct Samenvoeging {
  std::vector<SleutelKolom> sleutels;                             ///< in the order of the first table
  std::vector<std::vector<std::optional<std::size_t>>> plaatsen;  ///< of each table, its row for each row of these
  std::size_t rijen = 0;
};

/// Members stand in the order of the first table, then of the next ones; the order of rows follows from it. The tables
/// have the same keys, by name, in any order.
Samenvoeging voeg_samen(const std::vector<const Tabel*>& tabellen);

}  // namespace zorgkader
