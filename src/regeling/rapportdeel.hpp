// Rapportdeel: a table of a report, as a document says it: which quantities, in which columns, and what is withheld.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "regeling/document.hpp"
#include "values/grafiek.hpp"

namespace zorgkader {

/// A row below the others: over all of them, or over those with the same members of the first `niveau` keys.
struct Rapporttotaal {
  std::size_t niveau = 0;
  std::string grootheid;  ///< that gives it; empty: the sum of the rows
};

enum class Volgorde { geen, oplopend, aflopend };

struct Rapportdeelkolom {
  std::string kop;
  std::string grootheid;
  std::vector<Rapporttotaal> totalen;
  std::string drempel;                  ///< parameter below which a count is withheld; empty: none
  std::vector<std::size_t> met;         ///< columns with which a value is withheld
  std::optional<std::size_t> deel_van;  ///< the column that adds up this one and its other parts, row by row
  Volgorde volgorde = Volgorde::geen;   ///< of the rows, by what stands here; of one column at most
  Grafiek grafiek = Grafiek::geen;
  Positie positie;
};

/// Rows are those of the first column that has all these keys; keys of columns that are not here must be chosen.
struct Rapportdeel {
  std::string naam;    ///< of the report
  std::string uitleg;  ///< what stood between parentheses above the table
  std::vector<std::string> per;
  std::vector<Rapportdeelkolom> kolommen;
  int kop = -1;
  Positie positie;
};

}  // namespace zorgkader
