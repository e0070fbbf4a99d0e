// The example region as a dossier: its files on disk, and then everything in, month by month.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "app/importeer.hpp"
#include "app/voorbeeldregio.hpp"

namespace zorgkader {

/// The municipalities and partners of an arrangement, from the tables "Voorbeeld gemeenten" (gemeente, code,
/// taakgericht) and "Voorbeeld partners" (aanbieder, naam, groep, leden) of voorbeeld.md beside it; invented ones where
/// it has no such tables.
Regiovraag regio_van(const std::string& regeling, Bevindingen& found);

struct Demodossier {
  Dossierpad pad;
  std::string aangeleverd, antwoorden;  ///< folders
  std::size_t bestanden = 0;
  std::map<Importuitslag, std::size_t> berichten;
  std::size_t met_bevindingen = 0;
  std::size_t registerrijen = 0;
  bool was_er_al = false;  ///< nothing was done
};

/// Whether `map` has such a dossier from another seed: then nothing of this one may be put beside it.
bool heeft_ander_zaad(const std::string& map, std::uint64_t zaad);

/// Makes `map`/aangeleverd, `map`/dossier.db and `map`/antwoorden. Messages come in at noon of the last day of their
/// month. The key follows from the seed, so that the same question gives the same log to the byte; it is no secret.
/// What is there already stays: the same dossier is not made twice. Throws dossier::OpslagFout.
Demodossier maak_demodossier(const std::string& map, const Regiovraag& vraag, unsigned threads,
                             const OpVoortgang& voortgang = {});

}  // namespace zorgkader
