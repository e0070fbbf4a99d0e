// nieuw: a folder with an arrangement that works at once, to make one's own from.
#pragma once

#include <string>
#include <vector>

#include "values/bevinding.hpp"

namespace zorgkader {

struct NieuwAntwoord {
  std::vector<std::string> bestanden;     ///< what was made, from the folder
  std::string regeling, feiten, leesmij;  ///< paths
  Bevindingen bevindingen;
};

/// Writes the templates into `map`, which is made. A folder that holds anything is left as it is, with a finding.
NieuwAntwoord maak_nieuw(const std::string& map);

}  // namespace zorgkader
