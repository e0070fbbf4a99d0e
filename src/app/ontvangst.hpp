// Ontvangst: the receipt of an import made, and the import done over to see whether the same comes of it.
#pragma once

#include <string>
#include <vector>

#include "app/importeer.hpp"
#include "rapport/ontvangstbewijs.hpp"

namespace zorgkader {

/// `importeer`, with what it took in and did. `programma`: version of this program. Throws dossier::OpslagFout; what
/// went in before stays.
Ontvangstbewijs importeer_met_bewijs(const Importvraag& vraag, const std::string& programma,
                                     const std::function<void(const Importregel&)>& take,
                                     const OpVoortgang& voortgang = {});

Result<Ontvangstbewijs> read_bewijs(const std::string& bestand);

/// `vastgelegd`, `geweigerd`, `was er al`, `overgeslagen`.
const char* uitslag_naam(Importuitslag uitslag);

struct Overdoen {
  Dossierpad dossier;  ///< this one as it is now, or any later copy of it, with the key
  Ontvangstbewijs bewijs;
  std::vector<std::string> paden;  ///< what was delivered then
  unsigned threads = 1;
};

/// The same files are taken in once more, in a dossier of its own that begins with the log as it was before: do the
/// logs end with the same prints? Sentences about what is otherwise. Throws dossier::OpslagFout.
std::vector<std::string> doe_over(const Overdoen& vraag);

}  // namespace zorgkader
