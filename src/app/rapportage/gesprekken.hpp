// Rapport gesprekken: the talks of a year with providers: planned, with agenda, what came in for them, what came out.
#pragma once

#include "app/opdracht.hpp"
#include "rapport/icalendar.hpp"
#include "rapport/rapport.hpp"

namespace zorgkader {

struct Gespreksvraag {
  Opdrachtgegevens opdracht;
  Moment nu{};            ///< a talk on an earlier day was held
  std::string aanbieder;  ///< only those with him are shown; all are planned
};

struct Gespreksantwoord {
  std::optional<Rapport> rapport;  ///< nothing when the arrangement gives no talks; findings say why
  Afsprakenlijst afspraken;        ///< those that have a day
  Bevindingen bevindingen;
};

/// The plan goes back to the arrangement as the facts `gespreksdatum`: its terms and requirements hold for planned
/// talks as for others. Throws dossier::OpslagFout.
Gespreksantwoord rapport_gesprekken(const Gespreksvraag& vraag);

}  // namespace zorgkader
