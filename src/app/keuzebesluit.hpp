// Keuzebesluit: to which provider an onderzoek led, as the register aanbiederkeuzes has it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/dossierbestand.hpp"
#include "dossier/stand.hpp"

namespace zorgkader {

struct Keuzebesluit {
  std::string onderzoek, aanbieder;
  std::int64_t toewijzing = 0;  ///< number in the 301
  Datum besloten_op{};
  std::int64_t gebeurtenis = 0;  ///< the event that brought it
};

/// The decision that stands; nothing once its toewijzing was taken back.
std::optional<Keuzebesluit> besluit_na(const dossier::Stand& stand, const std::string& onderzoek);

/// Decisions whose toewijzing the dossier does not have yet.
std::vector<Keuzebesluit> niet_opgenomen(const dossier::Stand& stand);

/// The highest number that a toewijzing or a decision has.
std::int64_t hoogste_toewijzing(const dossier::Stand& stand);

/// Records a decision right after event `na` of this gemeente. False when another event stands there already: nothing
/// is recorded then. Throws dossier::OpslagFout.
bool leg_besluit_vast(const Dossierpad& pad, const std::string& gemeente, std::int64_t na, const Keuzebesluit& besluit,
                      const std::string& door, Moment nu);

}  // namespace zorgkader
