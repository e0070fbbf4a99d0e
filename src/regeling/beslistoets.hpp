// Whether a decision table treats every case, and whether each of its rows is ever needed.
#pragma once

#include "regeling/regeling.hpp"

namespace zorgkader {

/// Gaps and rows that never come up, for a table whose columns are checked. Numbers and dates count as a line that the
/// values in the table cut in pieces, members as the members of the document (and one more when the key is open).
void check_beslissing(const Regeling& regeling, const Grootheid& tabel, Bevindingen& found);

}  // namespace zorgkader
