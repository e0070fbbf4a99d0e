// Logs to states.
#include "app/dossierstand.hpp"

#include <fmt/format.h>

#include <thread>
#include <unordered_map>

#include "app/berichten.hpp"

namespace zorgkader {
namespace {

dossier::Loggrens end_of(std::optional<Datum> day) {
  return dossier::Loggrens::tot(day ? std::optional(einde_van_dag(*day)) : std::nullopt);
}

}  // namespace

Dossierstand::Dossierstand(const Dossierpad& pad, std::optional<Datum> bekend_op)
    : pad_(pad.dossier),
      bestand_(pad, Dossierbestand::Hoe::lezen),
      regio_(dossier::read_regio(bestand_.logboek(), end_of(bekend_op))),
      contracten_(regio_.registers()) {
  std::vector<std::string> gemeenten = bestand_.logboek().gemeenten();
  std::erase(gemeenten, dossier::kRegio);
  standen_.resize(gemeenten.size());
  // Logs do not know of each other, and a connection is for one thread.
  in_order(
      gemeenten.size(), std::thread::hardware_concurrency(),
      [&](std::size_t i) {
        const Dossierbestand own(pad, Dossierbestand::Hoe::lezen);
        standen_[i] = std::make_unique<dossier::Stand>(
            dossier::read_stand(own.logboek(), gemeenten[i], &regio_.registers(), end_of(bekend_op)));
      },
      [](std::size_t) {});
}

const dossier::Stand& Dossierstand::stand(const std::string& gemeente) const {
  for (const auto& stand : standen_) {
    if (stand->gemeente() == gemeente || contracten_.gemeente(stand->gemeente()) == gemeente) return *stand;
  }
  throw dossier::OpslagFout(fmt::format("Van gemeente {} is er niets in dit dossier.", gemeente));
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
