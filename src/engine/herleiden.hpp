// Herleiden: the derivation of a cell, by running the same node trees on that one cell.
#pragma once

#include "engine/run.hpp"
#include "values/herleiding.hpp"

namespace zorgkader {

struct HerleidOpties {
  std::size_t meeste_termen = 50;  ///< terms listed of one sum
  std::size_t meeste_stappen = 5000;
};

/// The derivation of one row of a computed quantity. Every step is recomputed from its operands while it is made, and
/// must equal the value that stands in the column: a difference is a fault in the program and aborts.
Herleiding derive(Run& run, int grootheid, Rij row, const HerleidOpties& opties = {});

}  // namespace zorgkader
