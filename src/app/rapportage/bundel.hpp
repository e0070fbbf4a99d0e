// Bundel: a calculation for an auditor, as a folder that opens without this program and that another machine can
// compute once more.
#pragma once

#include <string>
#include <vector>

#include "app/opdracht.hpp"

namespace zorgkader {

struct Bundelvraag {
  Opdrachtgegevens gegevens;
  std::vector<std::string> alleen;  ///< quantities; none: the outcomes of the document
  std::string naar;                 ///< a folder that does not exist, or is empty
  std::string programma;            ///< version of this program
  std::size_t herleidingen = 500;   ///< most of one quantity; 0: all
};

struct Bundelantwoord {
  std::size_t bestanden = 0;  ///< files that were made; 0: none, the findings say why
  Bevindingen bevindingen;
};

/// Holds the document and the facts as they were used, the outcomes, derivations, the log of a dossier and the rows
/// behind its facts, and the print of every file. What it holds is computed anew from it before it is there: all of it
/// stands, or nothing. Throws dossier::OpslagFout.
Bundelantwoord maak_bundel(const Bundelvraag& vraag);

/// A bundle looked through: every file is there and as it was, none was added, and the same document and facts give the
/// same outcomes. Dutch sentences about what is wrong.
struct Bundelverdict {
  std::size_t bestanden = 0, uitkomsten = 0;
  std::vector<std::string> fouten;
};
Bundelverdict controleer_bundel(const std::string& map);

}  // namespace zorgkader
