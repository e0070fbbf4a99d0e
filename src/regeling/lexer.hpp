// Words of the formula language, each with its place.
#pragma once

#include <string>
#include <vector>

#include "regeling/document.hpp"
#include "values/datum.hpp"
#include "values/getal.hpp"

namespace zorgkader {

enum class Woordsoort { getal, tekst, datum, naam, teken, einde };

struct Woord {
  Woordsoort soort = Woordsoort::einde;
  std::string tekst;     ///< name, sign, text content, or the digits as written
  Getal getal;           ///< a percentage is already divided by a hundred
  bool procent = false;  ///< the number was followed by %
  bool vast = false;     ///< no blank stands before it: `uur/maand` against `uur / maand`
  Datum datum{};
  Positie positie;
};

/// One statement: a line that starts at the margin, with the indented lines that follow it.
struct Opdracht {
  std::vector<Woord> woorden;            ///< ends with an `einde` word
  std::vector<std::size_t> regelstarts;  ///< index of the first word of each line
};

/// Splits a formula block in statements. Words that cannot be read become findings; the statement is then left out.
std::vector<Opdracht> split_opdrachten(const Regels& regels, const RegelBlok& blok, Bevindingen& found);

}  // namespace zorgkader
