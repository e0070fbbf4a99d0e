// Results for people at a terminal: a block for each quantity, in Dutch notation.
#pragma once

#include <cstddef>
#include <iosfwd>

#include "rapport/uitkomst.hpp"

namespace zorgkader {

struct TabelOpties {
  bool kleur = false;
  std::size_t meeste_rijen = 200;  ///< lines shown of each quantity; 0 shows all
  std::size_t breedte = 0;  ///< columns of the terminal, 0 when not known: a table whose last key as columns would
                            ///< be wider is shown as a list
};

/// Values are exact up to 8 decimals; what goes on beyond ends in an ellipsis. Plain euros get a total. Texts from
/// documents and facts cannot command the terminal.
/// A disk that is full shows in the state of `out`.
void write_tabel(const Berekening& berekening, std::ostream& out, const TabelOpties& opties = {});

}  // namespace zorgkader
