// Logs to states.
#include "app/dossierstand.hpp"

namespace zorgkader {
namespace {

std::optional<Moment> end_of(std::optional<Datum> day) {
  return day ? std::optional(einde_van_dag(*day)) : std::nullopt;
}

}  // namespace

Dossierstand::Dossierstand(const Dossierpad& pad, std::optional<Datum> bekend_op)
    : bestand_(pad, Dossierbestand::Hoe::lezen),
      regio_(dossier::read_regio(bestand_.logboek(), end_of(bekend_op))),
      contracten_(regio_.registers()) {
  for (const std::string& gemeente : bestand_.logboek().gemeenten()) {
    if (gemeente == dossier::kRegio) continue;
    standen_.push_back(std::make_unique<dossier::Stand>(
        dossier::read_stand(bestand_.logboek(), gemeente, &regio_.registers(), end_of(bekend_op))));
  }
}

const dossier::Dossiertabel& Dossierstand::tabel(const std::string& naam) const {
  const auto known = tabellen_.find(naam);
  if (known != tabellen_.end()) return known->second;
  std::vector<const dossier::Stand*> states;
  for (const auto& state : standen_) states.push_back(state.get());
  const auto pseudonym = [this](std::string_view gemeente, std::string_view bsn) {
    return bestand_.kluis().pseudoniem(gemeente, bsn);
  };
  return tabellen_.emplace(naam, dossier::make_tabel(naam, states, regio_.registers(), contracten_, pseudonym))
      .first->second;
}

}  // namespace zorgkader
