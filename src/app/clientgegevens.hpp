// Clientgegevens: who a client is and where he lives, as the newest message about him says, or the register.
#pragma once

#include <optional>
#include <string>

#include "app/dossierbestand.hpp"
#include "dossier/stand.hpp"
#include "iwmo/boom.hpp"

namespace zorgkader {

class Clientgegevens {
 public:
  Clientgegevens(iwmo::Boom newest, std::optional<iwmo::Boom> toewijzing)
      : newest_(std::move(newest)), toewijzing_(std::move(toewijzing)) {}
  /// What comes after the date of birth in the Client of a 301. What the newest message has no place for, as a 315 has
  /// none for how a name is used, is taken from the newest 301.
  void add_to(iwmo::Boom& out, iwmo::Deel client) const;
  /// Voornamen or voorletters, voorvoegsel and geslachtsnaam, as far as they are there.
  std::string naam() const;

 private:
  iwmo::Boom newest_;
  std::optional<iwmo::Boom> toewijzing_;
};

/// By what came last: a 301 or 315 about the client that was not refused, or his row in the register persoonsgegevens;
/// nothing when there is none. Throws dossier::OpslagFout.
std::optional<Clientgegevens> newest_client(const Dossierbestand& bestand, const dossier::Stand& stand,
                                            const std::string& bsn);

}  // namespace zorgkader
