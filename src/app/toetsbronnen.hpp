// What messages are judged against besides themselves: a folder of earlier messages, and lists of a contract.
#pragma once

#include <string>
#include <vector>

#include "app/berichten.hpp"
#include "iwmo/berichtenarchief.hpp"
#include "iwmo/lijsten.hpp"
#include "iwmo/toetsing.hpp"

namespace zorgkader {

struct Berichtverdict {
  std::string bestand;
  std::string bericht;  ///< `WMO323`; empty when it is no message of this release
  std::size_t bytes = 0;
  iwmo::Berichtbevindingen bevindingen;  ///< code `BESTAND` when the file could not be read, `LIJST` and `ARCHIEF` for
                                         ///< what is judged against
  std::size_t niet_getoond = 0;
  bool goed() const { return bevindingen.empty(); }
};

/// Folders; empty when there is none.
struct Toetspaden {
  std::string archief, lijsten;
};

struct Toetsbronnen {
  iwmo::Berichtenarchief archief;
  iwmo::Lijsten lijsten;
  bool met_archief = false;
  std::vector<Berichtverdict> fouten;  ///< of both; the run is worth nothing then

  iwmo::Toetsgegevens gegevens(std::optional<Datum> nu) const;
};

/// `archief`: messages and their answers (app/archiefmap.hpp). `lijsten`: `producten.csv` (aanbieder, categorie, code,
/// eenheid, tarief, variant, van, tot) and `gemeenten.csv` (code, naam, van, tot), with a header line; tarief in euros,
/// dates as 2023-01-31 or empty.
Toetsbronnen read_toetsbronnen(const Toetspaden& paden);

/// The whole message, when it fits the schema; else only the findings say something.
iwmo::Gelezen read_whole(const Berichtbestand& bestand);
/// A verdict with one finding without a place.
Berichtverdict verdict_of(const std::string& bestand, std::string code, std::string tekst, int regel = 0);

}  // namespace zorgkader
