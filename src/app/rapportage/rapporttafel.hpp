// Rapporttafel: one table of a report, from computed quantities to rows with totals, small counts withheld.
#pragma once

#include <map>
#include <string>

#include "rapport/rapport.hpp"
#include "rapport/uitkomst.hpp"
#include "regeling/rapportdeel.hpp"

namespace zorgkader {

/// What a table is made of: outcomes by name, and the members that were chosen.
struct Rapportstof {
  std::map<std::string, const Uitkomst*> uitkomsten;
  std::map<std::string, std::string> gekozen;
};

/// `naam` and `titel` are those of the table. What does not add up, or is no count, is a finding.
Rapporttabel maak_rapporttabel(const Rapportdeel& deel, const Rapportstof& stof, Bevindingen& found);

}  // namespace zorgkader
