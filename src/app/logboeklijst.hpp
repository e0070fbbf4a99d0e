// Logboeklijst: what the log of a dossier says happened, an event a line, without what is known of clients.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "app/dossierbestand.hpp"
#include "values/datum.hpp"

namespace zorgkader {

struct Logregel {
  std::string log;       ///< CBS code of the gemeente, or `regio`
  std::string gemeente;  ///< its name; the code where the register has none
  std::int64_t nummer = 0;
  Moment moment{};
  std::string soort;  ///< one of dossier::soorten
  std::string wat;    ///< which message, register, file, client (by pseudonym) or reason
  std::string door;
  std::int64_t corrigeert = 0;         ///< the event that it takes back; 0: none
  std::int64_t teruggenomen_door = 0;  ///< the event that takes it back; 0: none, it counts
  std::string afdruk;                  ///< 64 hexadecimal characters: of this event and all before it
};

struct Logvraag {
  Dossierpad dossier;
  std::string gemeente;                ///< code, name or `regio`; empty: all
  std::optional<Datum> van, tot;       ///< days of recording, both included
  std::string soort;                   ///< empty: all
  std::optional<std::int64_t> nummer;  ///< that event alone
};

/// In the order of each log. Throws dossier::OpslagFout, also when there is no such gemeente.
void each_logregel(const Logvraag& vraag, const std::function<void(const Logregel&)>& take);

}  // namespace zorgkader
