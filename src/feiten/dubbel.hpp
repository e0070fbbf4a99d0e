// Rows that have the same keys as an earlier row.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "values/tabel.hpp"

namespace zorgkader::feiten {

struct Dubbel {
  std::uint32_t rij;
  std::uint32_t eerste;
  friend bool operator==(const Dubbel&, const Dubbel&) = default;
};

/// In order of `rij`; without keys every row after the first repeats it.
std::vector<Dubbel> find_dubbel(const std::vector<SleutelKolom>& sleutels, std::size_t rijen);

}  // namespace zorgkader::feiten
