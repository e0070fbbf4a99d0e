// Onderdrukking: which counts of a table stay out, so that no small one can be read or computed from what is shown.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace zorgkader {

/// Counts and how they add up. A row that is a total holds, in every column where it has a cell, the sum of the rows
/// under it; a column that is a whole holds, in every other row, the sum of its parts.
struct Telraam {
  std::vector<std::vector<std::optional<std::int64_t>>> cellen;  ///< [column][row], none below 0
  std::vector<int> rij_boven;         ///< of each row the total that counts it, further down; -1: none
  std::vector<int> kolom_boven;       ///< of each column the whole that it is a part of; -1: none
  std::vector<std::int64_t> drempel;  ///< of each column: counts from 1 to below it are small; 0: no count is
};

/// [column][row]. Small counts, and of the others as little as is needed: for who sees what is left and knows how it
/// adds up and that counts are whole and not negative, each count that is left out may be anything in a range at least
/// as wide as the largest threshold. The same table gives the same answer.
std::vector<std::vector<bool>> weg_te_laten(const Telraam& telraam);

}  // namespace zorgkader
