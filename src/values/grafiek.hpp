// Grafiek: how a column of figures is drawn, where a form can draw.
#pragma once

namespace zorgkader {

enum class Grafiek {
  geen,
  staaf,      ///< a bar for every row
  gestapeld,  ///< parts of one bar for every row
  lijn        ///< along the rows, which follow in time
};

}  // namespace zorgkader
