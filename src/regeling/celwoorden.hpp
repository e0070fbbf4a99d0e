// Celwoord: a cell of a table that holds more than one value, in words with their places.
#pragma once

#include "regeling/document.hpp"

namespace zorgkader {

struct Celwoord {
  enum class Soort { woord, tekst, teken } soort = Soort::woord;
  std::string tekst;  ///< of a text: what stands between its quotation marks
  Positie positie;
};
/// What stands in a cell between two `;`; never empty.
using Celdeel = std::vector<Celwoord>;

/// The parts of a cell; blanks and accents only part words. A text that is not closed, and a `;` with nothing on one
/// side, give a finding of that code.
std::vector<Celdeel> split_cel(const Regels& regels, const Cel& cel, const char* code, Bevindingen& found);

/// From the first word of a part to its last.
Positie place_of(const Celdeel& deel);

/// Whether it can stand without quotation marks: letters, digits, _ and -, with a letter or digit in front.
bool is_woord(std::string_view text);
/// Whether it can name a table or column: letters, digits and _, without a digit in front.
bool is_naam(std::string_view text);

}  // namespace zorgkader
