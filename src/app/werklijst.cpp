// Open ends of every gemeente, on one list.
#include "app/werklijst.hpp"

#include <algorithm>

#include "dossier/openstaand.hpp"

namespace zorgkader {

std::vector<Werkregel> maak_werklijst(const Dossierpad& pad, Datum nu, std::optional<Datum> bekend_op) {
  const Dossierbestand file(pad, Dossierbestand::Hoe::lezen);
  const auto until = bekend_op ? std::optional(einde_van_dag(*bekend_op)) : std::nullopt;
  std::vector<Werkregel> out;
  for (const std::string& gemeente : file.logboek().gemeenten()) {
    const dossier::Stand stand = dossier::read_stand(file.logboek(), gemeente, nullptr, until);
    for (const dossier::Openstaand& open : dossier::openstaand(stand)) {
      const dossier::Dossierbericht& about = *open.op;
      out.push_back({gemeente, about.aanbieder, about.soort->naam, about.kenmerk.identificatie,
                     format_datum(dag_van(about.moment)), open.wat, open.gemeente ? "gemeente" : "aanbieder",
                     format_datum(open.uiterlijk), open.werkdagen(nu), open.bepaling});
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.uiterlijk < b.uiterlijk; });
  return out;
}

}  // namespace zorgkader
