// A ceiling, what was spent below it, and whether that is so much that the parties must talk.
#include "app/bestedingsruimte.hpp"

#include "dossier/contracttoets.hpp"

namespace zorgkader {

std::optional<Ruimte> ruimte_van(const dossier::Contract& contract, int jaar, const dossier::Stand& stand,
                                 const dossier::Contracten& contracten) {
  if (!contract.bestedingsruimte_cent || !contract.gemeenten.contains(stand.gemeente())) return std::nullopt;
  const std::int64_t ceiling = *contract.bestedingsruimte_cent;
  const std::int64_t spent = dossier::besteed(contract, jaar, stand, contracten);
  // signaal is a percentage: spent / ceiling >= signaal / 100
  const bool signal = contract.signaal && Getal(spent) * Getal(100) >= *contract.signaal * Getal(ceiling);
  return Ruimte{std::string(contracten.gemeente(stand.gemeente())),
                contract.aanbieder,
                contract.nummer,
                contract.dienst,
                jaar,
                ceiling,
                spent,
                signal};
}

}  // namespace zorgkader
