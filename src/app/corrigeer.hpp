// Correctie: something that was recorded and should not have been, taken back. It stays in the log.
#pragma once

#include "app/logboeklijst.hpp"

namespace zorgkader {

struct Correctievraag {
  Dossierpad dossier;
  std::string gemeente;  ///< code, name or `regio`
  std::int64_t gebeurtenis = 0;
  std::string reden;  ///< why; not empty
  std::string door;
  Moment nu{};
};

struct Correctieantwoord {
  Logregel teruggenomen;         ///< as it was before
  std::int64_t gebeurtenis = 0;  ///< the correction itself: taking that back undoes it
  bool beantwoord = false;       ///< the other party had an answer from this program
};

/// Adds an event that takes back a message, rows of a register, a file with facts, or an earlier correction. What was
/// known before the correction stays known as it was. Throws dossier::OpslagFout: no such event, taken back already, an
/// answer that the program made (its message can be taken back), or that someone looked.
Correctieantwoord corrigeer(const Correctievraag& vraag);

}  // namespace zorgkader
