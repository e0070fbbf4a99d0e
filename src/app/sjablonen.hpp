// The files that a new arrangement begins with. They stand in sjablonen/ and are built into the program.
#pragma once

#include <string>
#include <vector>

namespace zorgkader {

struct Sjabloon {
  std::string pad;  ///< from the folder of the arrangement: `feiten/uren.csv`
  std::string tekst;
};

/// In alphabetical order.
const std::vector<Sjabloon>& sjablonen();

}  // namespace zorgkader
