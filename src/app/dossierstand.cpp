// Logs to states.
#include "app/dossierstand.hpp"

#include <unordered_map>

namespace zorgkader {
namespace {

dossier::Loggrens end_of(std::optional<Datum> day) {
  return dossier::Loggrens::tot(day ? std::optional(einde_van_dag(*day)) : std::nullopt);
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
  // A client has many rows, and a pseudonym costs a keyed print.
  std::unordered_map<std::string, std::string> known_as;
  const auto pseudonym = [&](std::string_view gemeente, std::string_view bsn) {
    const auto [at, fresh] = known_as.try_emplace(std::string(gemeente) + '\n' + std::string(bsn));
    if (fresh) at->second = bestand_.kluis().pseudoniem(gemeente, bsn);
    return at->second;
  };
  return tabellen_.emplace(naam, dossier::make_tabel(naam, states, regio_.registers(), contracten_, pseudonym))
      .first->second;
}

}  // namespace zorgkader
