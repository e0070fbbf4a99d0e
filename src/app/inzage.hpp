// Inzage: all that the dossier of a gemeente has on one client; that it was looked at is recorded first.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/dossierstand.hpp"

namespace zorgkader {

struct Inzagevraag {
  Dossierpad dossier;
  std::string gemeente;  ///< CBS code, or its name in the register
  std::string client;    ///< bsn, or the pseudonym that stands for it
  std::string reden;     ///< why; not empty
  std::string door;
  Moment nu{};
  std::optional<Datum> bekend_op;
};

/// Who it is about, and what is known.
struct Inzageantwoord {
  std::string client, bsn;  ///< pseudonym
  std::string naam;         ///< by the newest 301 or 315; empty when there is none
  std::vector<dossier::Dossiertabel> tabellen;
};

/// Records that somebody saw the data of a client. Throws dossier::OpslagFout when that cannot be: then nothing may be
/// shown. The number of the event.
std::int64_t leg_inzage_vast(const Dossierpad& pad, const std::string& gemeente, const std::string& client,
                             const std::string& reden, const std::string& door, Moment nu);

/// Tables with the rows about this client, those without one left out. The log gets an event with who, when, of whom
/// and why before anything is shown. Throws dossier::OpslagFout, also when the gemeente or the client is not known:
/// then nothing is recorded, for nothing was seen.
Inzageantwoord zie_client_in(const Inzagevraag& vraag);

}  // namespace zorgkader
