// Reading back the JSON of a calculation: what it takes to repeat it, and whether the repetition gave the same.
#pragma once

#include <string>
#include <string_view>

#include "rapport/uitkomst.hpp"
#include "values/bevinding.hpp"

namespace zorgkader {

/// A calculation as a file holds it.
struct Herhaling {
  Oproep oproep;
  std::string vingerafdruk;
};

/// Takes any bytes; gives a finding when they are not the JSON that write_json made. `bestand` is for the finding.
Result<Herhaling> lees_herhaling(std::string_view json, const std::string& bestand);

/// Whether the file has the same outcomes as this calculation, row for row.
bool zelfde_uitkomsten(std::string_view json, const Berekening& berekening);

}  // namespace zorgkader
