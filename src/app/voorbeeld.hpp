// Example facts: invented figures from a seed number, as a document beside an arrangement describes them.
#pragma once

#include <cstdint>
#include <string>

#include "values/bevinding.hpp"

namespace zorgkader {

struct DemoAntwoord {
  std::string regeling;   ///< the document that was used
  std::string feiten;     ///< the folder with facts
  std::string voorbeeld;  ///< an amount to ask after, as arguments of herleid
  std::string parameter;  ///< a percentage to try another value of; may be empty
  Bevindingen bevindingen;
};

/// Writes facts for `regeling` (by default the first example that is found) into `map`/feiten, a CSV file a fact, the
/// same bytes for the same seed. What they look like stands in voorbeeld.md beside the document: tables with the
/// caption "Voorbeeld `feit`" (keys, kans, van, tot, veelvoud; first row that fits) and "Voorbeeld leden `sleutel`".
DemoAntwoord maak_demo(const std::string& map, std::uint64_t zaad, const std::string& regeling);

}  // namespace zorgkader
