// Bestedingsruimte: what is left of the ceiling of a contract in a gemeente.
#pragma once

#include <cstdint>
#include <string>

#include "dossier/contracten.hpp"
#include "dossier/stand.hpp"

namespace zorgkader {

struct Ruimte {
  std::string gemeente, aanbieder, contract, dienst;
  int jaar = 0;
  std::int64_t plafond_cent = 0, besteed_cent = 0;
  bool signaal = false;  ///< so much is used that the parties must talk
  std::int64_t over_cent() const { return plafond_cent - besteed_cent; }
};

/// Of a calendar year, by what was granted; nothing where the contract has no ceiling or does not hold in this
/// gemeente.
std::optional<Ruimte> ruimte_van(const dossier::Contract& contract, int jaar, const dossier::Stand& stand,
                                 const dossier::Contracten& contracten);

}  // namespace zorgkader
