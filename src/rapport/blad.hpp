// The sheet of one quantity in a workbook.
#pragma once

#include <string>

#include "rapport/uitkomst.hpp"
#include "rapport/werkboek.hpp"

namespace zorgkader {

/// Row 1 has the column names of the CSV; it stays in view and filters. See write_xlsx for what stands as text.
void write_blad(Werkboek& boek, const std::string& naam, const Uitkomst& uitkomst);

}  // namespace zorgkader
