// Findings for people on a terminal and for programs.
#pragma once

#include <iosfwd>
#include <string>

#include "values/bevinding.hpp"

namespace zorgkader {

/// Each finding with its place, excerpt and remedy, then a line such as `3 fouten, 1 let op`; nothing without findings.
void write_bevindingen(std::ostream& out, const Bevindingen& found, bool kleur);

/// A JSON array, one finding a line, with code, ernst, bestand, regel, kolom, wat, doe and fragment.
std::string bevindingen_json(const Bevindingen& found);

}  // namespace zorgkader
