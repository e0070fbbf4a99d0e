// A toewijzing for who was chosen: the 301 with everything that the dossier knows.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/aanbiederkeuze.hpp"
#include "iwmo/berichtbevinding.hpp"
#include "iwmo/boom.hpp"
#include "values/moment.hpp"

namespace zorgkader {

/// Volume, unit and frequency as the standard codes them.
struct Toegewezenomvang {
  std::int64_t volume = 0;
  std::string eenheid, frequentie;
};

struct Toewijzingsvraag {
  Keuzevraag keuze;  ///< with the one onderzoek that it is about; the gemeente where numbers are not told apart
  std::string aanbieder;
  std::string agb;      ///< of the legal person; empty: the contract party itself
  std::string product;  ///< code; empty: the one that the document gives
  std::optional<Toegewezenomvang> omvang;
  Moment nu{};       ///< when it is decided
  std::string door;  ///< who decides
  std::string naar;  ///< folder with toewijzingen that were made and are not recorded yet; empty: none
};

struct Toewijzingsantwoord {
  std::optional<iwmo::Boom> bericht;  ///< only when nothing stands in the way
  std::vector<std::string> bezwaren;  ///< why there is none: Dutch sentences
  Bevindingen bevindingen;            ///< of the choice
  iwmo::Berichtbevindingen fouten;    ///< what levels 1 to 4 and the contracts have against it
};

/// The provider must be a candidate of the lowest rank. Under a contract that is taakgericht the toewijzing has no size
/// and names the category of the product alone; under another it has a product and a size. All toewijzingen of the
/// client at this provider that last come along (OP087). A provider that was asked must have agreed. That the data of
/// the client were seen is recorded. Name and address are those of the newest 301 or 315 about the
/// client, or of the register persoonsgegevens. The decision is recorded in the register aanbiederkeuzes: an onderzoek
/// leads to one toewijzing. Throws dossier::OpslagFout.
Toewijzingsantwoord maak_toewijzing(const Toewijzingsvraag& vraag);

}  // namespace zorgkader
