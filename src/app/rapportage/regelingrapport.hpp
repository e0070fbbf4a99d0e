// Regelingrapport: a report as an arrangement describes it in its tables `Rapport`, on facts or on a dossier.
#pragma once

#include <map>
#include <string>

#include "app/opdracht.hpp"
#include "rapport/rapport.hpp"

namespace zorgkader {

struct Rapportvraag {
  Opdrachtgegevens gegevens;
  std::string naam;                             ///< of the report
  std::map<std::string, std::string> sleutels;  ///< the member of a key: `kwartaal`, `2024-Q3`
};

struct Rapportantwoord {
  std::optional<Rapport> rapport;  ///< nothing when a figure could not be computed, or the question does not suit
  Bevindingen bevindingen;
  bool verkeerd_gevraagd = false;  ///< no such report, or a key without a member
};

/// Counts that are small, and those that would give them away, are withheld (see Onderdrukking). Throws
/// dossier::OpslagFout.
Rapportantwoord maak_rapport(const Rapportvraag& vraag);

}  // namespace zorgkader
